"""Who wrote what is stored, read from the audit: of a field when two texts meet, of a moment in a history."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pghistory.models
from django.apps import apps
from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from guardado.huella import huella

PROFUNDIDAD = 50
FEDERACION = "Federación Colombiana de Municipios"


@dataclass(frozen=True)
class Autoria:
    """The person (None when the audit names nobody) and the moment of the last change of a field."""

    usuario: object | None
    cuando: dt.datetime | None


def ultimo_cambio(fila, campo: str) -> Autoria:
    """Give who last changed ``campo`` of ``fila`` and when, looking at the last 50 events of the row."""
    modelo = modelo_de_eventos(type(fila))
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


def ultimos_cambios(modelo, pedidos: dict[int, set[str]]) -> dict[tuple[int, str], Autoria]:
    """Give who last changed some fields of some rows of a model (pk → fields). Three queries, however many."""
    eventos_de = modelo_de_eventos(modelo)
    if eventos_de is None or not pedidos:
        return {}
    campos = sorted({campo for suyos in pedidos.values() for campo in suyos})
    atributos = [modelo._meta.get_field(campo).attname for campo in campos]
    filas = (
        eventos_de.objects.filter(pgh_obj_id__in=pedidos)
        .order_by("pgh_obj_id", "-pgh_id")
        .values_list("pgh_obj_id", "pgh_created_at", "pgh_context_id", *atributos)
    )
    halladas: dict[tuple[int, str], tuple] = {}
    cerradas: set[tuple[int, str]] = set()
    for pk, cuando, contexto, *valores in filas:
        for campo, valor in zip(campos, valores, strict=True):
            lugar, marca = (pk, campo), huella(valor)
            if campo not in pedidos[pk] or lugar in cerradas:
                continue
            if lugar in halladas and halladas[lugar][0] != marca:
                cerradas.add(lugar)
            else:
                halladas[lugar] = marca, cuando, contexto
    autores = personas({contexto for _marca, _cuando, contexto in halladas.values() if contexto})
    return {lugar: Autoria(autores.get(contexto), cuando) for lugar, (_m, cuando, contexto) in halladas.items()}


def personas(contextos: set) -> dict:
    """Give the person of each context of the audit. Two queries."""
    numeros = {
        pk: (datos or {}).get("user")
        for pk, datos in pghistory.models.Context.objects.filter(pk__in=contextos).values_list("pk", "metadata")
    }
    usuarios = get_user_model().objects.in_bulk({numero for numero in numeros.values() if numero})
    return {pk: usuarios.get(numero) for pk, numero in numeros.items()}


def oficina(usuario) -> str:
    """Give what is told of who wrote: post and office, never the name."""
    return usuario.presentacion or (FEDERACION if usuario.es_fcm else _("Persona de un territorio"))


def modelo_de_eventos(modelo):
    """Give the model of the audit's events of a model; None when the audit does not follow it."""
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
