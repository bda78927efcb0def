"""What waits to be confirmed, of both registers, in one queue: oldest first."""

from __future__ import annotations

from django.db.models import CharField, Value
from django.db.models.functions import Cast

from redes.registros.clases import CLASES


def cola(usuario):
    """Give the queue of a person of the FCM: rows (declarado_en, register, key), oldest first. A QuerySet, lazy."""
    partes = [
        clase.modelo.objects.por_revisar_de(usuario)
        .por_confirmar()
        .order_by()
        .annotate(registro=Value(slug, CharField()), llave=Cast(clase.llave, CharField()))
        .values_list("declarado_en", "registro", "llave")
        for slug, clase in CLASES.items()
    ]
    return partes[0].union(*partes[1:], all=True).order_by("declarado_en", "llave")


def cuantos(usuario) -> int:
    """Count what waits for a person of the FCM. One query."""
    return cola(usuario).count()


def completar(renglones) -> list[dict]:
    """Give the rows of a page of the queue, in its order, with what a line shows. One query a register."""
    renglones = list(renglones)
    halladas = {}
    for slug, clase in CLASES.items():
        claves = [llave for _cuando, registro, llave in renglones if registro == slug]
        if claves:
            filas = clase.modelo.objects.filter(**{f"{clase.llave}__in": claves})
            for fila in filas.select_related("territorio__departamento", *clase.unidas):
                halladas[slug, str(getattr(fila, clase.llave))] = fila
    return [
        {"fila": halladas[registro, llave], "clase": CLASES[registro], "id": llave}
        for _cuando, registro, llave in renglones
        if (registro, llave) in halladas
    ]
