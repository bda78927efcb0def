"""How each field of a frozen document is called and read by a person, in es-CO. Pure."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from formato.fechas import fecha_larga
from formato.numeros import numero, pesos

FECHAS = frozenset(
    {"inicio", "fin", "fecha", "cumplido_en", "vigente_hasta", "rendicion_fecha", "linea_base_fecha", "fecha_tasa"}
)
NUMEROS = frozenset({"linea_base", "valor_moneda", "tasa", "equipo_horas", "asistentes"})

SECCIONES = {
    "textos": {
        "titulo": _l("Título"),
        "objetivo_general": _l("Objetivo general"),
        "resumen": _l("Resumen"),
        "vision": _l("Visión"),
        "alcance": _l("Alcance"),
        "anio_horizonte": _l("Año horizonte"),
        "ofrecemos": _l("Lo que ofrecemos"),
        "buscamos": _l("Lo que buscamos"),
    },
    "ingles": {
        "titulo": _l("Título en inglés"),
        "resumen": _l("Resumen en inglés"),
        "ofrecemos": _l("Lo que ofrecemos, en inglés"),
        "buscamos": _l("Lo que buscamos, en inglés"),
    },
    "gobernanza": {
        "preside": _l("Quién preside"),
        "secretaria_tecnica": _l("Secretaría técnica"),
        "integrantes": _l("Integrantes"),
        "frecuencia": _l("Cada cuánto se reúne"),
        "equipo_oficina": _l("Oficina a cargo"),
        "equipo_cargo": _l("Cargo de quien la lleva"),
        "equipo_horas": _l("Horas a la semana"),
        "equipo_idiomas": _l("Idiomas del equipo"),
    },
    "seguimiento": {
        "responsable": _l("Quién hace el seguimiento"),
        "frecuencia": _l("Cada cuánto se revisa"),
        "rendicion_fecha": _l("Rendición pública de cuentas"),
    },
    "firmas": {"proyecto": _l("Proyectó"), "reviso": _l("Revisó"), "aprobo": _l("Aprobó")},
    "niveles": {
        "eje": _l("Cómo llama a los ejes"),
        "objetivo": _l("Cómo llama a los objetivos"),
        "accion": _l("Cómo llama a las acciones"),
    },
    "consejos": _l("Consejos revisados"),
    "diagnostico": _l("Diagnóstico"),
    "lugar": _l("Lugar"),
}
ETIQUETAS = {
    "eje": {"nombre": _l("Nombre"), "descripcion": _l("Descripción")},
    "objetivo": {"nombre": _l("Objetivo"), "situacion": _l("Situación actual")},
    "accion": {
        "nombre": _l("Acción"),
        "descripcion": _l("En qué consiste"),
        "modalidad": _l("Modalidad"),
        "gobernanza": _l("Programa de gobernanza"),
        "instrumento": _l("Instrumento"),
        "responsable": _l("Dependencia responsable"),
        "inicio": _l("Empieza"),
        "fin": _l("Termina"),
        "direccion": _l("Dirección"),
        "poblaciones": _l("A quiénes beneficia"),
        "temas": _l("Temas"),
        "ods": _l("ODS"),
        "metas_ods": _l("Metas ODS"),
        "plan": _l("Plan de desarrollo"),
        "antecedente": _l("Antecedente que continúa"),
        "convocatoria": _l("Convocatoria"),
        "depende_de": _l("¿De qué depende?"),
        "resultados": _l("Resultados que espera"),
        "impactos": _l("Impactos a los que aporta"),
        "municipios": _l("Municipios que participan"),
        "estado": _l("Estado"),
        "avance": _l("Avance"),
    },
    "indicador": {
        "nombre": _l("Indicador"),
        "unidad": _l("Unidad de medida"),
        "formula": _l("Cómo se calcula"),
        "sin_linea_base": _l("Sin línea base"),
        "linea_base": _l("Línea base"),
        "linea_base_fecha": _l("Fecha de la línea base"),
        "linea_base_fuente": _l("Fuente de la línea base"),
        "sentido": _l("Sentido"),
        "acumulacion": _l("Cómo se acumula"),
        "medio_verificacion": _l("Dónde se comprueba"),
        "metas": _l("Metas por año"),
    },
    "partida": {
        "anio": _l("Año"),
        "fuente": _l("Fuente"),
        "aportante": _l("Quién aporta"),
        "en_especie": _l("En especie"),
        "certeza": _l("Certeza"),
        "moneda": _l("Moneda"),
        "valor_moneda": _l("Valor en esa moneda"),
        "tasa": _l("Tasa de cambio"),
        "fecha_tasa": _l("Fecha de la tasa"),
        "valor": _l("Valor en pesos"),
        "ejecutado": _l("Ejecutado en pesos"),
    },
    "hito": {"nombre": _l("Hito"), "fecha": _l("Fecha prevista"), "cumplido_en": _l("Cumplido el")},
    "tramite": {
        "nombre": _l("Trámite"),
        "entidad": _l("Ante quién"),
        "estado": _l("Estado"),
        "documento": _l("Documento"),
    },
    "aliado": {"contraparte": _l("Aliado"), "rol": _l("Papel"), "etapa": _l("Etapa")},
    "medicion": {"fecha": _l("Fecha"), "valor": _l("Valor"), "evidencia": _l("En qué se apoya")},
    "actor": {
        "organizacion": _l("Organización"),
        "grupo": _l("Grupo"),
        "cargo": _l("Cargo"),
        "rol": _l("Papel"),
        "compromiso": _l("Compromiso"),
        "contacto": _l("Contacto"),
    },
    "antecedente": {
        "titulo": _l("Título"),
        "tipo": _l("Tipo"),
        "contraparte": _l("Contraparte"),
        "etapa": _l("Cómo está hoy"),
        "suscrito_por": _l("Quién lo firmó"),
        "fecha": _l("Fecha"),
        "vigente_hasta": _l("Vigente hasta"),
        "resultado": _l("Qué dejó"),
    },
    "reunion": {
        "fecha": _l("Fecha"),
        "tema": _l("De qué se trató"),
        "asistentes": _l("Asistentes"),
        "memoria": _l("Qué se decidió"),
    },
    "eje_plan": {
        "eje": _l("Eje del plan"),
        "programa": _l("Programa"),
        "meta": _l("Meta"),
        "modalidades": _l("Modalidades"),
    },
}


def legible(campo: str, valor) -> str:
    """Give the value of a field as a person reads it; nothing for nothing."""
    if valor is None or valor == "" or valor == [] or valor == {}:
        return ""
    if isinstance(valor, bool):
        return _("sí") if valor else _("no")
    if isinstance(valor, list):
        return "; ".join(filter(None, (legible(campo, dato) for dato in valor)))
    if isinstance(valor, dict):
        return _de_dict(campo, valor)
    if campo in FECHAS:
        return fecha_larga(dt.date.fromisoformat(valor[:10]))
    if isinstance(valor, int) and campo in ("valor", "ejecutado"):
        return pesos(valor)
    if campo in NUMEROS or campo == "valor":
        return numero(Decimal(str(valor)))
    return str(valor)


def _de_dict(campo: str, valor: dict) -> str:
    """Read a choice, a target, a counterpart or the link to the plan."""
    if "anio" in valor and "valor" in valor:
        return f"{valor['anio']}: {legible('valor', valor['valor'])}"
    if "vinculo" in valor:
        partes = [valor["vinculo"], valor["eje"], valor["programa"], valor["meta"], valor["indicador"], valor["bpin"]]
        return " · ".join(filter(None, (legible(campo, parte) for parte in partes)))
    if "codigo" in valor and "texto" in valor:
        return f"{valor['codigo']} {valor['texto']}".strip()
    if "numero" in valor and "texto" in valor:
        return f"{valor['numero']}. {valor['texto']}".strip()
    if "ciudad" in valor:
        return ", ".join(filter(None, (valor["nombre"], valor["ciudad"], valor["pais"]["texto"])))
    return str(valor.get("texto", valor.get("nombre", "")))
