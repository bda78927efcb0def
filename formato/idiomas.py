"""Names of languages in Spanish (CLDR, through Babel) by ISO 639-1 code."""

from __future__ import annotations

from babel import Locale


def idioma(codigo: str) -> str:
    """Give the name of a language, or the code when it is not known."""
    return str(Locale("es").languages.get(codigo, codigo))
