"""The draft of one agenda as PDF: drawn in the background, the same one again while nothing changes."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import re
import threading
from contextlib import contextmanager

from django.core.files.base import ContentFile
from django.utils.timezone import now

from agenda.documento import componer
from agenda.encargos.marcha import SinPermiso, latir
from agenda.models import Agenda, ClaseEncargo, Encargo
from agenda.versiones import canonico

SE_GUARDA = dt.timedelta(days=1)
PASOS = 7  # those that WeasyPrint announces
PASO = re.compile(r"Step (\d)")
CADA = dt.timedelta(seconds=1)  # how often a long step writes that it is alive


def huella_de(agenda: Agenda) -> str:
    """Give the digest of what a draft drawn now would print, its moment aside."""
    contenido = componer(agenda, dt.datetime(2000, 1, 1, tzinfo=dt.UTC))
    return hashlib.sha256(canonico(contenido)).hexdigest()


def al_dia(usuario, agenda: Agenda, edicion: str, idioma: str) -> Encargo | None:
    """Give the draft this person already has, when what was written has not changed since."""
    hechos = de_la_agenda(usuario, agenda).con_archivo().filter(edicion=edicion, idioma=idioma)
    iguales = hechos.filter(huella=huella_de(agenda)) if hechos.exists() else []
    return next((uno for uno in iguales if uno.descargable), None)


def de_la_agenda(usuario, agenda: Agenda):
    """Give the drafts of an agenda that this person asked for, newest first."""
    return Encargo.objects.de(usuario).filter(clase=ClaseEncargo.BORRADOR, agenda=agenda)


def dibujar(encargo: Encargo) -> dt.timedelta:
    """Draw and store the draft; give how long it is kept. ``SinPermiso`` when the person sees the agenda no more."""
    from agenda.salidas.pdf import dibujar_borrador  # WeasyPrint is heavy: only the worker loads it

    agenda = Agenda.objects.visibles_para(encargo.usuario).select_related("territorio__departamento", "periodo")
    agenda = agenda.filter(pk=encargo.agenda_id).first()
    if agenda is None:
        raise SinPermiso
    huella = huella_de(agenda)
    latir(encargo, total=PASOS, huella=huella)
    with _pasos(encargo):
        datos = dibujar_borrador(agenda, edicion=encargo.edicion, idioma=encargo.idioma)
    de_la_agenda(encargo.usuario, agenda).con_archivo().filter(edicion=encargo.edicion, idioma=encargo.idioma).update(
        vence_en=now()
    )
    encargo.archivo.save("borrador.pdf", ContentFile(datos), save=False)
    return SE_GUARDA


@contextmanager
def _pasos(encargo: Encargo):
    """Write each step that WeasyPrint announces in its log of progress; a cancelled draft stops at the next one."""
    oyente, avances = _Oyente(encargo), logging.getLogger("weasyprint.progress")
    nivel, propaga = avances.level, avances.propagate
    avances.addHandler(oyente)
    avances.setLevel(logging.INFO)
    avances.propagate = False
    try:
        yield
    finally:
        avances.removeHandler(oyente)
        avances.setLevel(nivel)
        avances.propagate = propaga


class _Oyente(logging.Handler):
    """Turn the announcements into signs of life."""

    def __init__(self, encargo: Encargo):
        super().__init__()
        self.encargo, self.escrito_en, self.hilo = encargo, now(), threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        """Write a new step at once, and the same one every ``CADA``."""
        hallado = PASO.match(record.getMessage())
        if not hallado or record.thread != self.hilo:
            return
        paso = min(int(hallado.group(1)) - 1, PASOS)
        if paso > self.encargo.hechas or now() - self.escrito_en > CADA:
            self.escrito_en = now()
            latir(self.encargo, hechas=max(paso, self.encargo.hechas))
