"""How the same values are read in English, for the edition that goes abroad: ``COP 1,250,000``, ``22 November 2026``.

Only drawing asks for it (``formato/segun_idioma.py``); nobody types in these forms.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cache

from babel import Locale

from formato import fechas, numeros

MESES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
AL_REVES = str.maketrans(",.", ".,")


def miles(entero: int) -> str:
    """Give a whole number with commas for thousands: ``1,250,000``."""
    return f"{entero:,}"


def pesos(valor: int | None) -> str:
    """Give an amount in pesos, by the code of the currency: ``COP 1,250,000``. Nothing for None."""
    if valor is None or valor == "":
        return ""
    entero = int(valor)
    return f"{'-' if entero < 0 else ''}COP\N{NO-BREAK SPACE}{miles(abs(entero))}"


def numero(valor: Decimal | int | float | None, decimales: int | None = None) -> str:
    """Give a number: ``1,250.5``, with the rules of ``formato.numeros.numero``."""
    return numeros.numero(valor, decimales).translate(AL_REVES)


def porcentaje(valor: Decimal | int | float | None) -> str:
    """Give ``70%``. Nothing for None."""
    texto = numero(valor)
    return texto and f"{texto}%"


def fecha_larga(fecha: dt.date | dt.datetime | None) -> str:
    """Give ``22 November 2026``. Nothing for None."""
    if not fecha:
        return ""
    dia = fechas.en_casa(fecha)
    return f"{dia.day} {MESES[dia.month - 1]} {dia.year}"


def fecha_corta(fecha: dt.date | dt.datetime | None) -> str:
    """Give ``22 Nov 2026``. Nothing for None."""
    if not fecha:
        return ""
    dia = fechas.en_casa(fecha)
    return f"{dia.day} {MESES[dia.month - 1][:3]} {dia.year}"


def fecha_hora(momento: dt.datetime | None) -> str:
    """Give ``22 November 2026, 10:42``. Nothing for None."""
    return f"{fecha_larga(momento)}, {fechas.hora(momento)}" if momento else ""


def mes(fecha: dt.date | None) -> str:
    """Give ``November 2026``. Nothing for None."""
    return f"{MESES[fecha.month - 1]} {fecha.year}" if fecha else ""


@cache
def _paises() -> dict[str, str]:
    return {codigo: str(nombre) for codigo, nombre in Locale("en").territories.items()}


def pais(codigo: str | None) -> str:
    """Give the name of a country (CLDR, through Babel) by ISO 3166-1 code, or the code when it is not known."""
    return _paises().get(codigo or "", codigo or "")
