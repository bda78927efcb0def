"""The tables of the document: schedule, budget, indicators, partners, alignment. Pure."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agenda.documento.plan_congelado import acciones_de
from agenda.impresion.lectura import VACIO, cifra, corta, dia, larga, linea_base, mayuscula, plazo
from formato.numeros import pesos
from informes.graficas import barra, escala

ANIOS_POR_TABLA = 6
FILAS_JUNTAS = 16


def cronograma(contenido: dict) -> dict | None:
    """Give the Gantt by eje and the list of milestones by date."""
    acciones = acciones_de(contenido)
    con_fecha = [a for a in acciones if a["inicio"] or a["fin"] or any(h["fecha"] for h in a["hitos"])]
    if not con_fecha:
        return None
    fechas = [dia(a[campo]) for a in acciones for campo in ("inicio", "fin") if a[campo]]
    fechas += [dia(h["fecha"]) for a in acciones for h in a["hitos"] if h["fecha"]]
    regla = escala(contenido["periodo"]["anios"], fechas)
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
                {"accion": accion, "barra": barra(regla, dia(accion["inicio"]), dia(accion["fin"]), hitos, titulo)}
            )
        if filas:
            grupos.append({"eje": eje, "filas": filas})
    hitos = sorted(
        ((h["fecha"], a["numero"], h) for a in acciones for h in a["hitos"] if h["fecha"]), key=lambda fila: fila[:2]
    )
    return {
        "escala": regla,
        "grupos": grupos,
        "cabe": len(acciones) + len(grupos) <= FILAS_JUNTAS,
        "hitos": [
            {"fecha": corta(fecha), "accion": numero, "nombre": h["nombre"], "cumplido": corta(h["cumplido_en"])}
            for fecha, numero, h in hitos
        ],
    }


def presupuesto(contenido: dict) -> dict | None:
    """Give the budget: by year, by source, by certainty and by action; None when no action has a row."""
    totales = contenido["totales"]
    if not totales["anios"]:
        return None
    por_accion = [
        {"eje": eje, "filas": [a for a in acciones_de([eje]) if a["presupuesto"]]} for eje in contenido["ejes"]
    ]
    return {
        "totales": totales,
        "por_fuente": [
            {
                **fuente,
                "texto": mayuscula(fuente["texto"]),
                "anios": [fila for fila in fuente["anios"] if fila["efectivo"] or fila["especie"]],
            }
            for fuente in totales["por_fuente"]
        ],
        "por_certeza": [{**certeza, "texto": mayuscula(certeza["texto"])} for certeza in totales["por_certeza"]],
        "por_accion": [grupo for grupo in por_accion if grupo["filas"]],
        "cabe": sum(1 + len(grupo["filas"]) for grupo in por_accion) <= FILAS_JUNTAS,
        "hay_especie": totales["especie"] > 0,
        "anchura": "montos--anchos" if max(totales["efectivo"], totales["especie"]) >= 10**12 else "montos--normales",
        "hay_ejecucion": totales["ejecutado"] > 0,
    }


def indicadores(contenido: dict) -> list[dict]:
    """Give the indicators of each eje with their targets by year. Years that do not fit go to a second table."""
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
        "unidad": indicador["unidad"],
        "modo": f"{mayuscula(indicador['sentido']['texto'])}; {indicador['acumulacion']['texto']}",
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


def paises(contenido: dict) -> list[tuple[str, str, int]]:
    """Give the countries abroad with how many partners, memory and twinnings included, by name."""
    vistos: dict[str, tuple[str, set]] = {}
    otros = [(s["pais"], s["nombre"]) for s in contenido["socios"]]
    otros += [(a["contraparte"]["pais"], a["contraparte"]["nombre"]) for a in contenido["memoria"] if a["contraparte"]]
    otros += [(h["pais"], h["ciudad"]) for h in contenido["territorio"]["hermanamientos"]]
    for pais, nombre in otros:
        if pais["slug"] and pais["slug"] != "CO":
            vistos.setdefault(pais["slug"], (pais["texto"], set()))[1].add(nombre)
    return sorted(((c, texto, len(nombres)) for c, (texto, nombres) in vistos.items()), key=lambda fila: fila[1])


def socios(contenido: dict) -> list[dict]:
    """Give the partners as rows: country, city, name, role, stage, verified, actions."""
    return [
        {
            "pais": s["pais"]["texto"] or VACIO,
            "ciudad": s["ciudad"] or VACIO,
            "nombre": s["nombre"],
            "rol": mayuscula(", ".join(rol["texto"] for rol in s["roles"])),
            "etapa": mayuscula(s["etapa"]["texto"]),
            "verificada": s["verificada"],
            "acciones": ", ".join(s["acciones"]),
        }
        for s in contenido["socios"]
    ]


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
                "modalidades": ", ".join(m["texto"] for m in fila["modalidades"]) or VACIO,
                "acciones": ", ".join(por_eje.get(fila["clave"], [])) or VACIO,
            }
            for fila in contenido["plan_de_desarrollo"]
        ],
        "propuestas": ", ".join(sueltas),
        "ods": [
            {"numero": meta["numero"], "texto": meta["texto"], "acciones": ", ".join(ods[meta["numero"]])}
            for meta in contenido["ods"]
            if meta["numero"] in ods
        ],
        "cuentas": {numero: len(lista) for numero, lista in ods.items()},
    }


def perfil(contenido: dict) -> list[tuple[str, str]]:
    """Give the facts of the territory that are known."""
    t = contenido["territorio"]
    habitantes = _("%(n)s habitantes (proyección %(anio)s)") % {
        "n": pesos(t["poblacion"])[2:],
        "anio": t["poblacion_anio"],
    }
    reparto = ""
    if t["poblacion_cabecera"] is not None and t["poblacion_rural"] is not None:
        reparto = _("%(c)s en la cabecera y %(r)s en el campo") % {
            "c": pesos(t["poblacion_cabecera"])[2:], "r": pesos(t["poblacion_rural"])[2:],
        }  # fmt: skip
    categoria = {"ESP": _("especial")}.get(t["categoria"], t["categoria"])
    filas = [
        (_("Código"), t["codigo"] if t["codigo"].isdigit() else t["sigla"]),
        (_("Departamento"), t["departamento"]["nombre"] if t["departamento"] else ""),
        (_("Clase"), mayuscula(t["clase_asociacion"] or t["tipo"]["texto"])),
        (_("Región"), t["region_natural"]),
        (_("Población"), habitantes if t["poblacion"] is not None else ""),
        (_("Distribución"), reparto),
        (_("Categoría (Ley 617)"), f"{categoria} ({t['categoria_vigencia']})" if categoria else ""),
        ("PDET", (t["subregion_pdet"] or _("sí")) if t["pdet"] else ""),
        (_("Frontera con"), ", ".join(p["texto"] for p in t["limita_con"])),
        (_("Ubicación"), _ubicacion(t)),
        (_("Vecinos"), ", ".join(v["nombre"].partition(",")[0] for v in t["vecinos"])),
        (_("Asociaciones"), ", ".join(a["nombre"] for a in t["asociaciones"])),
        (_("Integrantes"), ", ".join(a["nombre"] for a in t["integrantes"])),
        (_("Redes a las que pertenece"), " · ".join(m["red"] for m in t["membresias"])),
    ]
    return [fila for fila in filas if fila[1]]


def _ubicacion(t: dict) -> str:
    """Give the coordinates as people write them."""
    if t["latitud"] is None or t["longitud"] is None:
        return ""
    lat, lon = t["latitud"], t["longitud"]
    return _("latitud %(lat)s, longitud %(lon)s") % {"lat": lat.replace(".", ","), "lon": lon.replace(".", ",")}


def memoria(contenido: dict) -> list[dict]:
    """Give the antecedents as rows."""
    return [
        {
            "fecha": corta(a["fecha"]) or VACIO,
            "tipo": mayuscula(a["tipo"]["texto"]),
            "titulo": a["titulo"],
            "con": a["contraparte"]["nombre"] if a["contraparte"] else "",
            "etapa": mayuscula(a["etapa"]["texto"]),
            "detalle": " · ".join(filter(None, (
                a["suscrito_por"] and _("firmó: %(x)s") % {"x": a["suscrito_por"]},
                a["vigente_hasta"] and _("vigente hasta %(x)s") % {"x": larga(a["vigente_hasta"])},
                a["resultado"],
            ))),
        }
        for a in contenido["memoria"]
    ]  # fmt: skip
