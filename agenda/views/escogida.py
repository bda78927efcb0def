"""The action that somebody chooses for a thing of the directory: «Agregar a una acción», of an entry or of a call."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from agenda.filas import en_arbol_vivo
from agenda.models import Accion, Agenda, Estado
from agenda.permisos import agenda_para
from cuentas.models import Rol


def acciones_que_escribe(usuario) -> QuerySet[Accion]:
    """Give the actions that a person may write today, in order."""
    abiertas = Agenda.objects.filter(
        territorio__in=_donde_escribe(usuario), estado__in=[Estado.BORRADOR, Estado.DEVUELTA]
    )
    vivas = en_arbol_vivo(Accion.objects.filter(objetivo__eje__agenda__in=abiertas))
    return vivas.select_related("objetivo__eje__agenda__territorio__departamento").order_by(
        "objetivo__eje__agenda", "objetivo__eje__orden", "objetivo__orden", "orden", "pk"
    )


def _donde_escribe(usuario) -> QuerySet:
    return usuario.vinculaciones.vigentes().filter(rol__in=[Rol.EDICION, Rol.RESPONSABLE]).values("territorio")


def accion_pedida(request: HttpRequest, acciones: QuerySet[Accion]) -> tuple[Accion, Agenda] | None:
    """Fetch the posted action and its agenda, authorised; None, and a message, when none was chosen or it closed since.

    Raises 404 for one of another territory.
    """
    try:
        clave = UUID(request.POST.get("accion", ""))
    except ValueError:
        messages.error(request, _("Escoja una acción de la lista."))
        return None
    accion = acciones.filter(clave=clave).first()
    if accion is None:
        get_object_or_404(Accion, clave=clave, objetivo__eje__agenda__territorio__in=_donde_escribe(request.user))
        messages.warning(request, _("Esa acción ya no se puede cambiar: la retiraron o enviaron la agenda."))
        return None
    propia = accion.objetivo.eje.agenda
    return accion, agenda_para(request.user, propia.territorio_id, propia.periodo_id, Rol.EDICION)
