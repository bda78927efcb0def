"""Known twinnings of a territory."""

from __future__ import annotations

from territorio.models import Territorio


def de_territorio(territorio: Territorio):
    """Give the twinnings of a territory, oldest first; those without a known year at the end."""
    return territorio.hermanamientos.order_by("anio", "ciudad")
