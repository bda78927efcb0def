"""The signature picture: Colombia drawn by its municipalities, one dot each, with threads out to the world.

Light by construction: one path per state and size, made of zero-length segments with round caps. The four states differ
in shape, not only in colour: a small dot, a ring with a light heart, a disc, a disc inside a ring.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import QuerySet

from fcm_portal.pais.estados import EstadoPublico, estados_publicos
from fcm_portal.pais.hilos import Destino, hilos
from informes.graficas.pais import proyectar
from informes.graficas.trazo import recorrer
from territorio.models import Territorio, Tipo

ARCHIPIELAGO = "88"  # San Andrés y Providencia: drawn nearer, inside a frame
ACERCA = (2.75, -0.75)  # degrees of longitude and latitude it moves
GRANDE, MEDIANO = 200_000, 60_000  # population from which a dot is larger
# Diameters of what is drawn one over another, for a small, a middling and a large town, and the class of each.
CAPAS: dict[EstadoPublico, tuple[tuple[str, tuple[str, str, str]], ...]] = {
    EstadoPublico.SIN_EMPEZAR: (("sin-empezar", ("4.4", "6.4", "9")),),
    EstadoPublico.EN_DIAGNOSTICO: (("en-diagnostico", ("12", "14", "16")), ("nucleo", ("5", "6", "7"))),
    EstadoPublico.ENVIADA: (("agenda-enviada", ("12", "14", "16")),),
    EstadoPublico.PUBLICADA: (
        ("agenda-publicada", ("23", "25", "27")), ("hueco", ("17.5", "19.5", "21.5")),
        ("agenda-publicada", ("11", "13", "15")),
    ),
}  # fmt: skip
CON_PUNTO = (Tipo.MUNICIPIO, Tipo.DISTRITO, Tipo.AREA, Tipo.ISLA)
DURA = 3600
CLAVE = "portada:mapa:2"


@dataclass(frozen=True)
class Trazo:
    """The dots of one state and size: a path, and what is drawn along it, from below (class, diameter)."""

    clave: str
    d: str
    capas: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Mapa:
    """What the home draws: dots, threads, and how many territories are in each state (``cuentas``: state, number).

    ``departamentos``: code of a department → how many in each state, in the order of the states.
    """

    trazos: tuple[Trazo, ...]
    hilos: tuple[str, ...]
    destinos: tuple[Destino, ...]
    cuentas: tuple[tuple[EstadoPublico, int], ...]
    departamentos: dict[str, tuple[int, ...]]

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
    puntos: dict[tuple[EstadoPublico, int], list[tuple[int, int]]] = {}
    lugares: dict[str, tuple[float, float]] = {}
    cuentas: Counter[tuple[str, EstadoPublico]] = Counter()
    filas = con_punto().values_list("pk", "departamento_id", "latitud", "longitud", "poblacion")
    for codigo, departamento, latitud, longitud, poblacion in filas:
        estado = estados.get(codigo, EstadoPublico.SIN_EMPEZAR)
        cuentas[departamento or codigo, estado] += 1
        lugares[codigo] = lugar(codigo, longitud, latitud)
        puntos.setdefault((estado, tamano(poblacion)), []).append(proyectar(*lugares[codigo]))
    trazos = tuple(
        Trazo(f"{estado.value}-{cual}", recorrer(puntos[estado, cual]), tuple((c, d[cual]) for c, d in CAPAS[estado]))
        for estado in EstadoPublico
        for cual in (2, 1, 0)
        if (estado, cual) in puntos
    )
    por_estado = tuple((e, sum(n for (_d, uno), n in cuentas.items() if uno == e)) for e in EstadoPublico)
    departamentos = {d: tuple(cuentas[d, e] for e in EstadoPublico) for d in {d for d, _e in cuentas}}
    return Mapa(trazos, *hilos(lugares), por_estado, departamentos)


def tamano(poblacion: int | None) -> int:
    """Give 0, 1 or 2 from the population."""
    return ((poblacion or 0) >= MEDIANO) + ((poblacion or 0) >= GRANDE)


def lugar(codigo: str, longitud: float, latitud: float) -> tuple[float, float]:
    """Give where a territory is drawn, in degrees: the archipelago is brought near the coast."""
    return (longitud + ACERCA[0], latitud + ACERCA[1]) if codigo.startswith(ARCHIPIELAGO) else (longitud, latitud)
