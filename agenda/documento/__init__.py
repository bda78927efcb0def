"""Everything that will be printed, frozen as one JSON: page, PDF, spreadsheet and comparison are drawn from it alone.

Keys of ``contenido`` (``esquema`` 2): ``esquema``, ``version`` (number), ``compuesta_en``, ``demostracion``,
``territorio``, ``periodo``, ``niveles``, ``textos``, ``ingles``, ``gobernanza``, ``seguimiento``, ``firmas``,
``ejes`` → ``objetivos`` → ``acciones``, ``totales``, ``ods`` (the 17), ``resultados``, ``impactos``, ``socios``,
``actores``, ``memoria``, ``reuniones``, ``plan_de_desarrollo``, ``diagnostico`` (null without one), ``consejos``.
``esquema`` 1, of older versions, had no ``diagnostico.anterior``. Each is published: ``agenda/salidas/esquema.py``.
Choices are ``{"slug", "texto"}``; pesos are whole numbers, decimals text, dates ISO. Removed rows are not in it.
"""

from __future__ import annotations

import datetime as dt

from django.utils.timezone import now

from agenda.documento import cadena, dinero, entorno, lugar, plan
from agenda.documento.plan_congelado import acciones_de
from agenda.documento.valores import fecha, limpio, momento
from agenda.models import Agenda, Certeza, Fuente
from guia.catalogo import catalogo

ESQUEMA = 2
TEXTOS = ("titulo", "objetivo_general", "resumen", "vision", "alcance", "anio_horizonte", "ofrecemos", "buscamos")
INGLES = ("titulo_en", "resumen_en", "ofrecemos_en", "buscamos_en")
GOBERNANZA = (
    "preside",
    "secretaria_tecnica",
    "integrantes",
    "frecuencia",
    "equipo_oficina",
    "equipo_cargo",
    "equipo_horas",
    "equipo_idiomas",
)

__all__ = ["ESQUEMA", "acciones_de", "componer", "componer_eje", "componer_entorno", "componer_textos"]


def componer(agenda: Agenda, ahora: dt.datetime | None = None) -> dict:
    """Give the document of the working text as it stands; ``version`` is the number it gets if sent now."""
    ejes = plan.componer_ejes(agenda)
    acciones = acciones_de(ejes)
    ultima = agenda.versiones.order_by("-numero").values_list("numero", flat=True).first()
    contenido = {
        "esquema": ESQUEMA,
        "version": (ultima or 0) + 1,
        "compuesta_en": momento(ahora or now()),
        "demostracion": agenda.es_demostracion,
        "territorio": lugar.componer_territorio(agenda.territorio),
        "periodo": lugar.componer_periodo(agenda.periodo),
        **_textos(agenda),
        "firmas": {
            "proyecto": agenda.proyecto_cargo,
            "reviso": agenda.reviso_cargo,
            "aprobo": agenda.aprobo_cargo,
        },
        "ejes": ejes,
        "totales": dinero.totales(acciones, _opciones(Fuente), _opciones(Certeza)),
        "ods": [
            {"numero": n, "texto": str(fila.nombre), "color": fila.color, "sobre": fila.texto_mayor_contraste}
            for n, fila in sorted(catalogo().ods.items())
        ],
        "resultados": cadena.aportes(catalogo().resultados, acciones, "resultados"),
        "impactos": cadena.aportes(catalogo().impactos, acciones, "impactos"),
        "socios": cadena.socios(acciones),
        **_entorno(agenda),
        "diagnostico": entorno.componer_diagnostico(agenda),
    }
    return limpio(contenido)


def componer_textos(agenda: Agenda) -> dict:
    """Give the part of the document that is text of the agenda itself."""
    return limpio(_textos(agenda))


def componer_eje(agenda: Agenda, lugar: int) -> dict:
    """Give the part of the document of one eje, by its place (1 is the first)."""
    return limpio({"niveles": _niveles(agenda), "ejes": plan.componer_ejes(agenda, lugar)})


def componer_entorno(agenda: Agenda) -> dict:
    """Give the part of the document that surrounds the plan."""
    return limpio(_entorno(agenda))


def _textos(agenda: Agenda) -> dict:
    return {
        "niveles": _niveles(agenda),
        "textos": {campo: getattr(agenda, campo) for campo in TEXTOS},
        "ingles": {campo.removesuffix("_en"): getattr(agenda, campo) for campo in INGLES},
        "gobernanza": {campo: getattr(agenda, campo) for campo in GOBERNANZA},
        "seguimiento": {
            "responsable": agenda.seguimiento_responsable,
            "frecuencia": agenda.seguimiento_frecuencia,
            "rendicion_fecha": fecha(agenda.rendicion_fecha),
        },
    }


def _niveles(agenda: Agenda) -> dict:
    return {
        "eje": agenda.nombre_eje or "Eje",
        "objetivo": agenda.nombre_objetivo or "Objetivo",
        "accion": agenda.nombre_accion or "Acción",
    }


def _entorno(agenda: Agenda) -> dict:
    return {
        "actores": entorno.componer_actores(agenda),
        "memoria": entorno.componer_memoria(agenda),
        "reuniones": entorno.componer_reuniones(agenda),
        "plan_de_desarrollo": entorno.componer_plan_de_desarrollo(agenda),
        "consejos": entorno.componer_consejos(agenda),
    }


def _opciones(opciones) -> list[dict[str, str]]:
    """Give choices as slug and text, in their order."""
    return [{"slug": str(valor), "texto": str(etiqueta)} for valor, etiqueta in opciones.choices]
