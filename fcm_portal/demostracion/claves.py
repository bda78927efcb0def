"""The same identifiers on every machine for what a demonstration agenda holds: two loads give the same document."""

from __future__ import annotations

import uuid

from agenda.models import (
    Accion,
    Agenda,
    Aliado,
    Eje,
    Hito,
    Indicador,
    Medicion,
    MetaAnual,
    Objetivo,
    Partida,
    Reunion,
    Tramite,
)
from diagnostico.models import Actor, Antecedente, EjePlan
from redes.models import Contraparte

ESPACIO = uuid.UUID("5f1b6f0e-6d5c-4b52-9a1e-2f0f6c1c54a8")
DE_LA_AGENDA = {
    Reunion: "agenda",
    Eje: "agenda",
    Objetivo: "eje__agenda",
    Accion: "objetivo__eje__agenda",
    Indicador: "accion__objetivo__eje__agenda",
    MetaAnual: "indicador__accion__objetivo__eje__agenda",
    Medicion: "indicador__accion__objetivo__eje__agenda",
    **dict.fromkeys((Aliado, Hito, Partida, Tramite), "accion__objetivo__eje__agenda"),
}
DEL_TERRITORIO = (Actor, Antecedente, Contraparte, EjePlan)


def fijar(agenda: Agenda) -> None:
    """Give each row of an agenda, and of its territory, a ``clave`` that follows from what it is and its order."""
    for modelo, camino in DE_LA_AGENDA.items():
        _numerar(modelo, agenda, {camino: agenda})
    for modelo in DEL_TERRITORIO:
        _numerar(modelo, agenda, {"territorio": agenda.territorio_id})
    del_directorio = Contraparte.objects.filter(aliados__accion__objetivo__eje__agenda=agenda, territorio=None)
    for fila in del_directorio.distinct():
        Contraparte.objects.filter(pk=fila.pk).update(clave=uuid.uuid5(ESPACIO, f"entrada/{fila.entrada_id}"))


def _numerar(modelo, agenda: Agenda, filtro: dict) -> None:
    if not any(campo.name == "clave" for campo in modelo._meta.concrete_fields):
        return
    filas = list(modelo.objects.filter(**filtro).order_by("pk").only("pk"))
    for lugar, fila in enumerate(filas):
        fila.clave = uuid.uuid5(ESPACIO, f"{agenda.territorio_id}/{agenda.periodo_id}/{modelo.__name__}/{lugar}")
    modelo.objects.bulk_update(filas, ["clave"])
