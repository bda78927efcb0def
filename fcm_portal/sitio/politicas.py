"""The policies of the site: address, version and date of each; the Federation confirms the wording of a version.

Whoever changes a text changes its version here: the confirmation of the version before does not hold for it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cuentas.consentimiento import VERSION_TEXTO
from fcm_portal.models import PoliticaConfirmada


@dataclass(frozen=True)
class Politica:
    """A policy: the name of its address, its title, the version of its text and the day from which it holds."""

    nombre: str
    titulo: str | Promise
    version: str
    desde: dt.date


TERMINOS = Politica("terminos", _("Términos de uso"), "2026-11", dt.date(2026, 11, 22))
# Its version is that of the consent people tick: the page quotes it.
PRIVACIDAD = Politica("privacidad", _("Tratamiento de datos personales"), VERSION_TEXTO, dt.date(2026, 11, 22))
DERECHOS = Politica("derechos_autor", _("Derechos de autor y licencias"), "2026-11-23", dt.date(2026, 11, 23))
POLITICAS = {politica.nombre: politica for politica in (TERMINOS, PRIVACIDAD, DERECHOS)}


def confirmacion(politica: Politica) -> PoliticaConfirmada | None:
    """Give the confirmation of the text in force, or None while it is a proposal. One query."""
    return PoliticaConfirmada.objects.filter(politica=politica.nombre, version=politica.version).first()
