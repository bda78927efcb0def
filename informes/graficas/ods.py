"""Grid of the seventeen goals: those that some action serves in their colour, the others pale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from informes.colores import paleta
from informes.graficas.trazo import n, partir

LADO, POR_FILA = 54.0, 9


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
