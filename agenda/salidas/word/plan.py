"""The chapters of the plan: each action on its sheet, when, how it is measured, what for."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agenda.impresion.lectura import VACIO, mayuscula, pesos, plazo, termino
from agenda.salidas.word.entorno import fuente, suave
from agenda.salidas.word.piezas import Papel, Trozo, con_montos


def plan(papel: Papel, x: dict) -> None:
    """Put the plan at a glance, then each eje with its objetivos and the sheet of each action."""
    niveles = x["niveles"]
    if x["hay_acciones"]:
        papel.titulo(_("El plan de una mirada"), 2)
        papel.leyenda(_("Tabla"), _("El plan de una mirada"))
        papel.tabla(
            (niveles["eje"], x["objetivos_plural"], _("Acciones"), _("Años"), _("En dinero")),
            [
                [
                    f"{m['eje']['numero']}. {m['eje']['nombre']}",
                    [[Trozo(f"{o['numero']}. {o['nombre']}", suyo=True)] for o in m["eje"]["objetivos"]] or VACIO,
                    str(m["acciones"]),
                    m["anios"],
                    pesos(m["efectivo"]),
                ]
                for m in x["mirada"]
            ],
            (25, 33, 10, 12, 20),
            numeros=(2, 4),
            suyas=(0,),
        )
    for parte in x["plan"]:
        eje = parte["eje"]
        papel.titulo(f"{niveles['eje']} {eje['numero']}. {eje['nombre']}", 2, suyo=True)
        papel.textos(eje["descripcion"])
        for uno in parte["objetivos"]:
            objetivo = uno["objetivo"]
            papel.parrafo(
                Trozo(f"{niveles['objetivo']} {objetivo['numero']}. ", negrita=True),
                Trozo(objetivo["nombre"], suyo=True),
                pegado=True,
            )
            if objetivo["situacion"]:
                papel.parrafo(suave(f"{_('Situación actual:')} ", suyo=False), suave(objetivo["situacion"]))
            for ficha in uno["fichas"]:
                _ficha(papel, ficha, niveles)


def _ficha(papel: Papel, ficha: dict, niveles: dict) -> None:
    """Put the sheet of an action: its facts, its indicators and its budget."""
    accion, numero = ficha["accion"], ficha["accion"]["numero"]
    papel.titulo(f"{niveles['accion']} {numero}. {accion['nombre']}", 3, suyo=True)
    papel.textos(accion["descripcion"])
    papel.hechos(ficha["tira"] + ficha["hechos"])
    if ficha["indicadores"]:
        papel.leyenda(_("Tabla"), _("Indicadores de %(n)s") % {"n": numero})
        papel.tabla(
            (_("Indicador"), _("Unidad"), _("Línea base"), _("Meta"), _("Año")),
            [[i["nombre"], i["unidad"], i["linea_base"], i["meta"], str(i["anio"])] for i in ficha["indicadores"]],
            (44, 18, 14, 14, 10),
            numeros=(2, 3, 4),
            suyas=(0, 1),
        )
    cuentas = ficha["presupuesto"]
    if cuentas:
        papel.leyenda(_("Tabla"), _("Presupuesto de %(n)s, en pesos") % {"n": numero})
        filas, anios = [[fila["nombre"], *fila["celdas"]] for fila in cuentas["filas"]], cuentas["columnas"]
        papel.tabla(
            (_("Fuente"), *anios),
            filas,
            con_montos(filas, len(anios)),
            numeros=range(1, len(anios) + 1),
            suyas=(0,),
        )
        papel.parrafo(_sumas(ficha["totales"], ficha["monedas"]), estilo="Nota")


def _sumas(totales: dict, monedas: list[str]) -> str:
    """Give the sums of an action in a sentence, and what was in another currency."""
    frases = [
        _("En dinero: %(todo)s (comprometido %(seguro)s; por conseguir %(falta)s).")
        % {
            "todo": pesos(totales["efectivo"]),
            "seguro": pesos(totales["asegurado"]),
            "falta": pesos(totales["por_conseguir"]),
        }
    ]
    if totales["especie"]:
        frases.append(_("En especie: %(especie)s.") % {"especie": pesos(totales["especie"])})
    return " ".join([*frases, *(f"{moneda}." for moneda in monedas)])


def cronograma(papel: Papel, x: dict) -> None:
    """Put when each action begins and ends, and the milestones by date."""
    papel.titulo(x["s"]["cronograma_barras"].titulo, 2)
    papel.leyenda(_("Tabla"), _("Plazo de cada acción"))
    filas: list[list] = []
    for parte in x["plan"]:
        fichas = [ficha for uno in parte["objetivos"] for ficha in uno["fichas"]]
        if fichas:
            filas.append([[[Trozo(f"{x['niveles']['eje']} {parte['eje']['numero']}. {parte['eje']['nombre']}", True)]]])
        for ficha in fichas:
            accion = ficha["accion"]
            filas.append(
                [
                    f"{accion['numero']} {accion['nombre']}",
                    plazo(accion["inicio"], accion["fin"], x["c"]["periodo"]) or VACIO,
                    mayuscula(termino(accion["estado"]["texto"])),
                ]
            )
    papel.tabla((x["niveles"]["accion"], _("Plazo"), _("Estado")), filas, (56, 30, 14), suyas=(0,))
    fuente(papel, x["fuentes"]["agenda"])
    if x["cronograma"]["hitos"]:
        papel.titulo(_("Hitos por fecha"), 2)
        papel.leyenda(_("Tabla"), _("Hitos por fecha"))
        papel.tabla(
            (_("Hito"), _("Acción"), _("Fecha"), _("Cumplido")),
            [[h["nombre"], h["accion"], h["fecha"], h["cumplido"] or VACIO] for h in x["cronograma"]["hitos"]],
            (58, 10, 16, 16),
            suyas=(0,),
        )
        fuente(papel, x["fuentes"]["agenda"])


def indicadores(papel: Papel, x: dict) -> None:
    """Put each indicator with its targets by year; years that do not fit go to another table."""
    for tabla in x["indicadores"]:
        primera, anios = tabla["primera"], [str(anio) for anio in tabla["anios"]]
        papel.leyenda(_("Tabla"), _("Indicadores y metas") if primera else _("Metas de los años siguientes"))
        encabezado = [_("Acción"), _("Indicador"), *([_("Línea base")] if primera else []), *anios]
        filas = []
        for i in tabla["filas"]:
            nombre = [[Trozo(i["nombre"], negrita=True, suyo=True), *_unidad(i["unidad"])]]
            if primera and (detalle := _detalle(i)):
                nombre.append([suave(detalle)])
            filas.append([i["accion"], nombre, *([i["linea_base"]] if primera else []), *i["metas"]])
        sueltas = len(encabezado) - 2
        papel.tabla(
            encabezado, filas, (9, 91 - 9 * sueltas, *[9] * sueltas), numeros=range(2, len(encabezado)),
            titulos_de_fila=False,
        )  # fmt: skip
        fuente(papel, x["fuentes"]["agenda"])


def _unidad(unidad: str) -> list[Trozo]:
    return [suave(f" ({unidad})")] if unidad else []


def _detalle(i: dict) -> str:
    """Give how an indicator is read, in sentences."""
    frases = [
        f"{i['modo']}.",
        i["formula"] and f"{_('Cálculo:')} {i['formula']}.",
        i["origen"] and f"{_('Línea base:')} {i['origen']}.",
        i["medio"] and f"{_('Se comprueba en:')} {i['medio']}.",
        i["mediciones"] and f"{_('Mediciones:')} {i['mediciones']}.",
    ]
    return " ".join(frase for frase in frases if frase)


def cadena(papel: Papel, x: dict) -> None:
    """Put results and impacts with the actions that aim at them."""
    papel.leyenda(_("Tabla"), _("Resultados e impactos esperados"))
    papel.tabla(
        (_("Lo que se espera"), _("Clase"), _("Acciones")),
        [
            [mayuscula(termino(fila["texto"])), clase, ", ".join(fila["acciones"])]
            for clase, filas in ((_("Resultado"), x["c"]["resultados"]), (_("Impacto"), x["c"]["impactos"]))
            for fila in filas
        ],
        (52, 16, 32),
    )
    fuente(papel, x["fuentes"]["agenda"])
