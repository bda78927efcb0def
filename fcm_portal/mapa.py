"""The signature picture: Colombia drawn by its municipalities, one dot each, with threads out to the world.

Light by construction: one path per state and size, made of zero-length segments with round caps.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import QuerySet

from fcm_portal.estados import EstadoPublico, estados_publicos
from fcm_portal.hilos import hilos
from territorio.models import Territorio, Tipo

ANCHO, ALTO = 620, 760  # viewBox
OESTE, NORTE, ESCALA = -79.45, 12.75, 44.2  # degrees at the left and upper edges; units a degree
ARCHIPIELAGO = "88"  # San Andrés y Providencia: drawn nearer, inside a frame
ACERCA = (2.75, -0.75)  # degrees of longitude and latitude it moves
TAMANOS = ((200_000, "10"), (60_000, "7"), (0, "4.6"))  # population from → diameter of the dot, as SVG writes it
CON_PUNTO = (Tipo.MUNICIPIO, Tipo.DISTRITO, Tipo.AREA, Tipo.ISLA)
DURA = 3600
CLAVE = "portada:mapa"


@dataclass(frozen=True)
class Trazo:
    """The dots of one state and size: a path."""

    estado: str
    diametro: str
    d: str


@dataclass(frozen=True)
class Mapa:
    """What the home draws: dots, threads, and how many territories are in each state (``cuentas``: state, number)."""

    trazos: tuple[Trazo, ...]
    hilos: tuple[str, ...]
    cuentas: tuple[tuple[EstadoPublico, int], ...]

    @property
    def total(self) -> int:
        """Give how many dots there are."""
        return sum(cuantos for _estado, cuantos in self.cuentas)


def mapa() -> Mapa:
    """Give the map, drawn once an hour and kept."""
    return cache.get_or_set(CLAVE, dibujar, DURA)


def con_punto() -> QuerySet[Territorio]:
    """Give the territories that have a dot."""
    return Territorio.objects.filter(tipo__in=CON_PUNTO, vigente_hasta__isnull=True, latitud__isnull=False)


def dibujar() -> Mapa:
    """Draw the map from the database: four queries."""
    estados = estados_publicos()
    puntos: dict[tuple[EstadoPublico, str], list[tuple[int, int]]] = {}
    lugares: dict[str, tuple[float, float]] = {}
    cuentas: Counter[EstadoPublico] = Counter()
    for codigo, latitud, longitud, poblacion in con_punto().values_list("pk", "latitud", "longitud", "poblacion"):
        estado = estados.get(codigo, EstadoPublico.SIN_EMPEZAR)
        cuentas[estado] += 1
        if codigo.startswith(ARCHIPIELAGO):
            longitud, latitud = longitud + ACERCA[0], latitud + ACERCA[1]
        lugares[codigo] = (longitud, latitud)
        puntos.setdefault((estado, diametro(poblacion)), []).append(proyectar(longitud, latitud))
    trazos = tuple(
        Trazo(estado.value, tamano, recorrer(puntos[estado, tamano]))
        for estado in EstadoPublico
        for _desde, tamano in reversed(TAMANOS)
        if (estado, tamano) in puntos
    )
    return Mapa(trazos, tuple(hilos(lugares, proyectar)), tuple((estado, cuentas[estado]) for estado in EstadoPublico))


def diametro(poblacion: int | None) -> str:
    """Give the diameter of a dot from the population."""
    return next(tamano for desde, tamano in TAMANOS if (poblacion or 0) >= desde)


def proyectar(longitud: float, latitud: float) -> tuple[int, int]:
    """Give whole units of the picture; so near the Equator a degree is as long as a degree."""
    return round((longitud - OESTE) * ESCALA), round((NORTE - latitud) * ESCALA)


def recorrer(puntos: list[tuple[int, int]]) -> str:
    """Give the path of some dots, from one to the next: relative steps are short and compress well."""
    partes, x, y = [], 0, 0
    for px, py in sorted(set(puntos)):
        partes.append(f"m{px - x} {py - y}h0")
        x, y = px, py
    return "".join(partes).replace(" -", "-")
