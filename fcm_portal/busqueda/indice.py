"""Everything that can be found, in the memory of the process: read again when the guide is, at most a minute old.

What is published is never taken from memory: each search asks which versions are public. The words of a version are
frozen, so they are kept for as long as it is public.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from django.urls import reverse
from django.utils.translation import gettext as _

from agenda.models import Agenda
from agenda.publicado.publicacion import para_buscar
from fcm_portal.busqueda.erratas import Vocabulario
from fcm_portal.busqueda.orden import Hallable
from fcm_portal.sitio.mapa_sitio import SECCIONES
from guia.catalogo import Catalogo, catalogo
from guia.models import Ficha, Termino
from redes.models import Entrada
from territorio.models import DEPARTAMENTO_DE_BOGOTA, Territorio, Tipo

TERRITORIOS, AGENDAS, REDES, GUIA, PAGINAS = "territorios", "agendas", "redes", "guia", "paginas"


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
        """Read territories, directory and glossary (four queries); the guide is in memory."""
        self.guia = guia
        self.cosas = [*_territorios(), *_entradas(guia), *_de_la_guia(guia), *_glosario(), *_paginas()]
        igual = anterior is not None and anterior.cosas == self.cosas
        self.vocabulario = anterior.vocabulario if igual else Vocabulario(self.cosas)


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


def _entradas(guia: Catalogo) -> Iterator[Hallable]:
    pagina = por_clave("red")
    for fila in Entrada.objects.all():
        temas = ". ".join(guia.nombres("temas", fila.temas))
        yield hallable(
            REDES,
            str(fila),
            pagina(fila.pk),
            texto=" ".join(filter(None, [fila.descripcion, fila.requisitos, fila.nota_historica, temas])),
            lugar=str(fila.get_clase_display()),
            otros=tuple(filter(None, [fila.nombre, fila.nombre_en, *_siglas(fila)])),
        )


def _siglas(fila: Entrada) -> list[str]:
    """Give every acronym of an entry, also those in brackets: people know CGLU as UCLG too."""
    return [*re.split(r"[/,;]", fila.sigla), *re.findall(r"\(([^()]{2,15})\)", f"{fila.nombre} {fila.nombre_en}")]


def _de_la_guia(guia: Catalogo) -> Iterator[Hallable]:
    for bloque in guia.bloques.values():
        pagina = direccion("guia_bloque", bloque.slug)
        yield hallable(GUIA, bloque.nombre, pagina, texto=_letra(bloque), lugar=_("parte de la guía"))
        for ficha in bloque.fichas:
            yield hallable(
                GUIA,
                ficha.nombre,
                f"{pagina}#{ficha.slug}",
                texto=_letra(ficha),
                lugar=bloque.nombre,
                otros=tuple(filter(None, [ficha.datos.get("verbo")])),
            )
    for instrumento in guia.instrumentos.values():
        duena = guia.modalidades.get(instrumento.modalidad)
        pagina = direccion("guia_bloque", "modalidades" if duena else "gobernanza")
        yield hallable(
            GUIA,
            instrumento.nombre,
            f"{pagina}#{instrumento.modalidad}",
            texto=instrumento.texto,
            lugar=" · ".join(filter(None, [_("instrumento"), duena.nombre if duena else ""])),
        )


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
