"""From what a person typed to the things that answer, the best first. Pure: it is given the index.

Levels: that is its name or acronym; its name begins so; its names have every word; also in another form or by a
synonym; names and what stands around them (country, theme, goal, kind, language); the text too; the text has words
that only begin so. In each, what has the very words goes before what has a synonym; where the text counts, what has
one of them in its name goes first. What ended sinks under all that works, unless it was asked for by its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, reduce
from operator import and_, or_

from formato.erratas import corregir
from formato.palabras import VACIAS, Consulta, leer, raiz
from redes.directorio.fichas import EN_IDIOMA
from redes.directorio.indice import Indice
from redes.directorio.sinonimos import DE_PREGUNTA, IDIOMAS, MULETILLAS, SINONIMOS

OBJETIVO = re.compile(r"\b(?:ods|objetivos?|sdg) ?(\d{1,2})\b")  # «ODS6», «objetivo 6»: one way to say it
EN_UN_IDIOMA = re.compile(rf" (?:en|habl\w+|idiomas?) ({'|'.join(IDIOMAS)})(?= )")  # «redes en inglés»
EL_PROPIO = re.compile(r" (?:mi|nuestro|nuestra) (?:municipio|pueblo|alcaldia|ciudad|territorio)(?= )")
LUGARES = ("nombre", "comienzo", "cerca", "palabra", "texto")  # where a word may be, from its name on
NOMBRADA = 5  # levels in which a name answers
LARGAS = max(len(frase.split()) for frase in SINONIMOS)  # words of the longest phrase that has synonyms


@dataclass(frozen=True)
class Hallazgo:
    """What answers: disjoint sets of places, the best first. ``usada``: the query as it was mended, if it was.

    ``propuestas``: other ways of mending it. ``alguna``: nothing has every word, these have some.
    """

    niveles: list[int]
    usada: str = ""
    propuestas: tuple[str, ...] = ()
    alguna: bool = False

    @property
    def todas(self) -> int:
        """Give everything that answers as one set."""
        return reduce(or_, self.niveles, 0)


def buscar(indice: Indice, escrito: str) -> Hallazgo:
    """Give what answers; everything when nothing was typed. Typing errors are mended when nothing has every word."""
    consulta = preguntar(escrito)
    if consulta.vacia:
        return Hallazgo([indice.vivos])
    niveles = responden(indice, consulta)
    if any(niveles):
        return Hallazgo(niveles)
    dadas: list[tuple[str, list[int]]] = []
    probadas: set[tuple[str, ...]] = set()
    for texto in corregir(consulta, _Conocidas(indice)):
        mejorada = preguntar(texto)
        if mejorada.raices not in probadas and any(otros := responden(indice, mejorada)):
            dadas.append((texto, otros))
        probadas.add(mejorada.raices)
    if dadas:
        return Hallazgo(dadas[0][1], dadas[0][0], tuple(texto for texto, otros in dadas[1:] if any(otros[:NOMBRADA])))
    return Hallazgo(con_algunas(indice, consulta), alguna=True)


def preguntar(escrito: str) -> Consulta:
    """Read what was typed, without what only asks: «¿qué pasó con Acción Social?» looks for the last two."""
    consulta = leer(escrito)
    clave = OBJETIVO.sub(r"ods \1", consulta.clave)
    idiomas = [*EN_UN_IDIOMA.finditer(clave)]
    clave = EN_UN_IDIOMA.sub("", clave)
    clave = next(filter(str.strip, (EL_PROPIO.sub("", clave), clave)), "")
    for _vez in range(2):
        hallada = next((una for una in _muletillas() if clave.startswith(una) and len(clave) > len(una)), "")
        clave = clave[len(hallada) - 1 :] if hallada else clave
    dichas = clave.split()
    while len(dichas) > 1 and dichas[0] in VACIAS:
        dichas.pop(0)
    clave = f" {' '.join(' '.join([*dichas, *(hallado.group() for hallado in idiomas)]).split())} "
    corta = consulta if clave == consulta.clave else replace(leer(clave), escrito=consulta.escrito)
    raices = leer(" ".join(dichas)).raices if idiomas else corta.raices
    marcas = dict.fromkeys(f"{EN_IDIOMA}{IDIOMAS[hallado.group(1)]}" for hallado in idiomas)
    utiles = (*(una for una in raices if una not in _de_pregunta()), *marcas)
    return replace(corta, raices=utiles) if utiles else corta


@cache
def _de_pregunta() -> set[str]:
    return set(map(raiz, DE_PREGUNTA))


@cache
def _muletillas() -> list[str]:
    return sorted((f" {frase} " for frase in MULETILLAS), key=len, reverse=True)


@cache
def _sinonimos() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Give the table by the beginnings of its words, so that plurals find it too: «francés» and «franceses»."""
    enteras = {tuple(frase.split()): otras for frase, otras in SINONIMOS.items()}
    return enteras | {tuple(map(raiz, frase)): otras for frase, otras in enteras.items()}


@cache
def _de_sinonimos() -> set[str]:
    """Give the words of the phrases that have synonyms: nobody need use «cambio» for «cambio climático» to be known."""
    return {palabra for frase in SINONIMOS for palabra in frase.split()}


