"""Pages of error: what happened, how to mend it, where to go on, and what was typed, if something was."""

from __future__ import annotations

import logging
import sys

from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import Resolver404, is_valid_path
from django.views.decorators.csrf import requires_csrf_token

from fcm_portal.percances.caminos import destino, palabras, propuestas
from fcm_portal.percances.mantenimiento import de_la_casa, no_disponible
from guardado.reenvio import direccion_propia, reenvio_de

registro = logging.getLogger(__name__)
# Status that something refuses with, without a body of its own → the page it gets.
SIN_PAGINA = {405: "405.html", 410: "410.html", 413: "413.html", 429: "429.html"}


class ConPagina:
    """Middleware: a refusal without a body gets the page of its status, but for a field that saves itself."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        respuesta = self.get_response(request)
        plantilla = SIN_PAGINA.get(respuesta.status_code)
        vacia = plantilla and not respuesta.streaming and not respuesta.content
        if vacia and request.method != "HEAD" and not request.headers.get("HX-Request"):
            contexto = {"volver": direccion_propia(request)}
            respuesta.content = render_to_string(plantilla, contexto, request)
            respuesta["Content-Type"] = "text/html; charset=utf-8"
        return respuesta


@requires_csrf_token
def solicitud_incorrecta(request: HttpRequest, exception=None) -> HttpResponse:
    """Answer 400; 413 when it was too much at once."""
    if isinstance(exception, RequestDataTooBig):
        return render(request, "413.html", status=413)
    return render(request, "400.html", status=400)


@requires_csrf_token
def sin_permiso(request: HttpRequest, exception=None) -> HttpResponse:
    """Answer 403: the person is known, the page is not for them."""
    return render(request, "403.html", {"copia": reenvio_de(request), "codigo": _territorio_de(request)}, status=403)


@requires_csrf_token
def no_encontrada(request: HttpRequest, exception=None) -> HttpResponse:
    """Answer 404, the same whether the thing does not exist or is not for this person.

    An address that people guess (``/ingreso``, ``/territorio/54518``) leads to the true one. One that only lacks its
    last bar is left to ``CommonMiddleware``, which keeps the query: it may carry the answers of a self-check.
    """
    sin_direccion = isinstance(exception, Resolver404) and not is_valid_path(f"{request.path_info}/")
    if sin_direccion and request.method in ("GET", "HEAD") and (adonde := destino(request.path_info)):
        return redirect(adonde)
    contexto = {
        "copia": reenvio_de(request),
        "buscado": palabras(request.path_info),
        "propuestas": propuestas(request.path_info) if sin_direccion else [],
    }
    return render(request, "404.html", contexto, status=404)


@requires_csrf_token
def error_interno(request: HttpRequest) -> HttpResponse:
    """Answer 500 with a page that needs neither database nor session; 503 when what failed is the database."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return no_disponible(request)
    try:
        reenvio = reenvio_de(request)
    except Exception:  # what failed once may fail again: the page comes all the same
        registro.exception("what was typed cannot be shown again")
        reenvio = None
    pagina = {"reenvio": reenvio, "volver": direccion_propia(request), **de_la_casa()}
    respuesta = HttpResponse(render_to_string("500.html", pagina), status=500)
    respuesta["Cache-Control"] = "no-store"
    return respuesta


def _territorio_de(request: HttpRequest) -> str:
    """Give the code of the territory a refused page belongs to: who gets 403 there may see its panel."""
    partes = request.resolver_match.kwargs if request.resolver_match else {}
    return str(partes.get("codigo", "")) if request.path_info.startswith("/panel/") else ""
