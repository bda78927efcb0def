"""Everything that can be found, in the memory of the process: read again when the guide is, at most a minute old.

What is published is never taken from memory: each search asks which versions are public. The words of a version are
frozen, so they are kept for as long as it is public. The directory has an index of its own (``redes.directorio``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from django.urls import reverse
from django.utils.translation import gettext as _

from agenda.models import Agenda
from agenda.publicado.publicacion import para_buscar
from fcm_portal.busqueda.orden import Hallable
from fcm_portal.sitio.mapa_sitio import SECCIONES
from formato.erratas import Vocabulario
from guia.catalogo import Catalogo, catalogo
from guia.models import Ficha, Termino
from territorio.models import DEPARTAMENTO_DE_BOGOTA, Territorio, Tipo

TERRITORIOS, AGENDAS, REDES, GUIA, PAGINAS = "territorios", "agendas", "redes", "guia", "paginas"

# How people say what the guide says in other words: the steps by their infinitive, and cards by what they hold.
INFINITIVOS = {
    "construya": "construir",
    "tome": "tomar",
    "coordine": "coordinar",
    "piense": "pensar",
    "pida": "pedir",
    "articule": "articular",
    "institucionalice": "institucionalizar",
}
DICHO_DE_OTRO_MODO = {
    "piense": ("trabajar con municipios vecinos", "unirse con otros municipios", "asociarse"),
    "pasos": ("los siete pasos", "los 7 pasos"),
    "consejos": ("los diez consejos",),
    "modalidades": ("las 4 modalidades",),
    "actores-locales": ("mesa de actores", "quienes participan"),
    "temas": ("los trece temas", "los 13 temas"),
    "casos": ("ejemplos", "experiencias de otros municipios"),
    "voluntad-recursos-personal": ("voluntad politica",),
    "marco-nacional": ("leyes", "normas"),
    "marco-internacional": ("normas internacionales",),
}


# What did not change between two readings is neither searched for its address nor made again.
direccion = lru_cache(maxsize=4096)(lambda nombre, *partes: reverse(nombre, args=partes))
hallable = lru_cache(maxsize=8192)(Hallable)


def por_clave(nombre: str) -> Callable[[str], str]:
    """Give what writes the address of a thing by its key, looked up once for a thousand of them."""
    molde = direccion(nombre, "CLAVE")
    return lambda clave: molde.replace("CLAVE", clave)


class Indice:
    """What is found besides the agendas, and the words of its names."""

    def __init__(self, guia: Catalogo, anterior: Indice | None = None):
        """Read territories and glossary (three queries); the guide is in memory."""
        self.guia = guia
        self.cosas = [*_territorios(), *_de_la_guia(guia), *_glosario(), *_paginas()]
        igual = anterior is not None and anterior.cosas == self.cosas
        self.vocabulario = anterior.vocabulario if igual else Vocabulario(cosa.alrededor for cosa in self.cosas)


_guardado: Indice | None = None
_publicas: dict[tuple[int, str], Hallable] = {}  # by version and digest


def indice() -> Indice:
    """Give the index made from the guide that is in memory now."""
    global _guardado
    guia = catalogo()
    if _guardado is None or _guardado.guia is not guia:
        _guardado = Indice(guia, _guardado)
    return _guardado


def olvidar() -> None:
    """Read everything again the next time."""
    global _guardado, _publicas
    _guardado, _publicas = None, {}


def agendas() -> list[Hallable]:
    """Give the agendas that are public at this moment, newest first: one query, and one more for those not yet read."""
    global _publicas
    filas = list(
        Agenda.objects.publicadas()
        .order_by("-publicada__aprobada_en", "pk")
        .values_list(
            "publicada_id",
            "publicada__sha256",
            "territorio_id",
            "periodo_id",
            "territorio__nombre",
            "territorio__departamento__nombre",
        )
    )
    leidas = _publicas
    faltan = [fila[0] for fila in filas if fila[:2] not in leidas]
    textos = para_buscar(faltan) if faltan else {}
    _publicas = {fila[:2]: leidas.get(fila[:2]) or _agenda(fila[2:], *textos[fila[0]]) for fila in filas}
    return list(_publicas.values())


def _agenda(fila: tuple, titulo: str, texto: str) -> Hallable:
    codigo, periodo, nombre, departamento = fila
    return hallable(
        AGENDAS,
        _("Agenda Estratégica de %(territorio)s") % {"territorio": nombre},
        direccion("agenda_publica", codigo, periodo),
        texto=texto,
        lugar=" · ".join(filter(None, [departamento, periodo.replace("-", "–")])),
        otros=tuple(filter(None, [nombre, titulo])),
        codigo=codigo,
    )


def _territorios() -> Iterator[Hallable]:
    departamentos = dict(Territorio.objects.departamentos().values_list("codigo", "nombre"))
    tipos = {valor: str(nombre) for valor, nombre in Tipo.choices}
    filas = Territorio.objects.con_agenda().order_by("clave_busqueda", "codigo")
    pagina = por_clave("territorio_publico")
    leidas = filas.values_list("codigo", "nombre", "sigla", "tipo", "departamento_id")
    for codigo, nombre, sigla, tipo, departamento in sorted(leidas, key=lambda fila: fila[3] == Tipo.ASOCIACION):
        yield hallable(
            TERRITORIOS,
            nombre,
            pagina(codigo),
            lugar=" · ".join(filter(None, [tipos[tipo], departamentos.get(departamento)])),
            otros=(sigla,) if sigla else (),
            codigo=codigo,
        )
    for codigo, nombre in departamentos.items():
        if codigo == DEPARTAMENTO_DE_BOGOTA:  # the same page as its only municipality
            continue
        yield hallable(TERRITORIOS, nombre, pagina(codigo), lugar=_("departamento"))


def _de_la_guia(guia: Catalogo) -> Iterator[Hallable]:
    for bloque in guia.bloques.values():
        pagina = direccion("guia_bloque", bloque.slug)
        yield hallable(
            GUIA, bloque.nombre, pagina, texto=_letra(bloque), lugar=_("parte de la guía"), otros=_otros_nombres(bloque)
        )
        for ficha in bloque.fichas:
            yield hallable(
                GUIA,
                _titulo(ficha),
                f"{pagina}#{ficha.slug}",
                texto=_letra(ficha),
                lugar=bloque.nombre,
                otros=_otros_nombres(ficha),
            )
    for instrumento in guia.instrumentos.values():
        duena = guia.modalidades.get(instrumento.modalidad)
        pagina = direccion("guia_bloque", "modalidades" if duena else "gobernanza")
        yield hallable(
            GUIA,
            instrumento.nombre,
            f"{pagina}#{instrumento.slug}",
            texto=instrumento.texto,
            lugar=" · ".join(filter(None, [_("instrumento"), duena.nombre if duena else ""])),
        )


def _titulo(ficha: Ficha) -> str:
    """Give the name of a card; a step begins with its verb: «Piense en región»."""
    verbo = ficha.datos.get("verbo", "")
    return f"{verbo} {ficha.nombre[:1].lower()}{ficha.nombre[1:]}" if verbo else ficha.nombre


def _otros_nombres(ficha: Ficha) -> tuple[str, ...]:
    """Give how else people ask for a card: «En región», «pensar en región», «unirse con otros municipios»."""
    infinitivo = INFINITIVOS.get(ficha.slug, "") if ficha.datos.get("verbo") else ""
    propios = (ficha.nombre, f"{infinitivo} {ficha.nombre}") if infinitivo else ()
    return (*propios, *DICHO_DE_OTRO_MODO.get(ficha.slug, ()))


def _letra(ficha: Ficha) -> str:
    """Give all that a card says: its text, what changed since, and the sentences of its extra data."""
    return " ".join(filter(None, [ficha.texto, ficha.hoy, *_frases(ficha.datos)]))


def _frases(valor) -> Iterator[str]:
    """Give the sentences (not the slugs) inside a structure, except the instruments: they are found by themselves."""
    if isinstance(valor, dict):
        for clave, dentro in valor.items():
            if clave != "instrumentos":
                yield from _frases(dentro)
    elif isinstance(valor, list):
        for dentro in valor:
            yield from _frases(dentro)
    elif isinstance(valor, str) and " " in valor:
        yield valor


def _glosario() -> Iterator[Hallable]:
    pagina = direccion("glosario")
    for fila in Termino.objects.all():
        yield hallable(
            GUIA,
            f"{fila.termino} ({fila.sigla})" if fila.sigla else fila.termino,
            f"{pagina}#{fila.pk}",
            texto=fila.definicion,
            lugar=_("glosario"),
            otros=tuple(filter(None, [fila.termino, fila.sigla])),
        )


def _paginas() -> Iterator[Hallable]:
    for seccion in SECCIONES:
        for pagina in seccion.paginas:
            yield hallable(PAGINAS, str(pagina.titulo), pagina.url, texto=str(pagina.texto), lugar=str(seccion.titulo))
