"""Typing errors: each word that nobody uses is cut in two that are («worldbank») or changed for a similar one. Pure."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable
from heapq import nsmallest

from formato.palabras import VACIAS, Consulta

PARECIDO = 0.72  # of 1: «pamplna» is 0.93 like «pamplona», «hermanameinto» 0.92 like «hermanamiento»
LETRAS_DE_MAS = 3  # letters more or fewer that a typing error leaves: «transporte» is not a wrong «aporte»
MITAD = 3  # letters at least of each of two words written together: «onuhabitat»
CANDIDATAS = 16  # words compared letter by letter, those with most trigrams in common


class Vocabulario:
    """The words in use, found by the groups of three letters they share with a mistyped one."""

    def __init__(self, claves: Iterable[str] = ()):
        """Learn the words of some keys, with how often each is used."""
        self.usos: dict[str, int] = defaultdict(int)
        self._por_trigrama: dict[str, list[str]] = defaultdict(list)
        for clave in claves:
            self.aprender(clave.split())

    def aprender(self, palabras: Iterable[str]) -> None:
        """Learn the words of one thing more."""
        for palabra in set(palabras):
            self.contar(palabra)

    def contar(self, palabra: str, veces: int = 1) -> None:
        """Learn that a word is used so many times more."""
        if palabra not in self.usos and len(palabra) > 2 and palabra.isalpha() and palabra not in VACIAS:
            for trozo in trigramas(palabra):
                self._por_trigrama[trozo].append(palabra)
        self.usos[palabra] += veces

    def conoce(self, palabra: str) -> bool:
        """Say whether something uses the word."""
        return palabra in self.usos

    def parecidas(self, palabra: str, cuantas: int = 3) -> list[str]:
        """Give the most similar words, the best first; between two as similar, the one more used."""
        comunes: dict[str, int] = defaultdict(int)
        for trozo in trigramas(palabra):
            for otra in self._por_trigrama.get(trozo, ()):
                comunes[otra] += 1
        mejores = nsmallest(CANDIDATAS, comunes, key=lambda otra: (-comunes[otra], abs(len(otra) - len(palabra))))
        notas = {otra: difflib.SequenceMatcher(None, palabra, otra).ratio() for otra in mejores}
        buenas = [
            otra for otra in mejores if notas[otra] >= PARECIDO and abs(len(otra) - len(palabra)) <= LETRAS_DE_MAS
        ]
        return sorted(buenas, key=lambda otra: (-round(notas[otra], 2), -self.usos[otra], otra))[:cuantas]


class Vocabularios:
    """Several vocabularies as one."""

    def __init__(self, *partes: Vocabulario):
        """Keep them."""
        self.partes = partes

    def conoce(self, palabra: str) -> bool:
        """Say whether any of them has the word."""
        return any(parte.conoce(palabra) for parte in self.partes)

    def parecidas(self, palabra: str, cuantas: int = 3) -> list[str]:
        """Give the most similar words of all of them, the best first; between two as similar, the one more used."""
        usos: dict[str, int] = defaultdict(int)
        for parte in self.partes:
            for otra in parte.parecidas(palabra, cuantas):
                usos[otra] += parte.usos[otra]
        notas = {otra: round(difflib.SequenceMatcher(None, palabra, otra).ratio(), 2) for otra in usos}
        return sorted(usos, key=lambda otra: (-notas[otra], -usos[otra], otra))[:cuantas]


def trigramas(palabra: str) -> set[str]:
    """Give its groups of three letters, with the beginning and the end marked: ``  c``, `` ca``, ``cal``, …"""
    marcada = f"  {palabra} "
    return {marcada[lugar : lugar + 3] for lugar in range(len(marcada) - 2)}


def corregir(consulta: Consulta, vocabulario: Vocabulario | Vocabularios) -> list[str]:
    """Give up to three queries that resemble a mistyped one, the best first; none when no word can be mended."""
    palabras = consulta.clave.split()
    dudosas = [n for n, palabra in enumerate(palabras) if palabra not in VACIAS and not vocabulario.conoce(palabra)]
    if not dudosas:
        return []
    opciones = {n: [*separar(palabras[n], vocabulario), *vocabulario.parecidas(palabras[n])] for n in dudosas}
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


def separar(palabra: str, vocabulario: Vocabulario | Vocabularios) -> list[str]:
    """Give the two words in use that were written together, if they were: «worldbank» → «world bank»."""
    cortes = ((palabra[:lugar], palabra[lugar:]) for lugar in range(MITAD, len(palabra) - MITAD + 1))
    return [" ".join(partes) for partes in cortes if all(map(vocabulario.conoce, partes))][:1]
