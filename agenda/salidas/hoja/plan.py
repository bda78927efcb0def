"""The sheets of the plan: ejes and objetivos, one row an action, and its milestones, paperwork and partners."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agenda.documento.plan_congelado import acciones_de
from agenda.impresion.lectura import dia, mayuscula
from agenda.legible import legible
from agenda.salidas.hoja.tabla import Campo, clave, tabla
from informes.hojas.escritas import Hoja


def _de(c: dict, lista: str) -> list[dict]:
    """Give the rows that hang from the actions, each with its action."""
    return [{"a": accion, "f": fila} for accion in acciones_de(c) for fila in accion[lista]]


def _accion(c: dict) -> list[Campo]:
    """Give the two columns that say of which action a row is."""
    return [
        Campo(c["niveles"]["accion"], 8, lambda f: f["a"]["numero"]),
        Campo(_("Nombre"), 44, lambda f: f["a"]["nombre"]),
    ]


def ejes(c: dict) -> Hoja:
    """Give one row an objetivo; an eje without any still has its row."""
    nada = {"clave": "", "numero": "", "nombre": "", "situacion": ""}
    filas = [{"e": eje, "o": objetivo} for eje in c["ejes"] for objetivo in eje["objetivos"] or [nada]]
    niveles = c["niveles"]
    campos = [
        Campo(niveles["eje"], 8, lambda f: f["e"]["numero"]),
        Campo(_("Nombre"), 36, lambda f: f["e"]["nombre"]),
        Campo(_("Descripción"), 50, lambda f: f["e"]["descripcion"]),
        Campo(niveles["objetivo"], 10, lambda f: f["o"]["numero"]),
        Campo(_("Lo que se busca"), 50, lambda f: f["o"]["nombre"]),
        Campo(_("Situación actual"), 50, lambda f: f["o"]["situacion"]),
        clave(lambda f: f["o"]["clave"] or f["e"]["clave"]),
    ]
    return tabla(_("Ejes y objetivos"), campos, filas)


def acciones(c: dict) -> Hoja:
    """Give one row an action, with its eje and objetivo."""
    niveles = c["niveles"]
    filas = [{"e": e, "o": o, "a": a} for e in c["ejes"] for o in e["objetivos"] for a in o["acciones"]]

    def texto(campo: str):
        return lambda f: f["a"][campo]

    def leido(campo: str):
        return lambda f: mayuscula(legible(campo, f["a"][campo]))

    def del_plan(campo: str):
        return lambda f: legible(campo, f["a"]["plan"][campo])

    def llamado(campo: str):
        return lambda f: (f["a"]["convocatoria"] or {}).get(campo) or ""

    def total(campo: str):
        return lambda f: f["a"]["totales"][campo]

    campos = [
        Campo(niveles["accion"], 8, texto("numero")),
        Campo(_("Nombre"), 44, texto("nombre")),
        Campo(niveles["eje"], 26, lambda f: f"{f['e']['numero']}. {f['e']['nombre']}"),
        Campo(niveles["objetivo"], 32, lambda f: f"{f['o']['numero']}. {f['o']['nombre']}"),
        Campo(_("Modalidad"), 22, leido("modalidad")),
        Campo(_("Instrumento"), 22, leido("instrumento")),
        Campo(_("Programa de gobernanza"), 13, texto("gobernanza")),
        Campo(_("Responsable"), 26, texto("responsable")),
        Campo(_("Empieza"), 13, lambda f: dia(f["a"]["inicio"]), "fecha"),
        Campo(_("Termina"), 13, lambda f: dia(f["a"]["fin"]), "fecha"),
        Campo(_("Estado"), 14, leido("estado")),
        Campo(_("Avance"), 30, texto("avance")),
        Campo(_("En qué consiste"), 50, texto("descripcion")),
        Campo(_("Dirección"), 18, leido("direccion")),
        Campo(_("A quiénes beneficia"), 26, texto("poblaciones")),
        Campo(_("Temas"), 26, leido("temas")),
        Campo(_("Objetivos de Desarrollo Sostenible (ODS)"), 26, leido("ods")),
        Campo(_("Metas de los ODS"), 26, leido("metas_ods")),
        Campo(_("Plan de desarrollo"), 24, lambda f: mayuscula(legible("vinculo", f["a"]["plan"]["vinculo"]))),
        Campo(_("Eje del plan"), 26, del_plan("eje")),
        Campo(_("Programa del plan"), 26, del_plan("programa")),
        Campo(_("Meta del plan"), 26, del_plan("meta")),
        Campo(_("Indicador del plan"), 26, del_plan("indicador")),
        Campo("BPIN", 16, del_plan("bpin")),
        Campo(_("Antecedente que continúa"), 26, leido("antecedente")),
        Campo(_("Convocatoria"), 26, llamado("texto")),
        Campo(_("Quién convoca"), 22, llamado("entidad")),
        Campo(_("Cierra"), 13, lambda f: dia(llamado("cierra")(f) or None), "fecha"),
        Campo(_("Dirección en internet"), 26, llamado("enlace")),
        Campo(_("Depende de"), 26, texto("depende_de")),
        Campo(_("Resultados que espera"), 26, leido("resultados")),
        Campo(_("Impactos a los que aporta"), 26, leido("impactos")),
        Campo(_("Municipios que participan"), 26, lambda f: "; ".join(m["nombre"] for m in f["a"]["municipios"])),
        Campo(_("Comprometido (pesos)"), 20, total("asegurado"), "pesos", suma=True),
        Campo(_("Por conseguir (pesos)"), 20, total("por_conseguir"), "pesos", suma=True),
        Campo(_("En dinero (pesos)"), 20, total("efectivo"), "pesos", suma=True),
        Campo(_("En especie (pesos)"), 20, total("especie"), "pesos", suma=True),
        Campo(_("Ejecutado (pesos)"), 20, total("ejecutado"), "pesos", suma=True),
        clave(lambda f: f["a"]["clave"]),
    ]
    return tabla(_("Plan de acción"), campos, filas)


def hitos(c: dict) -> Hoja:
    """Give the milestones by date; those without a date at the end."""
    filas = sorted(_de(c, "hitos"), key=lambda f: f["f"]["fecha"] or "9999")
    campos = [
        Campo(_("Fecha"), 14, lambda f: dia(f["f"]["fecha"]), "fecha"),
        *_accion(c),
        Campo(_("Hito"), 60, lambda f: f["f"]["nombre"]),
        Campo(_("Cumplido el"), 14, lambda f: dia(f["f"]["cumplido_en"]), "fecha"),
        clave(lambda f: f["f"]["clave"]),
    ]
    return tabla(_("Cronograma"), campos, filas)


def tramites(c: dict) -> Hoja:
    """Give one row a paperwork."""
    campos = [
        *_accion(c),
        Campo(_("Trámite"), 60, lambda f: f["f"]["nombre"]),
        Campo(_("Ante quién"), 30, lambda f: f["f"]["entidad"]),
        Campo(_("Estado"), 16, lambda f: mayuscula(f["f"]["estado"]["texto"])),
        Campo(_("Documento"), 30, lambda f: f["f"]["documento"]),
        clave(lambda f: f["f"]["clave"]),
    ]
    return tabla(_("Trámites"), campos, _de(c, "tramites"))


def aliados(c: dict) -> Hoja:
    """Give one row a partner in an action."""

    def otro(campo: str):
        return lambda f: f["f"]["contraparte"][campo]

    campos = [
        *_accion(c),
        Campo(_("Aliado"), 44, otro("nombre")),
        Campo(_("Clase"), 26, lambda f: mayuscula(otro("tipo")(f)["texto"])),
        Campo(_("Ciudad"), 22, otro("ciudad")),
        Campo(_("País"), 18, lambda f: otro("pais")(f)["texto"]),
        Campo(_("Papel"), 14, lambda f: mayuscula(f["f"]["rol"]["texto"])),
        Campo(_("Etapa"), 18, lambda f: mayuscula(f["f"]["etapa"]["texto"])),
        Campo(_("Verificado"), 12, otro("verificada")),
        Campo(_("Verificado el"), 13, lambda f: dia(otro("verificada_en")(f)), "fecha"),
        Campo(_("Cómo se verificó"), 30, otro("verificada_como")),
        clave(lambda f: f["f"]["clave"]),
    ]
    return tabla(_("Aliados"), campos, _de(c, "aliados"))
