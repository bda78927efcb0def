"""Ladder of levels of a modality: five steps that rise, filled up to the one reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from informes.colores import paleta
from informes.graficas.trazo import n

ANCHO, ALTO, PASO = 250, 62, 50


@dataclass(frozen=True)
class Peldano:
    """A step of the ladder."""

    x: str
    y: str
    ancho: str
    alto: str
    nivel: int
    nombre: str
    centro: str
    alcanzado: bool
    actual: bool


@dataclass(frozen=True)
class Escalera:
    """What ``informes/escalera.svg`` draws."""

    titulo: str
    ancho: int
    alto: int
    peldanos: list[Peldano]
    base: str
    colores: dict[str, str]


def escalera(nombre: str, nivel: int | None, niveles: Sequence[str], dicho: str = "") -> Escalera:
    """Give the ladder of a modality: ``niveles`` are the names of its levels from 0; ``nivel`` None: not stated.

    ``dicho``: its level in words, for the alternative text.
    """
    alto_paso = (ALTO - 22) / max(len(niveles), 1)
    peldanos = []
    for i, etiqueta in enumerate(niveles):
        alto = alto_paso * (i + 1)
        peldanos.append(
            Peldano(
                n(i * PASO), n(ALTO - 14 - alto), n(PASO - 3), n(alto), i, etiqueta, n(i * PASO + (PASO - 3) / 2),
                nivel is not None and i <= nivel, i == nivel,
            )
        )  # fmt: skip
    dicho = dicho or ("sin dato" if nivel is None else f"nivel {nivel} de {len(niveles) - 1}, {niveles[nivel]}")
    return Escalera(f"{nombre}: {dicho}.", ANCHO, ALTO, peldanos, n(ALTO - 2), paleta())
