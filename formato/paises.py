"""Names of countries in Spanish (CLDR, through Babel) by ISO 3166-1 alpha-2 code."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from formato.texto import sin_acentos

NO_SON_PAISES = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}


@cache
def paises() -> dict[str, str]:
    """Give every country, code → name."""
    nombres = Locale("es").territories
    return {c: str(n) for c, n in nombres.items() if re.fullmatch("[A-Z]{2}", c) and c not in NO_SON_PAISES}


def pais(codigo: str | None) -> str:
    """Give the name of a country, or the code when it is not known."""
    return paises().get(codigo or "", codigo or "")


@cache
def opciones_paises() -> tuple[tuple[str, str], ...]:
    """Give the choices of a form, in alphabetical order, Colombia first."""
    ordenados = sorted(paises().items(), key=lambda par: (par[0] != "CO", sin_acentos(par[1])))
    return tuple(ordenados)
