"""Work for the background worker: the PDF of an approved version."""

from __future__ import annotations

import logging

from django.utils.timezone import now
from django_tasks import task

from agenda.models import Version
from agenda.pdf import archivar

INTENTOS = 3
registro = logging.getLogger(__name__)


@task()
def dibujar_version(id_version: int, rehacer: bool = False) -> None:
    """Draw and store the PDF of a Version; after three failures the reason is kept, for the tablero to show.

    ``rehacer``: draw it again although it is stored, because an act of adoption came to its cover.
    """
    version = Version.objects.get(pk=id_version)
    for intento in range(1, INTENTOS + 1):
        try:
            archivar(version, rehacer=rehacer)
        except Exception as fallo:  # whatever went wrong, it must be seen by a person
            registro.exception("PDF of version %s, attempt %s of %s", version.pk, intento, INTENTOS)
            motivo = f"{now().isoformat(timespec='seconds')} {type(fallo).__name__}: {fallo}"[:2000]
            Version.objects.filter(pk=version.pk).update(pdf_fallo=motivo)
        else:
            return
