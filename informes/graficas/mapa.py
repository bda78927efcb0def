"""The country as dots, one a municipality, with a place lit and threads that leave for the world."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, radians, sin

from django.conf import settings

from informes.colores import paleta
from informes.graficas.mundo import rumbo
from informes.graficas.trazo import n

GRANDE, MEDIANO = 200_000, 40_000
OESTE, NORTE = -79.3, 12.6  # degrees at the left and upper edges
HILOS = (("", 62.0), ("", 82.0), ("", 100.0))


@dataclass(frozen=True)
class Punto:
    """A municipality: code, longitude, latitude and size from 0 to 2."""

    codigo: str
    longitud: float
    latitud: float
    tamano: int


@lru_cache(maxsize=1)
def municipios() -> tuple[Punto, ...]:
    """Give the municipalities of the reference data, in the order of their codes; the islands apart stay out."""
    with (settings.BASE_DIR / "fixtures" / "municipios.csv").open(encoding="utf-8") as archivo:
        filas = [fila for fila in csv.DictReader(archivo) if fila["latitud"] and float(fila["longitud"]) > -80]
    return tuple(
        Punto(
            fila["codigo_dane"], float(fila["longitud"]), float(fila["latitud"]),
            (int(fila["poblacion"] or 0) >= GRANDE) + (int(fila["poblacion"] or 0) >= MEDIANO),
        )
        for fila in sorted(filas, key=lambda fila: fila["codigo_dane"])
    )  # fmt: skip


@dataclass(frozen=True)
class Mapa:
    """What ``informes/mapa.svg`` draws. ``tandas``: (path, thickness, class, opacity); each path is all its dots."""

    titulo: str
    ancho: str
    alto: str
    tandas: list[tuple[str, str, str, str]]
    x: str
    y: str
    hilos: list[str]
    sobre_oscuro: bool
    colores: dict[str, str]
    origen: tuple[float, float, float]  # x of the meridian ``OESTE``, y of the parallel ``NORTE``, units a degree

    def sin_lejos(self) -> Mapa:
        """Give the map without the dots of the rest of the country, for who has them in a picture underneath."""
        return replace(self, tandas=[tanda for tanda in self.tandas if tanda[2] != "lejos"])


def mapa(
    latitud: float | None,
    longitud: float | None,
    titulo: str,
    *,
    cerca: Sequence[str] = (),
    encendidos: Sequence[str] = (),
    rumbos: Sequence[float] | None = None,
    ancho: float = 612,
    alto: float = 520,
    margen: tuple[float, float, float, float] = (20, 60, 20, 60),
    sobre_oscuro: bool = True,
) -> Mapa:
    """Give the map. ``cerca``: prefixes of codes a little brighter; ``encendidos``: codes lit as the place is.

    ``rumbos``: bearings in degrees of the threads from the place (three by default, none with ``[]``).
    """
    arriba, derecha, abajo, izquierda = margen
    escala = min((ancho - izquierda - derecha) / 12.6, (alto - arriba - abajo) / 16.9)
    x0 = izquierda + (ancho - izquierda - derecha - 12.6 * escala) / 2

    def en(lon: float, lat: float) -> tuple[float, float]:
        return x0 + (lon - OESTE) * escala, arriba + (NORTE - lat) * escala

    grupos: dict[tuple[str, int], list[str]] = {}
    for punto in municipios():
        if punto.codigo in encendidos:
            clase = "encendido"
        else:
            clase = "cerca" if any(punto.codigo.startswith(prefijo) for prefijo in cerca) else "lejos"
        x, y = en(punto.longitud, punto.latitud)
        grupos.setdefault((clase, punto.tamano), []).append(f"M{n(x)} {n(y)}h0")
    base = escala * 0.105
    opacidad = {"lejos": "0.3", "cerca": "0.75", "encendido": "1"}
    orden = ("lejos", "cerca", "encendido")
    tandas = [
        ("".join(grupos[clase, tamano]), n(base * (1 + tamano * 0.75)), clase, opacidad[clase])
        for clase in orden
        for tamano in (0, 1, 2)
        if (clase, tamano) in grupos
    ]
    x = y = ""
    hilos: list[str] = []
    if latitud is not None and longitud is not None:
        px, py = en(max(longitud, OESTE), latitud)
        x, y = n(px), n(py)
        angulos = [r for _, r in HILOS] if rumbos is None else list(rumbos)
        hilos = [_hilo(px, py, angulo, ancho) for angulo in angulos]
    return Mapa(titulo, n(ancho), n(alto), tandas, x, y, hilos, sobre_oscuro, paleta(), (x0, arriba, escala))


def _hilo(x: float, y: float, grados: float, ancho: float) -> str:
    """Give a curved thread that leaves in a direction (clockwise from the north) and goes out of the picture."""
    largo = ancho * 1.4
    ex, ey = x + largo * sin(radians(grados)), y - largo * cos(radians(grados))
    cx, cy = x + largo * 0.35 * sin(radians(grados)), y - largo * 0.35 * cos(radians(grados)) - largo * 0.12
    return f"M{n(x)} {n(y)}Q{n(cx)} {n(cy)} {n(ex)} {n(ey)}"


def rumbos_a(latitud: float | None, longitud: float | None, paises: Sequence[str], tope: int = 5) -> list[float] | None:
    """Give the bearings from a place to some countries to the east (to the west stands the title), none too close."""
    if latitud is None or longitud is None:
        return []
    elegidos: list[float] = []
    for pais in paises:
        dado = rumbo(latitud, longitud, pais)
        apartado = dado is not None and all(abs(dado[0] - otro) > 8 for otro in elegidos)
        if apartado and 15 <= dado[0] <= 165 and len(elegidos) < tope:
            elegidos.append(dado[0])
    return elegidos or None
