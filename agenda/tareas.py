"""Work for the background worker: the printed files of an approved version."""

from __future__ import annotations

import logging

from django.conf import settings
from django.utils.timezone import now
from django_tasks import task

from agenda.models import Impreso, Version
from agenda.salidas.impresos import ORDEN, guardar, prever

INTENTOS = 3
CLASES = len(ORDEN)  # the files of a version
registro = logging.getLogger(__name__)


@task()
def dibujar_version(id_version: int) -> None:
    """Draw and store what a Version lacks, the complete one in Spanish first. One that fails does not stop the others.

    After three failures the reason is kept with the file, for the tablero to show.
    """
    previstos = prever(Version.objects.select_related("agenda").get(pk=id_version))
    for impreso in previstos[:1] if settings.PORTAL_SOLO_ORIGINAL else previstos:
        for intento in range(1, INTENTOS + 1):
            try:
                guardar(impreso)
            except Exception as fallo:  # whatever went wrong, it must be seen by a person
                registro.exception("File %s, attempt %s of %s", impreso.pk, intento, INTENTOS)
                motivo = f"{now().isoformat(timespec='seconds')} {type(fallo).__name__}: {fallo}"[:2000]
                Impreso.objects.filter(pk=impreso.pk).update(fallo=motivo)
            else:
                break
