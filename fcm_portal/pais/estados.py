"""The four words anybody may read about a territory: how far it is, and nothing else before approval."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from agenda.models import Agenda, Estado
from diagnostico.models import Diagnostico


class EstadoPublico(models.TextChoices):
    """Public state of a territory, from the first to the last."""

    SIN_EMPEZAR = "sin-empezar", _("Sin empezar")
    EN_DIAGNOSTICO = "en-diagnostico", _("En diagnóstico")
    ENVIADA = "agenda-enviada", _("Agenda enviada")
    PUBLICADA = "agenda-publicada", _("Agenda publicada")


TONOS = {
    EstadoPublico.SIN_EMPEZAR: "neutra",
    EstadoPublico.EN_DIAGNOSTICO: "alerta",
    EstadoPublico.ENVIADA: "",
    EstadoPublico.PUBLICADA: "exito",
}
YA_SALIO = (Estado.ENVIADA, Estado.EN_REVISION, Estado.DEVUELTA, Estado.APROBADA)


def estados_publicos(codigos: Iterable[str] | None = None) -> dict[str, EstadoPublico]:
    """Give the state of every territory that has begun, by code; whoever is absent has not. Two queries.

    Only terms of office that are not over count: when one ends, the country starts again. A draft says no more than
    the diagnostic it came from. ``codigos`` narrows it to some territories.
    """
    solo = {} if codigos is None else {"territorio_id__in": list(codigos)}
    vivos = {"periodo__hasta__gte": localdate(), **solo}
    abiertos = Diagnostico.objects.filter(**vivos).order_by().values_list("territorio_id", flat=True)
    estados: dict[str, EstadoPublico] = dict.fromkeys(abiertos, EstadoPublico.EN_DIAGNOSTICO)
    agendas = Agenda.objects.filter(**vivos).order_by()
    for codigo, estado, publicada, retirada in agendas.values_list(
        "territorio_id", "estado", "publicada_id", "retirada_publico_en"
    ):
        if publicada is not None and retirada is None:
            estados[codigo] = EstadoPublico.PUBLICADA
        elif estados.get(codigo) != EstadoPublico.PUBLICADA:
            enviada = estado in YA_SALIO or estados.get(codigo) == EstadoPublico.ENVIADA
            estados[codigo] = EstadoPublico.ENVIADA if enviada else EstadoPublico.EN_DIAGNOSTICO
    return estados


def estado_publico(codigo: str) -> EstadoPublico:
    """Give the public state of one territory. Two queries."""
    return estados_publicos([codigo]).get(codigo, EstadoPublico.SIN_EMPEZAR)
