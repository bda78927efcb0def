"""A frozen document made ready for its public page: days as dates, figures counted, nothing asked of the database."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from agenda.documento.plan_congelado import acciones_de, cifras_de
from agenda.impresion import entorno, figuras, metodo
from agenda.legible import FECHAS, legible
from agenda.models import Version
from agenda.recuerdo import recordar
from informes.graficas import pais

ACCIONES_JUNTAS = 20  # sheets on one page: about 12 KB on the line
DIAS = FECHAS | {"desde", "hasta", "cierra", "verificada_en", "pagada_hasta"}


def con_fechas(valor):
    """Give the document with its ISO days as dates, so that the filters of es-CO can write them."""
    if isinstance(valor, dict):
        return {clave: _dia(dato) if clave in DIAS else con_fechas(dato) for clave, dato in valor.items()}
    return [con_fechas(dato) for dato in valor] if isinstance(valor, list) else valor


def _dia(dato):
    try:
        return dt.date.fromisoformat(dato) if isinstance(dato, str) and dato else dato
    except ValueError:
        return dato


def para_leer(contenido: dict) -> dict:
    """Give what the public page draws: ``doc`` (the document), ``cifras``, ``figuras``, tables and lists."""
    acciones = acciones_de(contenido)
    ods = sorted({ods["numero"] for accion in acciones for ods in accion["ods"]})
    conocidos = {ods["numero"]: ods for ods in contenido["ods"]}
    documento, anios = con_fechas(contenido), _anios(acciones)
    return {
        "doc": documento,
        "cifras": cifras_de(contenido) | {"efectivo": contenido["totales"]["efectivo"]},
        "ods": [conocidos[numero] for numero in ods if numero in conocidos],
        "temas": _nombres(accion["temas"] for accion in acciones),
        "modalidades": _nombres([accion["modalidad"]] for accion in acciones if accion["modalidad"]),
        "indicadores": [_indicador(accion, uno, anios) for accion in acciones for uno in accion["indicadores"]],
        "anios_meta": anios,
        "figuras": _figuras(contenido, acciones),
    }


def dibujada(version: Version) -> dict:
    """Give what the public pages of a version draw: as ``para_leer``, their bodies already drawn as HTML.

    ``cuerpo``: what the agenda says; ``partes_plan``: the sheets of its actions, on a page of their own, and one page
    an eje when they are many: an agenda of forty actions is still light on a phone.

    The body says only what is in the frozen document, the same to every reader: it is drawn once. What may change
    (adoption, withdrawal, files) is drawn around it each time. Of the lists of ``doc`` remains whether they are empty.
    """
    return recordar("publica", lambda: _dibujar(version), version)


def _dibujar(version: Version) -> dict:
    contenido, agenda = version.contenido, version.agenda
    plan_url = reverse("agenda_version_plan", args=[agenda.territorio_id, agenda.periodo_id, version.numero])
    leida = para_leer(contenido) | {"plan_url": plan_url}
    partes = _partes_del_plan(leida)
    cuerpo = render_to_string("agenda/publica/_cuerpo.html", leida | {"por_partes": len(partes) > 1})
    documento = leida["doc"]
    breve = {clave: documento[clave] for clave in ("territorio", "periodo", "textos", "ingles")}
    breve |= {clave: bool(documento[clave]) for clave in ("ejes", "socios")}
    breve["totales"] = documento["totales"]
    return {
        "doc": breve,
        "cuerpo": cuerpo,
        "partes_plan": partes,
        "cifras": leida["cifras"],
        "figuras": {clave: leida["figuras"][clave] for clave in ("portada", "pais")},
        "demostracion": contenido.get("demostracion"),
    }


def _partes_del_plan(leida: dict) -> list[dict]:
    """Give the plan drawn, as ``clave``, ``titulo`` and ``cuerpo``: whole, or by eje and at the end its indicators."""
    documento, plantilla = leida["doc"], "agenda/publica/_cuerpo_plan.html"
    if leida["cifras"]["acciones"] <= ACCIONES_JUNTAS:
        todo = leida | {"ejes": documento["ejes"], "con_indicadores": True}
        return [{"clave": "", "titulo": "", "cuerpo": render_to_string(plantilla, todo)}]
    partes = [
        {
            "clave": str(eje["numero"]),
            "titulo": f"{documento['niveles']['eje']} {eje['numero']}",
            "cuerpo": render_to_string(plantilla, leida | {"ejes": [eje]}),
        }
        for eje in documento["ejes"]
    ]
    ultima = render_to_string(plantilla, leida | {"ejes": [], "con_indicadores": True})
    return [*partes, {"clave": "indicadores", "titulo": _("Indicadores y resultados"), "cuerpo": ultima}]


def _figuras(contenido: dict, acciones: list[dict]) -> dict:
    """Give the charts of the page, those that have something to show."""
    resultado = contenido["diagnostico"] or {}
    cuentas = Counter(ods["numero"] for accion in acciones for ods in accion["ods"])
    paises = entorno.paises(contenido)
    portada = figuras.portada(contenido, paises, alto=560, margen=(14, 130, 14, 20))
    return {
        "portada": portada.sin_lejos(),
        "pais": pais.caja(portada),
        "mundo": figuras.mundo(contenido, paises),
        "ods": figuras.ods(contenido, dict(cuentas)),
        "dinero": figuras.dinero(contenido) if contenido["totales"]["por_anio"] else None,
        "cadena": figuras.cadena(contenido),
        "radar": metodo.radar(resultado) if resultado.get("pasos") else None,
    }


def _nombres(grupos) -> list[str]:
    """Give the texts of some choices, once each, in order of appearance."""
    return list(dict.fromkeys(carta["texto"] for grupo in grupos for carta in grupo))


def _anios(acciones: list[dict]) -> list[int]:
    return sorted({meta["anio"] for a in acciones for i in a["indicadores"] for meta in i["metas"]})


def _indicador(accion: dict, indicador: dict, anios: list[int]) -> dict:
    """Give a row of the table of indicators."""
    base = legible("linea_base", indicador["linea_base"])
    metas = {meta["anio"]: legible("valor", meta["valor"]) for meta in indicador["metas"]}
    return {
        "accion": accion["numero"],
        "nombre": indicador["nombre"],
        "unidad": indicador["unidad"],
        "linea_base": base,
        "linea_base_fecha": _dia(indicador["linea_base_fecha"]),
        "metas": [(anio, metas.get(anio, "")) for anio in anios],
    }
