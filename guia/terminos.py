"""Where a text names a term of the glossary, so that its definition can stand beside it. Pure: no database."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# Everyday words besides the name of something in the guide: marking them would underline half a page.
CORRIENTES = {"integracion"}


@dataclass(frozen=True)
class Definicion:
    """What a term means. ``sigla`` is empty when it has none."""

    slug: str
    termino: str
    sigla: str
    definicion: str


@dataclass(frozen=True)
class Trozo:
    """A piece of a text; ``definicion`` is None where it is just text."""

    texto: str
    definicion: Definicion | None = None


class Buscador:
    """Finds terms in texts. Names are met in any case and in plural; acronyms only as they are written."""

    def __init__(self, definiciones: Iterable[Definicion]):
        """Build one expression for all; the longest name wins («cooperación internacional» before «cooperación»)."""
        self.por_slug = {definicion.slug: definicion for definicion in definiciones}
        self._por_texto: dict[str, Definicion] = {}
        for definicion in self.por_slug.values():
            if definicion.slug not in CORRIENTES:
                for forma in formas(definicion.termino):
                    self._por_texto.setdefault(forma.lower(), definicion)
        self._por_sigla = {definicion.sigla: definicion for definicion in self.por_slug.values() if definicion.sigla}
        nombres = "|".join(map(re.escape, sorted(self._por_texto, key=len, reverse=True)))
        siglas = "|".join(map(re.escape, sorted(self._por_sigla, key=len, reverse=True)))
        partes = [f"(?P<nombre>(?i:{nombres}))" if nombres else "", f"(?P<sigla>{siglas})" if siglas else ""]
        alternativas = "|".join(filter(None, partes))
        self._patron = re.compile(rf"(?<![\w-])(?:{alternativas})(?![\w-])") if alternativas else None

    def trozos(self, texto: str, dichos: set[str]) -> Iterator[Trozo]:
        """Split a text at the terms it names, each only once: those in ``dichos`` (slugs) pass, new ones join it."""
        desde = 0
        for hallado in self._patron.finditer(texto) if self._patron else ():
            definicion = self._por_sigla.get(hallado.group()) or self._por_texto[hallado.group().lower()]
            if definicion.slug in dichos:
                continue
            dichos.add(definicion.slug)
            if hallado.start() > desde:
                yield Trozo(texto[desde : hallado.start()])
            yield Trozo(hallado.group(), definicion)
            desde = hallado.end()
        if desde < len(texto):
            yield Trozo(texto[desde:])


def formas(termino: str) -> list[str]:
    """Give a name as it is and in plural: «red internacional», «redes internacionales»."""
    return [termino, " ".join(plural(palabra) for palabra in termino.split())]


def plural(palabra: str) -> str:
    """Give the plural of a word: -s after a vowel, -es after a consonant, accents of the last syllable dropped."""
    if palabra.lower() in {"de", "y", "mensual", "sur-sur"} or palabra.endswith(("s", "S")):
        return palabra
    if palabra[-1] in "aeiouáéó":
        return palabra + "s"
    for con, sin in (("ión", "ion"), ("és", "es"), ("ón", "on")):
        if palabra.endswith(con):
            return palabra.removesuffix(con) + sin + "es"
    return palabra + "es"
