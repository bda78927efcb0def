"""Workbooks that people fill in and bring back: choices, dates and numbers checked while typing, keys out of reach.

What is locked or hidden here only helps who types: whoever reads the workbook back trusts none of it
(``informes.hojas.entrantes``). Every sheet prints on carta, its header repeated.

    columnas = [ColumnaEditable("Clave", fija=True), ColumnaEditable("Respuesta", opciones=("Sí", "No"))]
    a_xlsx_editable(
        [HojaEditable("Respuestas", columnas, [["p1-1", None]])],
        titulo="Diagnóstico 1",
        instrucciones=["Llene solo lo blanco."],
        reservada=("_portal", [["tipo", "diagnostico"]]),
    )
"""

from __future__ import annotations

import datetime as dt
import enum
import io
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter

from informes.colores import BLANCO, GRIS, LINEA, MAR_CLARO, MAR_HONDO, TINTA, TINTA_SUAVE
from informes.hojas.escritas import ANCHO_DE_PAGINA, FORMATOS, PROHIBIDOS, FilaAlta, alto_de, nombre_de_hoja, poner
from informes.hojas.validaciones import Validaciones
from informes.paquete import fijo

LETRA = "Calibri"
ALTO_PARA_ESCRIBIR = 24  # points
ANCHO_DE_HOJA_PARADA = 140  # characters that are still read on a portrait page


class Tipo(enum.StrEnum):
    """What may be typed in a column."""

    TEXTO = "texto"
    ENTERO = "entero"
    PESOS = "pesos"
    NUMERO = "numero"
    FECHA = "fecha"


@dataclass(frozen=True)
class ColumnaEditable:
    """A column.

    ``ancho``: characters. ``opciones``: a list to choose from; ``abierta``: other text is let through (several
    choices with «;»). ``minimo``/``maximo``: of ENTERO, PESOS, NUMERO and FECHA; of TEXTO ``maximo`` is its letters.
    ``rango``: cells of another sheet from which to choose, what is typed there later too («'Ejes'!$C$2:$C$90»); other
    text is let through. ``fija``: grey and locked, only to be read. ``oculta``: not in sight. ``ayuda``: shown when a
    cell is chosen.
    """

    titulo: str
    ancho: int = 20
    tipo: Tipo = Tipo.TEXTO
    opciones: tuple[str, ...] = ()
    abierta: bool = False
    rango: str = ""
    minimo: int | dt.date | None = None
    maximo: int | dt.date | None = None
    fija: bool = False
    oculta: bool = False
    ayuda: str = ""
    clave: bool = False


