"""The policies of the site: terms of use, personal data (Ley 1581 de 2012), copyright."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cuentas.consentimiento import EXPLICACION, TEXTO
from fcm_portal.sitio.politicas import DERECHOS, PRIVACIDAD, TERMINOS, Politica, confirmacion


@require_safe
def terminos(request: HttpRequest) -> HttpResponse:
    """Say what may be done here and what the portal does not promise."""
    return _pagina(request, TERMINOS)


@require_safe
def privacidad(request: HttpRequest) -> HttpResponse:
    """Say how personal data are treated (article 13 of Decreto 1377); it quotes the very consent people tick."""
    return _pagina(request, PRIVACIDAD, consentimiento=TEXTO, explicacion=EXPLICACION)


@require_safe
def derechos_autor(request: HttpRequest) -> HttpResponse:
    """Say what may be copied: the program, the texts of the portal, the agendas of the towns."""
    return _pagina(request, DERECHOS)


def _pagina(request: HttpRequest, politica: Politica, **contexto) -> HttpResponse:
    return render(
        request,
        f"fcm_portal/politica_{politica.nombre}.html",
        {"politica": politica, "confirmacion": confirmacion(politica), **contexto},
    )
