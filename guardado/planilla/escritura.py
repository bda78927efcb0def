"""The workbook that a town downloads: what is stored now, rows in blank with their keys, and what it all was."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import Counter
from typing import Any

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from guardado.planilla.celdas import celda_de
from guardado.planilla.descripcion import Actual, Clase, Columna, Planilla, Tabla
from guardado.planilla.frases import instrucciones
from guardado.planilla.lectura import CLAVE, RESERVADA
from guardado.planilla.vistos import visto_de, visto_fijo
from informes.hojas.editables import ColumnaEditable, HojaEditable, Tipo, a_xlsx_editable

TIPOS = {Clase.ENTERO: Tipo.ENTERO, Clase.PESOS: Tipo.PESOS, Clase.NUMERO: Tipo.NUMERO, Clase.FECHA: Tipo.FECHA}
FILAS_DE_RANGO = 500


def libro(planilla: Planilla, *, marca: uuid.UUID, hecho: dt.datetime) -> bytes:
    """Give the workbook. ``marca`` says which one it is when it comes back; ``hecho`` when it was made."""
    filas = {tabla.nombre: tabla.filas() for tabla in planilla.tablas}
    nombres = {tabla.nombre: _como_se_nombran(tabla, filas[tabla.nombre]) for tabla in planilla.tablas}
    ocultas = [
        ["portal", "1"],
        ["tipo", planilla.tipo],
        ["territorio", planilla.territorio.pk],
        ["ambito", planilla.ambito],
        ["esquema", str(planilla.esquema)],
        ["hecho", hecho.isoformat()],
        ["libro", str(marca)],
    ]
    hojas = []
    for tabla in planilla.tablas:
        ocultas.append(["hoja", tabla.nombre, tabla.titulo])
        for lugar, campo in enumerate([CLAVE, *(columna.campo for columna in tabla.columnas)], start=1):
            ocultas.append(["columna", tabla.nombre, campo, str(lugar)])
        hechas = []
        for fila in filas[tabla.nombre]:
            celdas, vistos = _fila(tabla, fila, nombres)
            hechas.append(celdas)
            ocultas.append(["fila", tabla.nombre, fila.clave, vistos, nombres[tabla.nombre][fila.clave]])
        if tabla.agrega:
            for n in range(tabla.en_blanco):
                nueva = uuid.uuid5(marca, f"{tabla.nombre}:{n}")
                hechas.append([str(nueva), *(None for _columna in tabla.columnas)])
        hojas.append(_hoja(planilla, tabla, hechas))
    return a_xlsx_editable(
        hojas,
        titulo=planilla.titulo,
        instrucciones=planilla.instrucciones,
        titulo_instrucciones=instrucciones(),
        reservada=(RESERVADA, ocultas),
        creado=hecho,
    )


def _hoja(planilla: Planilla, tabla: Tabla, filas: list[list]) -> HojaEditable:
    """Give a sheet with its columns; the key first, grey."""
    clave = ColumnaEditable("Clave", ancho=7, fija=True, clave=True)
    cual = tabla.columnas[:1]  # its number, or what it hangs from: what says which row it is
    fijas = 1 + sum(uno.campo == tabla.campo_codigo or uno.clase == Clase.REFERENCIA for uno in cual)
    return HojaEditable(
        tabla.titulo,
        [clave, *(_columna(planilla, columna) for columna in tabla.columnas)],
        filas,
        protegida=not (tabla.agrega or tabla.retira),
        inmoviles=fijas,
        vertical=len(tabla.columnas) <= 5,
    )


def _columna(planilla: Planilla, columna: Columna) -> ColumnaEditable:
    opciones = tuple(opcion.etiqueta for opcion in columna.opciones)
    if columna.clase == Clase.SI_NO:
        opciones = (_("Sí"), _("No"))
    rango = ""
    if columna.clase == Clase.REFERENCIA and columna.editable:
        otra = planilla.tabla(columna.a)
        lugar = [una.campo for una in otra.columnas].index(otra.campo_nombre) + 2
        letra = get_column_letter(lugar)
        rango = f"'{otra.titulo}'!${letra}$2:${letra}${FILAS_DE_RANGO}"
    return ColumnaEditable(
        columna.titulo,
        ancho=columna.ancho,
        tipo=TIPOS.get(columna.clase, Tipo.TEXTO),
        opciones=opciones if columna.editable else (),
        abierta=columna.clase in (Clase.VARIAS, Clase.TEXTO),
        rango=rango,
        minimo=columna.minimo,
        maximo=columna.maximo,
        fija=not columna.editable,
        ayuda=str(columna.ayuda),
    )


def _como_se_nombran(tabla: Tabla, filas: list[Actual]) -> dict[str, str]:
    """Give how other sheets name each row: by its name; by its number when two are called the same."""
    veces = Counter(fila.nombre for fila in filas)
    return {
        fila.clave: fila.nombre if veces[fila.nombre] == 1 and fila.nombre else fila.codigo or fila.clave
        for fila in filas
    }


def _fila(tabla: Tabla, fila: Actual, nombres: dict[str, dict[str, str]]) -> tuple[list, str]:
    """Give the cells of a row and the digests of what they hold."""
    celdas: list[Any] = [fila.clave]
    vistos = []
    for columna in tabla.columnas:
        suya = tabla.columna(fila.clave, columna.campo)
        valor = fila.codigo if columna.campo == tabla.campo_codigo else fila.valores.get(columna.campo)
        if columna.clase == Clase.REFERENCIA:
            escrita = nombres[columna.a].get(str(valor), str(valor or ""))
        else:
            escrita = celda_de(suya, valor)
            escrita = _como_texto(escrita) if suya.clase != columna.clase else escrita
        celdas.append(escrita)
        solo_leida = tabla.solo_al_nacer(columna)
        vistos.append(f"{columna.campo}={visto_fijo(escrita) if solo_leida else visto_de(tabla, fila, suya)}")
    return celdas, " ".join(vistos)


def _como_texto(valor):
    """Give a value for a column where others write text."""
    if isinstance(valor, dt.date):
        return f"{valor:%d/%m/%Y}"
    return None if valor is None else str(valor)
