"""New rows: a second POST with the same ``clave`` finds the row, so a double click or the back button makes no twin."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.db import IntegrityError, models, transaction
from django.http import Http404


def clave_nueva(request=None, modelo=None) -> uuid.UUID:
    """Give the key of a row about to be written, made when its form is drawn."""
    return uuid.uuid4()


def crear_una_vez(filas, clave: uuid.UUID, crear: Callable[[], models.Model]) -> tuple[models.Model, bool]:
    """Give the row with this ``clave`` among ``filas`` (model or authorised QuerySet) and whether it was made now.

    Raises ``Http404`` when the key belongs to a row outside ``filas``.
    """
    conjunto = filas if isinstance(filas, models.QuerySet) else filas._default_manager.all()
    existente = conjunto.filter(clave=clave).first()
    if existente is not None:
        return existente, False
    try:
        with transaction.atomic():
            return crear(), True
    except IntegrityError:
        existente = conjunto.filter(clave=clave).first()
        if existente is None:
            if conjunto.model._base_manager.filter(clave=clave).exists():
                raise Http404("clave") from None
            raise
        return existente, False
