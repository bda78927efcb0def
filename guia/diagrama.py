"""The process of the guide as one figure: insumos → proceso → resultados → impactos, held by the conditions. Pure.

Drawn twice: lying for a wide screen or a sheet, standing for a phone, where a letter of 14 is read as 14.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from guia.catalogo import Catalogo
from guia.models import Ficha

AIRE, FLECHA, RENGLON, CABEZA = 12, 26, 19, 38
POR_LETRA = 7.7  # how wide a letter of 14 is, on the large side
COLUMNAS = (300, 180, 190, 176)  # the first moment has two lists
ETAPAS = (
    (gettext_noop("Insumos"), "cadena__resultado", ("actores-locales", "motivaciones")),
    (gettext_noop("Proceso"), "", ("proceso",)),
    (gettext_noop("Resultados"), "cadena__resultado", ("resultados",)),
    (gettext_noop("Impactos"), "cadena__impacto", ("impactos",)),
    (gettext_noop("Condiciones del proceso"), "", ("condiciones",)),
)


@dataclass(frozen=True)
class Etapa:
    """One of the four moments, or the conditions: its blocks, each with its cards in ``.fichas``."""

    titulo: str
    tono: str
    bloques: list[Ficha]

    @property
    def rotulos(self) -> bool:
        """Say whether its blocks carry their names: one alone is already named by the moment."""
        return len(self.bloques) > 1


@dataclass(frozen=True)
class Renglon:
    """A line of text. ``rotulo``: the name of a block; ``punto``: the first line of a card."""

    x: int
    y: int
    texto: str
    rotulo: bool = False
    punto: bool = False


@dataclass(frozen=True)
class Caja:
    """A drawn moment; ``flecha`` is the path to the next one (empty: none)."""

    x: int
    y: int
    ancho: int
    alto: int
    tono: str
    titulo: str
    renglones: list[Renglon]
    flecha: str


@dataclass(frozen=True)
class Dibujo:
    """What ``guia/_proceso.svg`` draws. The last box, of the conditions, is the frame that holds the others."""

    clave: str
    ancho: int
    alto: int
    cajas: list[Caja]
    marco: Caja


@dataclass(frozen=True)
class Diagrama:
    """The figure lying and standing, and the same in words."""

    etapas: list[Etapa]
    acostado: Dibujo
    de_pie: Dibujo
    titulo: str
    descripcion: str


def diagrama(guia: Catalogo) -> Diagrama | None:
    """Give the figure, or None while the guide is not loaded."""
    etapas = [
        Etapa(_(titulo), tono, [guia.bloques[slug] for slug in slugs if slug in guia.bloques])
        for titulo, tono, slugs in ETAPAS
    ]
    if not all(etapa.bloques for etapa in etapas):
        return None
    descripcion = "; ".join(
        f"{etapa.titulo}: {', '.join(ficha.nombre for bloque in etapa.bloques for ficha in bloque.fichas)}"
        for etapa in etapas
    )
    titulo = _("El proceso de la internacionalización municipal: de los insumos a los impactos")
    return Diagrama(etapas, _acostado(etapas), _de_pie(etapas), titulo, f"{descripcion}.")


def _acostado(etapas: list[Etapa]) -> Dibujo:
    """Place the moments side by side, as tall as the longest."""
    lugares = [AIRE + sum(COLUMNAS[:lugar]) + lugar * FLECHA for lugar in range(4)]
    momentos = list(zip(etapas[:4], lugares, COLUMNAS, strict=True))
    escritas = [_escribir(etapa, x, AIRE, ancho) for etapa, x, ancho in momentos]
    alto = max(fondo for _renglones, fondo in escritas) - AIRE
    cajas = []
    for (etapa, x, ancho), (renglones, _fondo) in zip(momentos, escritas, strict=True):
        flecha = f"M{x + ancho + 4} {AIRE + alto // 2}h7v-8l11 13-11 13v-8h-7z" if etapa is not etapas[3] else ""
        cajas.append(Caja(x, AIRE, ancho, alto, etapa.tono, etapa.titulo, renglones, flecha))
    return _con_marco("acostado", 2 * AIRE + sum(COLUMNAS) + 3 * FLECHA, cajas, etapas[-1])


def _de_pie(etapas: list[Etapa]) -> Dibujo:
    """Place the moments one under the other."""
    ancho, y, cajas = 340, AIRE, []
    for lugar, etapa in enumerate(etapas[:4]):
        renglones, fondo = _escribir(etapa, AIRE, y, ancho - 2 * AIRE)
        flecha = f"M{ancho // 2 - 4} {fondo + 3}h8v8h8l-12 11-12-11h8z" if lugar < 3 else ""
        cajas.append(Caja(AIRE, y, ancho - 2 * AIRE, fondo - y, etapa.tono, etapa.titulo, renglones, flecha))
        y = fondo + FLECHA
    return _con_marco("de-pie", ancho, cajas, etapas[-1])


def _con_marco(clave: str, ancho: int, cajas: list[Caja], condiciones: Etapa) -> Dibujo:
    """Add the frame of the conditions, written under the moments that it holds."""
    y = max(caja.y + caja.alto for caja in cajas) + 2
    frase = " · ".join(ficha.nombre for bloque in condiciones.bloques for ficha in bloque.fichas)
    renglones, linea = [], y + CABEZA - 8
    for parte in textwrap.wrap(frase, int((ancho - 2 * AIRE - 20) / POR_LETRA)):
        linea += RENGLON
        renglones.append(Renglon(AIRE + 4, linea, parte))
    marco = Caja(1, 1, ancho - 2, linea + AIRE, "", condiciones.titulo, renglones, "")
    return Dibujo(clave, ancho, linea + AIRE + 2, cajas, marco)


def _escribir(etapa: Etapa, x: int, y: int, ancho: int) -> tuple[list[Renglon], int]:
    """Give the lines of a moment and where its box ends."""
    linea, renglones = y + CABEZA - 6, []
    for bloque in etapa.bloques:
        if etapa.rotulos:
            linea += 5
            for parte in textwrap.wrap(bloque.nombre, int((ancho - 24) / POR_LETRA)):
                linea += RENGLON
                renglones.append(Renglon(x + 12, linea, parte, rotulo=True))
        for ficha in bloque.fichas:
            for cual, parte in enumerate(textwrap.wrap(ficha.nombre, int((ancho - 38) / POR_LETRA))):
                linea += RENGLON
                renglones.append(Renglon(x + 26, linea, parte, punto=cual == 0))
            linea += 3
    return renglones, linea + AIRE
