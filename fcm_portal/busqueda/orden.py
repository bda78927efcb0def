"""Which things answer a query, the best first: exact name, beginning of the name, its words, then the text. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from formato.palabras import Consulta, clave


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


def con_sinonimos(cosas: Iterable[Hallable], maneras: list[tuple[tuple[str, ...], ...]]) -> dict[str, list[Hallable]]:
    """Give what has every thing looked for in some of the ways of saying it, by group; more in its names first."""
    hallados: dict[str, list[tuple[int, int, Hallable]]] = {}
    for lugar, cosa in enumerate(cosas):
        todo = cosa.alrededor + cosa.contenido
        dichas = [[frase for frase in una if all(f" {raiz}" in todo for raiz in frase)] for una in maneras]
        if dichas and all(dichas):
            cerca = sum(any(all(f" {raiz}" in cosa.alrededor for raiz in frase) for frase in una) for una in dichas)
            hallados.setdefault(cosa.grupo, []).append((-cerca, lugar, cosa))
    return {grupo: [cosa for _cerca, _lugar, cosa in sorted(filas)] for grupo, filas in hallados.items()}


def con_algunas(cosas: Iterable[Hallable], consulta: Consulta) -> dict[str, list[Hallable]]:
    """Give what has most of the words when nothing has them all, by group; first those with more in their names."""
    palabras = [f" {palabra}" for palabra in consulta.raices if len(palabra) > 1]
    hallados: dict[str, list[tuple[int, int, Hallable]]] = {}
    mejor = 1
    for lugar, cosa in enumerate(cosas):
        en_nombres = {palabra for palabra in palabras if palabra in cosa.alrededor}
        cuantas = sum(palabra in en_nombres or palabra in cosa.contenido for palabra in palabras)
        if cuantas > mejor:
            mejor, hallados = cuantas, {}
        if cuantas == mejor:
            hallados.setdefault(cosa.grupo, []).append((-len(en_nombres), lugar, cosa))
    return {grupo: [cosa for _nombres, _lugar, cosa in sorted(filas)] for grupo, filas in hallados.items()}
