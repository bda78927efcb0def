"""What can be downloaded of an approved version: what each file is for, its languages and its size."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import caches
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agenda.models import Idioma, Impreso, Version
from agenda.salidas.formatos import terminacion
from agenda.salidas.impresos import esta
from agenda.versiones import canonico, sobre

UN_DIA = 86_400


@dataclass(frozen=True)
class Archivo:
    """A file in one language. Without ``formato`` it cannot be had now: ``falta`` says why.

    ``bytes``: None when they are not known before making it.
    """

    idioma: str
    formato: str = ""
    bytes: int | None = None
    falta: str | Promise = ""

    @property
    def listo(self) -> bool:
        """Say whether it can be had now."""
        return bool(self.formato)


@dataclass(frozen=True)
class Descarga:
    """A file of a version: its name, which says what it is for, and one Archivo a language."""

    nombre: str | Promise
    archivos: list[Archivo]

    @property
    def falta(self) -> str | Promise:
        """Say why it cannot be had now in any language; nothing when it can be had in one."""
        return "" if any(archivo.listo for archivo in self.archivos) else self.archivos[0].falta


PDF = {
    "completa": _("Agenda completa (PDF)"),
    "minima": _("Lo esencial en dos páginas (PDF)"),
    "resumen": _("Una página para un aliado (PDF)"),
}


def descargas(version: Version, impresos: dict[tuple[str, str], Impreso]) -> list[Descarga]:
    """Give the files of a version; the size of the JSON, which never changes, is kept in memory for a day."""
    clave = f"agenda:json:{version.pk}:{version.sha256}"
    json = caches["memoria"].get_or_set(clave, lambda: len(canonico(sobre(version))), UN_DIA)
    impresas = [
        Descarga(nombre, [_impreso(impresos.get((edicion, idioma)), edicion, idioma) for idioma in Idioma.values])
        for edicion, nombre in PDF.items()
    ]
    return [
        *impresas,
        Descarga(_("Texto para adaptar (Word)"), [Archivo("es", "docx"), Archivo("en", "en.docx")]),
        Descarga(_("Tablas (Excel)"), [Archivo("es", "xlsx")]),
        Descarga(_("Datos (JSON)"), [Archivo("es", "json", json)]),
    ]


def _impreso(impreso: Impreso | None, edicion: str, idioma: str) -> Archivo:
    """Give a stored file; one that is not there yet, or that its folder lost, cannot be had now."""
    if impreso and esta(impreso):
        return Archivo(idioma, terminacion(edicion, idioma), impreso.archivo.size)
    return Archivo(idioma, falta=_("todavía no está listo"))
