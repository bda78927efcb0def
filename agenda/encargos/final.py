"""How one ends without a file, and how its file goes."""

from __future__ import annotations

from django.utils.timezone import now

from agenda.models import Encargo, EstadoEncargo


def terminar_sin_archivo(encargo: Encargo, estado: EstadoEncargo, error: str = "") -> bool:
    """End a living one without a file; False when it had ended by itself."""
    vivos = Encargo.objects.filter(pk=encargo.pk).vivos()
    if not vivos.update(estado=estado, error=error, terminado_en=now()):
        return False
    soltar_archivo(encargo)
    return True


def borrar(encargo: Encargo) -> None:
    """Delete one that has ended, with its file."""
    if encargo.archivo:
        encargo.archivo.storage.delete(encargo.archivo.name)
    encargo.delete()


def soltar_archivo(encargo: Encargo) -> None:
    """Delete the half-made file. Where it is still open, it goes when it is closed."""
    escrito = Encargo.objects.values_list("archivo", flat=True).get(pk=encargo.pk)
    for nombre in {escrito, encargo.archivo.name} - {"", None}:
        encargo.archivo.storage.delete(nombre)
    Encargo.objects.filter(pk=encargo.pk).update(archivo="")
