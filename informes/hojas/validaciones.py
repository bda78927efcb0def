"""What a program lets people type in each cell: lists kept on a hidden sheet, dates, numbers, length, and why not."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from informes.hojas.escritas import poner

if TYPE_CHECKING:
    from informes.hojas.editables import ColumnaEditable, HojaEditable

LISTAS = "_listas"
LARGO_TITULO = 32  # more than this and Excel «repairs» the workbook
LARGO_MENSAJE = 255
PESOS_MAXIMO = 9_999_999_999_999
PRIMER_DIA, ULTIMO_DIA = dt.date(1950, 1, 1), dt.date(2099, 12, 31)
ORIGEN = dt.date(1899, 12, 30)


class Validaciones:
    """The validations of one workbook: equal lists are written once."""

    def __init__(self):
        self._listas: dict[tuple[str, ...], int] = {}

    def poner(self, pagina, hoja: HojaEditable) -> None:
        """Add to a sheet what each of its cells admits, one validation per kind and not per cell."""
        ultima = len(hoja.filas) + hoja.vacias + 1
        propias: dict[tuple[int, tuple[str, ...]], list[int]] = defaultdict(list)
        for (i, j), opciones in hoja.opciones.items():
            propias[j, opciones].append(i + 2)
        for j, columna in enumerate(hoja.columnas):
            if columna.fija or columna.oculta or ultima < 2:
                continue
            distintas = {fila for (otra, _opciones), filas in propias.items() if otra == j for fila in filas}
            filas = [fila for fila in range(2, ultima + 1) if fila not in distintas]
            self._poner(pagina, columna, columna.opciones, j, filas)
        for (j, opciones), filas in propias.items():
            self._poner(pagina, hoja.columnas[j], opciones, j, sorted(filas))

    def escribir_listas(self, libro) -> None:
        """Write the lists, one a column, on a sheet that no menu shows."""
        if not self._listas:
            return
        pagina = libro.create_sheet(LISTAS)
        for opciones, columna in self._listas.items():
            for i, opcion in enumerate(opciones, start=1):
                poner(pagina.cell(i, columna), opcion)
        pagina.sheet_state = "veryHidden"

    def _poner(self, pagina, columna: ColumnaEditable, opciones: tuple[str, ...], j: int, filas: list[int]) -> None:
        validacion = self._de(columna, opciones)
        letra = get_column_letter(j + 1)
        if validacion is not None and filas:
            for desde, hasta in _tramos(filas):
                validacion.add(f"{letra}{desde}:{letra}{hasta}")
            pagina.add_data_validation(validacion)

    def _de(self, columna: ColumnaEditable, opciones: tuple[str, ...]) -> DataValidation | None:
        validacion = DataValidation(allow_blank=True)
        if columna.rango:
            validacion.type, validacion.formula1, frase = "list", columna.rango, ""
        elif opciones:
            numero = self._listas.setdefault(opciones, len(self._listas) + 1)
            letra = get_column_letter(numero)
            validacion.type = "list"
            validacion.formula1 = f"'{LISTAS}'!${letra}$1:${letra}${len(opciones)}"
            frase = "" if columna.abierta else _("Escoja una opción de la lista, o deje la celda vacía.")
        else:
            frase = _limites(validacion, columna)
        if not (frase or columna.ayuda or opciones or columna.rango):
            return None
        if frase:
            validacion.showErrorMessage = True
            validacion.errorTitle = _("Ese dato no cabe aquí")[:LARGO_TITULO]
            validacion.error = frase[:LARGO_MENSAJE]
        if columna.ayuda:
            validacion.showInputMessage = True
            validacion.promptTitle = columna.titulo[:LARGO_TITULO]
            validacion.prompt = _corto(columna.ayuda)
        return validacion


def _limites(validacion: DataValidation, columna: ColumnaEditable) -> str:
    """Set the kind and limits of a validation; give the sentence for who goes past them (none: anything goes)."""
    if columna.tipo == "texto":
        if columna.maximo is None:
            return ""
        validacion.type, validacion.operator, validacion.formula1 = "textLength", "lessThanOrEqual", str(columna.maximo)
        return _("El texto es muy largo: escriba máximo %s letras.") % columna.maximo
    validacion.operator = "between"
    if columna.tipo == "fecha":
        desde, hasta = columna.minimo or PRIMER_DIA, columna.maximo or ULTIMO_DIA
        validacion.type = "date"
        validacion.formula1, validacion.formula2 = str((desde - ORIGEN).days), str((hasta - ORIGEN).days)
        return _("Escriba una fecha completa, por ejemplo 22/11/2026.")
    desde = 0 if columna.minimo is None else columna.minimo
    hasta = PESOS_MAXIMO if columna.maximo is None else columna.maximo
    validacion.formula1, validacion.formula2 = str(desde), str(hasta)
    if columna.tipo == "numero":
        validacion.type = "decimal"
        validacion.formula1 = str(-PESOS_MAXIMO if columna.minimo is None else columna.minimo)
        return _("Escriba solo un número, con coma para los decimales.")
    validacion.type = "whole"
    if columna.tipo == "pesos":
        return _("Escriba pesos enteros, sin centavos ni letras, por ejemplo 45000000.")
    return _("Escriba un número entero entre %(desde)s y %(hasta)s.") % {"desde": desde, "hasta": hasta}


def _tramos(filas: list[int]) -> list[tuple[int, int]]:
    """Give runs of consecutive numbers as (first, last)."""
    tramos: list[tuple[int, int]] = []
    for fila in filas:
        if tramos and tramos[-1][1] == fila - 1:
            tramos[-1] = (tramos[-1][0], fila)
        else:
            tramos.append((fila, fila))
    return tramos


def _corto(texto: str) -> str:
    """Cut a message at a word, where programs would refuse it."""
    if len(texto) <= LARGO_MENSAJE:
        return texto
    return texto[: LARGO_MENSAJE - 1].rsplit(" ", 1)[0] + "…"
