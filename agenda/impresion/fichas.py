"""The sheet of each action on paper: rows that hold something, small tables that fit. Pure."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agenda.impresion.lectura import (
    VACIO,
    cifra,
    corta,
    linea_base,
    mayuscula,
    numero,
    pais,
    pesos,
    plazo,
    termino,
    unidad,
)

ANIOS_EN_COLUMNAS = 4
DESCRIPCION_BREVE = 500  # characters of a description that stays on the page of its heading


def ficha(accion: dict, contenido: dict) -> dict:
    """Give what ``agenda/pdf/_accion.html`` draws."""
    return {
        "accion": accion,
        "id": f"accion-{accion['clave']}",
        "breve": len(accion["descripcion"]) <= DESCRIPCION_BREVE,
        "tira": _tira(accion, contenido),
        "hechos": [(etiqueta, texto) for etiqueta, texto in _largas(accion) if texto],
        "indicadores": [_indicador(fila) for fila in accion["indicadores"]],
        "presupuesto": _presupuesto(accion["presupuesto"]) if accion["presupuesto"] else None,
        "partidas": _partidas(accion["presupuesto"]),
        "monedas": [_moneda(fila) for fila in accion["presupuesto"] if fila["moneda"] != "COP"],
        "totales": accion["totales"],
    }


def _tira(accion: dict, contenido: dict) -> list[tuple[str, str]]:
    """Give the four facts that head a sheet, those that exist."""
    modalidad = [termino(accion["modalidad"]["texto"])] if accion["modalidad"] else []
    if accion["instrumento"]:
        modalidad.append(termino(accion["instrumento"]["texto"]))
    if accion["gobernanza"]:
        modalidad.append(_("programa de gobernanza"))
    estado = ", ".join(filter(None, (termino(accion["estado"]["texto"]), termino(accion["direccion"]["texto"]))))
    filas = [
        (_("Responsable"), accion["responsable"]),
        (_("Plazo"), plazo(accion["inicio"], accion["fin"], contenido["periodo"])),
        (_("Modalidad"), " · ".join(modalidad)),
        (_("Estado y dirección"), mayuscula(estado)),
    ]
    return [fila for fila in filas if fila[1]]


def _largas(accion: dict) -> list[tuple[str, str]]:
    """Give the facts that take a whole line."""
    plan = accion["plan"]
    del_plan = [
        plan["eje"]["texto"] if plan["eje"] else "",
        plan["programa"] and _("programa %(x)s") % {"x": plan["programa"]},
        plan["meta"] and _("meta: %(x)s") % {"x": plan["meta"]},
        plan["indicador"] and _("indicador: %(x)s") % {"x": plan["indicador"]},
        plan["bpin"] and _("banco de proyectos (BPIN) %(x)s") % {"x": plan["bpin"]},
    ]
    hechos = [parte for parte in del_plan if parte]
    llamado = accion["convocatoria"]
    return [
        (_("Beneficia a"), accion["poblaciones"]),
        (_("Aliados"), " · ".join(_aliado(fila) for fila in accion["aliados"])),
        (_("Municipios que participan"), " · ".join(fila["nombre"] for fila in accion["municipios"])),
        (_("Plan de desarrollo"), " · ".join(hechos) or mayuscula(termino(plan["vinculo"]["texto"]))),
        (_("Temas"), " · ".join(termino(tema["texto"]) for tema in accion["temas"])),
        (_("ODS"), " · ".join(_ods(accion))),
        (_("Aporta a"), " · ".join(termino(fila["texto"]) for fila in [*accion["resultados"], *accion["impactos"]])),
        (_("Continúa"), accion["antecedente"]["texto"] if accion["antecedente"] else ""),
        (_("Convocatoria"), f"{llamado['texto']} ({llamado['entidad']})" if llamado else ""),
        (_("Hitos"), " · ".join(_hito(fila) for fila in accion["hitos"])),
        (_("Depende de"), accion["depende_de"]),
        (_("Trámites"), " · ".join(_tramite(fila) for fila in accion["tramites"])),
        (_("Avance"), accion["avance"]),
    ]


def _ods(accion: dict) -> list[str]:
    """Give goals (Objetivos de Desarrollo Sostenible) with their name and, after each, its targets by code."""
    metas: dict[str, list[str]] = {}
    for meta in accion["metas_ods"]:
        metas.setdefault(meta["codigo"].partition(".")[0], []).append(meta["codigo"])
    textos = []
    for ods in accion["ods"]:
        propias = metas.pop(str(ods["numero"]), [])
        con = ngettext(" (meta %(lista)s)", " (metas %(lista)s)", len(propias)) % {"lista": ", ".join(propias)}
        textos.append(f"{ods['numero']} {termino(ods['texto'])}{con if propias else ''}")
    return textos + [codigo for lista in metas.values() for codigo in lista]


def _aliado(fila: dict) -> str:
    """Give a partner with its place, role and stage."""
    otro = fila["contraparte"]
    lugar = ", ".join(filter(None, (otro["ciudad"], pais(otro["pais"]["slug"]) if otro["pais"]["slug"] else "")))
    rol, etapa = termino(fila["rol"]["texto"]), termino(fila["etapa"]["texto"])
    return f"{otro['nombre']}{f' ({lugar})' if lugar else ''}: {rol}, {etapa}"


def _hito(fila: dict) -> str:
    """Give a milestone with its date, and whether it was reached."""
    hecho = _(" (cumplido el %(dia)s)") % {"dia": corta(fila["cumplido_en"])} if fila["cumplido_en"] else ""
    return f"{corta(fila['fecha'])}: {fila['nombre']}{hecho}" if fila["fecha"] else f"{fila['nombre']}{hecho}"


def _tramite(fila: dict) -> str:
    """Give a paperwork with whom it is with and its state."""
    ante = _(", ante %(entidad)s") % {"entidad": fila["entidad"]} if fila["entidad"] else ""
    return f"{fila['nombre']}{ante} ({termino(fila['estado']['texto'])})"


def _indicador(fila: dict) -> dict:
    """Give an indicator in one row: its last target is the one that the sheet shows."""
    ultima = fila["metas"][-1] if fila["metas"] else None
    return {
        "nombre": fila["nombre"],
        "unidad": unidad(fila["unidad"]) or VACIO,
        "unidad_suya": unidad(fila["unidad"]) == fila["unidad"],
        "linea_base": linea_base(fila),
        "meta": cifra(ultima["valor"]) if ultima else VACIO,
        "anio": ultima["anio"] if ultima else VACIO,
        "recorrido": _recorrido(linea_base(fila), ultima),
    }


def _recorrido(base: str, ultima: dict | None) -> str:
    """Give in a line where an indicator starts from and its last target."""
    partes = [] if base == VACIO else [base if base == _("sin línea base") else _("línea base %(x)s") % {"x": base}]
    if ultima:
        partes.append(_("meta %(valor)s en %(anio)s") % {"valor": cifra(ultima["valor"]), "anio": ultima["anio"]})
    return ", ".join(partes) or _("sin meta")


def _presupuesto(partidas: list[dict]) -> dict:
    """Give the budget: years as columns when they fit, otherwise one line a row. No two rows are ever added up."""
    anios = sorted({fila["anio"] for fila in partidas})
    if len(anios) > ANIOS_EN_COLUMNAS:
        filas = [{"nombre": f"{f['anio']} · {_nombre(f)}", "celdas": [pesos(f["valor"])]} for f in partidas]
        return {"columnas": [_("Valor")], "filas": filas}
    filas: list[dict] = []
    for partida in partidas:
        nombre, columna = _nombre(partida), anios.index(partida["anio"])
        fila = next((f for f in filas if f["nombre"] == nombre and f["celdas"][columna] == VACIO), None)
        if fila is None:
            fila = {"nombre": nombre, "celdas": [VACIO] * len(anios)}
            filas.append(fila)
        fila["celdas"][columna] = pesos(partida["valor"])
    return {"columnas": [str(anio) for anio in anios], "filas": filas}


def _partidas(partidas: list[dict]) -> list[tuple[str, str]]:
    """Give the budget in lines: who gives, and how much each year. No two rows are ever added up."""
    por_nombre: dict[str, list[str]] = {}
    for partida in partidas:
        por_nombre.setdefault(_nombre(partida), []).append(f"{partida['anio']}, {pesos(partida['valor'])}")
    return [(nombre, " · ".join(montos)) for nombre, montos in por_nombre.items()]


def _nombre(partida: dict) -> str:
    """Give source, who gives, certainty and whether it is in kind."""
    fuente, certeza = termino(partida["fuente"]["texto"]), termino(partida["certeza"]["texto"])
    partes = [mayuscula(fuente), partida["aportante"], certeza]
    if partida["en_especie"]:
        partes.append(_("en especie"))
    return " · ".join(parte for parte in partes if parte)


def _moneda(partida: dict) -> str:
    """Give what another currency was worth and at which rate."""
    return _("%(valor)s = %(moneda)s %(otra)s a %(tasa)s pesos (%(dia)s)") % {
        "valor": pesos(partida["valor"]),
        "moneda": partida["moneda"],
        "otra": cifra(partida["valor_moneda"]),
        "tasa": numero(partida["tasa"]),
        "dia": corta(partida["fecha_tasa"]),
    }
