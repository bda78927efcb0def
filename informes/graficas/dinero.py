"""Money: columns by year and rows by source; what is certain is solid, what is to be raised hatched, in kind dotted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from informes.colores import paleta
from informes.graficas.trazo import ancho_de, n, partir, punteado, rayado

ANCHO, ALTO, PISO, TECHO = 500, 128, 102, 18
FILA, ROTULO, CIFRA = 20.0, 150.0, 118.0
LLENO, RAYADO, PUNTEADO = "lleno", "rayado", "punteado"


@dataclass(frozen=True)
class Trozo:
    """A piece of a bar: its rectangle, its colour, the lines or dots over it and their class, its own amount."""

    x: str
    y: str
    ancho: str
    alto: str
    color: str
    trama: str
    clase: str


@dataclass(frozen=True)
class Columna:
    """A bar: its pieces, its label in lines and its amount, each with where it is written."""

    trozos: list[Trozo]
    etiqueta: list[tuple[str, str]]
    x: str
    cifra: str
    cifra_x: str
    cifra_y: str


@dataclass(frozen=True)
class Barras:
    """What ``informes/barras.svg`` draws. ``ancla``: of the labels; ``ancla_cifra``: of the amounts."""

    titulo: str
    ancho: int
    alto: str
    guia: tuple[str, str, str, str]
    columnas: list[Columna]
    leyenda: list[tuple[Trozo, str, str, str]]
    ancla: str
    ancla_cifra: str
    colores: dict[str, str]


def barras(
    columnas: Sequence[tuple[str, Sequence[int], str]], series: Sequence[tuple[str, str, str]], titulo: str
) -> Barras:
    """Give stacked columns: ``[(label, amounts, amount as text), …]``; ``series``: ``[(name, colour, pattern), …]``."""
    mayor = max((sum(montos) for _, montos, _ in columnas), default=0) or 1
    paso = ANCHO / max(len(columnas), 1)
    ancho = min(64.0, paso * 0.62)
    hechas = []
    for i, (etiqueta, montos, cifra) in enumerate(columnas):
        centro, y, trozos = paso * (i + 0.5), float(PISO), []
        for monto, (_, color, trama) in zip(montos, series, strict=True):
            alto = (PISO - TECHO) * monto / mayor
            if alto > 0:
                alto = max(alto, 0.8)
                y -= alto
                trozos.append(_trozo(centro - ancho / 2, y, ancho, alto, color, trama))
        hechas.append(Columna(trozos, [(n(PISO + 13), etiqueta)], n(centro), cifra, n(centro), n(y - 5)))
    leyenda = _leyenda(series, PISO + 24.0)
    return Barras(
        titulo, ANCHO, n(ALTO + 14), ("0", n(PISO), n(ANCHO), n(PISO)), hechas, leyenda, "middle", "middle", paleta()
    )


def filas(
    datos: Sequence[tuple[str, Sequence[int], str]], series: Sequence[tuple[str, str, str]], titulo: str
) -> Barras:
    """Give stacked rows, the same facts lying down: for groups whose names are long."""
    mayor = max((sum(montos) for _, montos, _ in datos), default=0) or 1
    largo = ANCHO - ROTULO - CIFRA
    hechas = []
    for i, (etiqueta, montos, cifra) in enumerate(datos):
        x, y, trozos = ROTULO, i * FILA + 3, []
        for monto, (_, color, trama) in zip(montos, series, strict=True):
            ancho = largo * monto / mayor
            if ancho > 0:
                ancho = max(ancho, 0.8)
                trozos.append(_trozo(x, y, ancho, FILA - 7, color, trama))
                x += ancho
        lineas = partir(etiqueta, ROTULO - 10, 9, 2)
        arriba = y + (FILA - 7) / 2 + 3.2 - (len(lineas) - 1) * 5
        hechas.append(
            Columna(
                trozos, [(n(arriba + 10 * k), linea) for k, linea in enumerate(lineas)], n(ROTULO - 8),
                cifra, n(x + 6), n(y + (FILA - 7) / 2 + 3.2),
            )
        )  # fmt: skip
    alto = len(datos) * FILA
    leyenda = _leyenda(series, alto + 6, ROTULO)
    return Barras(
        titulo, ANCHO, n(alto + 20), (n(ROTULO), "0", n(ROTULO), n(alto)), hechas, leyenda, "end", "start", paleta()
    )


def _trozo(x: float, y: float, ancho: float, alto: float, color: str, clase: str) -> Trozo:
    """Give a piece with its pattern."""
    trama = ""
    if clase == RAYADO:
        trama = rayado(x, y, ancho, alto)
    elif clase == PUNTEADO and alto > 2:
        trama = punteado(x, y, ancho, alto)
    return Trozo(n(x), n(y), n(ancho), n(alto), color, trama, clase)


def _leyenda(series: Sequence[tuple[str, str, str]], y: float, x: float = 0.0) -> list[tuple[Trozo, str, str, str]]:
    """Give the key: a small piece of each pattern, where its name is written, the name."""
    hechas = []
    for nombre, color, clase in series:
        hechas.append((_trozo(x, y, 16, 9, color, clase), n(x + 21), n(y + 8), nombre))
        x += 40 + ancho_de(nombre, 9)
    return hechas
