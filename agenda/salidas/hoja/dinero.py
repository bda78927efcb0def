"""The sheets of the budget: one row a budget row, and its sums by year, source and certainty."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agenda.documento.plan_congelado import acciones_de
from agenda.impresion.lectura import dia, mayuscula
from agenda.salidas.hoja.tabla import Campo, clave, numero, tabla
from informes.hojas.escritas import Hoja


def partidas(c: dict) -> Hoja:
    """Give one row a budget row: cash and in kind in different columns, so that no sum mixes them."""
    filas = [partida | {"a": accion} for accion in acciones_de(c) for partida in accion["presupuesto"]]
    campos = [
        Campo(c["niveles"]["accion"], 8, lambda p: p["a"]["numero"]),
        Campo(_("Nombre"), 44, lambda p: p["a"]["nombre"]),
        Campo(_("Año"), 8, lambda p: p["anio"], "entero"),
        Campo(_("Fuente"), 30, lambda p: mayuscula(p["fuente"]["texto"])),
        Campo(_("Quién aporta"), 30, lambda p: p["aportante"]),
        Campo(_("Certeza"), 16, lambda p: mayuscula(p["certeza"]["texto"])),
        Campo(_("En dinero (pesos)"), 20, lambda p: None if p["en_especie"] else p["valor"], "pesos", suma=True),
        Campo(_("En especie (pesos)"), 20, lambda p: p["valor"] if p["en_especie"] else None, "pesos", suma=True),
        Campo(_("Moneda"), 9, lambda p: p["moneda"]),
        Campo(_("Valor en esa moneda"), 18, lambda p: numero(p["valor_moneda"]), "numero"),
        Campo(_("Tasa"), 12, lambda p: numero(p["tasa"]), "numero"),
        Campo(_("Fecha de la tasa"), 14, lambda p: dia(p["fecha_tasa"]), "fecha"),
        Campo(_("Ejecutado (pesos)"), 20, lambda p: p["ejecutado"], "pesos", suma=True),
        clave(),
    ]
    return tabla(_("Presupuesto"), campos, filas)


def resumen(c: dict) -> Hoja:
    """Give the sums by year, by source and year, and by certainty, then the whole: no row here is added to another."""
    t = c["totales"]
    filas = [{"por": _("Año"), "de": str(fila["anio"]), "t": fila} for fila in t["por_anio"]]
    for fuente in t["por_fuente"]:
        nombre = mayuscula(fuente["texto"])
        filas.append({"por": _("Fuente"), "de": nombre, "t": fuente})
        filas += [
            {"por": _("Fuente y año"), "de": f"{nombre} · {fila['anio']}", "t": fila}
            for fila in fuente["anios"]
            if fila["efectivo"] or fila["especie"]
        ]
    filas += [{"por": _("Certeza"), "de": mayuscula(fila["texto"]), "t": fila} for fila in t["por_certeza"]]
    if filas:
        filas.append({"por": _("Total"), "de": _("Toda la agenda"), "t": t})
    sumas = {
        "asegurado": _("Comprometido (pesos)"),
        "por_conseguir": _("Por conseguir (pesos)"),
        "efectivo": _("En dinero (pesos)"),
        "especie_asegurada": _("En especie, comprometido (pesos)"),
        "especie_por_conseguir": _("En especie, por conseguir (pesos)"),
        "especie": _("En especie (pesos)"),
        "ejecutado": _("Ejecutado (pesos)"),
    }
    campos = [
        Campo(_("Por"), 16, lambda f: f["por"]),
        Campo(_("De qué"), 44, lambda f: f["de"]),
        *(Campo(titulo, 20, lambda f, suma=suma: f["t"][suma], "pesos") for suma, titulo in sumas.items()),
    ]
    return tabla(_("Resumen del presupuesto"), campos, filas)
