"""When the rows of some models last changed, told by the audit: it also sees bulk updates and loads."""

from __future__ import annotations

import hashlib

from django.db.models import Count, Max, Model, QuerySet

from fcm_portal.datos.columna import Cambio

FORMATO = "1"  # of the files: another when the same rows are written otherwise
RECIENTES = 1000  # events: one that was numbered before and committed after is among them


def cambio_de(filas: QuerySet, *otros: type[Model]) -> Cambio:
    """Give the last change of some rows, or of the other models from which they take a name.

    Deleting leaves no event: the number of rows is in the mark too. Three queries a model, all by index but the count.
    """
    partes, momentos, primeros = [str(filas.count())], [], []
    for modelo in (filas.model, *otros):
        eventos = modelo._meta.get_field("events").related_model.objects.order_by("-pgh_id")
        ultimo = eventos.values_list("pgh_id", "pgh_created_at").first()
        if ultimo is None:
            partes.append("0")
            continue
        cerca = eventos.order_by().filter(pgh_id__gt=ultimo[0] - RECIENTES)
        cuantos, cuando = cerca.aggregate(n=Count("pk"), m=Max("pgh_created_at")).values()
        partes.append(f"{ultimo[0]}.{cuantos}")
        momentos.append(cuando)
        primeros.append(eventos.reverse().values_list("pgh_created_at", flat=True).first())
    return Cambio(marca(*partes), max(momentos, default=None), min(primeros, default=None))


def marca(*partes: str) -> str:
    """Give a short mark of what changed."""
    return hashlib.sha256("|".join([FORMATO, *partes]).encode()).hexdigest()[:24]
