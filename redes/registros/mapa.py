"""The world with the countries where Colombia has twinnings: every country a dot at its place, no borders. Pure.

Plate carrée: longitude −168 to 180, latitude 70 to −48; what lies outside stays at the edge. Names where they fit,
most twinnings first; the list below the picture says them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from informes.colores import paleta
from informes.graficas.trazo import n
from informes.paises import COORDENADAS

ANCHO, ALTO = 720, 340
NORTE, SUR, OESTE, ESTE = 70, -48, -168, 180
LETRA, ALTO_LETRA = 9.2, 22  # width of a letter and height of a line of a name, in units of the picture
BORDE = 12
CASA = "CO"


@dataclass(frozen=True)
class Punto:
    """A country with twinnings: its dot, the thread that reaches it and its name, empty where it does not fit."""

    x: str
    y: str
    radio: str
    diametro: str
    hilo: str
    nombre: str
    texto_x: str
    texto_y: str
    ancla: str


@dataclass(frozen=True)
class Mapa:
    """What ``redes/_mundo.svg`` draws."""

    titulo: str
    ancho: int
    alto: int
    fondo: list[tuple[str, str]]
    lineas: list[str]
    casa: tuple[str, str]
    puntos: list[Punto]
    colores: dict[str, str]


def lugar(codigo: str) -> tuple[float, float] | None:
    """Give where a country falls in the picture, or None when its place is not known."""
    if codigo not in COORDENADAS:
        return None
    latitud, longitud = COORDENADAS[codigo]
    x, y = (longitud - OESTE) / (ESTE - OESTE) * ANCHO, (NORTE - latitud) / (NORTE - SUR) * ALTO
    return min(max(x, BORDE), ANCHO - BORDE), min(max(y, BORDE), ALTO - BORDE)


def mapa(paises: Sequence[tuple[str, str, int]], titulo: str) -> Mapa:
    """Give the picture of some countries: ``[(code, name, how many), …]``. Unknown codes stay out."""
    cx, cy = lugar(CASA)
    ocupado = [(cx - 12, cy - 12, cx + 12, cy + 12)]
    dados = sorted((fila for fila in paises if lugar(fila[0]) and fila[0] != CASA), key=lambda fila: -fila[2])
    radios = {codigo: 3.5 + min(sqrt(cuantos) * 1.6, 8) for codigo, _nombre, cuantos in dados}
    for codigo, radio in radios.items():
        x, y = lugar(codigo)
        ocupado.append((x - radio, y - radio, x + radio, y + radio))
    puntos = []
    for codigo, nombre, cuantos in dados:
        x, y = lugar(codigo)
        rotulo = f"{nombre} ({cuantos})" if cuantos > 1 else nombre
        sitio = _sitio(x, y, radios[codigo], rotulo, ocupado)
        tx, ty, ancla = sitio or (0, 0, "start")
        radio = radios[codigo]
        puntos.append(
            Punto(
                x=n(x),
                y=n(y),
                radio=n(radio),
                diametro=n(2 * radio),
                hilo=_arco(cx, cy, x, y),
                nombre=rotulo if sitio else "",
                texto_x=n(tx),
                texto_y=n(ty),
                ancla=ancla,
            )
        )
    fondo = [(n(lugar(c)[0]), n(lugar(c)[1])) for c in COORDENADAS if c not in radios and c != CASA]
    lineas = [n((NORTE - grados) / (NORTE - SUR) * ALTO) for grados in (66.5, 23.4, 0, -23.4)]
    return Mapa(titulo, ANCHO, ALTO, fondo, lineas, (n(cx), n(cy)), puntos, paleta())


def _sitio(x: float, y: float, radio: float, rotulo: str, ocupado: list) -> tuple[float, float, str] | None:
    """Give the first free place for a name (right, left, above, below) and take it; None when none is free."""
    largo = len(rotulo) * LETRA
    pruebas = (
        (x + radio + 4, y, "start", x + radio + 4), (x - radio - 4, y, "end", x - radio - 4 - largo),
        (x, y - radio - ALTO_LETRA / 2, "middle", x - largo / 2),
        (x, y + radio + ALTO_LETRA / 2, "middle", x - largo / 2),
    )  # fmt: skip
    for tx, centro, ancla, izquierda in pruebas:
        caja = (izquierda, centro - ALTO_LETRA / 2, izquierda + largo, centro + ALTO_LETRA / 2)
        dentro = caja[0] >= 0 and caja[2] <= ANCHO and caja[1] >= 0 and caja[3] <= ALTO
        propio = (x - radio, y - radio, x + radio, y + radio)
        if dentro and not any(_chocan(caja, otra) for otra in ocupado if otra != propio):
            ocupado.append(caja)
            return tx, centro + 6, ancla
    return None


def _chocan(a: tuple, b: tuple) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _arco(cx: float, cy: float, x: float, y: float) -> str:
    """Give a thread that bends towards the north."""
    mx, my = (cx + x) / 2, (cy + y) / 2 - abs(x - cx) * 0.18
    return f"M{n(cx)} {n(cy)}Q{n(mx)} {n(my)} {n(x)} {n(y)}"
