"""A run from beginning to end, with its progress where every process of the portal can read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.core.cache import cache

from redes.enlaces.registro import anotar
from redes.enlaces.ronda import HILOS, recorrer
from redes.enlaces.tanteo import Hallazgo, Ritmo
from redes.models import Enlace

CLAVE = "redes.enlaces.marcha"
DURA = 3600  # seconds: what stops saying how it goes is not going
BASTANTES = 3  # links that nobody reached, with none that answered, are our own line


class SinRed(Exception):
    """Not one name was found: this machine has no way out, and no link is to blame."""


@dataclass(frozen=True)
class Avance:
    """How a run goes."""

    hechos: int
    total: int


def avance() -> Avance | None:
    """Give how the run in course goes, or None when there is none."""
    guardado = cache.get(CLAVE)
    return Avance(*guardado) if guardado else None


def decir(hechos: int, total: int) -> None:
    """Say how it goes."""
    cache.set(CLAVE, (hechos, total), DURA)


def callar() -> None:
    """Say that no run is in course."""
    cache.delete(CLAVE)


def revisar(
    urls: Iterable[str],
    ritmo: Ritmo,
    *,
    hilos: int = HILOS,
    hechos: int = 0,
    total: int | None = None,
    al_hallar: Callable[[Enlace], None] = lambda enlace: None,
) -> int:
    """Try some addresses and keep what was found; give how many were kept. Raises ``SinRed``.

    ``hechos`` and ``total``: where these stand in a longer run, for its progress.
    """
    urls = list(urls)
    total = len(urls) + hechos if total is None else total
    apartados: list[tuple[str, Hallazgo]] = []
    con_red, guardados = False, 0
    decir(hechos, total)
    for url, hallado in recorrer(urls, ritmo, hilos=hilos):
        if hallado.sin_red and not con_red:
            apartados.append((url, hallado))
            continue
        con_red = True
        al_hallar(anotar(url, hallado))
        guardados += 1
        decir(hechos + guardados, total)
    if apartados and not con_red and len(apartados) >= BASTANTES:
        raise SinRed
    for url, hallado in apartados:
        al_hallar(anotar(url, hallado))
    return guardados + len(apartados)
