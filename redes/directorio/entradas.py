"""Entries of the directory for whoever chooses one: by what was typed, from a short list, or by its name."""

from __future__ import annotations

from collections.abc import Iterable

from formato.palabras import clave
from redes.cosas import ENTRADA
from redes.directorio import memoria
from redes.directorio.consulta import buscar
from redes.directorio.facetas import estrechar
from redes.directorio.indice import Indice, lugares
from redes.models import Clase, Entrada

CLASES = tuple(Clase.values)
EN_UNA_LISTA = 200  # options of a select: 10 KB of a page


def halladas(texto: str, cuantas: int = 25, clases: Iterable[str] = CLASES) -> list[Entrada]:
    """Give the entries that answer what was typed, the best first; none when nothing was typed. Two queries."""
    if not texto.strip():
        return []
    indice = memoria.al_dia()
    entre = estrechar(indice, {"clase": [clase for clase in clases if clase in indice.facetas["clase"]]})
    return _primeras(indice, (nivel & entre for nivel in buscar(indice, texto).niveles), cuantas)


def para_escoger(ademas: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Give slug and name of the entries of a list to choose from, in alphabetical order: all while they are few.

    When they are more than a list can hold, those to be trusted most and ``ademas``; the rest is found by searching.
    """
    indice = memoria.al_dia()
    todas = estrechar(indice, {"clase": [clase for clase in CLASES if clase in indice.facetas["clase"]]})
    filas = Entrada.objects.order_by("clave_busqueda")
    if todas.bit_count() > EN_UNA_LISTA:
        mejores = [indice.puestos[lugar].clave for lugar in indice.por_orden(todas)[:EN_UNA_LISTA]]
        filas = filas.filter(pk__in=[*mejores, *filter(None, ademas)])
    return [(slug, f"{n} ({s})" if s else n) for slug, n, s in filas.values_list("slug", "nombre", "sigla")]


def por_nombre(nombre: str) -> str:
    """Give the slug of the only entry that is called so, with or without its acronym; nothing otherwise."""
    indice = memoria.al_dia()
    lugares_suyos = lugares(indice.que_se_llaman(clave(nombre)) & indice.vivos)
    suyas = [puesto.clave for puesto in map(indice.puestos.__getitem__, lugares_suyos) if puesto.grupo == ENTRADA]
    return suyas[0] if len(suyas) == 1 else ""


def _primeras(indice: Indice, niveles: Iterable[int], cuantas: int) -> list[Entrada]:
    mejores: list[int] = []
    for nivel in niveles:
        if len(mejores) < cuantas and nivel:
            mejores += indice.por_orden(nivel)
    claves = [indice.puestos[lugar].clave for lugar in mejores[:cuantas]]
    filas = Entrada.objects.in_bulk(claves)
    return [filas[clave] for clave in claves if clave in filas]
