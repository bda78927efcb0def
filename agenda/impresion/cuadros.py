"""The tables of the plan: a glance, schedule, budget, indicators, alignment. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from django.utils.translation import gettext as _

from agenda.documento.plan_congelado import acciones_de
from agenda.impresion.lectura import VACIO, cifra, corta, dia, linea_base, mayuscula, plazo, termino, unidad
from agenda.impresion.textos import recortar
from informes.graficas import barra, escala

ANIOS_POR_TABLA, ANIOS_EN_MATRIZ = 6, 3
FILAS_JUNTAS = 12
NOMBRE_EN_CRONOGRAMA = (192.0, 8.3, 2)  # width, size and lines of the name of an action
NOMBRE_EN_PRESUPUESTO = {"": (172.0, 8.7, 3), "anchos": (80.0, 8.1, 5)}


def mirada(contenido: dict) -> list[dict]:
    """Give the whole plan in a row an eje: its objetivos, how many actions, from when to when, its cash."""
    filas = []
    for eje in contenido["ejes"]:
        acciones = acciones_de([eje])
        fechas = [a[campo] for a in acciones for campo in ("inicio", "fin") if a[campo]]
        anios = sorted({fecha[:4] for fecha in fechas})
        filas.append(
            {
                "eje": eje,
                "acciones": len(acciones),
                "anios": "–".join(dict.fromkeys((anios[0], anios[-1]))) if anios else VACIO,
                "efectivo": sum(a["totales"]["efectivo"] for a in acciones),
            }
        )
    return filas


def cronograma(contenido: dict) -> dict | None:
    """Give the Gantt by eje and the list of milestones by date."""
    acciones = acciones_de(contenido)
    con_fecha = [a for a in acciones if a["inicio"] or a["fin"] or any(h["fecha"] for h in a["hitos"])]
    if not con_fecha:
        return None
    fechas = [dia(a[campo]) for a in acciones for campo in ("inicio", "fin") if a[campo]]
    fechas += [dia(h["fecha"]) for a in acciones for h in a["hitos"] if h["fecha"]]
    regla = escala(contenido["periodo"]["anios"], fechas, _("Semestres de %(desde)s a %(hasta)s"))
    grupos = []
    for eje in contenido["ejes"]:
        filas = []
        for accion in acciones_de([eje]):
            hitos = [(dia(h["fecha"]), bool(h["cumplido_en"])) for h in accion["hitos"] if h["fecha"]]
            texto = plazo(accion["inicio"], accion["fin"], contenido["periodo"]) or _("sin fechas")
            titulo = _("%(numero)s: %(plazo)s; hitos: %(n)s") % {
                "numero": accion["numero"], "plazo": texto, "n": len(hitos),
            }  # fmt: skip
            filas.append(
                {
                    "accion": accion,
                    "nombre": recortar(f"{accion['numero']} {accion['nombre']}", *NOMBRE_EN_CRONOGRAMA),
                    "barra": barra(regla, dia(accion["inicio"]), dia(accion["fin"]), hitos, titulo),
                }
            )
        if filas:
            grupos.append({"eje": eje, "filas": filas})
    hitos = sorted(
        ((h["fecha"], a["numero"], h) for a in acciones for h in a["hitos"] if h["fecha"]), key=lambda fila: fila[:2]
    )
    filas_de_hitos = [
        {
            "fecha": corta(fecha),
            "accion": numero,
            "nombre": h["nombre"],
            "cumplido": corta(h["cumplido_en"]),
            "dicho": _cumplido(h),
        }
        for fecha, numero, h in hitos
    ]
    return {
        "escala": regla,
        "fuera": any(casilla.fuera for casilla in regla.casillas),
        "grupos": grupos,
        "hitos": filas_de_hitos,
        "hitos_de_dos": _de_dos(filas_de_hitos),
    }


def _cumplido(hito: dict) -> str:
    """Say when a milestone was reached, as its sheet does; nothing while it was not."""
    return _(" (cumplido el %(dia)s)") % {"dia": corta(hito["cumplido_en"])} if hito["cumplido_en"] else ""


def _con_nombre(accion: dict, anchura: str) -> dict:
    """Give the totals of an action and its name, in the lines that its column leaves it."""
    nombre = recortar(f"{accion['numero']} {accion['nombre']}", *NOMBRE_EN_PRESUPUESTO[anchura])
    return {"numero": accion["numero"], "nombre": nombre, "totales": accion["totales"]}


def presupuesto(contenido: dict) -> dict | None:
    """Give the budget: by year, by source, by certainty and by action; None when no action has a row."""
    totales = contenido["totales"]
    if not totales["anios"]:
        return None
    anchura = "anchos" if max(totales["efectivo"], totales["especie"]) >= 10**12 else ""
    por_accion = [
        {"eje": eje, "filas": [_con_nombre(a, anchura) for a in acciones_de([eje]) if a["presupuesto"]]}
        for eje in contenido["ejes"]
    ]
    return {
        "totales": totales,
        "por_fuente": [
            {
                **fuente,
                "texto": mayuscula(termino(fuente["texto"])),
                "anios": [fila for fila in fuente["anios"] if fila["efectivo"] or fila["especie"]],
            }
            for fuente in totales["por_fuente"]
        ],
        "matriz": _matriz(totales),
        "por_certeza": [{**uno, "texto": mayuscula(termino(uno["texto"]))} for uno in totales["por_certeza"]],
        "por_accion": [grupo for grupo in por_accion if grupo["filas"]],
        "cabe": sum(1 + len(grupo["filas"]) for grupo in por_accion) <= FILAS_JUNTAS,
        "hay_especie": totales["especie"] > 0,
        "anchura": anchura,
        "hay_ejecucion": totales["ejecutado"] > 0,
    }


def _matriz(totales: dict) -> list[dict] | None:
    """Give sources against years, the total last; None when the columns or the amounts do not fit on a page."""
    if len(totales["anios"]) > ANIOS_EN_MATRIZ or max(totales["efectivo"], totales["especie"]) >= 10**11:
        return None
    filas = [
        {
            "texto": mayuscula(termino(fuente["texto"])),
            "montos": [fila["efectivo"] for fila in fuente["anios"]],
            "efectivo": fuente["efectivo"],
            "especie": fuente["especie"],
        }
        for fuente in totales["por_fuente"]
    ]
    todo = {
        "texto": _("Total"),
        "montos": [fila["efectivo"] for fila in totales["por_anio"]],
        "efectivo": totales["efectivo"],
        "especie": totales["especie"],
    }
    return [*filas, todo]


def indicadores(contenido: dict) -> list[dict]:
    """Give the indicators with their targets by year. Years that do not fit go to a second table."""
    todos = [i for a in acciones_de(contenido) for i in a["indicadores"]]
    anios = sorted(
        {meta["anio"] for i in todos for meta in i["metas"]} | (set(contenido["periodo"]["anios"]) if todos else set())
    )
    usados = [a for a in anios if any(m["anio"] == a for i in todos for m in i["metas"])] or anios[-1:]
    tandas = [usados[i : i + ANIOS_POR_TABLA] for i in range(0, len(usados), ANIOS_POR_TABLA)]
    return [
        {"anios": tanda, "primera": numero == 0, "ancho": len(tanda) + 2, "filas": [
            _fila(accion, indicador, tanda) for accion in acciones_de(contenido) for indicador in accion["indicadores"]
        ]}
        for numero, tanda in enumerate(tandas)
        if todos
    ]  # fmt: skip


def _fila(accion: dict, indicador: dict, anios: list[int]) -> dict:
    """Give a row of the table of indicators."""
    metas = {meta["anio"]: cifra(meta["valor"]) for meta in indicador["metas"]}
    origen = [indicador["linea_base_fuente"], corta(indicador["linea_base_fecha"])]
    return {
        "accion": accion["numero"],
        "nombre": indicador["nombre"],
        "unidad": unidad(indicador["unidad"]),
        "unidad_suya": unidad(indicador["unidad"]) == indicador["unidad"],
        "modo": f"{mayuscula(termino(indicador['sentido']['texto']))}; {termino(indicador['acumulacion']['texto'])}",
        "formula": indicador["formula"],
        "origen": ", ".join(filter(None, origen)),
        "medio": indicador["medio_verificacion"],
        "linea_base": linea_base(indicador),
        "metas": [metas.get(anio, VACIO) for anio in anios],
        "mediciones": "; ".join(
            f"{corta(m['fecha'])}: {cifra(m['valor'])}" + (f" ({m['evidencia']})" if m["evidencia"] else "")
            for m in indicador["mediciones"]
        ),
    }


def articulacion(contenido: dict) -> dict:
    """Give the development plan against the actions, and the goals that each action serves."""
    acciones = acciones_de(contenido)
    por_eje: dict[str, list[str]] = {}
    for accion in acciones:
        if accion["plan"]["eje"]:
            por_eje.setdefault(accion["plan"]["eje"]["clave"], []).append(accion["numero"])
    ods: dict[int, list[str]] = {}
    for accion in acciones:
        for meta in accion["ods"]:
            ods.setdefault(meta["numero"], []).append(accion["numero"])
    sueltas = [a["numero"] for a in acciones if a["plan"]["vinculo"]["slug"] == "propuesta"]
    return {
        "plan": [
            {
                "eje": fila["eje"],
                "programa": " · ".join(filter(None, (fila["programa"], fila["meta"]))),
                "modalidades": ", ".join(termino(m["texto"]) for m in fila["modalidades"]) or VACIO,
                "acciones": ", ".join(por_eje.get(fila["clave"], [])) or VACIO,
            }
            for fila in contenido["plan_de_desarrollo"]
        ],
        "propuestas": ", ".join(sueltas),
        "ods": _de_dos(
            {"numero": meta["numero"], "texto": termino(meta["texto"]), "acciones": ", ".join(ods[meta["numero"]])}
            for meta in contenido["ods"]
            if meta["numero"] in ods
        ),
        "cuentas": {numero: len(lista) for numero, lista in ods.items()},
    }


def _de_dos(filas: Iterable[dict]) -> list[list[dict]]:
    """Put rows two to a line."""
    lista = list(filas)
    return [lista[i : i + 2] for i in range(0, len(lista), 2)]


def aportes(contenido: dict) -> dict:
    """Give results beside impacts, each with the actions that aim at it; a kind without any stays out."""
    clases = [(_("Resultado"), contenido["resultados"]), (_("Impacto"), contenido["impactos"])]
    con_algo = [(clase, filas) for clase, filas in clases if filas]
    columnas = [
        [{"texto": termino(fila["texto"]), "acciones": ", ".join(fila["acciones"])} for fila in filas]
        for _clase, filas in con_algo
    ]
    return {"clases": [clase for clase, _filas in con_algo], "filas": list(zip_longest(*columnas))}
