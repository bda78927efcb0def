"""The two sides of a sheet, before comparing: which rows exist, which are new, which cannot be read. Pure."""

from __future__ import annotations

import json
import uuid
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext as _

from guardado.planilla.asuntos import Asunto, Suerte
from guardado.planilla.celdas import texto_de
from guardado.planilla.descripcion import Actual, Clase, Columna, Tabla
from guardado.planilla.lectura import valor_de
from guardado.planilla.referencias import Nombradas
from informes.hojas.entrantes.celdas import lugar


@dataclass
class Lado:
    """One table on both sides: the workbook and the portal. ``actuales``: rows in force and removed ones, by key."""

    tabla: Tabla
    leida: dict
    vistos: dict[str, dict[str, str]]
    actuales: dict[str, Actual]
    claves: dict[int, str] = field(default_factory=dict)  # row number → key, new rows too
    nuevas: dict[int, dict] = field(default_factory=dict)
    existentes: list[dict] = field(default_factory=list)
    rechazos: list[Asunto] = field(default_factory=list)

    def donde(self, fila: dict, campo: str) -> str:
        """Give the place of a cell: «D7»."""
        return lugar(self.leida["columnas"].get(campo, 1), fila["n"])

    def llenas(self, fila: dict) -> list[Columna]:
        """Give the columns of a row in which somebody wrote something that is read."""
        escritas = fila["celdas"]  # most rows of a workbook are in blank
        return [c for c in self.tabla.columnas if c.editable and c.campo in escritas] if escritas else []

    def vaciada(self, fila: dict) -> bool:
        """Say whether an existing row holds nothing any more that could be changed there: it is to be removed."""
        return self.tabla.retira and self._cambiables.isdisjoint(fila["celdas"])

    @cached_property
    def _cambiables(self) -> set[str]:
        """Give the fields of an existing row that may change."""
        return {columna.campo for columna in self.tabla.columnas if not self.tabla.solo_al_nacer(columna)}

    def nombre(self, fila: dict) -> str:
        """Give how a row of the workbook is called."""
        celda = fila["celdas"].get(self.tabla.campo_nombre)
        return texto_de(valor_de(celda)) if celda and celda[0] in "tnd" else _("fila %s") % fila["n"]


def lado_de(tabla: Tabla, contenido: dict, marca: uuid.UUID, aceptado: dict) -> Lado:
    """Tell apart the rows of a sheet: existing, new, of somebody else, said twice."""
    leida = contenido["tablas"][tabla.nombre]
    vistos = {clave: dict(campos) for clave, campos in contenido["vistos"].get(tabla.nombre, {}).items()}
    for clave, campos in aceptado.get(tabla.nombre, {}).items():
        vistos.setdefault(clave, {}).update(campos)
    actuales = {fila.clave: fila for fila in [*tabla.retiradas(), *tabla.filas()]}
    lado = Lado(tabla, leida, vistos, actuales)
    escritas = [fila for fila in leida["filas"] if lado.llenas(fila) or fila["clave"].lower() in actuales]
    veces = Counter(fila["clave"].lower() for fila in escritas if fila["clave"])
    desconocidas = {clave for clave in veces if clave not in actuales and _es_clave(clave)}
    ajenas = tabla.ajenas(desconocidas) if desconocidas else set()
    titulos = {columna.titulo for columna in tabla.columnas}
    hechas: Counter = Counter()
    for fila in escritas:
        if _es_cabeza(fila, titulos):
            continue
        clave = fila["clave"].lower()
        razon = ""
        if not clave:
            clave = _clave_de_mano(tabla, fila, marca, hechas) if tabla.agrega else ""
            razon = "" if clave else _("Esta hoja no recibe filas nuevas.")
        elif veces[clave] > 1:
            razon = _("Otra fila tiene la misma clave. Borre la de la copia (columna «Clave») para que sea una nueva.")
        elif clave in ajenas:
            razon = _("Esa fila es de otra parte. Borre su clave (columna «Clave») para agregarla como nueva.")
        elif clave not in actuales and not (tabla.agrega and _es_clave(clave)):
            razon = (
                _("La clave de esta fila cambió. Bórrela para agregarla como nueva, o escriba la que tenía.")
                if tabla.agrega
                else _("Esa clave no está en esta planilla: escriba la que tenía la fila.")
            )
        if razon:
            if lado.llenas(fila):
                lado.rechazos.append(_rechazada(lado, fila, clave, razon))
        elif clave in actuales:
            lado.claves[fila["n"]] = clave
            lado.existentes.append(fila)
        else:
            lado.claves[fila["n"]] = clave
            lado.nuevas[fila["n"]] = fila
    return lado


