"""The PDF of an agenda: drawn from a frozen Version or from a draft, in three editions and two languages."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from agenda import versiones
from agenda.documento import componer
from agenda.impresion import Emision, contexto, plantilla
from agenda.models import Adopcion, Agenda, Impreso, TipoActo, Version
from formato.segun_idioma import fecha_larga
from informes.papel.pdf import Adjunto, a_pdf

LENGUAS = {"es": "es-co", "en": "en"}


def direccion_de_verificacion(sha256: str) -> str:
    """Give the public address that verifies a digest."""
    try:
        camino = reverse("verificar_huella", args=[sha256])
    except NoReverseMatch:
        camino = f"/verificar/{sha256}/"
    return f"{settings.PORTAL_DIRECCION.rstrip('/')}{camino}"


def acto_de(version: Version) -> dict | None:
    """Give the facts of the act by which the town adopted this version, as a file prints them; None without one."""
    acto = Adopcion.objects.filter(version=version).first()
    return acto and {
        "tipo": acto.tipo,
        "numero": acto.numero,
        "fecha": acto.fecha.isoformat(),
        "autoridad": acto.autoridad,
        "gaceta": acto.gaceta,
    }


def texto_de_adopcion(acto: dict | None) -> str:
    """Give the act of the town in a line, in the language in force; nothing while there is none."""
    if not acto:
        return ""
    texto = _("Adoptada por %(acto)s %(numero)s del %(fecha)s, %(autoridad)s") % {
        "acto": TipoActo(acto["tipo"]).label,
        "numero": acto["numero"],
        "fecha": fecha_larga(dt.date.fromisoformat(acto["fecha"])),
        "autoridad": acto["autoridad"],
    }
    return f"{texto}, {acto['gaceta']}" if acto["gaceta"] else texto


def html_y_pdf(version: Version, edicion: str = "completa", idioma: str = "es", impreso: Impreso | None = None):
    """Draw a frozen Version: the HTML and the bytes. Only what is frozen, the acta and the act of adoption are read.

    ``impreso``: the file that will hold it; without one, what the version would be if it were drawn now.
    """
    impreso = impreso or Impreso(version=version, edicion=edicion, idioma=idioma, adopcion=acto_de(version))
    with override(LENGUAS[impreso.idioma]):
        emision = Emision(
            sha256=version.sha256,
            verificar=direccion_de_verificacion(version.sha256),
            acta=version.acta,
            adopcion=texto_de_adopcion(impreso.adopcion),
            edicion=impreso.edicion,
            idioma=impreso.idioma,
        )
        return a_pdf(
            plantilla(impreso.edicion),
            contexto(version.contenido, emision),
            identificador=bytes.fromhex(impreso.identificar()),
            huella=version.sha256,
            adjunto=adjunto_de(version),
        )


def adjunto_de(version: Version) -> Adjunto:
    """Give the frozen document in its envelope, as it travels inside each of its files."""
    agenda, sobre = version.agenda, versiones.sobre(version)
    return Adjunto(
        nombre=f"agenda-{agenda.territorio_id}-{agenda.periodo_id}-v{version.numero}.json",
        datos=versiones.canonico(sobre),
        descripcion=_("Los datos de esta agenda, para otros programas"),
        fecha=dt.datetime.fromisoformat(version.contenido["compuesta_en"]),
    )


def dibujar(version: Version, edicion: str = "completa", idioma: str = "es") -> bytes:
    """Give the PDF of a Version as it would be drawn now; ``agenda.salidas.impresos`` keeps it."""
    return html_y_pdf(version, edicion, idioma)[1]


def dibujar_borrador(
    agenda: Agenda, ahora: dt.datetime | None = None, edicion: str = "completa", idioma: str = "es"
) -> bytes:
    """Give the PDF of the working text: BORRADOR and its moment across each page, no digest, no QR, no data inside."""
    with override(LENGUAS[idioma]):
        emision = Emision(borrador=True, edicion=edicion, idioma=idioma)
        return a_pdf(plantilla(edicion), contexto(componer(agenda, ahora), emision))[1]
