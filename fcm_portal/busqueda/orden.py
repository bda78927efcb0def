"""Which things answer a query, the best first: exact name, beginning of the name, its words, then the text. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from formato.texto import sin_acentos

LARGO_MAXIMO = 100  # characters of a query that are read
PALABRAS_MAXIMAS = 8
PALABRA = re.compile(r"[^\W_]+")
VACIAS = {
    *("a", "al", "con", "de", "del", "e", "el", "en", "entre", "la", "las", "lo", "los", "o", "para", "por", "que"),
    *("se", "su", "sus", "un", "una", "y"),
}


@lru_cache(maxsize=8192)
def clave(texto: str) -> str:
    """Give the key of a text, its words between blanks and one at each end: `` agenda 2030 ``. Kept in memory."""
    return f" {' '.join(PALABRA.findall(sin_acentos(texto)))} "


@dataclass(slots=True)
class Hallable:
    """Something with an address that can be found. ``otros`` are its other names; ``lugar`` says where it belongs."""

    grupo: str
    titulo: str
    url: str
    texto: str = ""
    lugar: str = ""
    otros: tuple[str, ...] = ()
    codigo: str = ""
    nombres: tuple[str, ...] = field(init=False)
    alrededor: str = field(init=False)
    contenido: str = field(init=False)

    def __post_init__(self):
        """Make its keys: each name, what stands around it, and the text."""
        self.nombres = tuple(clave(nombre) for nombre in (self.titulo, *self.otros, self.codigo) if nombre)
        self.alrededor = clave(" ".join((self.titulo, *self.otros, self.codigo, self.lugar)))
        self.contenido = clave(self.texto)


@dataclass(frozen=True)
class Consulta:
    """What a person typed, cut and without accents. ``raices`` are the beginnings of words that are looked for."""

    escrito: str
    clave: str
    raices: tuple[str, ...]

    @property
    def vacia(self) -> bool:
        """Say whether there is nothing to look for."""
        return not self.raices


def leer(escrito: str) -> Consulta:
    """Read what was typed: 100 characters, eight words, without those of every text unless there are no others."""
    limpio = " ".join(escrito.replace("\0", "").split())[:LARGO_MAXIMO].strip()
    palabras = clave(limpio).split()[:PALABRAS_MAXIMAS]
    utiles = [palabra for palabra in palabras if palabra not in VACIAS] or palabras
    return Consulta(limpio, f" {' '.join(palabras)} ", tuple(dict.fromkeys(raiz(palabra) for palabra in utiles)))


def raiz(palabra: str) -> str:
    """Give the beginning a word shares with its plural: «naciones» → «nacion», «hermanamientos» → «hermanamiento»."""
    if len(palabra) > 6 and palabra.endswith("ciones"):
        return palabra[:-2]
    return palabra[:-1] if len(palabra) > 4 and palabra.endswith("s") else palabra


def puesto(cosa: Hallable, consulta: Consulta) -> int | None:
    """Give how well something answers: 0 exact name … 5 only its text; None when a word is in none of them."""
    if consulta.clave in cosa.nombres:
        return 0
    if any(nombre.startswith(consulta.clave) for nombre in cosa.nombres):
        return 1
    una_letra = len(consulta.raices) == 1 and len(consulta.raices[0]) == 1
    comienzo = consulta.clave.rstrip()
    if any(nombre.startswith(comienzo) for nombre in cosa.nombres):
        return 2
    if una_letra:
        return None
    if any(all(f" {palabra}" in nombre for palabra in consulta.raices) for nombre in cosa.nombres):
        return 3
    if all(f" {palabra}" in cosa.alrededor for palabra in consulta.raices):
        return 4
    if all(f" {palabra}" in cosa.alrededor or f" {palabra}" in cosa.contenido for palabra in consulta.raices):
        return 5
    return None


def buscar(cosas: Iterable[Hallable], consulta: Consulta) -> dict[str, list[Hallable]]:
    """Give what answers, by group, the best first; among equals, in the order in which they came."""
    if consulta.vacia:
        return {}
    hallados: dict[str, list[tuple[int, int, Hallable]]] = {}
    for lugar, cosa in enumerate(cosas):
        cual = puesto(cosa, consulta)
        if cual is not None:
            hallados.setdefault(cosa.grupo, []).append((cual, lugar, cosa))
    return {grupo: [cosa for _puesto, _lugar, cosa in sorted(filas)] for grupo, filas in hallados.items()}