def _rechazada(lado: Lado, fila: dict, clave: str, razon: str) -> Asunto:
    return Asunto(
        id=f"{lado.tabla.nombre}:{clave or fila['n']}:{fila['n']}",
        suerte=Suerte.RECHAZADA,
        tabla=lado.tabla.nombre,
        clave=clave,
        hoja=lado.leida["hoja"],
        lugar=f"A{fila['n']}",
        fila=lado.nombre(fila),
        razon=razon,
    )


def _es_cabeza(fila: dict, titulos: set[str]) -> bool:
    textos = [texto for clase, texto in fila["celdas"].values() if clase == "t"]
    return bool(textos) and sum(texto.strip() in titulos for texto in textos) > len(textos) / 2


def _es_clave(texto: str) -> bool:
    try:
        return str(uuid.UUID(texto)) == texto
    except ValueError:
        return False


def _clave_de_mano(tabla: Tabla, fila: dict, marca: uuid.UUID, hechas: Counter) -> str:
    """Give the key of a row inserted by hand: the same when the same workbook comes back with the same row."""
    identidad = [fila["celdas"].get(campo, ["", ""])[1] for campo in sorted(tabla.obligatorios())]
    texto = json.dumps([tabla.nombre, *identidad], ensure_ascii=False)
    hechas[texto] += 1
    return str(uuid.uuid5(marca, f"{texto}:{hechas[texto]}"))


def nombradas_de(tablas: list[Tabla], lados: list[Lado], antes: list[dict]) -> dict[str, Nombradas]:
    """Gather by what each row could be named: as the workbook writes it, as it was exported, as the portal calls it.

    ``antes``: table → key → name, as exported and as accepted from this workbook.
    """
    hechas = {
        columna.a: Nombradas() for tabla in tablas for columna in tabla.columnas if columna.clase == Clase.REFERENCIA
    }
    leidas = {lado.tabla.nombre for lado in lados}
    for tabla in tablas:
        if tabla.nombre in hechas and tabla.nombre not in leidas:
            for fila in tabla.filas():
                hechas[tabla.nombre].anotar(fila.clave, codigo=fila.codigo, nombre=fila.nombre)
    for nombres in antes:
        for tabla, suyos in nombres.items():
            for clave, nombre in suyos.items():
                if tabla in hechas and nombre:
                    hechas[tabla].anotar_guardada(clave, nombre)
    for lado in lados:
        propias = hechas.get(lado.tabla.nombre)
        if propias is None:
            continue  # no other sheet names its rows
        for fila in [*lado.existentes, *lado.nuevas.values()]:
            codigo = fila["celdas"].get(lado.tabla.campo_codigo)
            nombre = fila["celdas"].get(lado.tabla.campo_nombre)
            propias.anotar(
                lado.claves[fila["n"]],
                codigo=texto_de(valor_de(codigo)) if codigo else "",
                nombre=texto_de(valor_de(nombre)) if nombre else "",
            )
        for actual in lado.actuales.values():
            if not actual.retirada:
                propias.anotar_guardada(actual.clave, actual.nombre)
    return hechas
