"""Asking for a file: one at a time per person; who asks twice joins what is already being made."""

from __future__ import annotations

import datetime as dt
from functools import partial

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext as _

from agenda.encargos.final import terminar_sin_archivo
from agenda.models import ClaseEncargo, Encargo, EstadoEncargo

ESPERA_MAXIMA = dt.timedelta(minutes=5)  # in the queue: then nobody may be attending it
SILENCIO_MAXIMO = dt.timedelta(minutes=3)  # of who makes it: then it was cut off
LO_NORMAL = dt.timedelta(minutes=1)  # in the queue: past it the page says that it is slow


def pedir(usuario, clase: ClaseEncargo, **datos) -> tuple[Encargo, bool]:
    """Give the file a person asked for, and whether it is a new one: the one in the making comes back as it is.

    One that nobody attends any more is given up first. The database itself allows one of each class at a time.
    """
    for _intento in range(3):
        dar_por_perdidos(usuario)
        try:
            with transaction.atomic():
                nuevo = Encargo.objects.create(usuario=usuario, clase=clase, **datos)
        except IntegrityError:  # somebody, perhaps in another tab, asked a moment before
            vivo = Encargo.objects.de(usuario).vivos().filter(clase=clase).first()
            if vivo:
                return vivo, False
        else:
            transaction.on_commit(partial(_encolar, nuevo))
            return nuevo, True
    raise RuntimeError("the work of this person ends and begins again without pause")


def _encolar(encargo: Encargo) -> None:
    from agenda.encargos import tareas  # WeasyPrint stays out of whoever asks

    tarea = tareas.hacer_borrador if encargo.clase == ClaseEncargo.BORRADOR else tareas.hacer_paquete
    tarea.enqueue(encargo.pk)


def _perdidos() -> Q:
    """Give the condition «nobody attends it»."""
    return Q(estado=EstadoEncargo.EN_ESPERA, pedido_en__lt=now() - ESPERA_MAXIMA) | Q(
        estado=EstadoEncargo.EN_CURSO, latido_en__lt=now() - SILENCIO_MAXIMO
    )


def sin_atender(encargo: Encargo) -> bool:
    """Say whether a living one has waited too long, or who made it has fallen silent."""
    if encargo.estado == EstadoEncargo.EN_ESPERA:
        return encargo.pedido_en < now() - ESPERA_MAXIMA
    return encargo.estado == EstadoEncargo.EN_CURSO and encargo.latido_en < now() - SILENCIO_MAXIMO


def tarda(encargo: Encargo) -> bool:
    """Say whether it has been in the queue for longer than it should."""
    return encargo.estado == EstadoEncargo.EN_ESPERA and encargo.pedido_en < now() - LO_NORMAL


def estampa(encargo: Encargo) -> str:
    """Give a word that changes when what its page says of it changes: a page that has it already is not drawn again."""
    return f"{encargo.estado}-{encargo.hechas}-{tarda(encargo):d}{sin_atender(encargo):d}"


def dar_por_perdidos(usuario) -> None:
    """End what nobody attends of this person, so that another may be asked for. Its half-made file goes too."""
    for encargo in Encargo.objects.de(usuario).filter(_perdidos()):
        terminar_sin_archivo(encargo, EstadoEncargo.FALLIDO, _("Se interrumpió antes de terminar. Pídalo otra vez."))


def cancelar(encargo: Encargo) -> bool:
    """Stop one that waits or runs; whoever makes it sees it before the next file. False when it had ended."""
    return terminar_sin_archivo(encargo, EstadoEncargo.CANCELADO)
