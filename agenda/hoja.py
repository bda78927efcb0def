"""The agenda as a spreadsheet, from the same frozen document: each row with its ``clave``, money and dates as such."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import override

from agenda.documento.plan_congelado import acciones_de
from agenda.impresion.lectura import con_hora, dia, mayuscula
from agenda.legible import SECCIONES, legible
from agenda.models import Version
from informes.hojas import Columna, Hoja, a_xlsx

CLAVE = Columna("Clave", 38)


def libro(version: Version) -> bytes:
    """Give the workbook of a frozen Version."""
    contenido = version.contenido
    titulo = _("Agenda Estratégica %(periodo)s · %(lugar)s · versión %(n)s") % {
        "periodo": contenido["periodo"]["texto"],
        "lugar": contenido["territorio"]["nombre_completo"],
        "n": contenido["version"],
    }
    with override("es-co"):
        hojas = [
            _agenda(version),
            _plan(contenido),
            _presupuesto(contenido),
            _indicadores(contenido),
            _hitos(contenido),
            _aliados(contenido),
        ]
        return a_xlsx(hojas, titulo=titulo, creado=dt.datetime.fromisoformat(contenido["compuesta_en"]))


def _numero(texto: str | None) -> Decimal | None:
    """Give a frozen decimal as a number."""
    return None if texto is None else Decimal(texto)


def _agenda(version: Version) -> Hoja:
    """Give the texts of the agenda and what identifies this version."""
    c = version.contenido
    filas = [
        [_("Territorio"), c["territorio"]["nombre_completo"]],
        [_("Código"), c["territorio"]["codigo"]],
        [_("Período"), c["periodo"]["texto"]],
        [_("Versión"), c["version"]],
        [_("Compuesta el"), con_hora(c["compuesta_en"])],
        ["SHA-256", version.sha256],
    ]
    if c["demostracion"] or (version.acta or {}).get("demostracion"):
        filas.append([_("Marca"), "DEMOSTRACIÓN"])
    for grupo in ("textos", "ingles", "gobernanza", "seguimiento", "firmas"):
        filas += [
            [str(etiqueta), legible(campo, c[grupo].get(campo))]
            for campo, etiqueta in SECCIONES[grupo].items()
            if legible(campo, c[grupo].get(campo))
        ]
    return Hoja(_("Agenda"), [Columna(_("Dato"), 32), Columna(_("Texto"), 100)], filas)


def _plan(c: dict) -> Hoja:
    """Give one row an action, with its eje and objetivo."""
    niveles = c["niveles"]
    columnas = [
        Columna(niveles["accion"], 8),
        Columna(_("Nombre"), 44),
        Columna(niveles["eje"], 26),
        Columna(niveles["objetivo"], 32),
        Columna(_("Modalidad"), 22),
        Columna(_("Instrumento"), 22),
        Columna(_("Responsable"), 26),
        Columna(_("Empieza"), 13, "fecha"),
        Columna(_("Termina"), 13, "fecha"),
        Columna(_("Estado"), 14),
        Columna(_("En qué consiste"), 50),
        Columna(_("Temas"), 26),
        Columna(_("Objetivos de Desarrollo Sostenible (ODS)"), 26),
        Columna(_("Metas de los ODS"), 20),
        Columna(_("Plan de desarrollo"), 36),
        Columna(_("Depende de"), 26),
        Columna(_("Comprometido"), 18, "pesos"),
        Columna(_("Por conseguir"), 18, "pesos"),
        Columna(_("En dinero"), 18, "pesos"),
        Columna(_("En especie"), 18, "pesos"),
        CLAVE,
    ]
    filas = []
    for eje in c["ejes"]:
        for objetivo in eje["objetivos"]:
            for a in objetivo["acciones"]:
                t = a["totales"]
                filas.append(
                    [
                        a["numero"],
                        a["nombre"],
                        f"{eje['numero']}. {eje['nombre']}",
                        f"{objetivo['numero']}. {objetivo['nombre']}",
                        legible("modalidad", a["modalidad"]),
                        legible("instrumento", a["instrumento"]),
                        a["responsable"],
                        dia(a["inicio"]),
                        dia(a["fin"]),
                        mayuscula(a["estado"]["texto"]),
                        a["descripcion"],
                        legible("temas", a["temas"]),
                        legible("ods", a["ods"]),
                        legible("metas_ods", a["metas_ods"]),
                        legible("plan", a["plan"]),
                        a["depende_de"],
                        t["asegurado"],
                        t["por_conseguir"],
                        t["efectivo"],
                        t["especie"],
                        a["clave"],
                    ]
                )
    return Hoja(_("Plan de acción"), columnas, filas, totales=(16, 17, 18, 19))


def _presupuesto(c: dict) -> Hoja:
    """Give one row a budget row: cash and in kind in different columns, so that no sum mixes them."""
    columnas = [
        Columna(c["niveles"]["accion"], 8),
        Columna(_("Nombre"), 44),
        Columna(_("Año"), 8, "entero"),
        Columna(_("Fuente"), 30),
        Columna(_("Quién aporta"), 30),
        Columna(_("Certeza"), 16),
        Columna(_("En dinero (pesos)"), 20, "pesos"),
        Columna(_("En especie (pesos)"), 20, "pesos"),
        Columna(_("Moneda"), 9),
        Columna(_("Valor en esa moneda"), 18, "numero"),
        Columna(_("Tasa"), 12, "numero"),
        Columna(_("Fecha de la tasa"), 14, "fecha"),
        Columna(_("Ejecutado (pesos)"), 20, "pesos"),
        CLAVE,
    ]
    filas = [
        [
            a["numero"],
            a["nombre"],
            p["anio"],
            mayuscula(p["fuente"]["texto"]),
            p["aportante"],
            mayuscula(p["certeza"]["texto"]),
            None if p["en_especie"] else p["valor"],
            p["valor"] if p["en_especie"] else None,
            p["moneda"],
            _numero(p["valor_moneda"]),
            _numero(p["tasa"]),
            dia(p["fecha_tasa"]),
            p["ejecutado"],
            p["clave"],
        ]
        for a in acciones_de(c)
        for p in a["presupuesto"]
    ]
    return Hoja(_("Presupuesto"), columnas, filas, totales=(6, 7, 12))


def _indicadores(c: dict) -> Hoja:
    """Give one row an indicator, one column a year."""
    todos = [(a, i) for a in acciones_de(c) for i in a["indicadores"]]
    anios = sorted({meta["anio"] for _accion, i in todos for meta in i["metas"]})
    columnas = [
        Columna(c["niveles"]["accion"], 8),
        Columna(_("Indicador"), 44),
        Columna(_("Unidad"), 18),
        Columna(_("Cómo se calcula"), 36),
        Columna(_("Línea base"), 14, "numero"),
        Columna(_("Fecha de la línea base"), 14, "fecha"),
        Columna(_("Fuente de la línea base"), 28),
        Columna(_("Sentido"), 18),
        Columna(_("Cómo se acumula"), 22),
        Columna(_("Dónde se comprueba"), 28),
        *(Columna(str(anio), 12, "numero") for anio in anios),
        Columna(_("Última medición"), 14, "numero"),
        Columna(_("Fecha de la medición"), 14, "fecha"),
        CLAVE,
    ]
    filas = []
    for accion, i in todos:
        metas = {meta["anio"]: Decimal(meta["valor"]) for meta in i["metas"]}
        ultima = i["mediciones"][-1] if i["mediciones"] else None
        filas.append(
            [
                accion["numero"],
                i["nombre"],
                i["unidad"],
                i["formula"],
                _("sin línea base") if i["sin_linea_base"] else _numero(i["linea_base"]),
                dia(i["linea_base_fecha"]),
                i["linea_base_fuente"],
                i["sentido"]["texto"],
                i["acumulacion"]["texto"],
                i["medio_verificacion"],
                *(metas.get(anio) for anio in anios),
                _numero(ultima["valor"]) if ultima else None,
                dia(ultima["fecha"]) if ultima else None,
                i["clave"],
            ]
        )
    return Hoja(_("Indicadores"), columnas, filas)


def _hitos(c: dict) -> Hoja:
    """Give the milestones by date; those without a date at the end."""
    columnas = [
        Columna(_("Fecha"), 14, "fecha"),
        Columna(c["niveles"]["accion"], 8),
        Columna(_("Nombre"), 44),
        Columna(_("Hito"), 60),
        Columna(_("Cumplido el"), 14, "fecha"),
        CLAVE,
    ]
    hitos = [(a, hito) for a in acciones_de(c) for hito in a["hitos"]]
    hitos.sort(key=lambda par: par[1]["fecha"] or "9999")
    filas = [
        [dia(h["fecha"]), a["numero"], a["nombre"], h["nombre"], dia(h["cumplido_en"]), h["clave"]] for a, h in hitos
    ]
    return Hoja(_("Cronograma"), columnas, filas)


def _aliados(c: dict) -> Hoja:
    """Give one row a partner in an action."""
    columnas = [
        Columna(c["niveles"]["accion"], 8),
        Columna(_("Aliado"), 44),
        Columna(_("Clase"), 26),
        Columna(_("Ciudad"), 22),
        Columna(_("País"), 18),
        Columna(_("Papel"), 14),
        Columna(_("Etapa"), 18),
        Columna(_("Verificado"), 12),
        CLAVE,
    ]
    filas = [
        [
            a["numero"],
            f["contraparte"]["nombre"],
            mayuscula(f["contraparte"]["tipo"]["texto"]),
            f["contraparte"]["ciudad"],
            f["contraparte"]["pais"]["texto"],
            mayuscula(f["rol"]["texto"]),
            mayuscula(f["etapa"]["texto"]),
            f["contraparte"]["verificada"],
            f["clave"],
        ]
        for a in acciones_de(c)
        for f in a["aliados"]
    ]
    return Hoja(_("Aliados"), columnas, filas)
