"""The states of an agenda: whose turn each is, and how each audience reads it. The moves are in ``agenda/flujo.py``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy

from agenda.models import Estado


class Dueno(StrEnum):
    """Whose turn it is: only the owner's people change what the state holds."""

    TERRITORIO = "territorio"
    FCM = "fcm"
    NADIE = "nadie"


@dataclass(frozen=True)
class FichaEstado:
    """A state: its owner and its label per audience. ``publico`` is one of the words anybody may read."""

    dueno: Dueno
    territorio: str
    fcm: str
    publico: str


ESTADOS: dict[Estado, FichaEstado] = {
    Estado.BORRADOR: FichaEstado(
        Dueno.TERRITORIO, gettext_lazy("Borrador"), gettext_lazy("En borrador"), gettext_lazy("En diagnóstico")
    ),
    Estado.ENVIADA: FichaEstado(
        Dueno.FCM, gettext_lazy("Enviada"), gettext_lazy("Por revisar"), gettext_lazy("Agenda enviada")
    ),
    Estado.EN_REVISION: FichaEstado(
        Dueno.FCM,
        gettext_lazy("En revisión en la Federación"),
        gettext_lazy("En revisión"),
        gettext_lazy("Agenda enviada"),
    ),
    Estado.DEVUELTA: FichaEstado(
        Dueno.TERRITORIO,
        gettext_lazy("Devuelta con comentarios"),
        gettext_lazy("Devuelta"),
        gettext_lazy("Agenda enviada"),
    ),
    Estado.APROBADA: FichaEstado(
        Dueno.NADIE, gettext_lazy("Aprobada"), gettext_lazy("Aprobada"), gettext_lazy("Revisada por la FCM")
    ),
}


def etiqueta(estado: str, audiencia: str = "territorio") -> str:
    """Give the label of a state for an audience: ``territorio``, ``fcm`` or ``publico``."""
    return str(getattr(ESTADOS[Estado(estado)], audiencia))
