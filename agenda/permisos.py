"""Who may read, edit and review an agenda: to fetch is to authorise."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from agenda.estados import ESTADOS, Dueno
from agenda.models import Agenda, Estado
from agenda.papeles import Papel, papeles, rol_de
from agenda.preparadas import Preparada
from cuentas.models import Rol
from cuentas.permisos import cumple, territorio_para
from territorio.models import Territorio


def agenda_para(usuario, codigo: str, periodo: str, minimo: Rol = Rol.LECTURA) -> Agenda:
    """Fetch an agenda for its working pages: ``Http404`` for a stranger, ``PermissionDenied`` for a lesser role.

    ``agenda.territorio`` carries ``mi_rol``, as ``territorio_para`` leaves it.
    """
    agenda = agenda_de(territorio_para(usuario, codigo, minimo), periodo)
    if agenda is None:
        raise Http404("agenda")
    return agenda


@Preparada
def _agendas(territorio: str, periodo: str) -> QuerySet:
    completas = Agenda.objects.select_related("periodo", "publicada", "revisa").defer("publicada__contenido")
    return completas.filter(territorio=territorio, periodo=periodo)


def agenda_de(territorio: Territorio, periodo: str) -> Agenda | None:
    """Give the agenda of a territory that ``territorio_para`` let through, or None while there is none."""
    agenda = next(iter(_agendas(territorio.pk, periodo)), None)
    if agenda is not None:
        agenda.territorio = territorio
    return agenda


def agenda_por_revisar(usuario, codigo: str, periodo: str) -> Agenda:
    """Fetch an agenda for its review: ``Http404`` for a stranger, ``PermissionDenied`` for who may not review it."""
    agenda = agenda_para(usuario, codigo, periodo)
    if not puede_revisar(usuario, agenda):
        raise PermissionDenied
    return agenda


def puede_revisar(usuario, agenda: Agenda) -> bool:
    """Say whether a person of the FCM reviews this agenda: nobody does where they have a Vinculacion."""
    return Papel.REVISA in papeles(usuario, agenda)


def puede_editar(usuario, agenda: Agenda) -> str | None:
    """Give None when a person may edit the text now; otherwise the sentence that says why not."""
    rol = rol_de(usuario, agenda)
    if rol is None:
        return _("El texto lo escribe el territorio: usted lo puede leer.")
    if not cumple(rol, Rol.EDICION):
        return _("Su rol en este territorio es de lectura: puede leer la agenda, no cambiarla.")
    if ESTADOS[Estado(agenda.estado)].dueno == Dueno.TERRITORIO:
        return None
    if agenda.estado == Estado.ENVIADA:
        return _(
            "La agenda está enviada. Mientras nadie la tome en la Federación, la persona responsable puede retirar "
            "el envío."
        )
    if agenda.estado == Estado.EN_REVISION:
        return _("La agenda está en revisión en la Federación: el texto se puede cambiar cuando la devuelvan.")
    return _(
        "La agenda está aprobada. Para cambiarla, elija «Actualizar la agenda»: la publicada no se mueve entretanto."
    )
