"""Somebody with a spreadsheet program."""

from __future__ import annotations

import io

import openpyxl


class Mano:
    """Writes in the cell of a row, known by its key, under a heading."""

    def __init__(self, datos: bytes):
        self.libro = openpyxl.load_workbook(io.BytesIO(datos))

    def celda(self, hoja: str, clave: str, titulo: str):
        """Give a cell."""
        pagina = self.libro[hoja]
        columna = next(celda.column for celda in pagina[1] if celda.value == titulo)
        fila = next(n for n in range(2, pagina.max_row + 1) if pagina.cell(n, 1).value == clave)
        return pagina.cell(fila, columna)

    def escribir(self, hoja: str, clave: str, titulo: str, valor) -> str:
        """Write in a cell and give its place, «Preguntas!G3»."""
        celda = self.celda(hoja, clave, titulo)
        celda.value = valor
        return f"{hoja}!{celda.coordinate}"

    def guardar(self) -> bytes:
        """Give the file."""
        salida = io.BytesIO()
        self.libro.save(salida)
        return salida.getvalue()
