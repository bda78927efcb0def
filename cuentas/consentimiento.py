"""Consent to the treatment of personal data (Ley 1581 de 2012): which text a person accepted, and when."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cuentas.models import Consentimiento, Usuario

VERSION_TEXTO = "2026-11"  # change it together with the text: old consents keep the version they were given for
TEXTO = _(
    "Autorizo a la Federación Colombiana de Municipios a tratar mis datos personales "
    "(nombre, correo, teléfono, cargo y dependencia)."
)
EXPLICACION = _(
    "Se usan para darle acceso al portal, avisarle del avance de su territorio y dejar constancia de quién hizo cada "
    "cambio. Su nombre no se publica: en los documentos solo aparecen cargo y dependencia. Puede conocer, corregir o "
    "pedir que se borren sus datos (Ley 1581 de 2012)."
)


def otorgar(usuario: Usuario) -> Consentimiento:
    """Record that a person ticked the box under the text in force."""
    return Consentimiento.objects.create(usuario=usuario, version_texto=VERSION_TEXTO)
