"""The three things to do next after a self-check. Pure; the rule is published on the page (``regla``).

1. Answers other than «sí» that suggest an action; one per step, the step with the lowest score first (in a tie, the
   order of the guide). Within a step: the heaviest question, then «no» before «no sabe» before «en proceso».
2. When fewer than three steps give one: the other answers, in the same order.
3. When there are still fewer than three (nearly everything is «sí»): what comes after, in the order of ``DESPUES``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from diagnostico.cuestionario import CORTA, Alcance, Contenido, Paso, Pregunta
from diagnostico.models import AccionSugerida, Valor
from diagnostico.puntaje import Puntaje
from diagnostico.puntos import DEBIL

CUANTAS = 3


@dataclass(frozen=True)
class Siguiente:
    """A thing to do: what, what for, its first step, why it was chosen, and where the guide speaks of it."""

    clave: str
    titulo: str
    para: str
    primer_paso: str
    porque: str
    bloque: str
    ancla: str = ""
    lugar: str = ""


DESPUES = (
    Siguiente(
        "evidencias",
        gettext_noop("Reúna los documentos que respaldan sus respuestas"),
        gettext_noop("Lo que aquí respondió con «sí» vale más ante un aliado cuando se puede mostrar."),
        gettext_noop("Busque hoy el documento de una de sus respuestas «sí» y guárdelo donde otros lo encuentren."),
        gettext_noop("A casi todo respondió «sí»: ahora conviene poder demostrarlo."),
        "pasos",
        lugar=gettext_noop("Los siete pasos"),
    ),
    Siguiente(
        "modalidades",
        gettext_noop("Mire en qué nivel están sus cuatro modalidades"),
        gettext_noop("Así sabe en cuál avanzar: marketing territorial, integración, cooperación o redes."),
        gettext_noop("Lea los cinco niveles de una modalidad y escoja el más alto que se cumple por completo."),
        gettext_noop("Este autodiagnóstico no mide las modalidades y el diagnóstico completo sí."),
        "modalidades",
        lugar=gettext_noop("Las cuatro modalidades"),
    ),
    Siguiente(
        "agenda",
        gettext_noop("Escriba o actualice su Agenda Estratégica"),
        gettext_noop("Pone lo que ya hace en acciones con plazos, responsables y recursos, lista para mostrar afuera."),
        gettext_noop("Escoja las tres relaciones internacionales más vivas y anote qué quiere lograr con cada una."),
        gettext_noop("Quien ya tiene los siete pasos en marcha puede comprometerse por escrito."),
        "agenda-estrategica",
        lugar=gettext_noop("Agenda Estratégica"),
    ),
)


def tres_siguientes(
    contenido: Contenido,
    alcance: Alcance,
    puntaje: Puntaje,
    respuestas: Mapping[str, str],
    acciones: Iterable[AccionSugerida],
) -> list[Siguiente]:
    """Give exactly three things to do, all different."""
    por_slug = {accion.slug: accion for accion in acciones}
    elegidas: dict[str, Siguiente] = {}
    for paso, pregunta in _candidatas(contenido, alcance, puntaje, respuestas):
        accion = por_slug.get(pregunta.si_no)
        if accion is not None and alcance.incluye(accion.datos.get("aplica_a") or "todos"):
            elegidas.setdefault(accion.slug, _de(paso, pregunta, respuestas[pregunta.clave], accion))
    for siguiente in DESPUES:
        elegidas.setdefault(siguiente.clave, _traducida(siguiente))
    return list(elegidas.values())[:CUANTAS]


def acciones_posibles(contenido: Contenido, respuestas: Mapping[str, str]) -> set[str]:
    """Give the slugs of the actions that some answers may suggest: what has to be fetched."""
    return {contenido.preguntas[clave].si_no for clave, valor in respuestas.items() if valor in DEBIL}


def _candidatas(contenido, alcance, puntaje: Puntaje, respuestas) -> list[tuple[Paso, Pregunta]]:
    """Give the weak answers in the order of the rule: the first of each step, then the rest."""
    puntos = {uno.slug: uno.exacto for uno in puntaje.pasos}
    primeras, demas = [], []
    pasos = [paso for paso in contenido.pasos if puntos.get(paso.slug) is not None]
    for paso in sorted(pasos, key=lambda paso: (puntos[paso.slug], paso.orden)):
        debiles = [p for p in paso.aplicables(alcance, CORTA) if respuestas.get(p.clave) in DEBIL and p.si_no]
        debiles.sort(key=lambda p: (-p.peso, DEBIL[respuestas[p.clave]], p.orden))
        primeras += [(paso, pregunta) for pregunta in debiles[:1]]
        demas += [(paso, pregunta) for pregunta in debiles[1:]]
    return primeras + demas


def _de(paso: Paso, pregunta: Pregunta, valor: str, accion: AccionSugerida) -> Siguiente:
    """Give the thing to do that an answer suggests."""
    primeros = accion.datos.get("primeros_pasos") or [accion.objetivo]
    porque = _("Respondió «%(respuesta)s» a «%(texto)s»") % {
        "respuesta": str(Valor(valor).label),
        "texto": pregunta.texto.rstrip("."),
    }
    return Siguiente(
        accion.slug,
        accion.titulo,
        accion.objetivo,
        f"{primeros[0].rstrip('.')}.",
        f"{porque}.",
        "pasos",
        paso.slug,
        paso.verbo,
    )


def _traducida(siguiente: Siguiente) -> Siguiente:
    """Give one of ``DESPUES`` in the language of the page."""
    textos = {campo: _(getattr(siguiente, campo)) for campo in ("titulo", "para", "primer_paso", "porque", "lugar")}
    return replace(siguiente, **textos)


def regla() -> list[str]:
    """Give the rule in sentences, for the page."""
    return [
        _("Miramos las respuestas que no son «sí», una por paso, desde el paso con menos puntaje."),
        _("Dentro de un paso va primero la pregunta que más pesa; después, «no» antes que «no sabe» y «en proceso»."),
        _("Si dos pasos empatan, va primero el que la guía pone antes."),
        _("Si no hay tres, completamos con lo que sigue para quien ya tiene los siete pasos en marcha."),
    ]
