"""Why a person has no action where something of the directory can be added, and what to do about it."""

from __future__ import annotations

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from agenda.models import Agenda
from agenda.permisos import puede_editar
from cuentas.models import Rol
from territorio.models import Periodo

TERRITORIOS = 5  # of a person who writes in many: how many are told


class Motivo(NamedTuple):
    """A sentence, and where it is mended: address and name of the step, both empty when somebody else mends it."""

    frase: str
    url: str = ""
    paso: str = ""


def motivos(usuario) -> list[Motivo]:
    """Give one reason a territory of the person. A constant number of queries, and one more a territory told."""
    suyas = list(usuario.vinculaciones.vigentes().select_related("territorio").order_by("territorio")[:TERRITORIOS])
    if not suyas:
        return [
            Motivo(_("Las agendas las escribe cada territorio: pida a su enlace o a su responsable que lo agregue."))
        ]
    agendas = {}
    for agenda in Agenda.objects.filter(territorio__in=[s.territorio_id for s in suyas]).order_by("periodo"):
        agendas[agenda.territorio_id] = agenda
    periodo = Periodo.objects.en_vigor()
    return [_motivo(usuario, suya, agendas.get(suya.territorio_id), periodo) for suya in suyas]


def _motivo(usuario, suya, agenda: Agenda | None, periodo: Periodo | None) -> Motivo:
    lugar = suya.territorio.nombre
    if suya.rol not in (Rol.EDICION, Rol.RESPONSABLE):
        frase = _("%(lugar)s: su rol es de lectura. Pida a su enlace o a su responsable que lo agregue.")
        return Motivo(frase % {"lugar": lugar})
    if agenda is None:
        if periodo is None:
            return Motivo(_("%(lugar)s: todavía no hay agenda.") % {"lugar": lugar})
        url = reverse("agenda", args=[suya.territorio_id, periodo.pk])
        return Motivo(_("%(lugar)s: todavía no hay agenda.") % {"lugar": lugar}, url, _("Comenzar la agenda"))
    url = reverse("agenda", args=[agenda.territorio_id, agenda.periodo_id])
    if razon := puede_editar(usuario, agenda):
        return Motivo(f"{lugar}: {razon}", url, _("Ver la agenda"))
    return Motivo(_("%(lugar)s: la agenda todavía no tiene acciones.") % {"lugar": lugar}, url, _("Crear la primera"))
