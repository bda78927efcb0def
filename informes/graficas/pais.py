"""The dots of the whole country as one picture of their own, kept by browsers: ``static/marca/pais.svg``."""

from __future__ import annotations

from informes.graficas.mapa import NORTE as SU_NORTE
from informes.graficas.mapa import OESTE as SU_OESTE
from informes.graficas.mapa import Mapa, municipios
from informes.graficas.trazo import n, recorrer

OESTE, NORTE, ESCALA = -79.45, 12.75, 44.2  # degrees at the left and upper edges; units a degree
VISTA = (0, -24, 584, 790)  # viewBox: x, y, width, height in those units


def proyectar(longitud: float, latitud: float) -> tuple[int, int]:
    """Give whole units of the picture; so near the Equator a degree is as long as a degree."""
    return round((longitud - OESTE) * ESCALA), round((NORTE - latitud) * ESCALA)


def svg() -> str:
    """Give the picture: the same grey reads on a light and on a dark ground. The islands apart stay out."""
    trazo = recorrer([proyectar(uno.longitud, uno.latitud) for uno in municipios()])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{" ".join(map(str, VISTA))}"><path fill="none" '
        f'stroke="#8d8575" stroke-width="6" stroke-linecap="round" d="{trazo}"/></svg>\n'
    )


def caja(mapa: Mapa) -> tuple[str, str, str, str]:
    """Give where the picture goes under a map: x, y, width, height."""
    x, y, escala = mapa.origen
    factor = escala / ESCALA
    izquierda, arriba, ancho, alto = VISTA
    x, y = x + (OESTE - SU_OESTE) * escala, y + (SU_NORTE - NORTE) * escala
    return n(x + izquierda * factor), n(y + arriba * factor), n(ancho * factor), n(alto * factor)
