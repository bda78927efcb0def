"""Typing errors: each word that nobody uses is changed for the most similar one of the names. Pure."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable

from fcm_portal.busqueda.orden import VACIAS, Consulta, Hallable

PARECIDO = 0.72  # of 1: «pamplna» is 0.93 like «pamplona», «hermanameinto» 0.92 like «hermanamiento»
CANDIDATAS = 16  # words compared letter by letter, those with most trigrams in common


class Vocabulario:
    """The words of all names, found by the groups of three letters they share with a mistyped one."""

    def __init__(self, cosas: Iterable[Hallable]):
        """Learn the words of the names and of the places, with how often each is used."""
        self.usos: dict[str, int] = defaultdict(int)
        for cosa in cosas:
            for palabra in set(cosa.alrededor.split()):
                self.usos[palabra] += 1
        self._por_trigrama: dict[str, list[str]] = defaultdict(list)
        for palabra in self.usos:
            if len(palabra) > 2 and palabra not in VACIAS:
                for trozo in trigramas(palabra):
                    self._por_trigrama[trozo].append(palabra)

    def conoce(self, palabra: str) -> bool:
        """Say whether some name has the word."""
        return palabra in self.usos

    def parecidas(self, palabra: str, cuantas: int = 3) -> list[str]:
        """Give the most similar words, the best first; between two as similar, the one more used."""
        comunes: dict[str, int] = defaultdict(int)
        for trozo in trigramas(palabra):
            for otra in self._por_trigrama.get(trozo, ()):
                comunes[otra] += 1
        mejores = sorted(comunes, key=lambda otra: (-comunes[otra], abs(len(otra) - len(palabra))))[:CANDIDATAS]
        notas = {otra: difflib.SequenceMatcher(None, palabra, otra).ratio() for otra in mejores}
        buenas = [otra for otra in mejores if notas[otra] >= PARECIDO]
        return sorted(buenas, key=lambda otra: (-round(notas[otra], 2), -self.usos[otra], otra))[:cuantas]


def trigramas(palabra: str) -> set[str]:
    """Give its groups of three letters, with the beginning and the end marked: ``  c``, `` ca``, ``cal``, …"""
    marcada = f"  {palabra} "
    return {marcada[lugar : lugar + 3] for lugar in range(len(marcada) - 2)}


def corregir(consulta: Consulta, vocabulario: Vocabulario) -> list[str]:
    """Give up to three queries that resemble a mistyped one, the best first; none when no word can be mended."""
    palabras = consulta.clave.split()
    dudosas = [n for n, palabra in enumerate(palabras) if palabra not in VACIAS and not vocabulario.conoce(palabra)]
    if not dudosas:
        return []
    opciones = {n: vocabulario.parecidas(palabras[n]) for n in dudosas}
    if not any(opciones.values()):
        return []
    propuestas = []
    for vez in range(3):
        nuevas = list(palabras)
        for n, similares in opciones.items():
            if similares:
                nuevas[n] = similares[min(vez, len(similares) - 1)]
        propuestas.append(" ".join(nuevas))
    return list(dict.fromkeys(propuestas))
