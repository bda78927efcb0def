"""What a workbook would change, cell by cell and row by row, against what is stored now. Pure: it writes nothing.

For a cell there are three digests: ``visto`` (as exported), the cell's, and the stored one. Cell as exported, or as
stored: nothing. Stored as exported: it changes. Otherwise two people wrote it: a clash, and somebody chooses.
"""

from __future__ import annotations

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guardado.huella import huella
from guardado.planilla.asuntos import Asunto, Comparacion, Suerte, dicho_de_celda, frase_de_celda
from guardado.planilla.celdas import celda_de, crudo_de, legible, revisar_porcentaje, texto_de
from guardado.planilla.descripcion import Actual, Clase, Columna, Crudo, Tabla
from guardado.planilla.filas_nuevas import Nueva, asunto_de_nueva
from guardado.planilla.lados import Lado, lado_de, nombradas_de
from guardado.planilla.lectura import COMO_SALIO, valor_de
from guardado.planilla.referencias import Nombradas
from guardado.planilla.vistos import visto_de, visto_fijo

FALTAN_NOMBRADAS = 12  # how many rows that did not come back are named


def comparar(tablas: list[Tabla], contenido: dict, marca: uuid.UUID, aceptado: dict | None = None) -> Comparacion:
    """Give what the cells of a reception propose. ``aceptado``: what was accepted of this workbook already."""
    hecha = Comparacion(avisos=[(donde, frase) for donde, frase in contenido["avisos"]])
    leidas = [tabla for tabla in tablas if tabla.nombre in contenido["tablas"]]
    lados = [lado_de(tabla, contenido, marca, (aceptado or {}).get("vistos", {})) for tabla in leidas]
    nombradas = nombradas_de(tablas, lados, [contenido["nombres"], (aceptado or {}).get("nombres", {})])
    suertes: dict[str, Asunto] = {}
    for lado in lados:
        propios: list[tuple[int, Asunto]] = [(0, asunto) for asunto in lado.rechazos]
        for fila in lado.existentes:
            propios += [(fila["n"], asunto) for asunto in _existente(lado, fila, nombradas)]
        for numero, fila in lado.nuevas.items():
            nueva = Nueva(lado.tabla, lado.leida["hoja"], fila, lado.claves[numero], lado.leida["columnas"])
            propios += [(numero, asunto) for asunto in asunto_de_nueva(nueva, nombradas, suertes)]
        propios += [(1_000_000, asunto) for asunto in _retiradas(lado)]
        hecha.avisos += _no_vinieron(lado)
        ordenados = [asunto for _n, asunto in sorted(propios, key=lambda par: par[0])]
        suertes |= {f"{a.tabla}:{a.clave}": a for a in ordenados if not a.campo}
        hecha.asuntos += ordenados
    return hecha


def aligerar(tablas: list[Tabla], contenido: dict, marca: uuid.UUID) -> None:
    """Mark in ``contenido`` the cells that came back as they went, and drop the rows that nobody filled in.

    Nothing is asked of them then each time that somebody looks at what the workbook proposes.
    """
    lados = [lado_de(tabla, contenido, marca, {}) for tabla in tablas if tabla.nombre in contenido["tablas"]]
    nombradas = nombradas_de(tablas, lados, [contenido["nombres"]])
    for lado in lados:
        nombran = {lado.tabla.campo_nombre, lado.tabla.campo_codigo}  # other sheets look for a row by what these say
        columnas = [c for c in lado.tabla.columnas if c.campo not in nombran and not lado.tabla.solo_al_nacer(c)]
        for fila in lado.existentes:
            actual = lado.actuales[lado.claves[fila["n"]]]
            for columna in (lado.tabla.columna(actual.clave, c.campo) for c in columnas if c.campo in fila["celdas"]):
                stored, celdas = actual.valores.get(columna.campo), fila["celdas"]
                sigue = lado.vistos.get(actual.clave, {}).get(columna.campo) == huella(stored)
                if sigue and _como_lo_guardado(celdas[columna.campo], columna, stored, nombradas):
                    celdas[columna.campo] = list(COMO_SALIO)
        lado.leida["filas"] = [
            fila for fila in lado.leida["filas"] if fila["celdas"] or fila["clave"].lower() in lado.vistos
        ]


