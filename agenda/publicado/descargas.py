"""What can be downloaded of an approved version: format, name and size."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import caches
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agenda.models import Version
from agenda.versiones import canonico, sobre

UN_DIA = 86_400


@dataclass(frozen=True)
class Descarga:
    """A file of a version. ``bytes`` is None when it is not known before making it; then ``sin_tamano`` says why."""

    formato: str
    nombre: str | Promise
    bytes: int | None
    sin_tamano: str | Promise = ""


def descargas(version: Version) -> list[Descarga]:
    """Give the three files of a version; the size of the JSON, which never changes, is kept in memory for a day."""
    clave = f"agenda:json:{version.pk}:{version.sha256}"
    json = caches["memoria"].get_or_set(clave, lambda: len(canonico(sobre(version))), UN_DIA)
    try:
        pdf = version.pdf.size if version.pdf else None
    except OSError:
        pdf = None
    return [
        Descarga("pdf", _("PDF, para leer e imprimir"), pdf, _("se está preparando")),
        Descarga("xlsx", _("Excel, para trabajar los datos"), None, _("se arma al descargarlo")),
        Descarga("json", _("Datos para otros programas (JSON)"), json),
    ]
