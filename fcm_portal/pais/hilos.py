"""Threads from a municipality to each country where it has a verified agreement, as the shortest way leaves."""

from __future__ import annotations

from dataclasses import dataclass
from math import radians, tan

from formato.paises import pais as nombre_de_pais
from informes.graficas.mundo import rumbo
from informes.graficas.pais import proyectar
from informes.graficas.trazo import separar
from informes.paises import COORDENADAS
from redes.models import Hermanamiento

Lugar = tuple[float, float]

CENTRO = (5.2, -74)  # latitude and longitude from where the direction of each country is taken
IZQUIERDA, DERECHA = -22, 600  # the two columns where threads end, in units of the picture
ARRIBA, ABAJO = 6, 700
ENTRE = 48  # least distance between the ends of two threads of one column
COMBA = 0.16  # how much a thread bends


@dataclass(frozen=True)
class Destino:
    """A country where threads end: its name, its place in the picture and on which side its name is written."""

    nombre: str
    x: int
    y: int
    a_la_izquierda: bool


def hilos(lugares: dict[str, Lugar]) -> tuple[tuple[str, ...], tuple[Destino, ...]]:
    """Give one path a pair town–country with a verified agreement, and the countries: one query.

    ``lugares``: code → place.
    """
    pares = [
        (codigo, pais)
        for codigo, pais in Hermanamiento.objects.publicos()
        .filter(verificado=True)
        .exclude(pais="CO")
        .order_by("territorio_id", "pais")
        .values_list("territorio_id", "pais")
        .distinct()
        if codigo in lugares and pais in COORDENADAS
    ]
    destinos = repartir({pais for _codigo, pais in pares})
    trazos = tuple(curva(proyectar(*lugares[codigo]), destinos[pais]) for codigo, pais in pares)
    return trazos, tuple(sorted(destinos.values(), key=lambda uno: uno.nombre))


def repartir(paises: set[str]) -> dict[str, Destino]:
    """Give each country its end: in the column of its side, at the height of its direction, none over another."""
    cx, cy = proyectar(CENTRO[1], CENTRO[0])
    columnas: dict[bool, list[tuple[float, str]]] = {True: [], False: []}
    for pais in sorted(paises):
        hacia, _km = rumbo(*CENTRO, pais)
        izquierda = hacia > 180
        largo = (cx - IZQUIERDA) if izquierda else (DERECHA - cx)
        inclinacion = max(-80.0, min(80.0, (hacia - 270) if izquierda else (90 - hacia)))
        columnas[izquierda].append((cy - largo * tan(radians(inclinacion)), pais))
    destinos = {}
    for izquierda, columna in columnas.items():
        columna.sort()
        alturas = separar([altura for altura, _pais in columna], ENTRE, ARRIBA, ABAJO)
        for y, (_altura, pais) in zip(alturas, columna, strict=True):
            x = IZQUIERDA if izquierda else DERECHA
            destinos[pais] = Destino(str(nombre_de_pais(pais)), x, round(y), izquierda)
    return destinos


def curva(desde: tuple[int, int], destino: Destino) -> str:
    """Give the path of a thread: a bow that bends upwards."""
    dx, dy = destino.x - desde[0], destino.y - desde[1]
    lado = -COMBA if dx > 0 else COMBA
    return f"M{desde[0]} {desde[1]}q{dx / 2 - dy * lado:.0f} {dy / 2 + dx * lado:.0f} {dx} {dy}"
