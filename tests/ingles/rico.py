"""A frozen document with every value that a choice may take, made from a real one of the demonstration."""

from __future__ import annotations

import copy
import re
from itertools import zip_longest

from agenda import models as agenda
from diagnostico.models import EtapaAntecedente, TipoAntecedente
from redes.models import TipoContraparte

NO_SON_TEXTO = re.compile(r"[\d.,:;/TZ+%x–-]*")
CLAVES = frozenset({"slug", "clave", "codigo", "color", "sobre", "moneda", "valor", "sha256", "tipo", "paso"})
DEL_PUEBLO = "Zzz"


def _fichas(opciones) -> list[dict]:
    return [{"slug": str(valor), "texto": str(etiqueta)} for valor, etiqueta in opciones.choices]


def _con_cada(filas: list[dict], **campos) -> list[dict]:
    """Repeat rows until every choice of each field was used once."""
    listas = {campo: _fichas(opciones) for campo, opciones in campos.items()}
    hechas = []
    for i, valores in enumerate(zip_longest(*listas.values())):
        base = copy.deepcopy(filas[i % len(filas)])
        for campo, valor in zip(listas, valores, strict=True):
            base[campo] = valor or listas[campo][0]
        hechas.append(base)
    return hechas


def con_todo(contenido: dict) -> dict:
    """Give the document with each choice used: actions, partners, money, indicators, paperwork, memory."""
    nuevo = copy.deepcopy(contenido)
    acciones = [a for eje in nuevo["ejes"] for objetivo in eje["objetivos"] for a in objetivo["acciones"]]
    con_aliado = next(a for a in acciones if a["aliados"])
    con_dinero = next(a for a in acciones if a["presupuesto"])
    con_indicador = next(a for a in acciones if a["indicadores"])
    con_aliado["aliados"] = _con_cada(con_aliado["aliados"], rol=agenda.RolAliado, etapa=agenda.EtapaAliado)
    con_dinero["presupuesto"] = _con_cada(con_dinero["presupuesto"], fuente=agenda.Fuente, certeza=agenda.Certeza)
    con_dinero["presupuesto"][0] |= {
        "moneda": "EUR", "valor_moneda": "10000.5", "tasa": "4650.25", "fecha_tasa": "2026-11-01", "en_especie": True,
    }  # fmt: skip
    con_indicador["indicadores"] = _con_cada(
        con_indicador["indicadores"], sentido=agenda.Sentido, acumulacion=agenda.Acumulacion
    )
    con_indicador["indicadores"][0] |= {"sin_linea_base": True, "linea_base": None}
    tramite = {"clave": "t", "nombre": DEL_PUEBLO, "entidad": DEL_PUEBLO, "documento": ""}
    acciones[0]["tramites"] = _con_cada([tramite], estado=agenda.EstadoTramite)
    estados, direcciones = _fichas(agenda.EstadoAccion), _fichas(agenda.Direccion)
    vinculos = _fichas(agenda.VinculoPlan)
    for i, accion in enumerate(acciones):
        accion["estado"] = estados[i % len(estados)]
        accion["direccion"] = direcciones[i % len(direcciones)]
        accion["plan"] = {**accion["plan"], "vinculo": vinculos[i % len(vinculos)]}
        if i % 2:
            accion["plan"]["eje"] = None
        accion["gobernanza"] = True
    acciones[0] |= {"inicio": "2023-02-01", "fin": "2028-03-01"}
    acciones[1] |= {"inicio": "2025-02-01", "fin": None}
    acciones[2] |= {"inicio": None, "fin": None}
    otro = copy.deepcopy(con_aliado["aliados"][0]["contraparte"])
    antes = {
        "clave": "m", "titulo": DEL_PUEBLO, "contraparte": otro, "suscrito_por": DEL_PUEBLO, "fecha": "2001-07-07",
        "vigente_hasta": "2027-12-31", "resultado": DEL_PUEBLO,
    }  # fmt: skip
    nuevo["memoria"] = _con_cada([antes], tipo=TipoAntecedente, etapa=EtapaAntecedente)
    nuevo["socios"] = _con_cada(nuevo["socios"], tipo=TipoContraparte, etapa=agenda.EtapaAliado)
    for socio in nuevo["socios"]:
        socio["roles"] = _fichas(agenda.RolAliado)
    return nuevo


def sin_palabras_del_pueblo(valor, conocidos: set[str], clave: str = ""):
    """Put «Zzz» in place of all that is not a term of ours: names, texts, places, networks."""
    if isinstance(valor, dict):
        return {campo: sin_palabras_del_pueblo(dato, conocidos, campo) for campo, dato in valor.items()}
    if isinstance(valor, list):
        return [sin_palabras_del_pueblo(dato, conocidos, clave) for dato in valor]
    if not isinstance(valor, str) or valor in conocidos or clave in CLAVES or NO_SON_TEXTO.fullmatch(valor):
        return valor
    return DEL_PUEBLO
