"""The sheets of what surrounds the plan: goals, results, development plan, actors, memory and meetings."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agenda.documento.plan_congelado import acciones_de
from agenda.impresion.lectura import dia, mayuscula
from agenda.legible import legible
from agenda.salidas.hoja.tabla import Campo, clave, tabla
from informes.hojas.escritas import Hoja


def ods(c: dict) -> Hoja:
    """Give the goals that some action names, with the numbers of those actions."""
    nombradas: dict[int, list[str]] = {}
    for accion in acciones_de(c):
        for meta in accion["ods"]:
            nombradas.setdefault(meta["numero"], []).append(accion["numero"])
    campos = [
        Campo("ODS", 8, lambda f: f["numero"], "entero"),
        Campo(_("Objetivo"), 50, lambda f: f["texto"]),
        Campo(_("Acciones"), 40, lambda f: ", ".join(nombradas[f["numero"]])),
    ]
    return tabla("ODS", campos, (fila for fila in c["ods"] if fila["numero"] in nombradas))


def aportes(c: dict) -> Hoja:
    """Give the results and impacts that are expected."""
    filas = [fila | {"clase": _("Resultado")} for fila in c["resultados"]]
    filas += [fila | {"clase": _("Impacto")} for fila in c["impactos"]]
    campos = [
        Campo(_("Clase"), 14, lambda f: f["clase"]),
        Campo(_("Lo que se espera"), 60, lambda f: f["texto"]),
        Campo(_("Acciones"), 40, lambda f: ", ".join(f["acciones"])),
    ]
    return tabla(_("Resultados e impactos"), campos, filas)


def plan_de_desarrollo(c: dict) -> Hoja:
    """Give the axes of the development plan with the modalities that may carry them out."""
    campos = [
        Campo(_("Eje del plan"), 44, lambda f: f["eje"]),
        Campo(_("Programa"), 36, lambda f: f["programa"]),
        Campo(_("Meta"), 44, lambda f: f["meta"]),
        Campo(_("Modalidades posibles"), 36, lambda f: legible("modalidades", f["modalidades"])),
        clave(),
    ]
    return tabla(_("Plan de desarrollo"), campos, c["plan_de_desarrollo"])


def actores(c: dict) -> Hoja:
    """Give the local actors; a person's name only when it was authorised."""
    campos = [
        Campo(_("Organización"), 40, lambda f: f["organizacion"]),
        Campo(_("Grupo"), 30, lambda f: f["grupo"]["texto"]),
        Campo(_("Cargo"), 30, lambda f: f["cargo"]),
        Campo(_("Papel"), 30, lambda f: f["rol"]),
        Campo(_("Compromiso"), 44, lambda f: f["compromiso"]),
        Campo(_("Contacto"), 30, lambda f: f["contacto"]),
        clave(),
    ]
    return tabla(_("Actores"), campos, c["actores"])


def memoria(c: dict) -> Hoja:
    """Give what was done before."""

    def otro(campo: str):
        return lambda f: legible(campo, (f["contraparte"] or {}).get(campo))

    campos = [
        Campo(_("Fecha"), 14, lambda f: dia(f["fecha"]), "fecha"),
        Campo(_("Tipo"), 22, lambda f: mayuscula(f["tipo"]["texto"])),
        Campo(_("Título"), 50, lambda f: f["titulo"]),
        Campo(_("Contraparte"), 36, otro("nombre")),
        Campo(_("Ciudad"), 20, otro("ciudad")),
        Campo(_("País"), 18, otro("pais")),
        Campo(_("Cómo está hoy"), 22, lambda f: mayuscula(f["etapa"]["texto"])),
        Campo(_("Quién lo firmó"), 30, lambda f: f["suscrito_por"]),
        Campo(_("Vigente hasta"), 14, lambda f: dia(f["vigente_hasta"]), "fecha"),
        Campo(_("Qué dejó"), 50, lambda f: f["resultado"]),
        clave(),
    ]
    return tabla(_("Memoria institucional"), campos, c["memoria"])


def reuniones(c: dict) -> Hoja:
    """Give the meetings in which the agenda was made."""
    campos = [
        Campo(_("Fecha"), 14, lambda f: dia(f["fecha"]), "fecha"),
        Campo(_("De qué se trató"), 50, lambda f: f["tema"]),
        Campo(_("Asistentes"), 12, lambda f: f["asistentes"], "entero"),
        Campo(_("Qué se decidió"), 60, lambda f: f["memoria"]),
        clave(),
    ]
    return tabla(_("Reuniones"), campos, c["reuniones"])
