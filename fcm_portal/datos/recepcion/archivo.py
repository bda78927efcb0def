"""A file as it came: CSV of any spreadsheet, or JSON. Its columns and its rows, nothing understood yet."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, field
from pathlib import Path

from formato.texto import sin_acentos

SEPARADORES = ",;\t"
MARCAS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
LIBROS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # xlsx and ods, xls
PESO_MAXIMO = 200 * 1024 * 1024  # bytes


class ArchivoMalo(Exception):
    """The file cannot be read; the sentence says how to mend it."""


@dataclass
class Recibido:
    """A file read. ``filas``: number of the line (CSV) or of the object (JSON) and its values by column.

    ``crudo``: values are already of their type (JSON). ``avisos``: what was forgiven.
    """

    columnas: list[str]
    filas: list[tuple[int, dict]]
    crudo: bool = False
    conjunto: str = ""
    avisos: list[str] = field(default_factory=list)


def leer(ruta: Path) -> Recibido:
    """Read a file. Raises ``ArchivoMalo`` with a sentence, whatever the file is."""
    try:
        if ruta.stat().st_size > PESO_MAXIMO:
            raise ArchivoMalo("El archivo pesa más de 200 MB: pártalo en varios.")
        contenido = ruta.read_bytes()
    except OSError as error:
        raise ArchivoMalo(f"No se puede abrir «{ruta}»: compruebe el nombre y que se pueda leer.") from error
    if contenido.startswith(LIBROS):
        raise ArchivoMalo("Es un libro de hojas de cálculo: ábralo y guárdelo como «CSV UTF-8».")
    texto, avisos = _texto(contenido)
    if not texto.strip():
        raise ArchivoMalo("El archivo está vacío.")
    recibido = _json(texto) if texto.lstrip()[:1] in "{[" else _csv(texto)
    recibido.avisos[:0] = avisos
    return recibido


def _texto(contenido: bytes) -> tuple[str, list[str]]:
    codigo = next((codigo for marca, codigo in MARCAS if contenido.startswith(marca)), "utf-8")
    try:
        return contenido.decode(codigo), []
    except UnicodeDecodeError:
        pass
    if codigo == "utf-8":
        try:
            aviso = "No está en UTF-8: se leyó como lo guarda Excel en Windows. Revise las tildes."
            return contenido.decode("cp1252"), [aviso]
        except UnicodeDecodeError:
            pass
    raise ArchivoMalo("No es un texto que se pueda leer: guárdelo como «CSV UTF-8».")


def _nombre(columna: str) -> str:
    """Give the name of a column however it was typed: «Código DANE» → ``codigo_dane``."""
    return "_".join(sin_acentos(columna.strip().lstrip("'")).replace("_", " ").split())


def _csv(texto: str) -> Recibido:
    primera, _salto, resto = texto.partition("\n")
    if primera.strip().lower().startswith("sep=") and len(primera.strip()) == 5:
        separador, texto, antes = primera.strip()[4], resto, 1
    else:
        separador, antes = max(SEPARADORES, key=primera.count), 0
    csv.field_size_limit(10_000_000)
    lector = csv.reader(io.StringIO(texto, newline=""), delimiter=separador, strict=True)
    filas, desde = [], antes + 1
    try:
        columnas = [_nombre(columna) for columna in next(lector, [])]
        while columnas and not columnas[-1]:  # empty columns at the right, which a spreadsheet adds
            columnas.pop()
        _revisar(columnas)
        desde = antes + lector.line_num + 1
        for celdas in lector:
            if any(celda.strip() for celda in celdas):
                filas.append((desde, _por_columna(columnas, celdas, desde)))
            desde = antes + lector.line_num + 1
    except csv.Error as error:
        raise ArchivoMalo(f"La línea {desde} está mal escrita: revise las comillas.") from error
    return Recibido(columnas, filas)


def _por_columna(columnas: list[str], celdas: list[str], linea: int) -> dict:
    if any(celda.strip() for celda in celdas[len(columnas) :]):
        raise ArchivoMalo(
            f"La línea {linea} tiene más celdas que columnas: ponga entre comillas lo que lleve el separador."
        )
    return dict(zip(columnas, [*celdas, *[""] * (len(columnas) - len(celdas))], strict=False))


def _json(texto: str) -> Recibido:
    try:
        datos = json.loads(texto)
    except (ValueError, RecursionError) as error:
        linea = getattr(error, "lineno", 1)
        raise ArchivoMalo(f"El JSON está mal escrito en la línea {linea}.") from error
    filas = datos.get("filas") if isinstance(datos, dict) else datos
    if not isinstance(filas, list) or not all(isinstance(fila, dict) for fila in filas):
        raise ArchivoMalo("El JSON debe ser una lista de objetos, o un objeto con esa lista en «filas».")
    columnas = list(dict.fromkeys(_nombre(str(columna)) for fila in filas for columna in fila))
    if not filas:
        raise ArchivoMalo("El archivo no tiene filas.")
    _revisar(columnas)
    leidas = [(n, {_nombre(str(c)): valor for c, valor in fila.items()}) for n, fila in enumerate(filas, start=1)]
    conjunto = datos.get("conjunto", "") if isinstance(datos, dict) else ""
    return Recibido(columnas, leidas, crudo=True, conjunto=conjunto if isinstance(conjunto, str) else "")


def _revisar(columnas: list[str]) -> None:
    repetidas = sorted({columna for columna in columnas if columnas.count(columna) > 1})
    if repetidas:
        raise ArchivoMalo(f"Hay columnas repetidas: {', '.join(repetida or '(sin nombre)' for repetida in repetidas)}.")
