"""The dictionary of every table, made of the same declaration that writes the tables."""

from __future__ import annotations

import json
from collections.abc import Iterator

from fcm_portal.datos.catalogo import CONJUNTOS
from fcm_portal.datos.columna import TIPOS, Columna, Conjunto
from fcm_portal.datos.escritura import en_csv

COLUMNAS = ("conjunto", "columna", "tipo", "unidad", "significado", "valores", "fuente", "en_la_clave", "se_carga")


def renglon(conjunto: Conjunto, columna: Columna) -> dict:
    """Give what the dictionary says of a column."""
    return {
        "conjunto": conjunto.slug,
        "columna": columna.nombre,
        "tipo": columna.tipo,
        "unidad": str(columna.unidad),
        "significado": str(columna.significado),
        "valores": list(columna.valores),
        "fuente": str(columna.fuente or conjunto.fuente),
        "en_la_clave": columna.nombre in conjunto.clave,
        "se_carga": conjunto.se_carga and not columna.ayuda,
    }


def renglones() -> Iterator[dict]:
    """Give a row a column, table after table."""
    return (renglon(conjunto, columna) for conjunto in CONJUNTOS.values() for columna in conjunto.columnas)


def como_csv() -> str:
    """Give the dictionary as CSV."""
    return "".join(en_csv(COLUMNAS, ([fila[nombre] for nombre in COLUMNAS] for fila in renglones())))


def como_json() -> str:
    """Give the dictionary as JSON: the types, and the columns of each table."""
    datos = {
        "tipos": {tipo: str(texto) for tipo, texto in TIPOS.items()},
        "columnas": list(renglones()),
    }
    return json.dumps(datos, ensure_ascii=False, indent=1)
