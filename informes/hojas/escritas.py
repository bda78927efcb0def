"""Spreadsheets in which nothing that a person typed is ever a formula; numbers stay numbers."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import RowDimension

from informes.colores import LINEA, MAR_HONDO, TINTA_SUAVE
from informes.hojas.separadas import parece_formula
from informes.paquete import fijo

LARGO_MAXIMO = 32_000
PROHIBIDOS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML cannot hold them
CODIGO_DE_CARACTER = re.compile(r"_(x[0-9A-Fa-f]{4}_)")
ENTERO_CON_MILES = "#,##0"
ANCHO_DE_PAGINA = 190  # characters that are still read on one landscape page
RENGLON, MAS_ALTA = 15, 405  # points: a line of text, and the tallest row there may be
# months in Spanish whatever the language of the program that opens it: 240A is es-CO
FORMATOS = {"pesos": '"$" #,##0', "numero": "#,##0.####", "fecha": "[$-240A]d mmm yyyy", "entero": "0"}


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
    """Give a workbook, printable: header repeated, fitted to the width of the page, filters, first row fixed.

    The same data and ``creado`` give the same bytes.
    """
    libro = Workbook()
    libro.remove(libro.active)
    libro.properties.title = PROHIBIDOS.sub("", titulo)
    libro.properties.creator = "De cara al mundo"
    if creado:
        libro.properties.created = libro.properties.modified = creado.replace(tzinfo=None)
    for hoja in hojas:
        _escribir(libro.create_sheet(nombre_de_hoja(hoja.titulo)), hoja, titulo)
    salida = io.BytesIO()
    libro.save(salida)
    return fijo(salida.getvalue(), creado)


def nombre_de_hoja(titulo: str) -> str:
    """Give a name that a sheet may have."""
    return "".join(letra for letra in PROHIBIDOS.sub("", titulo) if letra not in "[]:*?/\\")[:31] or "Hoja"


def _escribir(pagina, hoja: Hoja, titulo: str) -> None:
    """Write a sheet."""
    fino = Side(style="hair", color=LINEA[1:])
    for j, columna in enumerate(hoja.columnas, start=1):
        celda = pagina.cell(1, j)
        poner(celda, columna.titulo)
        celda.font = Font(name="Calibri", bold=True, color="FFFFFF")
        celda.fill = PatternFill("solid", fgColor=MAR_HONDO[1:])
        celda.alignment = Alignment(vertical="center", wrap_text=True)
        pagina.column_dimensions[get_column_letter(j)].width = columna.ancho
    for i, fila in enumerate(hoja.filas, start=2):
        for j, (valor, columna) in enumerate(zip(fila, hoja.columnas, strict=True), start=1):
            celda = pagina.cell(i, j)
            poner(celda, valor)
            celda.border = Border(bottom=fino)
            lado = "left" if isinstance(valor, dt.date) else None  # a date does not run into the text at its right
            celda.alignment = Alignment(vertical="top", wrap_text=isinstance(valor, str), horizontal=lado)
            if columna.formato and not isinstance(valor, str):
                celda.number_format = _formato(columna.formato, valor)
            if columna.titulo == "Clave":
                celda.font = Font(name="Calibri", size=8, color=TINTA_SUAVE[1:])
        pagina.row_dimensions[i] = FilaAlta(pagina, index=i, ht=alto_de(fila, hoja.columnas))
    pagina.row_dimensions[1] = FilaAlta(pagina, index=1, ht=alto_de([c.titulo for c in hoja.columnas], hoja.columnas))
    if hoja.totales and hoja.filas:
        _sumar(pagina, hoja)
    pagina.freeze_panes = "A2"
    if hoja.filas:
        pagina.auto_filter.ref = f"A1:{get_column_letter(len(hoja.columnas))}{len(hoja.filas) + 1}"
    pagina.print_title_rows = "1:1"
    impresas = [columna for columna in hoja.columnas if columna.titulo != "Clave"]  # for programs, not for paper
    pagina.print_area = f"A1:{get_column_letter(len(impresas))}{pagina.max_row}"
    paginas = -(-sum(columna.ancho for columna in impresas) // ANCHO_DE_PAGINA)
    if paginas > 1:  # read beside its neighbour: each sheet of paper says which row it is
        pagina.print_title_cols = "A:B"
        pagina.page_setup.pageOrder = "overThenDown"  # the two halves of a row come out one after the other
    pagina.page_margins.left = pagina.page_margins.right = 0.4
    pagina.page_setup.orientation = "landscape"
    pagina.page_setup.paperSize = pagina.PAPERSIZE_LETTER
    pagina.page_setup.fitToWidth, pagina.page_setup.fitToHeight = paginas, 0
    pagina.sheet_properties.pageSetUpPr.fitToPage = True
    pagina.oddFooter.left.text = PROHIBIDOS.sub("", titulo).replace("&", "&&")[:120]
    pagina.oddFooter.right.text = "&A · &P / &N"


class FilaAlta(RowDimension):
    """A row with the height that its text takes, which grows by itself when somebody writes more."""

    customHeight = False


def alto_de(fila: Sequence, columnas: Sequence[Columna]) -> float:
    """Estimate the height of a row, in points: its longest cell, wrapped."""
    renglones = 1
    for valor, columna in zip(fila, columnas, strict=True):
        if isinstance(valor, str):
            lineas = (-(-len(linea) // columna.ancho) for linea in valor.split("\n"))
            renglones = max(renglones, sum(max(1, n) for n in lineas))
    return min(MAS_ALTA, RENGLON * renglones)


def _sumar(pagina, hoja: Hoja) -> None:
    """Write the sums as numbers, not formulas: the frozen document is what says how much."""
    ultima = len(hoja.filas) + 2
    poner(pagina.cell(ultima, 1), "Total")
    pagina.cell(ultima, 1).font = Font(name="Calibri", bold=True)
    for j in hoja.totales:
        celda = pagina.cell(ultima, j + 1)
        poner(celda, sum(fila[j] or 0 for fila in hoja.filas))
        celda.font = Font(name="Calibri", bold=True)
        celda.number_format = _formato(hoja.columnas[j].formato or "numero", celda.value)


def _formato(formato: str, valor) -> str:
    """Give how a value is shown: a whole number among decimals without the comma that would follow it."""
    entero = formato == "numero" and isinstance(valor, int | Decimal) and valor == int(valor)
    return ENTERO_CON_MILES if entero else FORMATOS[formato]


def poner(celda: Cell, valor) -> None:
    """Put a value: text always as text, and marked as such when it looks like a formula. Raises ``TypeError``."""
    if isinstance(valor, str):
        limpio = PROHIBIDOS.sub("", valor)[:LARGO_MAXIMO]
        celda.value = CODIGO_DE_CARACTER.sub(r"_x005F_\1", limpio)  # «_x0041_» is how the format writes an «A»
        celda.data_type = "s"
        if parece_formula(limpio):
            celda.quotePrefix = True
    elif isinstance(valor, bool):
        celda.value = "sí" if valor else "no"
    elif valor is None or isinstance(valor, int | Decimal | dt.date):
        celda.value = valor
    else:
        raise TypeError(f"A cell holds text, whole numbers, decimals or dates: {valor!r}")
