"""What we ask of the engine that it does not do by itself: to be safe, and to take less time for the same paper.

WeasyPrint works out again what it already knew: the shape of each text when it is painted, the styles and measures of
each box, one letter at a time in a figure. Each room here keeps one of those things. What they touch is not the public
face of the engine, so they are put on only over the version for which they were written and tried; over another one
the paper is the same and takes longer. ``tests/informes/test_motor.py`` draws with and without them and compares.
"""

from __future__ import annotations

import logging
from functools import cache
from threading import Lock

import weasyprint

from informes.papel.motor import archivo, estilos, figuras, fuentes, medidas, renglones

VERSION = "70.0"

registro = logging.getLogger(__name__)
turno = Lock()


def preparar() -> None:
    """Make the engine of this process ready, once: who draws meanwhile in another thread waits."""
    with turno:
        _preparar()


@cache
def _preparar() -> None:
    fuentes.sostener()
    if weasyprint.__version__ != VERSION:
        registro.warning("WeasyPrint %s draws without what was written for %s.", weasyprint.__version__, VERSION)
        return
    aligerar()


def aligerar() -> None:
    """Put on what saves time."""
    for una in (renglones, estilos, medidas, figuras, archivo):
        una.aligerar()
