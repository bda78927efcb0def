"""The seventeen goals, those that an action serves in their colour, the others pale: a grid with names, or a strip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from informes.colores import paleta
from informes.graficas.trazo import n, partir

LADO, POR_FILA = 54.0, 9
ANCHO_FRANJA, CASILLA, COLUMNA, CUENTA = 498.0, 25.0, 30.0, 11.0  # of the strip: square, longest column, its number


@dataclass(frozen=True)
class Casilla:
    """A goal: the corner of its square, its name in short lines (height from there), how many actions serve it."""

    x: str
    y: str
    numero: int
    lineas: list[tuple[str, str]]
    cuenta: str
    color: str
    tinta: str
    activa: bool


@dataclass(frozen=True)
class RejillaOds:
    """What ``informes/ods.svg`` draws."""

    titulo: str
    ancho: str
    alto: str
    lado: str
    casillas: list[Casilla]
    colores: dict[str, str]


def rejilla_ods(ods: Sequence[dict], cuentas: Mapping[int, int], titulo: str) -> RejillaOds:
    """Give the grid. ``ods``: ``[{"numero", "texto", "color", "sobre"}, …]``; ``cuentas``: actions by goal."""
    casillas, paso, colores = [], LADO + 3, paleta()
    for i, meta in enumerate(ods):
        x, y = (i % POR_FILA) * paso, (i // POR_FILA) * paso
        cuenta = cuentas.get(meta["numero"], 0)
        tinta = (
            (colores["tinta"] if meta["sobre"] == "negro" else colores["blanco"]) if cuenta else colores["tinta_suave"]
        )
        lineas = [(n(25 + 7.2 * k), linea) for k, linea in enumerate(partir(meta["texto"], LADO - 5, 6.3, 4))]
        color = meta["color"] if cuenta else colores["papel"]
        casillas.append(Casilla(n(x), n(y), meta["numero"], lineas, str(cuenta or ""), color, tinta, bool(cuenta)))
    filas = -(-len(ods) // POR_FILA)
    return RejillaOds(titulo, n(paso * POR_FILA - 3), n(paso * filas - 3), n(LADO), casillas, colores)


@dataclass(frozen=True)
class Columna:
    """A goal in the strip: its square and, on it, a column as high as the actions that serve it."""

    x: str
    centro: str
    numero: int
    cuenta: str
    arriba: str
    largo: str
    cuenta_y: str
    color: str
    tinta: str


@dataclass(frozen=True)
class FranjaOds:
    """What ``informes/ods_franja.svg`` draws; its names stand in the table beside it."""

    titulo: str
    ancho: str
    alto: str
    lado: str
    alto_casilla: str
    base: str
    numero_y: str
    columnas: list[Columna]
    colores: dict[str, str]


def franja_ods(ods: Sequence[dict], cuentas: Mapping[int, int], titulo: str) -> FranjaOds:
    """Give the strip: same arguments as ``rejilla_ods``. A third of its height, and few words: it is printed."""
    paso, colores, mayor = (ANCHO_FRANJA + 2.4) / max(1, len(ods)), paleta(), max(cuentas.values(), default=1)
    base, columnas = CUENTA + COLUMNA, []
    for i, meta in enumerate(ods):
        cuenta = cuentas.get(meta["numero"], 0)
        largo, x = COLUMNA * cuenta / mayor, i * paso
        tinta = colores["tinta"] if meta["sobre"] == "negro" else colores["blanco"]
        columnas.append(
            Columna(
                n(x), n(x + (paso - 2.4) / 2), meta["numero"], str(cuenta or ""), n(base - largo), n(largo),
                n(base - largo - 3), meta["color"] if cuenta else colores["papel"],
                tinta if cuenta else colores["tinta_suave"],
            )
        )  # fmt: skip
    alto, lado = n(base + CASILLA + 1), n(paso - 2.4)
    return FranjaOds(titulo, n(ANCHO_FRANJA), alto, lado, n(CASILLA), n(base), n(base + 17), columnas, colores)
