"""What surrounds the plan: actors, memory, meetings, development plan and the latest closed diagnostic."""

from __future__ import annotations

from agenda.documento.accion import componer_contraparte
from agenda.documento.valores import eleccion, fecha, ficha, fichas, limpio
from agenda.models import Agenda
from diagnostico.anterior import anterior_de
from diagnostico.models import Diagnostico
from guia.catalogo import catalogo

PARA_LA_ASESORA = "observacion"


def componer_actores(agenda: Agenda) -> list[dict]:
    """Give the local actors: organisation and post; the name of a person only when it was authorised."""
    grupos = catalogo().grupos_actores
    return [
        {
            "clave": str(actor.clave),
            "grupo": ficha(grupos, actor.grupo),
            "organizacion": actor.organizacion,
            "cargo": actor.cargo,
            "rol": actor.rol,
            "compromiso": actor.compromiso,
            "contacto": actor.contacto_nombre if actor.contacto_autorizado else "",
        }
        for actor in agenda.territorio.actores.vigentes()
    ]


def componer_memoria(agenda: Agenda) -> list[dict]:
    """Give the antecedents of the territory (step 1)."""
    return [
        {
            "clave": str(antes.clave),
            "tipo": eleccion(antes, "tipo"),
            "titulo": antes.titulo,
            "contraparte": componer_contraparte(antes.contraparte) if antes.contraparte else None,
            "etapa": eleccion(antes, "etapa"),
            "suscrito_por": antes.suscrito_por,
            "fecha": fecha(antes.fecha),
            "vigente_hasta": fecha(antes.vigente_hasta),
            "resultado": antes.resultado,
        }
        for antes in agenda.territorio.antecedentes.vigentes().select_related("contraparte__entrada")
    ]


def componer_reuniones(agenda: Agenda) -> list[dict]:
    """Give the meetings in which the agenda was made."""
    return [
        {
            "clave": str(reunion.clave),
            "fecha": fecha(reunion.fecha),
            "tema": reunion.tema,
            "asistentes": reunion.asistentes,
            "memoria": reunion.memoria,
        }
        for reunion in agenda.reuniones.vigentes().order_by("fecha", "orden", "pk")
    ]


def componer_plan_de_desarrollo(agenda: Agenda) -> list[dict]:
    """Give the axes of the development plan with the modalities that may carry them out (step 3)."""
    modalidades = catalogo().modalidades_y_gobernanza
    return [
        {
            "clave": str(fila.clave),
            "eje": fila.eje,
            "programa": fila.programa,
            "meta": fila.meta,
            "modalidades": fichas(modalidades, fila.modalidades),
        }
        for fila in agenda.territorio.ejes_plan.vigentes().filter(periodo=agenda.periodo_id)
    ]


def componer_diagnostico(agenda: Agenda) -> dict | None:
    """Give the ``resultado`` of the latest closed diagnostic of the Periodo (shape: ``diagnostico/resultado.py``).

    What was written for the advisor stays with the advisor; private notes are never in a result. ``anterior``: the
    previous closed one of the same depth, with the score of each step (``diagnostico/anterior.py``); null without one.
    """
    ultimo = (
        Diagnostico.objects.filter(territorio=agenda.territorio_id, periodo=agenda.periodo_id)
        .cerrados()
        .only("resultado", "numero", "territorio")
        .first()
    )
    if ultimo is None or not ultimo.resultado:
        return None
    return _sin_observaciones(limpio(ultimo.resultado)) | {"anterior": anterior_de(ultimo)}


def _sin_observaciones(valor):
    """Drop the observations for the advisor."""
    if isinstance(valor, dict):
        return {clave: _sin_observaciones(dato) for clave, dato in valor.items() if clave != PARA_LA_ASESORA}
    return [_sin_observaciones(dato) for dato in valor] if isinstance(valor, list) else valor


def componer_consejos(agenda: Agenda) -> list[dict]:
    """Give the ten consejos and whether the town checked each."""
    return [
        {"slug": slug, "texto": str(consejo.nombre), "revisado": slug in agenda.consejos}
        for slug, consejo in catalogo().consejos.items()
    ]
