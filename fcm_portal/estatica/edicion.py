"""Which edition of the pages this portal draws: what a reader keeps is old as soon as it changes."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

PLANTILLAS = Path(__file__).resolve().parents[2] / "templates"


def edicion() -> str:
    """Give a digest (12 hex digits) of the templates and of the contact data at the foot of every page."""
    from fcm_portal.models import contacto

    datos = contacto()
    escrito = "\n".join(str(getattr(datos, campo.attname)) for campo in datos._meta.concrete_fields)
    return hashlib.sha256(f"{plantillas()}\n{escrito}".encode()).hexdigest()[:12]


@cache
def plantillas() -> str:
    """Give a digest of every template, read once per process: a new deploy starts new ones."""
    suma = hashlib.sha256()
    for ruta in sorted(PLANTILLAS.rglob("*.*")):
        suma.update(str(ruta.relative_to(PLANTILLAS)).encode())
        suma.update(ruta.read_bytes())
    return suma.hexdigest()
