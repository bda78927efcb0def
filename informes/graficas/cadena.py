"""The guide's chain: near results on the left, lasting impacts on the right, joined when one action aims at both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from informes.colores import paleta
from informes.graficas.trazo import n, partir

ANCHO, CAJA, PASO, ALTO_CAJA, CABEZA = 500.0, 190.0, 29.0, 25.0, 17.0


@dataclass(frozen=True)
class Caja:
    """A result or an impact."""

    x: str
    y: str
    tx: str
    lineas: list[tuple[str, str]]
    cuantas: str
    cx: str
    cy: str


@dataclass(frozen=True)
class Cadena:
    """What ``informes/cadena.svg`` draws."""

    titulo: str
    ancho: str
    alto: str
    rotulos: list[tuple[str, str]]
    caja: str
    alto_caja: str
    resultados: list[Caja]
    impactos: list[Caja]
    enlaces: list[tuple[str, str]]
    colores: dict[str, str]


def cadena(
    resultados: Sequence[dict],
    impactos: Sequence[dict],
    titulo: str,
    rotulos: tuple[str, str] = ("", ""),
    *,
    con_cuentas: bool = True,
) -> Cadena:
    """Give the chain; each side ``[{"texto", "acciones": [numbers]}, …]``; ``rotulos``: what heads each side.

    ``con_cuentas``: whether each box says how many actions it has; not where a table beside the picture names them.
    """
    filas = max(len(resultados), len(impactos), 1)
    alto = CABEZA + filas * PASO - (PASO - ALTO_CAJA)

    def lugares(lista: Sequence[dict]) -> list[float]:
        sobra = CABEZA + (alto - CABEZA - (len(lista) * PASO - (PASO - ALTO_CAJA))) / 2
        return [sobra + i * PASO for i in range(len(lista))]

    def cajas(lista: Sequence[dict], x: float) -> list[Caja]:
        hechas = []
        for dato, y in zip(lista, lugares(lista), strict=True):
            lineas = partir(dato["texto"], CAJA - (40 if con_cuentas else 18), 9.5, 2)
            arriba = y + ALTO_CAJA / 2 + 3.2 - (len(lineas) - 1) * 5.4
            hechas.append(
                Caja(
                    n(x), n(y), n(x + 9), [(n(arriba + 10.8 * k), linea) for k, linea in enumerate(lineas)],
                    str(len(dato["acciones"])) if con_cuentas else "", n(x + CAJA - 15), n(y + ALTO_CAJA / 2),
                )
            )  # fmt: skip
        return hechas

    enlaces = []
    for uno, y1 in zip(resultados, lugares(resultados), strict=True):
        for otro, y2 in zip(impactos, lugares(impactos), strict=True):
            comunes = len(set(uno["acciones"]) & set(otro["acciones"]))
            if comunes:
                a, b = y1 + ALTO_CAJA / 2, y2 + ALTO_CAJA / 2
                medio = ANCHO / 2
                enlaces.append(
                    (
                        f"M{n(CAJA)} {n(a)}C{n(medio)} {n(a)} {n(medio)} {n(b)} {n(ANCHO - CAJA)} {n(b)}",
                        n(min(0.7 + comunes * 0.3, 3)),
                    )
                )
    return Cadena(
        titulo,
        n(ANCHO),
        n(alto),
        [(n(0), rotulos[0]), (n(ANCHO - CAJA), rotulos[1])],
        n(CAJA),
        n(ALTO_CAJA),
        cajas(resultados, 0),
        cajas(impactos, ANCHO - CAJA),
        enlaces,
        paleta(),
    )
