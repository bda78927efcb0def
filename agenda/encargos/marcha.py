"""What the background worker writes while it makes a file: sign of life, how far, the end. It stops when told to."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable

from django.db.models import F
from django.utils.timezone import now
from django.utils.translation import gettext as _

from agenda.encargos.final import soltar_archivo, terminar_sin_archivo
from agenda.models import Encargo, EstadoEncargo

registro = logging.getLogger(__name__)


class Detenido(Exception):
    """The person cancelled it, or it was given up: nobody waits for it any more."""


class SinPermiso(Exception):
    """The person may no longer have it."""


def hacer(id_encargo: int, como: Callable[[Encargo], dt.timedelta]) -> None:
    """Make one: ``como`` stores its file and gives how long it is kept. One that was cancelled is not begun.

    Whatever goes wrong ends in a sentence that the person reads; the log has the rest.
    """
    empieza = Encargo.objects.filter(pk=id_encargo, estado=EstadoEncargo.EN_ESPERA)
    if not empieza.update(estado=EstadoEncargo.EN_CURSO, latido_en=now()):
        return
    encargo = Encargo.objects.select_related("usuario").get(pk=id_encargo)
    try:
        dura = como(encargo)
        _terminar(encargo, dura)
    except Detenido:
        soltar_archivo(encargo)
    except SinPermiso:
        terminar_sin_archivo(encargo, EstadoEncargo.FALLIDO, _("Usted ya no tiene acceso a lo que pidió."))
    except OSError:
        registro.exception("Encargo %s: storage", encargo.pk)
        terminar_sin_archivo(
            encargo, EstadoEncargo.FALLIDO, _("No se pudo guardar el archivo: puede faltar espacio. Avise a la FCM.")
        )
    except Exception:  # whatever it was, somebody waits for an answer
        registro.exception("Encargo %s", encargo.pk)
        terminar_sin_archivo(
            encargo,
            EstadoEncargo.FALLIDO,
            _("Algo falló al prepararlo. Intente otra vez; si se repite, avise a la FCM."),
        )


def latir(encargo: Encargo, **campos) -> None:
    """Give a sign of life and write how far it is. Raises ``Detenido`` when nobody waits for it any more."""
    corre = Encargo.objects.filter(pk=encargo.pk, estado=EstadoEncargo.EN_CURSO)
    if not corre.update(latido_en=now(), **campos):
        raise Detenido
    for campo, valor in campos.items():
        setattr(encargo, campo, valor)


def _terminar(encargo: Encargo, dura: dt.timedelta) -> None:
    """Say that it is done; if it was cancelled at the last moment, its file goes."""
    ahora = now()
    latir(
        encargo,
        estado=EstadoEncargo.HECHO,
        hechas=F("total"),
        archivo=encargo.archivo.name,
        peso=encargo.archivo.size,
        terminado_en=ahora,
        vence_en=ahora + dura,
    )
