"""Threads from a municipality to the city abroad it signed with, along the shortest way over the globe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import acos, atan2, cos, pi, radians, sin, sqrt

from redes.models import Hermanamiento

Lugar = tuple[float, float]

# Longitude and latitude near the middle of where a country's towns are. A country that is not here has no thread.
PAISES: dict[str, Lugar] = {
    "AR": (-60, -34), "BO": (-66, -17), "BR": (-47, -20), "CA": (-79, 45), "CL": (-71, -33), "CN": (114, 34),
    "CR": (-84, 10), "CU": (-80, 22), "DE": (10, 51), "DO": (-70, 19), "EC": (-79, -1), "ES": (-3, 41), "FR": (2, 47),
    "GB": (-1, 52), "HN": (-87, 15), "IE": (-7, 53), "IL": (35, 32), "IT": (11, 44), "JP": (138, 36), "KR": (127, 36),
    "MA": (-7, 33), "MX": (-100, 21), "NI": (-86, 12), "NL": (5, 52), "PA": (-80, 9), "PE": (-76, -10),
    "PH": (121, 14), "PR": (-66, 18), "PT": (-9, 39), "SV": (-89, 14), "TW": (121, 24), "US": (-86, 36),
    "UY": (-56, -34), "VE": (-67, 9),
}  # fmt: skip
CERCA, LEJOS = 90, 300  # length in the picture of a thread to next door and of one to the antipodes
COMBA = 0.2  # how much a thread bends


def hilos(lugares: dict[str, Lugar], proyectar: Callable[[float, float], tuple[int, int]]) -> Iterator[str]:
    """Give one path a pair town–country with a verified agreement: one query. ``lugares``: code → place."""
    pares = Hermanamiento.objects.filter(verificado=True).order_by("territorio_id", "pais")
    for codigo, pais in pares.values_list("territorio_id", "pais").distinct():
        if codigo in lugares and pais in PAISES:
            yield curva(proyectar(*lugares[codigo]), *rumbo(lugares[codigo], PAISES[pais]))


def rumbo(desde: Lugar, hasta: Lugar) -> tuple[float, float]:
    """Give in which direction the shortest way leaves (radians from the north) and how far it goes (0 to 1)."""
    lon1, lat1, lon2, lat2 = (radians(valor) for valor in (*desde, *hasta))
    salida = atan2(sin(lon2 - lon1) * cos(lat2), cos(lat1) * sin(lat2) - sin(lat1) * cos(lat2) * cos(lon2 - lon1))
    coseno = sin(lat1) * sin(lat2) + cos(lat1) * cos(lat2) * cos(lon2 - lon1)
    return salida, acos(max(-1.0, min(1.0, coseno))) / pi


def curva(desde: tuple[int, int], salida: float, lejos: float) -> str:
    """Give the path of a thread: a bow that bends upwards."""
    x, y = desde
    largo = CERCA + (LEJOS - CERCA) * sqrt(lejos)
    dx, dy = largo * sin(salida), -largo * cos(salida)
    lado = COMBA if dx > 0 else -COMBA
    return f"M{x} {y}q{dx / 2 + dy * lado:.0f} {dy / 2 - dx * lado:.0f} {dx:.0f} {dy:.0f}"
