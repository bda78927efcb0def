"""Places among sisters, removal as a mark, and moving a row to another parent. Callers hold the agenda's row."""

from __future__ import annotations

from django.utils.timezone import now

from agenda.filas import CLASES, hermanas, tipo_de, ultimo_orden
from agenda.models.fila import Fila


def colocar(fila: Fila, lugar: int) -> None:
    """Put a row in the place ``lugar`` (1 is first) among the sisters in force; said twice it does the same."""
    vivas = [otra for otra in hermanas(fila).vigentes() if otra.pk != fila.pk]
    indice = min(max(lugar, 1) - 1, len(vivas))
    vivas.insert(indice, fila)
    cambiadas = []
    for puesto, otra in enumerate(vivas, start=1):
        if otra.orden != puesto:
            otra.orden = puesto
            cambiadas.append(otra)
    type(fila).objects.bulk_update(cambiadas, ["orden"])


def retirar(fila: Fila, usuario) -> None:
    """Mark a row as removed; it leaves the document and can come back."""
    if fila.retirada_en is None:
        fila.retirada_en, fila.retirada_por = now(), usuario
        fila.save(update_fields=["retirada_en", "retirada_por"])


def restaurar(fila: Fila) -> None:
    """Bring a removed row back, and its parents when they are removed too: otherwise nobody would see it."""
    if fila.retirada_en is not None:
        fila.retirada_en = fila.retirada_por = None
        fila.save(update_fields=["retirada_en", "retirada_por"])
    padre = getattr(fila, CLASES[tipo_de(fila)].padre)
    if isinstance(padre, Fila):
        restaurar(padre)


def cambiar_padre(fila: Fila, padre) -> None:
    """Move a row under another parent, at the end."""
    nombre = CLASES[tipo_de(fila)].padre
    if getattr(fila, f"{nombre}_id") == padre.pk:
        return
    fila.orden = ultimo_orden(padre, tipo_de(fila))
    setattr(fila, nombre, padre)
    fila.save(update_fields=[nombre, "orden"])
