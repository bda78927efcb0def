"""How often one may invite, ask to join or report an error: each makes somebody else read.

The counters are allauth's, as those of the login; the rates are in ``ACCOUNT_RATE_LIMITS``.
"""

from __future__ import annotations

from allauth.core import ratelimit
from django.forms import Form
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

INVITACION, SOLICITUD, REPORTE = "invitacion", "solicitud", "reporte"
FRASES = {
    INVITACION: _("Ha enviado muchas invitaciones en poco tiempo. Espere una hora y envíe otra vez esta."),
    SOLICITUD: _("Ha enviado muchas solicitudes en poco tiempo. Espere una hora y envíe otra vez esta."),
    REPORTE: _("Desde su conexión han llegado muchos reportes. Su texto sigue aquí: espere una hora y envíelo."),
}


def cabe(request: HttpRequest, accion: str, formulario: Form, campo: str) -> bool:
    """Count one more of ``accion``; after too many, say so beside ``campo`` of a valid form and give False."""
    if ratelimit.consume(request, action=accion):
        return True
    formulario.add_error(campo, FRASES[accion])
    return False
