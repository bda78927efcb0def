"""ODS, their targets, the ODM they continue, and the suggested indicators."""

from __future__ import annotations

from fcm_portal.carga import celdas
from fcm_portal.carga.lectura import Lectura, Renglon
from fcm_portal.carga.revision import exigir
from fcm_portal.carga.tabla import Fila, Tabla
from guia.models import IndicadorSugerido, MetaOds, Odm, Ods, RelacionOdmOds

CODIGO_DE_META = celdas.codigo(r"[0-9]{1,2}\.[0-9a-d]{1,2}", "un código de meta como 16.10 o 17.a")
ODS = {
    "numero": celdas.entero,
    "slug": celdas.slug,
    "nombre_corto": celdas.obligatorio,
    "nombre_en": celdas.obligatorio,
    "color_hex": celdas.color,
    "titulo_oficial": celdas.obligatorio,
    "texto_mayor_contraste": celdas.uno_de("blanco", "negro"),
    "contraste_blanco": celdas.decimal,
    "contraste_negro": celdas.decimal,
    "fuente": celdas.texto,
    "verificado": celdas.si_no,
}
METAS = {
    "codigo": CODIGO_DE_META,
    "ods": celdas.entero,
    "tipo": celdas.uno_de("resultado", "medio de implementación"),
    "etiqueta": celdas.obligatorio,
    "etiqueta_en": celdas.obligatorio,
}
ODM = {
    "numero": celdas.entero,
    "slug": celdas.slug,
    "nombre": celdas.obligatorio,
    "variantes": celdas.texto,
    "periodo": celdas.obligatorio,
    "vigencia_2026": celdas.texto,
    "fuente": celdas.texto,
    "verificado": celdas.si_no,
}
RELACIONES = {
    "odm": celdas.entero,
    "ods": celdas.entero,
    "relacion": celdas.uno_de("principal", "complementaria"),
    "explicacion": celdas.texto,
    "fuente": celdas.texto,
    "verificado": celdas.si_no,
}
INDICADORES = {
    "codigo": celdas.codigo(r"IND-[0-9]{2,}", "un código como IND-01"),
    "slug": celdas.slug,
    "nombre": celdas.obligatorio,
    "tipo": celdas.uno_de("gestion", "resultado", "impacto"),
    "unidad": celdas.obligatorio,
    "formula": celdas.texto,
    "convencion_linea_base": celdas.texto,
    "periodicidad": celdas.texto,
    "sentido": celdas.uno_de("aumenta", "disminuye", "mantiene"),
    "modalidades": celdas.lista,
    "origen_guia": celdas.texto,
    "temas": celdas.lista,
    "ods": celdas.lista_de_enteros,
    "meta_ods": celdas.lista,
    "fuente_dato_sugerida": celdas.texto,
}


def leer_ods(lectura: Lectura, conocidos: dict[str, set]) -> list[Tabla]:
    """Read the ODS, their targets and the ODM; numbers and codes become known."""
    ods, metas, odm = lectura.csv("ods.csv", ODS), lectura.csv("metas_ods.csv", METAS), lectura.csv("odm.csv", ODM)
    conocidos["ods"].update(fila["numero"] for fila in ods)
    conocidos["metas"].update(fila["codigo"] for fila in metas)
    conocidos["odm"].update(fila["numero"] for fila in odm)
    relaciones = lectura.csv("odm_ods.csv", RELACIONES)
    for fila in relaciones:
        exigir(lectura, fila.archivo, fila.linea, "El ODM", [fila["odm"]], conocidos["odm"])
    for fila in [*metas, *relaciones]:
        exigir(lectura, fila.archivo, fila.linea, "El ODS", [fila["ods"]], conocidos["ods"])
    return [
        Tabla("ODS", Ods.objects.all, ("numero",), [fila_de_ods(fila) for fila in ods]),
        Tabla(
            "Metas ODS", MetaOds.objects.all, ("codigo",), [fila_de_meta(n, fila) for n, fila in enumerate(metas, 1)]
        ),
        Tabla("ODM", Odm.objects.all, ("numero",), [sin_claves(fila, "numero") for fila in odm]),
        Tabla(
            "Relación ODM–ODS",
            RelacionOdmOds.objects.all,
            ("odm_id", "ods_id"),
            [sin_claves(fila, "odm", "ods") for fila in relaciones],
        ),
    ]


def leer_indicadores(lectura: Lectura, conocidos: dict[str, set]) -> list[Tabla]:
    """Read the suggested indicators; their codes become known."""
    indicadores = lectura.csv("indicadores_sugeridos.csv", INDICADORES)
    conocidos["indicadores"].update(fila["codigo"] for fila in indicadores)
    for fila in indicadores:
        exigir(lectura, fila.archivo, fila.linea, "El tema", fila["temas"], conocidos["temas"])
        exigir(lectura, fila.archivo, fila.linea, "La modalidad", fila["modalidades"], conocidos["modalidades"])
        exigir(lectura, fila.archivo, fila.linea, "El ODS", fila["ods"], conocidos["ods"])
        exigir(lectura, fila.archivo, fila.linea, "La meta ODS", fila["meta_ods"], conocidos["metas"])
    filas = [fila_de_indicador(fila) for fila in indicadores]
    return [Tabla("Indicadores sugeridos", IndicadorSugerido.objects.all, ("codigo",), filas)]


def sin_claves(fila: Renglon, *claves: str) -> Fila:
    """Give a row whose columns are already named as the fields."""
    valores = {campo: valor for campo, valor in fila.celdas.items() if campo not in claves}
    return Fila(fila.archivo, fila.linea, tuple(fila[clave] for clave in claves), valores)


def fila_de_ods(fila: Renglon) -> Fila:
    """Give the row of an ODS; the two contrast ratios only explain ``texto_mayor_contraste`` and are not stored."""
    valores = {campo: fila[campo] for campo in ("slug", "nombre_en", "texto_mayor_contraste", "fuente", "verificado")}
    valores |= {"nombre": fila["nombre_corto"], "titulo": fila["titulo_oficial"], "color": fila["color_hex"]}
    return Fila(fila.archivo, fila.linea, (fila["numero"],), valores)


def fila_de_meta(orden: int, fila: Renglon) -> Fila:
    """Give the row of a target, in the order of the file."""
    valores = {"ods_id": fila["ods"], "orden": orden}
    valores |= {campo: fila[campo] for campo in ("tipo", "etiqueta", "etiqueta_en")}
    return Fila(fila.archivo, fila.linea, (fila["codigo"],), valores)


def fila_de_indicador(fila: Renglon) -> Fila:
    """Give the row of an indicator."""
    otros = {"meta_ods": "metas_ods", "fuente_dato_sugerida": "fuente_sugerida"}
    valores = {otros.get(campo, campo): valor for campo, valor in fila.celdas.items() if campo != "codigo"}
    return Fila(fila.archivo, fila.linea, (fila["codigo"],), valores)
