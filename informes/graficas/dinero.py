"""Budget bars: one column a group, certain money below, money to be raised above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from informes.colores import paleta
from informes.graficas.trazo import n

ANCHO, ALTO, PISO, TECHO = 500, 158, 132, 18


@dataclass(frozen=True)
class Columna:
    """A column: its pieces from below ((y, height, colour) each), its label and its amount."""

    x: str
    ancho: str
    centro: str
    trozos: list[tuple[str, str, str]]
    etiqueta: str
    cifra: str
    cifra_y: str


@dataclass(frozen=True)
class Barras:
    """What ``informes/barras.svg`` draws."""

    titulo: str
    ancho: int
    alto: int
    piso: str
    columnas: list[Columna]
    leyenda: list[tuple[str, str, str, str]]
    pie: str
    leyenda_y: str
    leyenda_texto: str
    colores: dict[str, str]


def barras(
    columnas: Sequence[tuple[str, Sequence[int], str]], series: Sequence[tuple[str, str]], titulo: str
) -> Barras:
    """Give stacked columns: ``[(label, amounts, amount as text), …]``; ``series``: ``[(name, colour), …]``."""
    mayor = max((sum(montos) for _, montos, _ in columnas), default=0) or 1
    paso = ANCHO / max(len(columnas), 1)
    ancho = min(64.0, paso * 0.62)
    hechas = []
    for i, (etiqueta, montos, cifra) in enumerate(columnas):
        centro, y, trozos = paso * (i + 0.5), float(PISO), []
        for monto, (_, color) in zip(montos, series, strict=True):
            alto = (PISO - TECHO) * monto / mayor
            if alto > 0:
                alto = max(alto, 0.8)
                y -= alto
                trozos.append((n(y), n(alto), color))
        hechas.append(Columna(n(centro - ancho / 2), n(ancho), n(centro), trozos, etiqueta, cifra, n(y - 5)))
    leyenda, x = [], 0.0
    for nombre, color in series:
        leyenda.append((n(x), n(x + 12), nombre, color))
        x += 30 + len(nombre) * 4.9
    return Barras(
        titulo, ANCHO, ALTO + 14, n(PISO), hechas, leyenda, n(PISO + 14), n(PISO + 28), n(PISO + 36), paleta()
    )
