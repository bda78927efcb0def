"""The rows that a page shows, fetched by their keys: three queries whatever the directory holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from formato.segun_idioma import fecha_corta, pais
from guia.catalogo import catalogo
from redes.cosas import CONVOCATORIA, ENTRADA, HERMANAMIENTO, pagina_publica
from redes.directorio import frescura, memoria
from redes.directorio.facetas import TIPOS
from redes.directorio.indice import Indice
from redes.models import Convocatoria, Entrada, EstadoEntrada, Hermanamiento


@dataclass(frozen=True)
class Linea:
    """A thing of the directory as a list draws it. ``lugar``: what and where. ``marcas``: text and tone of each."""

    titulo: str
    url: str
    lugar: str
    texto: str
    temas: list[str] = field(default_factory=list)
    marcas: list[tuple[str, str]] = field(default_factory=list)


class Hallados(Sequence):
    """What was found, in order; only the slice that is asked for is sorted and fetched."""

    def __init__(self, indice: Indice, niveles: list[int], entre: int):
        """Keep the levels of a search, narrowed to the places ``entre``."""
        self.indice = indice
        self.niveles = [nivel & entre for nivel in niveles]

    def __len__(self) -> int:
        return sum(nivel.bit_count() for nivel in self.niveles)

    def __getitem__(self, trozo: slice) -> list[Linea]:
        claves = [self.indice.puestos[lugar][:2] for lugar in self._lugares(trozo.start or 0, trozo.stop or len(self))]
        return traer(claves)

    def _lugares(self, desde: int, hasta: int) -> list[int]:
        dados: list[int] = []
        for nivel in self.niveles:
            cuantos = nivel.bit_count()
            if desde < cuantos and hasta > 0:
                dados += self.indice.por_orden(nivel)[max(desde, 0) : hasta]
            desde, hasta = desde - cuantos, hasta - cuantos
        return dados


def traer(claves: list[tuple[str, object]]) -> list[Linea]:
    """Give some things by group and key, in that order. What is not there any more is left out, and forgotten."""
    por_grupo: dict[str, list] = {}
    for grupo, clave in claves:
        por_grupo.setdefault(grupo, []).append(clave)
    filas = {(grupo, clave): fila for grupo, suyas in por_grupo.items() for clave, fila in TRAER[grupo](suyas).items()}
    for grupo, suyas in por_grupo.items():
        if perdidas := {clave for clave in suyas if (grupo, clave) not in filas}:
            memoria.directorio().apagar(grupo, perdidas)
    return [DIBUJAR[par[0]](filas[par]) for par in claves if par in filas]


def _entradas(claves: list[str]) -> dict:
    return Entrada.objects.select_related("reemplazada_por").in_bulk(claves)


def _convocatorias(claves: list[int]) -> dict:
    return Convocatoria.objects.select_related("entrada").in_bulk(claves)


def _hermanamientos(claves: list[str]) -> dict:
    return Hermanamiento.objects.publicos().select_related("territorio__departamento").in_bulk(claves)


TRAER = {ENTRADA: _entradas, CONVOCATORIA: _convocatorias, HERMANAMIENTO: _hermanamientos}


def marca_de_verificacion(fila) -> tuple[str, str]:
    """Give the mark that says whether something was verified, and when it is long ago."""
    cual = frescura.verificacion(fila.verificado, fila.verificado_en, localdate())
    if cual == "no":
        return _("sin verificar"), "alerta"
    if fila.verificado_en is None:
        return _("verificada, sin fecha"), "neutra"
    dia = fecha_corta(fila.verificado_en)
    if cual == "vencida":
        return _("verificada hace más de un año: %(dia)s") % {"dia": dia}, "alerta"
    return _("verificada el %(dia)s") % {"dia": dia}, "exito"


def _demostracion(fila) -> list[tuple[str, str]]:
    return [(_("DEMOSTRACIÓN"), "")] if fila.es_demostracion else []


def marcas_de_entrada(fila: Entrada) -> list[tuple[str, str]]:
    """Give the marks of an entry: whether it works, what replaced it, whether it was verified."""
    marcas = _demostracion(fila)
    if fila.estado == EstadoEntrada.INACTIVA:
        marcas.append((_("ya no funciona"), "peligro"))
    elif fila.estado == EstadoEntrada.DESCONOCIDO:
        marcas.append((_("actividad sin confirmar"), "neutra"))
    return [*marcas, marca_de_verificacion(fila)]


def _de_entrada(fila: Entrada) -> Linea:
    texto = fila.descripcion
    if fila.reemplazada_por:
        texto = _("Hoy: %(otra)s. %(texto)s") % {"otra": fila.reemplazada_por, "texto": texto}
    sobre = [
        fila.get_clase_display().capitalize(),
        str(TIPOS.get(fila.tipo, fila.tipo)) if fila.tipo else "",
        pais(fila.sede_pais) or fila.ambito,
    ]
    return Linea(
        str(fila), pagina_publica(fila), " · ".join(filter(None, sobre)), texto,
        catalogo().nombres("temas", fila.temas), marcas_de_entrada(fila),
    )  # fmt: skip


def _de_convocatoria(fila: Convocatoria) -> Linea:
    marcas = _demostracion(fila)
    if fila.cerrada:
        marcas.append((_("cerró el %(dia)s") % {"dia": fecha_corta(fila.cierra)}, "peligro"))
    elif fila.por_abrir:
        marcas.append((_("abre el %(dia)s") % {"dia": fecha_corta(fila.abre)}, "neutra"))
    elif fila.cierra:
        marcas.append((_("cierra el %(dia)s") % {"dia": fecha_corta(fila.cierra)}, ""))
    return Linea(
        fila.titulo, pagina_publica(fila),
        " · ".join(filter(None, [_("Convocatoria"), fila.quien])), fila.descripcion,
        catalogo().nombres("temas", fila.temas), [*marcas, marca_de_verificacion(fila)],
    )  # fmt: skip


def _de_hermanamiento(fila: Hermanamiento) -> Linea:
    return Linea(
        f"{fila.territorio.nombre} – {fila.ciudad}", pagina_publica(fila),
        " · ".join(filter(None, [fila.tipo_acuerdo.capitalize(), pais(fila.pais), str(fila.anio or "")])),
        fila.territorio.nombre_completo, catalogo().nombres("temas", fila.temas),
        [*_demostracion(fila), marca_de_verificacion(fila)],
    )  # fmt: skip


DIBUJAR = {ENTRADA: _de_entrada, CONVOCATORIA: _de_convocatoria, HERMANAMIENTO: _de_hermanamiento}
