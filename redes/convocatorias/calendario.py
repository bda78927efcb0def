"""Calls as an iCalendar (RFC 5545): all-day events for the opening and the closing, each with its alarm.

Nothing in it depends on the moment it is asked: ``DTSTAMP`` is that of the last change of the call, so that the same
calls give the same bytes (and the same ETag).
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping

from django.conf import settings
from django.db.models import Max, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event

from redes.convocatorias.consulta import monto_escrito
from redes.models import Convocatoria

ESPACIO = "de-cara-al-mundo"
ANTES_DE_CERRAR = dt.timedelta(days=-7, hours=8)  # from midnight of the closing day
AL_ABRIR = dt.timedelta(hours=8)
REFRESCO = dt.timedelta(hours=12)
LARGO_TITULO, LARGO_TEXTO = 250, 2000
SIN_FECHA = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)  # of a call without a recorded change


def con_cambios(filas: QuerySet[Convocatoria]) -> QuerySet[Convocatoria]:
    """Annotate when each was last changed, by the audit."""
    return filas.annotate(cambiada=Max("events__pgh_created_at"))


def calendario(filas: Iterable[Convocatoria], nombre: str, temas: Mapping[str, str]) -> bytes:
    """Write a calendar. ``filas`` come from ``con_cambios``; ``temas``: slug → name."""
    libro = Calendar()
    libro.add("prodid", f"-//Federación Colombiana de Municipios//{ESPACIO}//ES")
    libro.add("version", "2.0")
    libro.add("calscale", "GREGORIAN")
    libro.add("method", "PUBLISH")
    libro.add("x-wr-calname", en_un_renglon(nombre))
    libro.add("x-wr-timezone", settings.TIME_ZONE)
    libro.add("refresh-interval", REFRESCO, parameters={"VALUE": "DURATION"})
    for fila in filas:
        if fila.abre is not None:
            libro.add_component(_suceso(fila, "abre", fila.abre, _("Abre: %(titulo)s"), AL_ABRIR, temas))
        if fila.cierra is not None:
            libro.add_component(_suceso(fila, "cierra", fila.cierra, _("Cierra: %(titulo)s"), ANTES_DE_CERRAR, temas))
    return libro.to_ical()


def _suceso(fila, cual: str, dia: dt.date, frase: str, aviso: dt.timedelta, temas: Mapping[str, str]) -> Event:
    resumen = frase % {"titulo": limpio(fila.titulo, LARGO_TITULO)}
    if fila.es_demostracion:
        resumen = _("DEMOSTRACIÓN · %(resumen)s") % {"resumen": resumen}
    direccion = settings.PORTAL_DIRECCION + reverse("convocatoria", args=[fila.slug])
    suceso = Event()
    suceso.add("uid", f"{fila.slug}-{cual}@{ESPACIO}")
    suceso.add("dtstamp", (fila.cambiada or SIN_FECHA).replace(microsecond=0))
    suceso.add("summary", resumen)
    suceso.add("dtstart", dia)
    suceso.add("dtend", dia + dt.timedelta(days=1))
    suceso.add("transp", "TRANSPARENT")
    suceso.add("description", _descripcion(fila, direccion))
    suceso.add("url", direccion)
    if nombres := [temas[tema] for tema in fila.temas if tema in temas]:
        suceso.add("categories", nombres)
    alarma = Alarm()
    alarma.add("action", "DISPLAY")
    alarma.add("trigger", aviso)
    alarma.add("description", resumen)
    suceso.add_component(alarma)
    return suceso


def _descripcion(fila: Convocatoria, direccion: str) -> str:
    estado = _("Verificada.") if fila.verificado else _("Sin verificar: confirme las fechas con quien convoca.")
    partes = [
        _("Convoca: %(quien)s.") % {"quien": limpio(fila.quien, LARGO_TITULO)} if fila.quien else "",
        limpio(fila.descripcion, LARGO_TEXTO),
        _("Quién puede presentarse: %(texto)s") % {"texto": limpio(fila.quienes, LARGO_TEXTO)} if fila.quienes else "",
        _("Monto: %(monto)s.") % {"monto": monto_escrito(fila)} if fila.monto is not None else "",
        estado,
        direccion,
    ]
    return "\n".join(parte for parte in partes if parte)


def en_un_renglon(texto: str) -> str:
    """Give the name of a calendar on one line: it is written as it is, and a line break in it breaks the file."""
    return " ".join(limpio(texto, LARGO_TITULO).split())


def limpio(texto: str, largo: int) -> str:
    """Give what a person wrote without control nor direction marks, on lines a calendar can hold, cut to ``largo``."""
    unido = re.sub(r"\r\n?", "\n", texto)
    util = "".join(letra for letra in unido if letra == "\n" or unicodedata.category(letra) not in ("Cc", "Cf", "Cs"))
    return util.strip()[:largo]