def _existente(lado: Lado, fila: dict, nombradas: dict[str, Nombradas]) -> list[Asunto]:
    """Give the cells of an existing row that change, clash or are refused."""
    tabla, actual = lado.tabla, lado.actuales[lado.claves[fila["n"]]]
    if lado.vaciada(fila):
        return []  # emptied: proposed for removal below
    asuntos: list[Asunto] = []
    nuevos: dict[str, Any] = {}
    for columna in tabla.columnas:
        if columna.campo not in lado.leida["columnas"]:
            continue
        if tabla.solo_al_nacer(columna):
            asuntos += _solo_leida(lado, fila, actual, columna)
            continue
        asunto = _celda(lado, fila, actual, tabla.columna(actual.clave, columna.campo), nombradas, nuevos)
        if asunto is not None:
            asuntos.append(asunto)
    if nuevos:
        cruzados = tabla.revisar(actual.clave, {**actual.valores, **nuevos}, set(nuevos))
        for asunto in asuntos:
            if asunto.campo in cruzados and asunto.suerte != Suerte.RECHAZADA:
                asunto.suerte, asunto.razon = Suerte.RECHAZADA, cruzados[asunto.campo]
    if actual.retirada:
        vivos = [asunto for asunto in asuntos if asunto.suerte != Suerte.RECHAZADA]
        return [_devuelta(lado, fila, actual, vivos)] if vivos else []
    return asuntos


def _solo_leida(lado: Lado, fila: dict, actual: Actual, columna: Columna) -> list[Asunto]:
    """Give the refusal of a cell that is only to be read, if somebody wrote in it."""
    visto = lado.vistos.get(actual.clave, {}).get(columna.campo)
    guardada = fila["celdas"].get(columna.campo)
    ahora = "" if guardada is None else texto_de(valor_de(guardada))
    escrita = huella(ahora)
    if visto is None or escrita == visto or (guardada and guardada[0] == "+"):
        return []
    stored = actual.codigo if columna.campo == lado.tabla.campo_codigo else actual.valores.get(columna.campo)
    if escrita == visto_fijo(celda_de(columna, stored)):
        return []
    razon = _("Este dato solo se lee en las filas nuevas: cámbielo en el portal.")
    if not columna.al_nacer:
        razon = _("Esta columna es solo para leer: lo escrito ahí no cambia nada.")
    return [_asunto(lado, fila, actual, columna, antes=legible(columna, stored), ahora=ahora, razon=razon)]


def _asunto(lado: Lado, fila: dict, actual: Actual, columna: Columna, **dichos) -> Asunto:
    """Give the matter of one cell, refused until something better is known of it."""
    return Asunto(
        id=f"{lado.tabla.nombre}:{actual.clave}:{columna.campo}",
        suerte=Suerte.RECHAZADA,
        tabla=lado.tabla.nombre,
        clave=actual.clave,
        hoja=lado.leida["hoja"],
        lugar=lado.donde(fila, columna.campo),
        fila=" ".join(filter(None, (actual.codigo, actual.nombre))),
        campo=columna.campo,
        etiqueta=columna.titulo,
        **dichos,
    )


def _celda(lado: Lado, fila: dict, actual: Actual, columna: Columna, nombradas, nuevos: dict) -> Asunto | None:
    """Compare one cell; None when there is nothing to say. A clean new value is left in ``nuevos``."""
    guardada = fila["celdas"].get(columna.campo)
    stored = actual.valores.get(columna.campo)
    if _como_lo_guardado(guardada, columna, stored, nombradas):
        return None
    visto = lado.vistos.get(actual.clave, {}).get(columna.campo, "")
    razon = frase_de_celda(*guardada) if guardada else ""
    asunto = _asunto(lado, fila, actual, columna, antes=_texto(lado, columna, stored), razon=razon)
    if asunto.razon:
        asunto.ahora = dicho_de_celda(*guardada)
        return asunto
    valor = valor_de(guardada)
    asunto.ahora = texto_de(valor) if valor is not None else ""
    try:
        revisar_porcentaje(lado.tabla, actual.clave, columna, valor, fila["celdas"])
        asunto.crudo = crudo_de_celda(columna, valor, nombradas)
        nuevo = lado.tabla.limpiar(actual.clave, columna.campo, asunto.crudo)
    except ValidationError as error:
        if valor is None and visto == huella(lado.tabla.inicial(columna.campo)):
            return None  # nobody filled it in: it is still as it was born
        asunto.razon = " ".join(error.messages)
        return asunto
    except ValueError as error:
        asunto.razon = str(error)
        return asunto
    asunto.visto, asunto.nueva = huella(stored), huella(nuevo)
    if asunto.nueva in (visto, asunto.visto):
        return None
    asunto.ahora = _texto(lado, columna, nuevo) if columna.clase != Clase.REFERENCIA else asunto.ahora
    nuevos[columna.campo] = nuevo
    igual_que_vio = visto in (asunto.visto, visto_de(lado.tabla, actual, columna))
    asunto.suerte = Suerte.CAMBIA if igual_que_vio else Suerte.CHOQUE
    return asunto


