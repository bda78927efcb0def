"""What is said in little space: the executive summary, the two-page edition, the page for a partner. Pure.

Space there is fixed, so every text has a number of lines; what does not fit ends in «…» and stands whole elsewhere.
"""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agenda.documento.plan_congelado import acciones_de
from agenda.impresion.lectura import cuantas, en_millones, nivel, numero
from agenda.impresion.textos import recortar


def cifras(contenido: dict, paises: list) -> list[tuple[str, str]]:
    """Give the agenda in figures."""
    acciones, niveles = acciones_de(contenido), contenido["niveles"]
    ejes, indicadores = len(contenido["ejes"]), sum(len(a["indicadores"]) for a in acciones)
    dadas = [
        (numero(ejes), recortar(cuantas(ejes, nivel(niveles["eje"])).lower(), 86, 8.4, 1)),
        (numero(len(acciones)), recortar(cuantas(len(acciones), nivel(niveles["accion"])).lower(), 86, 8.4, 1)),
        (numero(indicadores), ngettext("indicador", "indicadores", indicadores)),
    ]
    if paises:
        dadas.append((numero(len(paises)), ngettext("país", "países", len(paises))))
    if contenido["totales"]["efectivo"]:
        dadas.append((en_millones(contenido["totales"]["efectivo"]), _("en dinero")))
    return dadas


def ejes(contenido: dict, tope: int, ancho: float, *, lineas: int = 1) -> dict:
    """Give each eje: its name in so many lines, what it is about in one, actions, money; and how many more."""
    dados = []
    for eje in contenido["ejes"][:tope]:
        acciones = acciones_de([eje])
        dinero = sum(a["totales"]["efectivo"] for a in acciones)
        cuenta = f"{numero(len(acciones))} {cuantas(len(acciones), nivel(contenido['niveles']['accion'])).lower()}"
        dados.append(
            {
                "numero": eje["numero"],
                "nombre": recortar(eje["nombre"], ancho, 9.4, lineas),
                "linea": recortar(eje["descripcion"] or _objetivos(eje), ancho, 8.4, 1),
                "cuenta": recortar(cuenta, 80, 8.8, 1) if acciones else "",
                "dinero": en_millones(dinero) if dinero else "",
            }
        )
    return {"filas": dados, "mas": max(0, len(contenido["ejes"]) - tope)}


def _objetivos(eje: dict) -> str:
    """Give the names of its objetivos, for an eje without a description."""
    return " · ".join(objetivo["nombre"] for objetivo in eje["objetivos"])


def destacadas(contenido: dict, tope: int) -> list[dict]:
    """Give the flagship actions: of each eje in turn the one with most cash not yet given, in the order of the plan."""
    por_eje = [
        sorted(acciones_de([eje]), key=lambda a: -a["totales"]["efectivo"]) for eje in contenido["ejes"]
    ]  # stable: equal money keeps the order of the plan
    elegidas: list[str] = []
    while len(elegidas) < tope and any(por_eje):
        for lista in por_eje:
            if lista and len(elegidas) < tope:
                elegidas.append(lista.pop(0)["clave"])
    return [accion for accion in acciones_de(contenido) if accion["clave"] in elegidas]


def fila(accion: dict, ancho: float) -> dict:
    """Give an action in a row: name, office, term, partners, money."""
    efectivo, especie = accion["totales"]["efectivo"], accion["totales"]["especie"]
    dinero = en_millones(efectivo) if efectivo or not especie else _("en especie")
    aliados = list(dict.fromkeys(a["contraparte"]["nombre"] for a in accion["aliados"]))
    return {
        "numero": accion["numero"],
        "nombre": recortar(accion["nombre"], ancho, 9, 2),
        "responsable": recortar(accion["responsable"], 108, 8.4, 2),
        "plazo": _anios(accion),
        "aliados": recortar(", ".join(aliados), 158, 8.4, 1),
        "dinero": dinero if accion["presupuesto"] else "–",
    }


def _anios(accion: dict) -> str:
    """Give the years of an action: «2025–2027»."""
    anios = sorted({accion[campo][:4] for campo in ("inicio", "fin") if accion[campo]})
    return "–".join(anios) if anios else "–"


def dinero(contenido: dict) -> list[tuple[str, int]]:
    """Give the money in three figures: committed, to be raised, in kind; those that exist."""
    t = contenido["totales"]
    filas = [
        (_("Comprometido"), t["asegurado"]),
        (_("Por conseguir"), t["por_conseguir"]),
        (_("En especie, aparte"), t["especie"]),
    ]
    return [una for una in filas if una[1]]
