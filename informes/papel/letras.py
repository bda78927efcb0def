"""Which characters reach the paper: those that have a shape, and something visible for those that no font can draw."""

from __future__ import annotations

import unicodedata

SUSTITUTOS = ("□", "?")  # the second one, where the fonts of symbols are not installed
INVISIBLES = ("Cc", "Cf", "Cs")
BLANCOS = "\t\n\f\r"
_CONTROLES = {codigo: None for codigo in [*range(32), *range(127, 160)] if chr(codigo) not in BLANCOS}


def imprimible(texto: str) -> str:
    """Give a text without control characters: they have no shape, and some would come out as a box."""
    return texto.translate(_CONTROLES)


def sustituir(texto: str, sin_dibujo: set[str], sustituto: str) -> str:
    """Give a text where what cannot be drawn is a visible sign; marks of format, which nobody sees, go away."""
    tabla = {ord(c): "" if unicodedata.category(c) in INVISIBLES else sustituto for c in sin_dibujo}
    return texto.translate(tabla)
