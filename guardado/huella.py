"""The version of a field: a digest of its stored value. No counters, so every writer is seen, also a bulk update."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from decimal import Decimal

from django.db import models


def normal(valor) -> str | list[str]:
    """Give the comparable form of a value: text with LF ends and outer blanks cut, sets sorted, None as empty text."""
    if valor is None:
        return ""
    if isinstance(valor, bool):
        return "true" if valor else "false"
    if isinstance(valor, models.Model):
        return str(valor.pk)
    if isinstance(valor, Decimal):
        return format(valor.normalize(), "f") if valor else "0"
    if isinstance(valor, dt.datetime):
        return valor.astimezone(dt.UTC).isoformat()
    if isinstance(valor, list | tuple | set | frozenset | models.QuerySet):
        return sorted({str(normal(uno)) for uno in valor})
    return str(valor).replace("\r\n", "\n").replace("\r", "\n").strip()


def huella(valor) -> str:
    """Give the 16 hexadecimal digits (SHA-256) that a form carries as ``visto-<campo>``."""
    texto = json.dumps(normal(valor), ensure_ascii=False)
    return hashlib.sha256(texto.encode()).hexdigest()[:16]
