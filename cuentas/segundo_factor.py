"""Where ``PORTAL_MFA_FCM`` is set, the people of the FCM work only with a second factor."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

LIBRES = {"account_logout", "account_reauthenticate", "portada", "privacidad", "salud", None}


def le_falta(usuario) -> bool:
    """Say whether a person must set up the second factor before going on. One query, only for the FCM."""
    if not settings.PORTAL_MFA_FCM or not usuario.is_authenticated or not usuario.es_fcm:
        return False
    return not Authenticator.objects.filter(user=usuario, type=Authenticator.Type.TOTP).exists()


class ExigirSegundoFactor:
    """Middleware: sends a person of the FCM without a second factor to set it up."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, vista, args, kwargs) -> HttpResponse | None:
        """Stop every page but those that set it up, and the way out."""
        nombre = request.resolver_match.view_name
        if nombre in LIBRES or nombre.startswith("mfa_") or not le_falta(request.user):
            return None
        messages.info(request, _("Active primero la verificación en dos pasos: la Federación la exige a su equipo."))
        return redirect("mfa_activate_totp")
