"""The PDF of an agenda: drawn from a frozen Version (or from a draft), stored once, kept with its digest."""

from __future__ import annotations

import datetime as dt
import hashlib

from django.conf import settings
from django.core.files.base import ContentFile
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from agenda.documento import componer
from agenda.impresion import Emision, contexto
from agenda.models import Adopcion, Agenda, Version
from formato.fechas import fecha_larga
from informes.pdf import a_pdf

PLANTILLA = "agenda/pdf/documento.html"


def direccion_de_verificacion(sha256: str) -> str:
    """Give the public address that verifies a digest."""
    try:
        camino = reverse("verificar_huella", args=[sha256])
    except NoReverseMatch:
        camino = f"/verificar/{sha256}/"
    return f"{settings.PORTAL_DIRECCION.rstrip('/')}{camino}"


def texto_de_adopcion(adopcion: Adopcion | None) -> str:
    """Give the act of the town in a line; nothing while there is none."""
    if adopcion is None:
        return ""
    texto = _("Adoptada por %(acto)s %(numero)s del %(fecha)s, %(autoridad)s") % {
        "acto": adopcion.get_tipo_display(),
        "numero": adopcion.numero,
        "fecha": fecha_larga(adopcion.fecha),
        "autoridad": adopcion.autoridad,
    }
    return f"{texto}, {adopcion.gaceta}" if adopcion.gaceta else texto


def html_y_pdf(version: Version) -> tuple[str, bytes]:
    """Draw a frozen Version: the HTML and the bytes. Only what is frozen, the acta and the act of adoption are read."""
    emision = Emision(
        sha256=version.sha256,
        verificar=direccion_de_verificacion(version.sha256),
        acta=version.acta,
        adopcion=texto_de_adopcion(Adopcion.objects.filter(version=version).first()),
    )
    with override("es-co"):
        return a_pdf(PLANTILLA, contexto(version.contenido, emision), identificador=version.sha256)


def dibujar(version: Version) -> bytes:
    """Give the PDF of a Version."""
    return html_y_pdf(version)[1]


def dibujar_borrador(agenda: Agenda, ahora: dt.datetime | None = None) -> bytes:
    """Give the PDF of the working text: BORRADOR and its moment across each page, no digest, no QR."""
    with override("es-co"):
        return a_pdf(PLANTILLA, contexto(componer(agenda, ahora), Emision(borrador=True)))[1]


def archivar(version: Version, *, rehacer: bool = False) -> Version:
    """Store the PDF of an approved Version and its digest; once, unless asked to draw it again (an act of adoption)."""
    if version.pdf and version.pdf_sha256 and not rehacer and version.pdf.storage.exists(version.pdf.name):
        return version
    datos = dibujar(version)
    if version.pdf:
        version.pdf.delete(save=False)
    version.pdf.save(f"{version.sha256}.pdf", ContentFile(datos), save=False)
    version.pdf_sha256 = hashlib.sha256(datos).hexdigest()
    version.pdf_fallo = ""
    version.save(update_fields=["pdf", "pdf_sha256", "pdf_fallo"])
    return version
