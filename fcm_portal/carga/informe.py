"""What the load says when it ends, in Spanish."""

from __future__ import annotations

from collections.abc import Iterator

from fcm_portal.carga.lectura import Problema
from fcm_portal.carga.tabla import Resultado

COLUMNAS = ("nuevas", "cambiadas", "iguales", "conservadas", "faltan")


def lineas(resultados: list[Resultado]) -> Iterator[str]:
    """Give a line per table, then what was kept with both values, then what is no longer in the files."""
    yield f"{'Tabla':<32}" + "".join(f"{columna:>13}" for columna in COLUMNAS)
    for r in resultados:
        cuentas = (r.nuevas, r.cambiadas, r.iguales, len(r.conservadas), len(r.faltantes))
        yield f"{r.nombre:<32}" + "".join(f"{cuenta:>13}" for cuenta in cuentas)
    for r in resultados:
        for fila in r.conservadas:
            yield f"{r.nombre}: se conserva «{fila.clave}», que cambió en el portal y también en el archivo:"
            for campo, actual, propuesto in fila.diferencias:
                yield f"    {campo}: en el portal «{actual}»; en el archivo «{propuesto}»"
    for r in resultados:
        for clave in r.faltantes:
            yield f"{r.nombre}: «{clave}» ya no está en el archivo; no se borró."


def problemas(lista: list[Problema]) -> Iterator[str]:
    """Give a line per problem."""
    yield f"No se cargó nada: hay {len(lista)} problema{'' if len(lista) == 1 else 's'} en los archivos."
    for problema in lista:
        yield f"  {problema}"