class _Conocidas:
    """The words that need no mending: those of the index, of the synonyms, and the beginnings of some."""

    def __init__(self, indice: Indice):
        self.indice = indice
        self.parecidas = indice.vocabulario.parecidas

    def conoce(self, palabra: str) -> bool:
        """Say whether the word finds something."""
        raices = (raiz(palabra),)
        return bool(
            self.indice.formas(palabra)
            or self.indice.que_empiezan(raices[0])
            or raices in _sinonimos()
            or palabra in _de_sinonimos()
            or raices[0] in _de_pregunta()
        )


def _unidades(consulta: Consulta) -> list[tuple[str, ...]]:
    """Cut a query into what has to be found: its words, or the phrases that have synonyms."""
    raices, unidades, lugar = consulta.raices, [], 0
    while lugar < len(raices):
        largo = next((n for n in range(LARGAS, 1, -1) if raices[lugar : lugar + n] in _sinonimos()), 1)
        unidades.append(raices[lugar : lugar + largo])
        lugar += largo
    return unidades


def maneras(consulta: Consulta) -> list[tuple[tuple[str, ...], ...]]:
    """Give, for each thing that is looked for, the ways of saying it: its words, and those of each synonym."""
    return [
        (raices, *(tuple(map(raiz, frase.split())) for frase in _sinonimos().get(raices, ())))
        for raices in _unidades(consulta)
    ]


class _Palabra:
    """Where a word is, by kind of place. Each set holds the one before."""

    def __init__(self, indice: Indice, palabra: str):
        formas = indice.formas(palabra)
        todas = formas.union(indice.que_empiezan(palabra))
        self.nombre = indice.nombres.bits(formas)
        self.comienzo = indice.nombres.bits(todas)
        self.cerca = self.comienzo | indice.cerca(todas)
        self.palabra = self.cerca | indice.texto.bits(formas)  # «agua» before «Aguadas»
        self.texto = self.palabra | indice.texto.bits(todas)


class _Unidad:
    """Where a word or a phrase is, by itself and by its synonyms."""

    def __init__(self, indice: Indice, dichos: tuple[tuple[str, ...], ...]):
        propia, *otras = (_frase(indice, raices) for raices in dichos)
        self.propia_cerca, self.propia = propia[2], propia[-1]
        self.nombre = propia[0]
        self.comienzo, self.cerca, self.palabra, self.texto = (
            reduce(or_, (otra[lugar] for otra in otras), propia[lugar]) for lugar in range(1, len(LUGARES))
        )


def _frase(indice: Indice, raices: Iterable[str]) -> tuple[int, ...]:
    """Give where all the words of a phrase are, for each of ``LUGARES``."""
    partes = [_Palabra(indice, una) for una in raices]
    return tuple(reduce(and_, (getattr(parte, donde) for parte in partes)) for donde in LUGARES)


def responden(indice: Indice, consulta: Consulta) -> list[int]:
    """Give the places that answer a whole query, by level, as it was typed: nothing is mended."""
    unidades = [_Unidad(indice, dichos) for dichos in maneras(consulta)]
    if not unidades:
        return []
    exactas = indice.que_se_llaman(consulta.clave)
    crudos = [exactas, indice.nombres_que_empiezan(consulta.clave)]
    propias = reduce(and_, (unidad.propia for unidad in unidades))
    nombradas = propias & reduce(or_, (unidad.nombre for unidad in unidades))
    for donde in LUGARES:
        todas = reduce(and_, (getattr(unidad, donde) for unidad in unidades))
        antes = {"nombre": [], "palabra": [nombradas, propias], "texto": [nombradas, propias]}.get(donde, [propias])
        crudos += [*(todas & unas for unas in antes), todas]
    return _separar(indice, crudos)


def con_algunas(indice: Indice, consulta: Consulta) -> list[int]:
    """Give the places that have some of the words: those that have more first.

    Of them, those with the very word in a name or around it (country, theme), then those with a synonym in a name.
    """
    unidades = [_Unidad(indice, dichos) for dichos in maneras(consulta)]
    con = [indice.vivos] + [0] * len(unidades)  # con[n]: have n words at least
    for unidad in unidades:
        for cuantas in range(len(unidades), 0, -1):
            con[cuantas] |= con[cuantas - 1] & unidad.texto
    suyas = reduce(or_, (unidad.propia_cerca for unidad in unidades), 0)
    nombradas = reduce(or_, (unidad.comienzo for unidad in unidades), 0)
    return _separar(indice, [0, *(una & bits for una in reversed(con[1:]) for bits in (suyas, nombradas, una))])


def _separar(indice: Indice, crudos: list[int]) -> list[int]:
    """Take from each level what an earlier one has; what ended goes to the last, but for what was named exactly."""
    dados, niveles, hundidas = 0, [], []
    for lugar, bits in enumerate(crudos):
        bits &= indice.vivos & ~dados
        dados |= bits
        if lugar:
            hundidas.append(bits & indice.hundidos)
            bits &= ~indice.hundidos
        niveles.append(bits)
    return [*niveles, *hundidas]
