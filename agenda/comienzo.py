"""Which agendas may be begun today, and how one begins: once per territory and Periodo, however often it is asked."""

from __future__ import annotations

import datetime as dt

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from agenda.models import Agenda
from agenda.preparadas import Preparada
from territorio.models import Periodo, Territorio

MESES_DE_ANTICIPO = 6


def abre_en(periodo: Periodo) -> dt.date:
    """Give the day from which the agenda of a Periodo may be begun: six months before the term, on 1 July."""
    return dt.date(periodo.desde.year - 1, periodo.desde.month + 12 - MESES_DE_ANTICIPO, 1)


def razon_para_no_comenzar(territorio: Territorio, periodo: Periodo, hoy: dt.date | None = None) -> str | None:
    """Give the sentence that says why an agenda cannot be begun today, or None."""
    dia = hoy or localdate()
    if not territorio.tiene_agenda:
        return _("Las agendas son de municipios, distritos y esquemas asociativos.")
    if dia > periodo.hasta:
        return _("El período %(periodo)s ya terminó.") % {"periodo": periodo}
    if dia < abre_en(periodo):
        return _("La agenda %(periodo)s se puede comenzar en los seis meses anteriores al período.") % {
            "periodo": periodo
        }
    return None


def comenzar(territorio: Territorio, periodo: Periodo, usuario) -> tuple[Agenda, bool]:
    """Give the agenda of a territory and Periodo, and whether it was made now."""
    existente = Agenda.objects.filter(territorio=territorio, periodo=periodo).first()
    if existente:
        return existente, False
    try:
        with transaction.atomic():
            nueva = Agenda.objects.create(
                territorio=territorio, periodo=periodo, es_demostracion=usuario.es_demostracion
            )
            return nueva, True
    except IntegrityError:
        return Agenda.objects.get(territorio=territorio, periodo=periodo), False


@Preparada
def _anteriores(territorio: str, desde: dt.date) -> QuerySet:
    suyas = Agenda.objects.filter(territorio=territorio, periodo__desde__lt=desde)
    return suyas.select_related("periodo").order_by("-periodo__desde")[:1]


def anterior(agenda: Agenda) -> Agenda | None:
    """Give the newest agenda of the territory for an earlier Periodo: its actions may be copied by choice."""
    return next(iter(_anteriores(agenda.territorio_id, agenda.periodo.desde)), None)
