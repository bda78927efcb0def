"""How long the address of who reported is kept: until the report is closed, and never longer than six months."""

from __future__ import annotations

import datetime as dt

from django.utils.timezone import now

from redes.models import Reporte

GUARDA = dt.timedelta(days=180)


def borrar_correos_viejos() -> int:
    """Delete the addresses of reports that nobody closed in six months; give how many."""
    return Reporte.objects.filter(creado_en__lt=now() - GUARDA).exclude(correo="").update(correo="")
