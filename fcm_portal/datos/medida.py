"""How many rows a table has and how much its files weigh: exact while it is small, told from a sample when it grows."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from django.core.cache import caches

from fcm_portal.datos.columna import Cambio, Conjunto
from fcm_portal.datos.escritura import escrito
from fcm_portal.datos.tablas.congeladas import AGENDA

MUESTRA = 250  # rows read to weigh a file
UN_DIA = 86_400


@dataclass(frozen=True)
class Medida:
    """``filas``: rows, counted or, without ``filas_exactas``, told. ``bytes``: of each file; ``exacta``: weighed."""

    filas: int
    filas_exactas: bool
    bytes: dict[str, int]
    exacta: bool


def medir(conjunto: Conjunto, cambio: Cambio) -> Medida:
    """Give the size of a table, kept in memory until its mark changes."""
    return caches["memoria"].get_or_set(
        f"datos:medida:{conjunto.slug}:{cambio.marca}", lambda: _medir(conjunto, cambio), UN_DIA
    )


def _medir(conjunto: Conjunto, cambio: Cambio) -> Medida:
    muestra = list(islice(iter(conjunto.filas()), MUESTRA + 1))
    exacta = len(muestra) <= MUESTRA
    filas = len(muestra) if exacta else _contadas(conjunto, muestra)
    veces = 1 if exacta else filas / len(muestra)
    pesos = {
        formato: round(sum(len(trozo.encode()) for trozo in escrito(conjunto, formato, cambio, muestra)) * veces)
        for formato in ("csv", "json")
    }
    return Medida(filas, exacta or not conjunto.de_agendas, pesos, exacta)


def _contadas(conjunto: Conjunto, muestra: list) -> int:
    """Give how many rows there are; of what hangs from agendas, as many an agenda as in the sample, to the ten."""
    cuantas = conjunto.contar()
    if not conjunto.de_agendas:
        return cuantas
    agendas = len({tuple(fila[: len(AGENDA)]) for fila in muestra})
    return round(len(muestra) / agendas * cuantas, -1)
