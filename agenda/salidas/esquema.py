"""The published JSON Schema (draft 2020-12) of what leaves: one file a version, never changed once published.

A new ``agenda.documento.ESQUEMA`` brings a new file; the older ones stay, since older documents do.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.urls import reverse

CARPETA = Path(__file__).parent / "esquemas"
VERSIONES = (1, 2)


def direccion(numero: int) -> str:
    """Give the public address of a schema, the same as its ``$id``."""
    return f"{settings.PORTAL_DIRECCION.rstrip('/')}{reverse('agenda_esquema', args=[numero])}"


def esquema(numero: int) -> dict:
    """Give a schema with its ``$id`` as a whole address. ``KeyError`` for a version that never was."""
    return _leido(numero) | {"$id": direccion(numero)}


@lru_cache
def _leido(numero: int) -> dict:
    if numero not in VERSIONES:
        raise KeyError(numero)
    return json.loads((CARPETA / f"v{numero}.json").read_text(encoding="utf-8"))
