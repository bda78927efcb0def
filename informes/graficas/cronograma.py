"""Gantt by semesters: the scale once, then one bar a row, with its milestones as diamonds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from informes.colores import paleta
from informes.graficas.trazo import n

ANCHO, ALTO = 330.0, 15.0


@dataclass(frozen=True)
class Casilla:
    """A semester of the scale."""

    x: str
    ancho: str
    centro: str
    texto: str
    fuera: bool


@dataclass(frozen=True)
class Escala:
    """The semesters from the first year to the last; those outside the term are marked ``fuera``."""

    desde: dt.date
    hasta: dt.date
    casillas: list[Casilla]
    fondo: list[tuple[bool, str]]
    anios: list[Casilla]
    ancho: str
    alto: str
    titulo: str
    colores: dict[str, str]

    def x(self, dia: dt.date) -> float:
        """Give where a day falls, within the scale."""
        total = (self.hasta - self.desde).days + 1
        dias = min(max((dia - self.desde).days, 0), total)
        return ANCHO * dias / total


@dataclass(frozen=True)
class Barra:
    """What ``informes/cronograma_barra.svg`` draws: empty ``x`` when the action has no dates."""

    escala: Escala
    x: str
    ancho: str
    hitos: str
    cumplidos: str
    titulo: str
    alto: str
    colores: dict[str, str]


def escala(
    anios: Sequence[int], fechas: Sequence[dt.date], titulo: str = "Semestres de %(desde)s a %(hasta)s"
) -> Escala:
    """Give the scale that holds the years of the term and the dates of the actions (six years more at each end).

    ``fondo``: the cells of a row as two paths, those outside the term and those inside.
    """
    primero = max(min([*anios, *(f.year for f in fechas)]), anios[0] - 6)
    ultimo = min(max([*anios, *(f.year for f in fechas)]), anios[-1] + 6)
    cuantos = ultimo - primero + 1
    paso = ANCHO / cuantos / 2
    casillas = [
        Casilla(n(i * paso), n(paso - 1.5), n(i * paso + paso / 2), str(i % 2 + 1), primero + i // 2 not in anios)
        for i in range(cuantos * 2)
    ]
    rotulos = [
        Casilla(
            n(i * paso * 2), n(paso * 2), n(i * paso * 2 + paso),
            str(primero + i) if cuantos <= 8 else f"{(primero + i) % 100:02}", primero + i not in anios,
        )
        for i in range(cuantos)
    ]  # fmt: skip
    return Escala(
        dt.date(primero, 1, 1), dt.date(ultimo, 12, 31), casillas,
        [(fuera, _fondo(casillas, fuera)) for fuera in (True, False)],
        rotulos, n(ANCHO), n(ALTO), titulo % {"desde": primero, "hasta": ultimo}, paleta(),
    )  # fmt: skip


def barra(
    escala_: Escala, inicio: dt.date | None, fin: dt.date | None, hitos: Sequence[tuple[dt.date, bool]], titulo: str
) -> Barra:
    """Give the bar of an action; ``hitos``: ``[(date, done), …]``. Dates in the wrong order draw no bar."""
    x = ancho = ""
    if inicio and fin and inicio <= fin:
        desde, hasta = escala_.x(inicio), escala_.x(fin + dt.timedelta(days=1))
        x, ancho = n(desde), n(max(hasta - desde, 2))
    dentro = [(escala_.x(dia), hecho) for dia, hecho in hitos if escala_.desde <= dia <= escala_.hasta]
    rombos = ["".join(_rombo(lugar) for lugar, hecho in dentro if hecho is cual) for cual in (False, True)]
    return Barra(escala_, x, ancho, rombos[0], rombos[1], titulo, n(ALTO), paleta())


def _fondo(casillas: Sequence[Casilla], fuera: bool) -> str:
    """Give the cells of a row as one path."""
    return "".join(f"M{c.x} 2h{c.ancho}v11h-{c.ancho}z" for c in casillas if c.fuera is fuera)


def _rombo(x: float) -> str:
    """Give a diamond, whole inside the chart."""
    return f"M{n(min(max(x, 5.0), ANCHO - 5.0))} 2.6l4.9 4.9-4.9 4.9-4.9-4.9z"
