"""Each value in the language that is being drawn: es-CO on every screen, English inside ``override("en")``."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.utils.translation import get_language

from formato import fechas, ingles, numeros, paises


def en_ingles() -> bool:
    """Say whether English is being drawn."""
    return (get_language() or "").startswith("en")


def _segun(en_espanol: Callable, en_el_otro: Callable) -> Callable:
    """Give a function that answers in the language being drawn."""

    @wraps(en_espanol)
    def dicho(*valores):
        return (en_el_otro if en_ingles() else en_espanol)(*valores)

    return dicho


miles = _segun(numeros.miles, ingles.miles)
pesos = _segun(numeros.pesos, ingles.pesos)
numero = _segun(numeros.numero, ingles.numero)
porcentaje = _segun(numeros.porcentaje, ingles.porcentaje)
fecha_larga = _segun(fechas.fecha_larga, ingles.fecha_larga)
fecha_corta = _segun(fechas.fecha_corta, ingles.fecha_corta)
fecha_hora = _segun(fechas.fecha_hora, ingles.fecha_hora)
mes = _segun(fechas.mes, ingles.mes)
pais = _segun(paises.pais, ingles.pais)
