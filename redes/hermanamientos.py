"""Known twinnings, by who has them and with whom."""

from __future__ import annotations

from redes.models import Hermanamiento
from territorio.models import Territorio


def de_territorio(territorio: Territorio):
    """Give the twinnings of a territory, oldest first; those without a known year at the end."""
    return territorio.hermanamientos.order_by("anio", "ciudad")


def con_ciudad(ciudad: str, pais: str):
    """Give the Colombian territories twinned with a city abroad."""
    return Hermanamiento.objects.filter(ciudad=ciudad, pais=pais).select_related("territorio__departamento")
