"""Neighbours that work on the same themes (step 4, «Piense en región»), by what they made public and by nothing else.

Which themes a territory has **published** is known higher up (its approved agenda), so whoever knows registers itself
here when Django starts: ``vecinos.registrar(temas_publicos)``, it takes codes and gives ``{codigo: {themes}}``.
Nothing of a diagnostic is public before approval, so a neighbour's diagnostic is never looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from territorio.models import Territorio, vecinos

TemasPublicos = Callable[[list[str]], dict[str, set[str]]]
_fuentes: list[TemasPublicos] = []


@dataclass(frozen=True)
class Vecino:
    """A neighbour and the published themes it shares with the territory (names, in the guide's order)."""

    territorio: Territorio
    temas: tuple[str, ...]


def registrar(fuente: TemasPublicos) -> None:
    """Say who knows the published themes; registering twice changes nothing."""
    if fuente not in _fuentes:
        _fuentes.append(fuente)


def vecinos_por_tema(territorio: Territorio, temas: Iterable[dict]) -> list[Vecino]:
    """Give the neighbours of a territory, those that share published themes first. ``temas``: of a result."""
    cercanos = list(vecinos(territorio).only("nombre", "tipo", "departamento__nombre"))
    publicados: dict[str, set[str]] = {}
    for fuente in _fuentes:
        for codigo, slugs in fuente([cercano.pk for cercano in cercanos]).items():
            publicados.setdefault(codigo, set()).update(slugs)
    lista = [
        Vecino(cercano, tuple(tema["nombre"] for tema in temas if tema["slug"] in publicados.get(cercano.pk, ())))
        for cercano in cercanos
    ]
    return sorted(lista, key=lambda vecino: -len(vecino.temas))
