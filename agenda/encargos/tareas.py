"""What the background worker does for people: drafts before anything else, packages last."""

from __future__ import annotations

from django.utils.timezone import now
from django_tasks import task

from agenda.encargos import borrador, limpieza, paquete
from agenda.encargos.marcha import hacer
from agenda.models import Encargo

DELANTE, DETRAS = 10, -10  # somebody looks at the page of a draft; a package may wait for what others approve


@task(priority=DELANTE)
def hacer_borrador(id_encargo: int) -> None:
    """Draw a draft."""
    hacer(id_encargo, borrador.dibujar)
    _limpiar_luego(id_encargo)


@task(priority=DETRAS)
def hacer_paquete(id_encargo: int) -> None:
    """Make a package."""
    hacer(id_encargo, paquete.armar)
    _limpiar_luego(id_encargo)


@task(priority=DETRAS)
def limpiar() -> int:
    """Delete what expired."""
    return limpieza.limpiar()


def _limpiar_luego(id_encargo: int) -> None:
    """Clean now, and again when this file expires (where the queue can wait for a date)."""
    limpieza.limpiar()
    vence = Encargo.objects.filter(pk=id_encargo, vence_en__gt=now()).values_list("vence_en", flat=True).first()
    if vence and limpiar.get_backend().supports_defer:
        limpiar.using(run_after=vence).enqueue()
