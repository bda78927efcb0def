"""Who wrote the stored value of a field, read from the audit; asked only when two texts meet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pghistory.models
from django.apps import apps
from django.contrib.auth import get_user_model

from guardado.huella import huella

PROFUNDIDAD = 50


@dataclass(frozen=True)
class Autoria:
    """The person (None when the audit names nobody) and the moment of the last change of a field."""

    usuario: object | None
    cuando: dt.datetime | None


def ultimo_cambio(fila, campo: str) -> Autoria:
    """Give who last changed ``campo`` of ``fila`` and when, looking at the last 50 events of the row."""
    modelo = _modelo_de_eventos(type(fila))
    if modelo is None:
        return Autoria(None, None)
    atributo = fila._meta.get_field(campo).attname
    eventos = list(
        modelo.objects.filter(pgh_obj_id=fila.pk)
        .order_by("-pgh_id")
        .values_list(atributo, "pgh_created_at", "pgh_context_id")[:PROFUNDIDAD]
    )
    if not eventos:
        return Autoria(None, None)
    vigente = huella(eventos[0][0])
    autor = eventos[0]
    for evento in eventos:
        if huella(evento[0]) != vigente:
            break
        autor = evento
    return Autoria(_persona(autor[2]), autor[1])


def _modelo_de_eventos(modelo):
    try:
        return apps.get_model(modelo._meta.app_label, f"{modelo.__name__}Event")
    except LookupError:
        return None


def _persona(contexto_id):
    if contexto_id is None:
        return None
    datos = pghistory.models.Context.objects.filter(pk=contexto_id).values_list("metadata", flat=True).first() or {}
    numero = datos.get("user")
    return get_user_model().objects.filter(pk=numero).first() if numero else None
