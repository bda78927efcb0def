"""The world as seen from a place: every country at its true bearing and distance (azimuthal, no borders needed)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import acos, atan2, cos, degrees, radians, sin, sqrt

from formato.segun_idioma import miles
from informes.colores import paleta
from informes.graficas.trazo import n, separar
from informes.paises import COORDENADAS

ANCHO, ALTO, RADIO = 500, 244, 112
ENTRE = 13  # least distance between two labels of one side
TIERRA_KM, FIN_KM = 6371.0, 20015.0


def rumbo(latitud: float, longitud: float, pais: str) -> tuple[float, float] | None:
    """Give bearing (degrees, clockwise from the north) and distance in km to a country; None when not known."""
    if pais not in COORDENADAS:
        return None
    a, b = radians(latitud), radians(COORDENADAS[pais][0])
    dl = radians(COORDENADAS[pais][1] - longitud)
    angulo = acos(max(-1.0, min(1.0, sin(a) * sin(b) + cos(a) * cos(b) * cos(dl))))
    grados = degrees(atan2(sin(dl) * cos(b), cos(a) * sin(b) - sin(a) * cos(b) * cos(dl)))
    return grados % 360, angulo * TIERRA_KM


@dataclass(frozen=True)
class Destino:
    """A country: its dot, its thread, its label and the line that joins label and dot."""

    x: str
    y: str
    hilo: str
    nombre: str
    texto_x: str
    texto_y: str
    ancla: str
    guia: str
    radio: str


@dataclass(frozen=True)
class Mundo:
    """What ``informes/mundo.svg`` draws."""

    titulo: str
    ancho: int
    alto: int
    cx: str
    cy: str
    anillos: list[tuple[str, str, str]]
    destinos: list[Destino]
    colores: dict[str, str]


def mundo(latitud: float, longitud: float, paises: Sequence[tuple[str, str, int]], titulo: str) -> Mundo:
    """Give the world from a place; ``paises``: ``[(code, name, how many partners), …]``. Unknown codes stay out."""
    cx, cy = ANCHO / 2, ALTO / 2

    def radio(km: float) -> float:
        return RADIO * sqrt(min(km, FIN_KM) / FIN_KM)

    lados: dict[str, list[list]] = {"start": [], "end": []}
    for codigo, nombre, cuantos in paises:
        dado = rumbo(latitud, longitud, codigo)
        if dado is None:
            continue
        r = radio(dado[1])
        x, y = cx + r * sin(radians(dado[0])), cy - r * cos(radians(dado[0]))
        rotulo = f"{nombre} ({cuantos})" if cuantos > 1 else nombre
        lados["start" if x >= cx else "end"].append([y, x, rotulo, cuantos])
    destinos = []
    for ancla, filas in lados.items():
        filas.sort()
        tx = cx + RADIO + 22 if ancla == "start" else cx - RADIO - 22
        alturas = separar([fila[0] for fila in filas], ENTRE, 10, ALTO - 10)
        for (y, x, rotulo, cuantos), ty in zip(filas, alturas, strict=True):
            borde = tx - 4 if ancla == "start" else tx + 4
            destinos.append(
                Destino(
                    n(x), n(y), _arco(cx, cy, x, y), rotulo, n(tx), n(ty + 3.2), ancla,
                    f"M{n(x)} {n(y)}L{n((x + borde * 3) / 4)} {n(ty)}L{n(borde)} {n(ty)}", n(3 + min(cuantos, 5) * 0.5),
                )
            )  # fmt: skip
    anillos = [(n(radio(km)), n(cy - radio(km) - 2), f"{miles(km)} km") for km in (2000, 5000, 10000, 20000)]
    return Mundo(titulo, ANCHO, ALTO, n(cx), n(cy), anillos, destinos, paleta())


def _arco(cx: float, cy: float, x: float, y: float) -> str:
    """Give a thread that bends a little."""
    mx, my = (cx + x) / 2 + (y - cy) * 0.12, (cy + y) / 2 - (x - cx) * 0.12
    return f"M{n(cx)} {n(cy)}Q{n(mx)} {n(my)} {n(x)} {n(y)}"
