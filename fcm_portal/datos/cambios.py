"""When the rows of some models last changed, told by the audit: it also sees bulk updates and loads."""

from __future__ import annotations

import hashlib

from django.db.models import Count, Max, Model, QuerySet, Subquery

from fcm_portal.datos.columna import Cambio

FORMATO = "1"  # of the files: another when the same rows are written otherwise
RECIENTES = 1000  # events: one that was numbered before and committed after is among them


def cambio_de(filas: QuerySet, *otros: type[Model]) -> Cambio:
    """Give the last change of some rows, or of the other models from which they take a name.

    Deleting leaves no event: the number of rows is in the mark too. Two queries a model by index, and the count.
    """
    partes, momentos, primeros = [str(filas.count())], [], []
    for modelo in (filas.model, *otros):
        eventos = modelo._meta.get_field("events").related_model.objects.all()
        ultimo = eventos.order_by("-pgh_id").values("pgh_id")[:1]
        cerca = eventos.filter(pgh_id__gt=Subquery(ultimo) - RECIENTES)
        numero, cuantos, cuando = cerca.aggregate(u=Max("pgh_id"), n=Count("pk"), m=Max("pgh_created_at")).values()
        partes.append(f"{numero or 0}.{cuantos}")
        if numero:
            momentos.append(cuando)
            primeros.append(eventos.order_by("pgh_id").values_list("pgh_created_at", flat=True).first())
    return Cambio(marca(*partes), max(momentos, default=None), min(primeros, default=None))


def marca(*partes: str) -> str:
    """Give a short mark of what changed."""
    return hashlib.sha256("|".join([FORMATO, *partes]).encode()).hexdigest()[:24]