def _como_lo_guardado(guardada: list[str] | None, columna: Columna, stored, nombradas: dict[str, Nombradas]) -> bool:
    """Say at once whether a cell holds what is stored, as most do: only what remains is cleaned and drawn."""
    if guardada == COMO_SALIO:
        return True
    if guardada is None or guardada[0] == "+":
        return stored in (None, "", [])
    if guardada[0] in "=#":
        return False
    valor = valor_de(guardada)
    if columna.clase != Clase.REFERENCIA:
        return valor == celda_de(columna, stored)
    try:
        return nombradas[columna.a].hallar(texto_de(valor)) == stored
    except ValueError:
        return False


def crudo_de_celda(columna: Columna, valor, nombradas: dict[str, Nombradas]) -> Crudo:
    """Give what a form would post, of a reference the key of its row. Raises ``ValueError`` with a sentence."""
    if columna.clase != Clase.REFERENCIA:
        return crudo_de(columna, valor)
    texto = texto_de(valor).strip() if valor is not None else ""
    if not texto:
        raise ValueError(_("Falta «%s»: escriba su nombre o su número.") % columna.titulo)
    return nombradas[columna.a].hallar(texto)


def _texto(lado: Lado, columna: Columna, valor) -> str:
    if columna.clase == Clase.REFERENCIA:
        return lado.tabla.nombre_de(columna.a, valor)
    return legible(columna, valor)


def _devuelta(lado: Lado, fila: dict, actual: Actual, cambios: list[Asunto]) -> Asunto:
    """Give the matter of a row that somebody removed meanwhile and that the workbook goes on writing."""
    return Asunto(
        id=f"{lado.tabla.nombre}:{actual.clave}:^",
        suerte=Suerte.DEVUELTA,
        tabla=lado.tabla.nombre,
        clave=actual.clave,
        hoja=lado.leida["hoja"],
        lugar=f"A{fila['n']}",
        fila=actual.nombre,
        razon=actual.retirada_como,
        crudos={asunto.campo: asunto.crudo for asunto in cambios},
        huellas={asunto.campo: asunto.visto for asunto in cambios},
        detalle=[(asunto.etiqueta, asunto.ahora) for asunto in cambios],
        apagada=True,
    )


def _no_vinieron(lado: Lado) -> list[tuple[str, str]]:
    """Give the notice of the rows that were exported and did not come back, where no row is ever removed."""
    presentes = {fila["clave"].lower() for fila in lado.leida["filas"]}
    faltan = [lado.actuales[clave] for clave in lado.vistos if clave in lado.actuales and clave not in presentes]
    if lado.tabla.retira or not faltan:
        return []
    cuales = "; ".join((fila.codigo or fila.nombre)[:60] for fila in faltan[:FALTAN_NOMBRADAS])
    if len(faltan) > FALTAN_NOMBRADAS:
        cuales = _("%(cuales)s y %(n)s más") % {"cuales": cuales, "n": len(faltan) - FALTAN_NOMBRADAS}
    frase = ngettext(
        "Una fila no vino en la planilla (%(cuales)s): lo guardado en ella sigue igual.",
        "%(n)s filas no vinieron en la planilla (%(cuales)s): lo guardado en ellas sigue igual.",
        len(faltan),
    )
    return [(lado.leida["hoja"], frase % {"n": len(faltan), "cuales": cuales})]


def _retiradas(lado: Lado) -> list[Asunto]:
    """Give the rows that were exported, are in force, and that the workbook no longer has or has empty."""
    if not lado.tabla.retira:
        return []
    presentes = {fila["clave"].lower() for fila in lado.leida["filas"] if not lado.vaciada(fila)}
    presentes |= {lado.claves[n] for n in lado.nuevas} | {
        lado.claves[fila["n"]] for fila in lado.existentes if not lado.vaciada(fila)
    }
    vaciadas = {fila["clave"].lower(): fila["n"] for fila in lado.leida["filas"] if lado.vaciada(fila)}
    asuntos = []
    for clave in lado.vistos:
        actual = lado.actuales.get(clave)
        if actual is None or actual.retirada or clave in presentes:
            continue
        vaciada = clave in vaciadas
        asuntos.append(
            Asunto(
                id=f"{lado.tabla.nombre}:{clave}:-",
                suerte=Suerte.RETIRADA,
                tabla=lado.tabla.nombre,
                clave=clave,
                hoja=lado.leida["hoja"],
                lugar=f"A{vaciadas[clave]}" if vaciada else "",
                fila=" ".join(filter(None, (actual.codigo, actual.nombre))),
                razon=_("La fila quedó vacía en la planilla.") if vaciada else _("La fila ya no está en la planilla."),
                apagada=True,
            )
        )
    return asuntos
