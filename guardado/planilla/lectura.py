"""From an uploaded workbook to its cells by table, row and field, without deciding anything. Pure.

What is kept (``Recepcion.contenido``, JSON): ``hecho`` (when it was downloaded), ``vistos`` (table → clave → field →
digest as exported), ``nombres`` (table → clave → how other sheets named it), ``avisos`` (sheet, sentence) and
``tablas`` (table → ``hoja``, ``columnas`` field → number, ``filas`` of ``n``, ``clave``, ``celdas`` field → [kind,
text]). Kinds: see ``guardar_celda``; and ``~``, without its text, for what came back as it went (``aligerar``).
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from formato.texto import sin_acentos
from guardado.planilla.celdas import vacia
from guardado.planilla.descripcion import Planilla, Tabla
from informes.hojas.entrantes.celdas import Celda, Fila, Libro, PlanillaIlegible, partes_de

RESERVADA = "_portal"
COMO_SALIO = ["~", ""]
CLAVE = "_clave"
FILAS_MAXIMAS = 3_000
CABEZA_HASTA = 20
PROPIAS = {RESERVADA, "_listas"}


def interpretar(libro: Libro, planilla: Planilla, instrucciones: str) -> tuple[uuid.UUID, dict]:
    """Give which workbook it is and its cells. Raises ``PlanillaIlegible`` when it is not one of ``planilla``."""
    datos = _reservada(libro)
    marca = _identidad(datos, planilla)
    avisos: list[list[str]] = []
    tablas: dict[str, dict] = {}
    asignadas = _hojas(libro, planilla, datos["hoja"])
    for titulo in libro.hojas:
        if titulo not in asignadas and titulo not in PROPIAS and sin_acentos(titulo) != sin_acentos(instrucciones):
            avisos.append([titulo, _("Esta hoja no es de la planilla: no se leyó.")])
    for tabla in planilla.tablas:
        titulo = next((hoja for hoja, nombre in asignadas.items() if nombre == tabla.nombre), None)
        if titulo is None:
            avisos.append([tabla.titulo, _("Falta esta hoja: no se leyó nada de ella.")])
            continue
        leida = _leer_hoja(titulo, libro.hojas[titulo], tabla, datos["columna"][tabla.nombre], avisos)
        if leida is not None:
            tablas[tabla.nombre] = leida
    contenido = {clave: datos[clave] for clave in ("hecho", "vistos", "nombres")}
    return marca, contenido | {"avisos": avisos, "tablas": tablas}


def _reservada(libro: Libro) -> dict[str, Any]:
    """Give what the hidden sheet says. Raises ``PlanillaIlegible`` when there is none."""
    datos: dict[str, Any] = {"hoja": {}, "columna": defaultdict(dict), "vistos": {}, "nombres": {}, "hecho": ""}
    for fila in libro.hojas.get(RESERVADA, []):
        clase, *resto = (_plano(fila.en(n).valor) for n in range(1, 6))
        if clase == "hoja":
            datos["hoja"][resto[1]] = resto[0]
        elif clase == "columna" and resto[2].isdecimal():
            datos["columna"][resto[0]][resto[1]] = int(resto[2][:5])
        elif clase == "fila":
            pares = (par.split("=", 1) for par in resto[2].split() if "=" in par)
            datos["nombres"].setdefault(resto[0], {})[resto[1]] = resto[3]
            datos["vistos"].setdefault(resto[0], {})[resto[1]] = {campo: visto[:16] for campo, visto in pares}
        elif clase:
            datos[clase] = resto[0]
    if "tipo" not in datos:
        raise PlanillaIlegible(
            _(
                "Ese libro no salió de este portal, o perdió su hoja oculta. Descargue la planilla otra vez, copie en "
                "ella lo que escribió y súbala."
            )
        )
    return datos


def _identidad(datos: dict, planilla: Planilla) -> uuid.UUID:
    """Give which workbook it is. Raises ``PlanillaIlegible`` when it belongs to another page."""
    if datos["tipo"] != planilla.tipo:
        raise PlanillaIlegible(_("Esa planilla es de otra cosa: aquí se sube la de «%s».") % planilla.titulo)
    if datos.get("territorio") != planilla.territorio.pk:
        raise PlanillaIlegible(
            _("Esa planilla es de otro territorio (%(otro)s). Aquí se sube la de %(este)s.")
            % {"otro": str(datos.get("territorio", ""))[:20], "este": planilla.territorio.nombre}
        )
    if datos.get("ambito") != planilla.ambito:
        raise PlanillaIlegible(
            _("Esa planilla es de %(otro)s y esta página es de %(este)s: súbala donde corresponde.")
            % {"otro": str(datos.get("ambito", ""))[:40], "este": planilla.ambito}
        )
    if str(datos.get("esquema", "")) != str(planilla.esquema):
        raise PlanillaIlegible(
            _("Esa planilla es de una edición anterior del portal. Descárguela otra vez y copie ahí lo que escribió.")
        )
    try:
        return uuid.UUID(datos.get("libro", ""))
    except ValueError:
        raise PlanillaIlegible(_("La hoja oculta de esa planilla está dañada: descárguela otra vez.")) from None


def _hojas(libro: Libro, planilla: Planilla, exportadas: dict[str, str]) -> dict[str, str]:
    """Give which sheet holds each table: by its name; a renamed one, by its headings."""
    conocidas = {sin_acentos(tabla.titulo): tabla.nombre for tabla in planilla.tablas}
    conocidas |= {sin_acentos(titulo): nombre for titulo, nombre in exportadas.items()}
    asignadas: dict[str, str] = {}
    for titulo in libro.hojas:
        nombre = conocidas.get(sin_acentos(titulo))
        if nombre and nombre not in asignadas.values():
            asignadas[titulo] = nombre
    for tabla in planilla.tablas:
        if tabla.nombre in asignadas.values():
            continue
        for titulo, filas in libro.hojas.items():
            if titulo in asignadas or titulo in PROPIAS or titulo.startswith("_"):
                continue
            cabeza = _cabeza(filas, tabla)
            if cabeza and len(_columnas(cabeza, tabla)) >= 0.8 * (len(tabla.columnas) + 1):
                asignadas[titulo] = tabla.nombre
                break
    return asignadas


def _cabeza(filas: list[Fila], tabla: Tabla) -> Fila | None:
    """Give the row of the headings: the one, near the top, that has most of them."""
    cerca = [fila for fila in filas if fila.numero <= CABEZA_HASTA]
    mejor = max(cerca, key=lambda fila: (len(_columnas(fila, tabla)), -fila.numero), default=None)
    return mejor if mejor is not None and len(_columnas(mejor, tabla)) >= min(2, len(tabla.columnas)) else None


def _columnas(cabeza: Fila, tabla: Tabla) -> dict[str, int]:
    """Give field → number of its column, by the headings."""
    titulos = {sin_acentos(columna.titulo): columna.campo for columna in tabla.columnas} | {"clave": CLAVE}
    halladas: dict[str, int] = {}
    for celda in cabeza.celdas:
        campo = titulos.get(sin_acentos(_plano(celda.valor)))
        if campo and campo not in halladas:
            halladas[campo] = partes_de(celda.lugar)[0]
    return halladas


def _leer_hoja(titulo: str, filas: list[Fila], tabla: Tabla, exportadas: dict[str, int], avisos: list) -> dict | None:
    """Give the cells of a sheet, or None (with a notice) when its rows cannot be told apart."""
    cabeza = _cabeza(filas, tabla)
    columnas = _columnas(cabeza, tabla) if cabeza else {}
    _por_posicion(columnas, cabeza, exportadas)
    if CLAVE not in columnas:
        avisos.append([titulo, _("Falta la columna «Clave», que dice cuál es cada fila: no se leyó esta hoja.")])
        return None
    if len(filas) > FILAS_MAXIMAS:
        raise PlanillaIlegible(_("La hoja «%s» tiene demasiadas filas: deje solo las de la agenda.") % titulo[:31])
    usadas = set(columnas.values())
    for celda in cabeza.celdas:
        numero = partes_de(celda.lugar)[0]
        if numero not in usadas and not vacia(celda.valor):
            texto = _("La columna «%s» no es de la planilla: no se leyó.") % _plano(celda.valor)[:60]
            avisos.append([f"{titulo}!{celda.lugar}", texto])
    for columna in tabla.columnas:
        if columna.editable and columna.campo not in columnas:
            avisos.append([titulo, _("Falta la columna «%s»: lo guardado en ella sigue igual.") % columna.titulo])
    leidas = [fila for fila in filas if fila.numero > cabeza.numero]
    return {
        "hoja": titulo,
        "columnas": columnas,
        "filas": [fila for fila in (_fila(fila, columnas) for fila in leidas) if fila is not None],
    }


def _por_posicion(columnas: dict[str, int], cabeza: Fila | None, exportadas: dict[str, int]) -> None:
    """Find a column whose heading somebody changed: it is where it was, and so are its neighbours."""
    if cabeza is None:
        return
    en_su_sitio = {numero for campo, numero in columnas.items() if exportadas.get(campo) == numero}
    ocupadas = set(columnas.values())
    ultima = max(exportadas.values(), default=0)
    for campo, numero in exportadas.items():
        vecinas = {n for n in (numero - 1, numero + 1) if 1 <= n <= ultima}
        renombrada = numero not in ocupadas and not vacia(cabeza.en(numero).valor)
        if campo not in columnas and renombrada and vecinas <= en_su_sitio:
            columnas[campo] = numero


def _fila(fila: Fila, columnas: dict[str, int]) -> dict | None:
    """Give a row as it is kept, without its empty cells; None when nothing but its key is written."""
    celdas = {
        campo: guardada
        for campo, numero in columnas.items()
        if campo != CLAVE and (guardada := guardar_celda(fila.en(numero))) is not None
    }
    clave = fila.en(columnas[CLAVE])
    texto = _plano(clave.valor) if not clave.formula and not clave.error else "?"
    return {"n": fila.numero, "clave": texto[:80], "celdas": celdas} if celdas or texto else None


def guardar_celda(celda: Celda) -> list[str] | None:
    """Give a cell as JSON keeps it: [kind, text]; None when it is empty.

    Kinds: t text, n whole, d decimal, f date, b bool, = formula, # error, + hidden under a merged one.
    """
    valor = celda.valor
    if celda.formula:
        return ["=", ""]
    if celda.error:
        return ["#", _plano(valor)]
    if celda.combinada:
        return ["+", ""]
    if vacia(valor):
        return None
    if isinstance(valor, bool):
        return ["b", "1" if valor else ""]
    if isinstance(valor, dt.date):
        return ["f", valor.isoformat()]
    if isinstance(valor, int):
        return ["n", str(valor)]
    if isinstance(valor, Decimal):
        return ["d", str(valor)]
    return ["t", valor]


def valor_de(guardada: list[str] | None):
    """Give the value of a cell that was kept (not of one with a formula or an error)."""
    if guardada is None:
        return None
    clase, texto = guardada
    match clase:
        case "n":
            return int(texto)
        case "d":
            return Decimal(texto)
        case "f":
            return dt.date.fromisoformat(texto)
        case "b":
            return bool(texto)
    return texto


def _plano(valor) -> str:
    return "" if valor is None else " ".join(str(valor).split())
