"""The totals of the budget: cash and in kind apart, certain and to be raised apart. Pure."""

from __future__ import annotations

from collections.abc import Iterable


def total(partidas: Iterable[dict]) -> dict[str, int]:
    """Add rows up. ``efectivo`` = ``asegurado`` (comprometido) + ``por_conseguir``; ``especie`` never enters it."""
    suma = {
        "efectivo": 0,
        "asegurado": 0,
        "por_conseguir": 0,
        "especie": 0,
        "especie_asegurada": 0,
        "especie_por_conseguir": 0,
        "ejecutado": 0,
    }
    for partida in partidas:
        seguro = partida["certeza"]["slug"] == "comprometido"
        if partida["en_especie"]:
            suma["especie"] += partida["valor"]
            suma["especie_asegurada" if seguro else "especie_por_conseguir"] += partida["valor"]
        else:
            suma["efectivo"] += partida["valor"]
            suma["asegurado" if seguro else "por_conseguir"] += partida["valor"]
            suma["ejecutado"] += partida["ejecutado"]
    return suma


def _por(partidas: list[dict], llave) -> list[tuple]:
    """Group rows by a key, in the order of the keys' first appearance."""
    grupos: dict = {}
    for partida in partidas:
        grupos.setdefault(llave(partida), []).append(partida)
    return list(grupos.items())


def totales(acciones: list[dict], fuentes: list[dict], certezas: list[dict]) -> dict:
    """Give the totals of all actions, whole and by year, source (with its years) and certainty.

    ``fuentes`` and ``certezas`` are the choices in their order; only those that have rows are given.
    """
    partidas = [partida for accion in acciones for partida in accion["presupuesto"]]
    anios = sorted({partida["anio"] for partida in partidas})
    por_fuente = dict(_por(partidas, lambda p: p["fuente"]["slug"]))
    por_certeza = dict(_por(partidas, lambda p: p["certeza"]["slug"]))
    return {
        **total(partidas),
        "anios": anios,
        "por_anio": [{"anio": anio, **total(p for p in partidas if p["anio"] == anio)} for anio in anios],
        "por_fuente": [
            {
                **fuente,
                **total(por_fuente[fuente["slug"]]),
                "anios": [
                    {"anio": anio, **total(p for p in por_fuente[fuente["slug"]] if p["anio"] == anio)}
                    for anio in anios
                ],
            }
            for fuente in fuentes
            if fuente["slug"] in por_fuente
        ],
        "por_certeza": [
            {**certeza, **total(por_certeza[certeza["slug"]])} for certeza in certezas if certeza["slug"] in por_certeza
        ],
    }
