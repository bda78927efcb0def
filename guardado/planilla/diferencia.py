"""Which words changed from one text to another, for the preview. Pure."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

PALABRAS = re.compile(r"\S+\s*")
MAXIMO = 1_200  # words: beyond this both texts are shown whole
LARGO_IGUAL, ORILLA = 40, 10  # words of an unchanged stretch, and how many of its ends stay


def tramos(antes: str, ahora: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Give both texts as pieces (text, whether it changed); a long unchanged stretch keeps only its ends."""
    viejas, nuevas = PALABRAS.findall(antes), PALABRAS.findall(ahora)
    if not viejas or not nuevas or len(viejas) + len(nuevas) > MAXIMO:
        return [(antes, False)] if antes else [], [(ahora, False)] if ahora else []
    unas: list[tuple[str, bool]] = []
    otras: list[tuple[str, bool]] = []
    comparador = SequenceMatcher(None, [p.strip() for p in viejas], [p.strip() for p in nuevas], autojunk=False)
    for clase, i, j, m, n in comparador.get_opcodes():
        if clase == "equal":
            unas.append((_recortar(viejas[i:j]), False))
            otras.append((_recortar(nuevas[m:n]), False))
            continue
        if i < j:
            unas.append(("".join(viejas[i:j]), True))
        if m < n:
            otras.append(("".join(nuevas[m:n]), True))
    return unas, otras


def _recortar(palabras: list[str]) -> str:
    if len(palabras) <= LARGO_IGUAL:
        return "".join(palabras)
    return f"{''.join(palabras[:ORILLA]).rstrip()} […] {''.join(palabras[-ORILLA:])}"
