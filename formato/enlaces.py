"""Links that leave the portal: which addresses become one, and the domain a reader sees before following it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

FUERA_DE_SITIO = re.compile(r"[\s\x00-\x1f\x7f<>\"\\]")


def dominio(direccion: str | None) -> str:
    """Give the domain of a web address without ``www.``, or nothing when it is no address of the web.

    Only ``http`` and ``https`` with a host that has a point are: ``javascript:``, ``data:``, a user name before the
    host (which disguises it) and blanks inside give nothing.
    """
    limpia = (direccion or "").strip()
    if not limpia or FUERA_DE_SITIO.search(limpia):
        return ""
    try:
        partes = urlsplit(limpia)
        nombre = partes.hostname or ""
    except ValueError:
        return ""
    if partes.scheme.lower() not in ("http", "https") or "." not in nombre or "@" in partes.netloc:
        return ""
    return nombre.removeprefix("www.")


def revisar_enlace(direccion: str) -> None:
    """Refuse what a public page would not link to: see ``dominio``. Raises ``ValidationError``."""
    if not dominio(direccion):
        raise ValidationError(_("Copie la dirección de una página de la web, como https://www.ejemplo.org."))
