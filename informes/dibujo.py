"""A chart as HTML, for pages that show it to many people."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache

from django.conf import settings
from django.template.loader import get_template
from django.utils.safestring import SafeString


def dibujo(plantilla: str, grafica: object) -> SafeString:
    """Draw what a function of ``informes.graficas`` gave, with its template."""
    return get_template(plantilla).render({"grafica": grafica})


def dibujo_de(plantilla: str, hacer: Callable[..., object], *datos: Hashable) -> SafeString:
    """Draw ``hacer(*datos)``, once in a process for the same facts: the ladders of all towns are a few dozen.

    It may depend on nothing but those facts. With DEBUG nothing is kept: templates change while the process lives.
    """
    return dibujo(plantilla, hacer(*datos)) if settings.DEBUG else _guardado(plantilla, hacer, *datos)


@lru_cache(maxsize=512)
def _guardado(plantilla: str, hacer: Callable[..., object], *datos: Hashable) -> SafeString:
    return dibujo(plantilla, hacer(*datos))
