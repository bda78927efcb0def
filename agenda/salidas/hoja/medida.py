"""The sheets of what is measured: each indicator with a column a year, and its measurements."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agenda.documento.plan_congelado import acciones_de
from agenda.impresion.lectura import dia, mayuscula
from agenda.salidas.hoja.tabla import Campo, clave, numero, tabla
from informes.hojas.escritas import Hoja


def indicadores(c: dict) -> Hoja:
    """Give one row an indicator, one column a year."""
    filas = [{"a": accion, "i": indicador} for accion in acciones_de(c) for indicador in accion["indicadores"]]
    anios = sorted({meta["anio"] for fila in filas for meta in fila["i"]["metas"]})

    def de(campo: str):
        return lambda f: f["i"][campo]

    def meta(anio: int):
        return lambda f: next((numero(m["valor"]) for m in f["i"]["metas"] if m["anio"] == anio), None)

    def linea_base(f: dict):
        return _("sin línea base") if f["i"]["sin_linea_base"] else numero(f["i"]["linea_base"])

    campos = [
        Campo(c["niveles"]["accion"], 8, lambda f: f["a"]["numero"]),
        Campo(_("Nombre"), 36, lambda f: f["a"]["nombre"]),
        Campo(_("Indicador"), 44, de("nombre")),
        Campo(_("Unidad"), 18, de("unidad")),
        Campo(_("Cómo se calcula"), 36, de("formula")),
        Campo(_("Línea base"), 14, linea_base, "numero"),
        Campo(_("Fecha de la línea base"), 14, lambda f: dia(f["i"]["linea_base_fecha"]), "fecha"),
        Campo(_("Fuente de la línea base"), 28, de("linea_base_fuente")),
        Campo(_("Sentido"), 18, lambda f: mayuscula(f["i"]["sentido"]["texto"])),
        Campo(_("Cómo se acumula"), 22, lambda f: mayuscula(f["i"]["acumulacion"]["texto"])),
        Campo(_("Dónde se comprueba"), 28, de("medio_verificacion")),
        *(Campo(_("Meta %(anio)s") % {"anio": anio}, 12, meta(anio), "numero") for anio in anios),
        clave(lambda f: f["i"]["clave"]),
    ]
    return tabla(_("Indicadores"), campos, filas)


def mediciones(c: dict) -> Hoja:
    """Give one row a measurement, in the order of their dates within each indicator."""
    filas = [
        {"a": accion, "i": indicador, "m": medida}
        for accion in acciones_de(c)
        for indicador in accion["indicadores"]
        for medida in indicador["mediciones"]
    ]
    campos = [
        Campo(c["niveles"]["accion"], 8, lambda f: f["a"]["numero"]),
        Campo(_("Indicador"), 44, lambda f: f["i"]["nombre"]),
        Campo(_("Unidad"), 18, lambda f: f["i"]["unidad"]),
        Campo(_("Fecha"), 14, lambda f: dia(f["m"]["fecha"]), "fecha"),
        Campo(_("Valor"), 14, lambda f: numero(f["m"]["valor"]), "numero"),
        Campo(_("En qué se apoya"), 44, lambda f: f["m"]["evidencia"]),
        clave(lambda f: f["m"]["clave"]),
    ]
    return tabla(_("Mediciones"), campos, filas)
