"""In which order calls are read: open ones by the day they close, those to open, and the closed ones at the bottom."""

from __future__ import annotations

import datetime as dt

from babel.numbers import get_currency_name
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from formato.numeros import miles
from redes.models import Convocatoria

ABIERTA, POR_ABRIR, CERRADA = 1, 2, 3
GRUPOS = {ABIERTA: _("Abiertas"), POR_ABRIR: _("Por abrir"), CERRADA: _("Cerradas")}


def en_orden(hoy: dt.date) -> QuerySet[Convocatoria]:
    """Give every call with its ``grupo`` on a day. What has no closing day stays open, after those that have one."""
    grupo = Case(
        When(cierra__lt=hoy, then=Value(CERRADA)),
        When(abre__gt=hoy, then=Value(POR_ABRIR)),
        default=Value(ABIERTA),
        output_field=IntegerField(),
    )
    proxima = Case(When(abre__gt=hoy, then=F("abre")), When(cierra__gte=hoy, then=F("cierra")))
    return (
        Convocatoria.objects.select_related("entrada")
        .annotate(grupo=grupo)
        .order_by("grupo", proxima.asc(nulls_last=True), F("cierra").desc(nulls_last=True), "titulo", "pk")
    )


def vigentes(temas: list[str] | None = None, hoy: dt.date | None = None) -> QuerySet[Convocatoria]:
    """Give those not closed yet, of some themes or of all."""
    filas = Convocatoria.objects.select_related("entrada")
    filas = filas.abiertas() if hoy is None else filas.filter(Q(cierra=None) | Q(cierra__gte=hoy))
    return filas if temas is None else filas.filter(temas__overlap=temas)


def dias_que_faltan(convocatoria: Convocatoria, hoy: dt.date) -> int | None:
    """Give the days from today to what comes next: its opening, else its closing; None when neither has a day."""
    proxima = convocatoria.abre if convocatoria.abre and convocatoria.abre > hoy else convocatoria.cierra
    return None if proxima is None or proxima < hoy else (proxima - hoy).days


def monto_escrito(convocatoria: Convocatoria) -> str:
    """Write the amount with its currency in words: «50.000 euros». Nothing when it is not known."""
    if convocatoria.monto is None:
        return ""
    moneda = convocatoria.moneda or "COP"
    nombre = get_currency_name(moneda, convocatoria.monto, locale="es_CO")
    return f"{miles(convocatoria.monto)}\N{NO-BREAK SPACE}{nombre}"
