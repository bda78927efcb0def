"""The chapter of the budget: by year, source, certainty and action; in kind apart, never added into cash."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agenda.documento.plan_congelado import acciones_de
from agenda.impresion.lectura import VACIO, mayuscula, pesos, termino
from agenda.salidas.word.entorno import fuente
from agenda.salidas.word.piezas import Papel, Trozo, con_montos


def presupuesto(papel: Papel, x: dict) -> None:
    """Put the money: what is committed, what is to be raised, both, and in kind when there is any."""
    totales, especie = x["c"]["totales"], bool(x["c"]["totales"]["especie"])
    papel.parrafo(
        _(
            "Pesos colombianos. «Comprometido» es dinero seguro; «por conseguir» reúne lo que está en gestión y lo que "
            "falta gestionar."
        )
        + (f" {_('Los aportes en especie se cuentan aparte y nunca se suman al dinero.')}" if especie else "")
    )
    papel.titulo(_("Por año"), 2)
    filas = [[str(fila["anio"]), *_montos(fila, especie)] for fila in totales["por_anio"]]
    _cuadro(papel, x, _("Año"), [*filas, [_("Total"), *_montos(totales, especie)]], _("Presupuesto por año"), True)
    papel.titulo(_("Por fuente"), 2)
    _cuadro(papel, x, _("Fuente y año"), list(_por_fuente(totales, especie)), _("Presupuesto por fuente"))
    filas = [[mayuscula(termino(una["texto"])), *_montos(una, especie)] for una in totales["por_certeza"]]
    _cuadro(papel, x, _("Certeza"), filas, _("Presupuesto por certeza"))
    papel.titulo(_("Por acción"), 2)
    _cuadro(papel, x, x["niveles"]["accion"], list(_por_accion(x, especie)), _("Presupuesto por acción"))
    if totales["ejecutado"]:
        papel.parrafo(
            _("Ejecutado en dinero a la fecha de esta versión: %(monto)s.") % {"monto": pesos(totales["ejecutado"])},
            estilo="Nota",
        )


def _montos(fila: dict, especie: bool) -> list[str]:
    """Give the money of a row."""
    campos = ("asegurado", "por_conseguir", "efectivo", *(("especie",) if especie else ()))
    return [pesos(fila[campo]) if fila[campo] or campo == "efectivo" else VACIO for campo in campos]


def _por_fuente(totales: dict, especie: bool):
    """Give each source and, below, its years when it has several."""
    for una in totales["por_fuente"]:
        yield [mayuscula(termino(una["texto"])), *_montos(una, especie)]
        anios = [fila for fila in una["anios"] if fila["efectivo"] or fila["especie"]]
        if len(anios) > 1:
            for fila in anios:
                yield [[Trozo(f"    {fila['anio']}")], *_montos(fila, especie)]


def _por_accion(x: dict, especie: bool):
    """Give each eje and, below, its actions that have a budget."""
    for eje in x["c"]["ejes"]:
        acciones = [accion for accion in acciones_de([eje]) if accion["presupuesto"]]
        if acciones:
            yield [f"{x['niveles']['eje']} {eje['numero']}. {eje['nombre']}", *_montos(eje["totales"], especie)]
        for accion in acciones:
            yield [[Trozo(f"{accion['numero']} {accion['nombre']}", suyo=True)], *_montos(accion["totales"], especie)]


def _cuadro(papel: Papel, x: dict, primera: str, filas: list[list], leyenda: str, total: bool = False) -> None:
    """Put a table of money."""
    encabezado = [primera, _("Comprometido"), _("Por conseguir"), _("Total en dinero")]
    if x["c"]["totales"]["especie"]:
        encabezado.append(_("En especie"))
    montos = len(encabezado) - 1
    papel.leyenda(_("Tabla"), leyenda)
    papel.tabla(encabezado, filas, con_montos(filas, montos), numeros=range(1, montos + 1), suyas=(0,), total=total)
    fuente(papel, x["fuentes"]["agenda"])
