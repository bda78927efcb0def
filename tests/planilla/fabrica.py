"""Workbooks as people bring them back: downloaded, changed with a spreadsheet library, uploaded."""

from __future__ import annotations

import io
import uuid
from collections.abc import Callable

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import now

from agenda.models import Agenda
from agenda.planilla import planilla_de
from guardado.models import Recepcion
from guardado.planilla.aplicacion import Eleccion, Informe, aplicar
from guardado.planilla.asuntos import Asunto
from guardado.planilla.escritura import libro
from guardado.planilla.recepcion import proponer, recibir

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def descargada(agenda: Agenda) -> bytes:
    """Give the workbook of an agenda."""
    return libro(planilla_de(agenda), marca=uuid.uuid4(), hecho=now())


class Libreta:
    """A workbook open in a spreadsheet program: cells by sheet, heading and row."""

    def __init__(self, datos: bytes):
        self.libro = openpyxl.load_workbook(io.BytesIO(datos))

    def columna(self, hoja: str, titulo: str) -> int:
        """Give the number of a column by its heading."""
        return next(celda.column for celda in self.libro[hoja][1] if celda.value == titulo)

    def leer(self, hoja: str, titulo: str, fila: int):
        """Give what a cell holds."""
        return self.libro[hoja].cell(fila, self.columna(hoja, titulo)).value

    def fila(self, hoja: str, titulo: str, valor) -> int:
        """Give the number of the first row with a value in a column."""
        pagina, columna = self.libro[hoja], self.columna(hoja, titulo)
        return next(n for n in range(2, pagina.max_row + 1) if pagina.cell(n, columna).value == valor)

    def libre(self, hoja: str) -> int:
        """Give the number of the first row in blank: only its key is written."""
        pagina = self.libro[hoja]
        for n in range(2, pagina.max_row + 1):
            if all(celda.value is None for celda in pagina[n][1:]):
                return n
        return pagina.max_row + 1

    def escribir(self, hoja: str, fila: int, **valores) -> Libreta:
        """Write cells of a row; an underscore of a heading is a blank («Dependencia_responsable»)."""
        for titulo, valor in valores.items():
            self.libro[hoja].cell(fila, self.columna(hoja, titulo.replace("_", " "))).value = valor
        return self

    def agregar(self, hoja: str, **valores) -> int:
        """Write a new row in the first one in blank; give its number."""
        fila = self.libre(hoja)
        self.escribir(hoja, fila, **valores)
        return fila

    def bytes(self) -> bytes:
        """Save it."""
        salida = io.BytesIO()
        self.libro.save(salida)
        return salida.getvalue()


def subida(datos: bytes, nombre: str = "planilla.xlsx") -> SimpleUploadedFile:
    """Give an upload."""
    return SimpleUploadedFile(nombre, datos, content_type=XLSX)


def recibida(agenda: Agenda, usuario, cambiar: Callable[[Libreta], object] | None = None, agregado="") -> Recepcion:
    """Give a reception of a workbook of an agenda. ``agregado``: put behind the name of every action and milestone."""
    libreta = Libreta(descargada(agenda))
    if cambiar:
        cambiar(libreta)
    for hoja, titulo in (("Acciones", "Acción"), ("Hitos", "Hito")) if agregado else ():
        columna = libreta.columna(hoja, titulo)
        for fila in range(2, libreta.libre(hoja)):
            celda = libreta.libro[hoja].cell(fila, columna)
            celda.value = f"{celda.value}{agregado}"
    return recibir(subida(libreta.bytes()), planilla_de(agenda), usuario)


def propuesta(agenda: Agenda, recepcion: Recepcion) -> dict[str, Asunto]:
    """Give what a reception proposes now, by place."""
    return {asunto.donde: asunto for asunto in proponer(planilla_de(agenda), recepcion).asuntos}


def aceptar(agenda: Agenda, recepcion: Recepcion, usuario, **eleccion) -> Informe:
    """Accept everything that comes marked, unless it says otherwise."""
    return aplicar(lambda: planilla_de(agenda), recepcion, Eleccion(**eleccion), usuario)
