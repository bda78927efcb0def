"""Which territories the names of the directory («Mompox», «Cali») are. A name that could be two is nobody's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from formato.texto import sin_acentos

ARTICULOS = ("el ", "la ", "los ", "las ")
ENLACES = (" de ", " del ")
CAPITAL_DEL_PAIS = ("d.c.", "d. c.")


class Nomenclator:
    """The names of the territories, by what people call them."""

    def __init__(self, territorios: Iterable[tuple[str, str, str]]):
        """Take (code, name, name of its department) of each, the names as search keys."""
        self._enteros: dict[str, set[str]] = defaultdict(set)
        self._partes: dict[str, set[str]] = defaultdict(set)
        self._departamentos: dict[str, str] = {}
        for codigo, nombre, departamento in territorios:
            entero = nombre.partition(",")[0].rstrip()
            self._enteros[entero].add(codigo)
            self._departamentos[codigo] = departamento.partition(",")[0]
            for parte in _partes(entero) if codigo.isdigit() else ():  # an association is known by its whole name
                self._partes[parte].add(codigo)

    def codigo(self, nombre: str) -> str | None:
        """Give the code of the only territory so called («Jericó, Antioquia» says which), or None."""
        hallados = self.posibles(nombre)
        return next(iter(hallados)) if len(hallados) == 1 else None

    def posibles(self, nombre: str) -> frozenset[str]:
        """Give every territory that a name may be: by its whole name first, by the part people use otherwise."""
        clave, departamento = partir(nombre)
        hallados = next(filter(None, (
            self._enteros.get(clave), self._partes.get(clave), self._enteros.get(_sin_articulo(clave)),
            self._enteros.get(_corto(clave)),
        )), ())  # fmt: skip
        if departamento and departamento not in CAPITAL_DEL_PAIS:
            return frozenset(codigo for codigo in hallados if self._departamentos[codigo] == departamento)
        return frozenset(hallados)


@lru_cache(maxsize=4096)
def partir(nombre: str) -> tuple[str, str]:
    """Give the search keys of a name and of the department written after it: «Jericó (Antioquia)»."""
    clave, _coma, departamento = sin_acentos(nombre).replace("(", ",").rstrip(") ").partition(",")
    return clave.strip(), departamento.strip()


def _partes(entero: str) -> Iterable[str]:
    """Give what people call a long name: «cali» and «santiago» of «santiago de cali»."""
    for enlace in ENLACES:
        if enlace in entero:
            yield entero.partition(enlace)[0]
            yield entero.rpartition(enlace)[2]


def _corto(clave: str) -> str:
    """Give a name without what people add to it: «La Playa de Belén» is La Playa."""
    return min((clave.partition(enlace)[0] for enlace in ENLACES), key=len)


def _sin_articulo(clave: str) -> str:
    """Give a name without its article: «El Socorro» is Socorro."""
    return clave.removeprefix(next((articulo for articulo in ARTICULOS if clave.startswith(articulo)), ""))