@dataclass(frozen=True)
class HojaEditable:
    """A sheet: a table under its header.

    ``filas``: values by column (text, int, Decimal, date, bool as «sí»/«no», None). ``opciones``: other lists for
    single cells, (position of the row, position of the column) → choices. ``vacias``: rows left blank to write new
    ones, checked too. ``protegida``: only the cells that are not ``fija`` can be written (no password); a sheet where
    rows come and go must not be. ``inmoviles``: columns that stay in sight when moving sideways, and that are printed
    again on each page. ``vertical``: printed upright, if it fits.
    """

    titulo: str
    columnas: Sequence[ColumnaEditable]
    filas: Sequence[Sequence]
    opciones: dict[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    vacias: int = 0
    protegida: bool = False
    inmoviles: int = 0
    vertical: bool = False


def a_xlsx_editable(
    hojas: Sequence[HojaEditable],
    *,
    titulo: str,
    instrucciones: Sequence[str] = (),
    titulo_instrucciones: str = "Instrucciones",
    reservada: tuple[str, Sequence[Sequence]] | None = None,
    creado: dt.datetime | None = None,
) -> bytes:
    """Give the workbook. Same input, same bytes.

    ``instrucciones``: paragraphs of the first sheet; one that begins with «# » is a heading. ``reservada``: name and
    rows of a sheet that programs show in no menu (text only: key, digest…). Choices go to another one, «_listas».
    """
    libro = Workbook()
    libro.remove(libro.active)
    libro.properties.title = PROHIBIDOS.sub("", titulo)
    libro.properties.creator = "De cara al mundo"
    libro.properties.language = "es-CO"
    if creado:
        libro.properties.created = libro.properties.modified = creado.replace(tzinfo=None)
    if instrucciones:
        _escribir_instrucciones(libro.create_sheet(nombre_de_hoja(titulo_instrucciones)), titulo, instrucciones)
    validaciones = Validaciones()
    for hoja in hojas:
        _escribir(libro.create_sheet(nombre_de_hoja(hoja.titulo)), hoja, titulo, validaciones)
    validaciones.escribir_listas(libro)
    if reservada:
        pagina = libro.create_sheet(nombre_de_hoja(reservada[0]))
        for i, fila in enumerate(reservada[1], start=1):
            for j, valor in enumerate(fila, start=1):
                poner(pagina.cell(i, j), valor)
        pagina.sheet_state = "veryHidden"
    salida = io.BytesIO()
    libro.save(salida)
    return fijo(salida.getvalue(), creado)


def _escribir(pagina, hoja: HojaEditable, titulo: str, validaciones: Validaciones) -> None:
    """Write a sheet, its blank rows too."""
    _encabezar(pagina, hoja)
    estilos = [_estilo(pagina, columna) for columna in hoja.columnas]
    blanca = [None] * len(hoja.columnas)
    for i in range(len(hoja.filas) + hoja.vacias):
        fila = hoja.filas[i] if i < len(hoja.filas) else blanca
        for j, (valor, estilo) in enumerate(zip(fila, estilos, strict=True), start=1):
            celda = pagina.cell(i + 2, j)
            celda._style = copy(estilo)  # a style said again for each cell takes most of the time
            poner(celda, valor)
        alto = max(_alto(fila, hoja), ALTO_PARA_ESCRIBIR)
        pagina.row_dimensions[i + 2] = FilaAlta(pagina, index=i + 2, ht=alto)
    validaciones.poner(pagina, hoja)
    pagina.freeze_panes = f"{get_column_letter(hoja.inmoviles + 1)}2"
    if hoja.protegida:
        pagina.protection.sheet = True
        for permiso in ("formatCells", "formatColumns", "formatRows"):  # False here means «allowed»
            setattr(pagina.protection, permiso, False)
    primera = 2 if hoja.columnas[0].clave else 1
    pagina.print_area = f"{get_column_letter(primera)}1:{get_column_letter(len(hoja.columnas))}{pagina.max_row}"
    ancho = sum(columna.ancho for columna in hoja.columnas if not (columna.oculta or columna.clave))
    paginas = -(-ancho // ANCHO_DE_PAGINA)
    parada = hoja.vertical and ancho <= ANCHO_DE_HOJA_PARADA
    _imprimible(pagina, titulo, horizontal=not parada, paginas=paginas)
    pagina.print_title_rows = "1:1"
    if paginas > 1:  # filled in by hand on two sheets of paper: each says which row it is, and they come out together
        ultima_fija = max(primera, hoja.inmoviles)
        pagina.print_title_cols = f"{get_column_letter(primera)}:{get_column_letter(ultima_fija)}"
        pagina.page_setup.pageOrder = "overThenDown"


def _alto(fila: Sequence, hoja: HojaEditable) -> float:
    """Give the height of a row: keys do not count, they stay on one line."""
    visibles = [(valor, columna) for valor, columna in zip(fila, hoja.columnas, strict=True) if not columna.clave]
    return alto_de(*zip(*visibles, strict=True)) if visibles else 0


def _estilo(pagina, columna: ColumnaEditable):
    """Give the style of the cells of a column."""
    cerrada = columna.fija or columna.oculta
    en_lineas = columna.tipo == Tipo.TEXTO and not columna.clave
    fino = Side(style="thin", color=LINEA[1:])
    celda = pagina.cell(2, 1)
    celda.border = Border(bottom=fino, left=fino, right=fino)
    celda.fill = PatternFill("solid", fgColor="EEEBE5" if cerrada else BLANCO[1:])
    celda.font = Font(name=LETRA, size=7 if columna.clave else 10, color=(TINTA_SUAVE if cerrada else TINTA)[1:])
    celda.protection = Protection(locked=cerrada)
    lado = "fill" if columna.clave else "left" if en_lineas else None  # a key does not run over its neighbour
    celda.alignment = Alignment(vertical="top", wrap_text=en_lineas, horizontal=lado)
    if columna.tipo == Tipo.TEXTO:
        celda.number_format = "General" if cerrada else "@"  # typed text stays text: «1-2» is no date, «007» is «007»
    elif columna.tipo == Tipo.FECHA:
        celda.number_format = "dd/mm/yyyy"
    else:
        celda.number_format = FORMATOS[columna.tipo.value] if columna.tipo == Tipo.PESOS else "General"
    return copy(celda._style)


def _encabezar(pagina, hoja: HojaEditable) -> None:
    alto = alto_de([columna.titulo for columna in hoja.columnas], hoja.columnas)
    pagina.row_dimensions[1] = FilaAlta(pagina, index=1, ht=max(alto, ALTO_PARA_ESCRIBIR))
    for j, columna in enumerate(hoja.columnas, start=1):
        celda = pagina.cell(1, j)
        poner(celda, columna.titulo)
        cerrada = columna.fija or columna.oculta
        celda.font = Font(name=LETRA, bold=True, color=(TINTA if cerrada else BLANCO)[1:])
        celda.fill = PatternFill("solid", fgColor=(GRIS if cerrada else MAR_HONDO)[1:])
        celda.alignment = Alignment(vertical="center", wrap_text=True)
        medida = pagina.column_dimensions[get_column_letter(j)]
        medida.width = columna.ancho
        medida.hidden = columna.oculta


def _escribir_instrucciones(pagina, titulo: str, parrafos: Sequence[str]) -> None:
    """Write the first sheet: the title of the workbook and paragraphs, one a row."""
    pagina.column_dimensions["A"].width = 88
    pagina.sheet_view.showGridLines = False
    poner(pagina["A1"], titulo)
    pagina["A1"].font = Font(name=LETRA, bold=True, size=16, color=MAR_HONDO[1:])
    pagina["A1"].alignment = Alignment(wrap_text=True, vertical="center")
    pagina.row_dimensions[1].height = 36
    pagina["A1"].fill = PatternFill("solid", fgColor=MAR_CLARO[1:])
    for i, parrafo in enumerate(parrafos, start=3):
        celda = pagina.cell(i, 1)
        cabeza = parrafo.startswith("# ")
        poner(celda, parrafo.removeprefix("# "))
        celda.alignment = Alignment(wrap_text=True, vertical="bottom" if cabeza else "top")
        alto = alto_de([parrafo], [ColumnaEditable("", ancho=80)]) + (12 if cabeza else 4)
        pagina.row_dimensions[i] = FilaAlta(pagina, index=i, ht=alto)
        celda.font = Font(
            name=LETRA, bold=cabeza, size=12 if cabeza else 11, color=(MAR_HONDO if cabeza else TINTA)[1:]
        )
    pagina.protection.sheet = True
    _imprimible(pagina, titulo, horizontal=False, paginas=1)


def _imprimible(pagina, titulo: str, *, horizontal: bool, paginas: int) -> None:
    """Set a sheet to be printed on carta, fitted to the width of so many pages, numbered."""
    pagina.page_setup.orientation = "landscape" if horizontal else "portrait"
    pagina.page_setup.paperSize = pagina.PAPERSIZE_LETTER
    pagina.page_setup.fitToWidth, pagina.page_setup.fitToHeight = paginas, 0
    pagina.sheet_properties.pageSetUpPr.fitToPage = True
    pagina.page_margins.left = pagina.page_margins.right = 0.5
    pagina.oddFooter.left.text = PROHIBIDOS.sub("", titulo).replace("&", "&&")[:120]
    pagina.oddFooter.right.text = "&A · &P / &N"
