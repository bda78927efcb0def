"""What is over goes: files past their day, and what a cut left behind."""

from __future__ import annotations

import datetime as dt

from django.core.files.storage import default_storage
from django.dispatch import receiver
from django.utils.timezone import now

from agenda.encargos.final import borrar
from agenda.models import Encargo
from cuentas.olvido import persona_olvidada

CARPETA = "encargos"
SIN_ARCHIVO = dt.timedelta(days=1)  # how long one that was cancelled or failed stays in the list
SUELTO = dt.timedelta(days=1)  # age of a file that belongs to nobody


def limpiar() -> int:
    """Delete what expired and what ended without a file a day ago; give how many rows went."""
    viejos = [
        *Encargo.objects.filter(vence_en__lte=now()),
        *Encargo.objects.filter(vence_en=None, terminado_en__lte=now() - SIN_ARCHIVO),
    ]
    for encargo in viejos:
        borrar(encargo)
    _barrer()
    return len(viejos)


def _barrer() -> None:
    """Delete the files that belong to no row: those of an account that is gone."""
    if not default_storage.exists(CARPETA):
        return
    presentes = {f"{CARPETA}/{nombre}" for nombre in default_storage.listdir(CARPETA)[1]}
    for nombre in presentes - set(Encargo.objects.filter(archivo__in=presentes).values_list("archivo", flat=True)):
        if default_storage.get_modified_time(nombre) < now() - SUELTO:
            default_storage.delete(nombre)


@receiver(persona_olvidada)
def olvidar_encargos(sender, usuario, **_resto) -> None:
    """Delete what a forgotten person asked for."""
    for encargo in Encargo.objects.filter(usuario=usuario):
        borrar(encargo)
