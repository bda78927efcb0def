"""Spreadsheets and CSV in which nothing that a person typed is ever a formula; numbers stay numbers."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from informes.colores import LINEA, MAR_HONDO, TINTA_SUAVE

PELIGROSOS = ("=", "+", "-", "@", "\t", "\r", "\n")
LARGO_MAXIMO = 32_000
FORMATOS = {"pesos": '"$" #,##0', "numero": "#,##0.####", "fecha": "d mmm yyyy", "entero": "0"}


def parece_formula(texto: str) -> bool:
    """Say whether a spreadsheet could run a text: it begins, after blanks too, with a sign that starts a formula."""
    return texto.startswith(PELIGROSOS) or texto.lstrip().startswith(PELIGROSOS)


def neutral(valor):
    """Give a value for CSV: text that looks like a formula gets an apostrophe before it; numbers stay numbers."""
    return f"'{valor}" if isinstance(valor, str) and parece_formula(valor) else valor


def a_csv(encabezado: Sequence[str], filas: Iterable[Sequence], separador: str = ",") -> str:
    """Give a CSV, with the mark by which Excel knows that it is UTF-8. None is an empty cell."""
    salida = io.StringIO()
    escritor = csv.writer(salida, delimiter=separador, lineterminator="\r\n")
    escritor.writerow([neutral(titulo) for titulo in encabezado])
    escritor.writerows([["" if valor is None else neutral(valor) for valor in fila] for fila in filas])
    return f"\ufeff{salida.getvalue()}"


@dataclass(frozen=True)
class Columna:
    """A column: title, width in characters and, for numbers and dates, one of ``FORMATOS``."""

    titulo: str
    ancho: int = 20
    formato: str = ""


@dataclass(frozen=True)
class Hoja:
    """A sheet: a table under its header. ``totales``: positions of the columns that are added up at the end."""

    titulo: str
    columnas: Sequence[Columna]
    filas: Sequence[Sequence]
    totales: Sequence[int] = field(default_factory=tuple)


def a_xlsx(hojas: Sequence[Hoja], *, titulo: str, creado: dt.datetime | None = None) -> bytes:
    """Give a workbook, printable: header repeated, fitted to the width of the page, filters, first row fixed."""
    libro = Workbook()
    libro.remove(libro.active)
    libro.properties.title = titulo
    libro.properties.creator = "De cara al mundo"
    if creado:
        libro.properties.created = libro.properties.modified = creado.replace(tzinfo=None)
    for hoja in hojas:
        _escribir(libro.create_sheet(_nombre(hoja.titulo)), hoja, titulo)
    salida = io.BytesIO()
    libro.save(salida)
    return salida.getvalue()


def _nombre(titulo: str) -> str:
    """Give a name that a sheet may have."""
    return "".join(letra for letra in titulo if letra not in "[]:*?/\\")[:31] or "Hoja"


def _escribir(pagina, hoja: Hoja, titulo: str) -> None:
    """Write a sheet."""
    fino = Side(style="hair", color=LINEA[1:])
    for j, columna in enumerate(hoja.columnas, start=1):
        celda = pagina.cell(1, j)
        _poner(celda, columna.titulo)
        celda.font = Font(bold=True, color="FFFFFF")
        celda.fill = PatternFill("solid", fgColor=MAR_HONDO[1:])
        celda.alignment = Alignment(vertical="center", wrap_text=True)
        pagina.column_dimensions[get_column_letter(j)].width = columna.ancho
    for i, fila in enumerate(hoja.filas, start=2):
        for j, (valor, columna) in enumerate(zip(fila, hoja.columnas, strict=True), start=1):
            celda = pagina.cell(i, j)
            _poner(celda, valor)
            celda.border = Border(bottom=fino)
            celda.alignment = Alignment(vertical="top", wrap_text=isinstance(valor, str))
            if columna.formato and not isinstance(valor, str):
                celda.number_format = FORMATOS[columna.formato]
            if columna.titulo == "Clave":
                celda.font = Font(size=8, color=TINTA_SUAVE[1:])
    if hoja.totales and hoja.filas:
        _sumar(pagina, hoja)
    pagina.freeze_panes = "A2"
    if hoja.filas:
        pagina.auto_filter.ref = f"A1:{get_column_letter(len(hoja.columnas))}{len(hoja.filas) + 1}"
    pagina.print_title_rows = "1:1"
    pagina.page_setup.orientation = "landscape"
    pagina.page_setup.paperSize = pagina.PAPERSIZE_LETTER
    pagina.page_setup.fitToWidth, pagina.page_setup.fitToHeight = 1, 0
    pagina.sheet_properties.pageSetUpPr.fitToPage = True
    pagina.oddFooter.left.text = ILLEGAL_CHARACTERS_RE.sub("", titulo).replace("&", "&&")[:120]
    pagina.oddFooter.right.text = "&P / &N"


def _sumar(pagina, hoja: Hoja) -> None:
    """Write the sums as numbers, not formulas: the frozen document is what says how much."""
    ultima = len(hoja.filas) + 2
    _poner(pagina.cell(ultima, 1), "Total")
    pagina.cell(ultima, 1).font = Font(bold=True)
    for j in hoja.totales:
        celda = pagina.cell(ultima, j + 1)
        _poner(celda, sum(fila[j] or 0 for fila in hoja.filas))
        celda.font = Font(bold=True)
        celda.number_format = FORMATOS[hoja.columnas[j].formato or "numero"]


def _poner(celda: Cell, valor) -> None:
    """Put a value: text always as text, and marked as such when it looks like a formula."""
    if isinstance(valor, str):
        limpio = ILLEGAL_CHARACTERS_RE.sub("", valor)[:LARGO_MAXIMO]
        celda.value = limpio
        celda.data_type = "s"
        if parece_formula(limpio):
            celda.quotePrefix = True
    elif isinstance(valor, bool):
        celda.value = "sí" if valor else "no"
    elif valor is None or isinstance(valor, int | Decimal | dt.date):
        celda.value = valor
    else:
        raise TypeError(f"A cell holds text, whole numbers, decimals or dates: {valor!r}")
