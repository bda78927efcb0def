"""Radar of scores from 0 to 100: one spoke a step, clockwise from the top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from informes.colores import paleta
from informes.graficas.trazo import n, puntos

LADO_X, LADO_Y, RADIO = 420, 300, 105


@dataclass(frozen=True)
class Rayo:
    """A spoke: its end, its label and its value."""

    x: str
    y: str
    etiqueta: str
    etiqueta_x: str
    etiqueta_y: str
    valor_y: str
    ancla: str
    valor: str
    punto_x: str
    punto_y: str
    con_puntaje: bool


@dataclass(frozen=True)
class Radar:
    """What ``informes/radar.svg`` draws. ``comparado``: polygon of an earlier result, or empty."""

    titulo: str
    ancho: int
    alto: int
    cx: str
    cy: str
    anillos: list[str]
    rayos: list[Rayo]
    area: str
    comparado: str
    colores: dict[str, str]


def radar(
    pasos: Sequence[tuple[str, int | None]],
    titulo: str,
    antes: Sequence[int | None] | None = None,
    *,
    sin_dato: str = "sin dato",
    antes_dice: str = "",
) -> Radar:
    """Give the radar of ``[(label, score or None), …]``; ``antes``: scores of an earlier result, in the same order.

    ``sin_dato`` stands for no score; ``antes_dice`` («(antes %s)») puts the earlier score beside each value.
    """
    cx, cy, cuantos = LADO_X / 2, LADO_Y / 2 + 4, max(len(pasos), 3)
    angulos = [2 * pi * i / cuantos - pi / 2 for i in range(cuantos)]

    def en(i: int, parte: float) -> tuple[float, float]:
        return cx + RADIO * parte * cos(angulos[i]), cy + RADIO * parte * sin(angulos[i])

    rayos = []
    for i, (etiqueta, valor) in enumerate(pasos):
        x, y = en(i, 1)
        ex, ey = en(i, 1.13)
        px, py = en(i, (valor or 0) / 100)
        ancla = "middle" if abs(ex - cx) < 12 else "start" if ex > cx else "end"
        ey += -12 if ey < cy - RADIO else 0
        rayos.append(
            Rayo(
                n(x), n(y), etiqueta, n(ex), n(ey + 2), n(ey + 16), ancla,
                _valor(valor, antes[i] if antes and antes_dice else None, sin_dato, antes_dice),
                n(px), n(py), valor is not None,
            )
        )  # fmt: skip
    completo = [en(i, (valor or 0) / 100) for i, (_, valor) in enumerate(pasos)]
    previo = [en(i, (valor or 0) / 100) for i, valor in enumerate(antes)] if antes else []
    return Radar(
        titulo=titulo,
        ancho=LADO_X,
        alto=LADO_Y,
        cx=n(cx),
        cy=n(cy),
        anillos=[puntos([en(i, parte / 4) for i in range(cuantos)]) for parte in (4, 3, 2, 1)],
        rayos=rayos,
        area=puntos(completo),
        comparado=puntos(previo),
        colores=paleta(),
    )


def _valor(valor: int | None, antes: int | None, sin_dato: str, antes_dice: str) -> str:
    """Give a score as text, with the earlier one when it is known."""
    texto = sin_dato if valor is None else str(valor)
    return texto if antes is None else f"{texto} {antes_dice % antes}"
