"""A table written as CSV or JSON, a piece at a time: what is in memory does not grow with the rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence

from django.conf import settings
from django.urls import reverse

from fcm_portal.datos.catalogo import LICENCIA, QUIEN_PUBLICA
from fcm_portal.datos.columna import Cambio, Conjunto
from fcm_portal.datos.valores import celda, plano

PEDAZO = 65_536  # characters that leave at once: what travels compressed is cut here
PRIMERO = 4_096  # of the first piece: the browser knows at once that the file is coming
MARCA_UTF8 = "\ufeff"  # by it Excel reads accents


def en_csv(nombres: Sequence[str], filas: Iterable[Sequence], separador: str = ",") -> Iterator[str]:
    """Give a CSV (RFC 4180, UTF-8 with its mark) in pieces."""
    salida = io.StringIO()
    escritor = csv.writer(salida, delimiter=separador, lineterminator="\r\n")
    salida.write(MARCA_UTF8)
    escritor.writerow(nombres)
    tope = PRIMERO
    for fila in filas:
        escritor.writerow([celda(valor) for valor in fila])
        if salida.tell() > tope:
            yield salida.getvalue()
            salida.seek(0)
            salida.truncate()
            tope = PEDAZO
    yield salida.getvalue()


def en_json(cabeza: dict, nombres: Sequence[str], filas: Iterable[Sequence]) -> Iterator[str]:
    """Give a JSON object in pieces: what it is, and under ``filas`` one object a line."""
    trozos, largo, tope = [json.dumps(cabeza, ensure_ascii=False, indent=1)[:-2], ',\n "filas": ['], 0, PRIMERO
    coma = "\n"
    for fila in filas:
        datos = {nombre: plano(valor) for nombre, valor in zip(nombres, fila, strict=True)}
        renglon = coma + json.dumps(datos, ensure_ascii=False, separators=(",", ":"))
        coma = ",\n"
        trozos.append(renglon)
        largo += len(renglon)
        if largo > tope:
            yield "".join(trozos)
            trozos, largo, tope = [], 0, PEDAZO
    yield "".join([*trozos, "\n]}\n"])


def cabeza_de(conjunto: Conjunto, cambio: Cambio) -> dict:
    """Give what the JSON of a table says of itself."""
    inicio = settings.PORTAL_DIRECCION.rstrip("/")
    return {
        "conjunto": conjunto.slug,
        "titulo": str(conjunto.titulo),
        "publica": QUIEN_PUBLICA,
        "licencia": LICENCIA,
        "modificado": cambio.modificado.isoformat(timespec="seconds") if cambio.modificado else None,
        "diccionario": f"{inicio}{reverse('datos_conjunto', args=[conjunto.slug])}",
    }


def escrito(conjunto: Conjunto, formato: str, cambio: Cambio, filas: Iterable[Sequence] | None = None) -> Iterator[str]:
    """Give a table in a format of ``FORMATOS``; some rows only, when they are given."""
    filas = conjunto.filas() if filas is None else filas
    if formato == "json":
        return en_json(cabeza_de(conjunto, cambio), conjunto.nombres, filas)
    return en_csv(conjunto.nombres, filas, ";" if formato == "excel.csv" else ",")


FORMATOS = {
    "csv": "text/csv; charset=utf-8; header=present",
    "excel.csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json; charset=utf-8",
}
