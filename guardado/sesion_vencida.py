"""An expired session loses nothing: the posted text waits for the login of the same person."""

from __future__ import annotations

import time

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse, QueryDict
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render, resolve_url
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRefresh

from guardado.formularios import SAL_AUTOR
from guardado.reenvio import direccion_propia, reenvio_de_origen

CLAVE = "texto_pendiente"
MAXIMO = 200 * 1024
VIDA_SEGUNDOS = 24 * 3600
OMITIDOS = {"csrfmiddlewaretoken", "autor"}


class SesionVencida:
    """Middleware: a POST that ends at the login page leaves its text in the session; an htmx save gets 401.

    An htmx question that ends there has the whole page asked again: it comes back to it after the login.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.texto_pendiente = SimpleLazyObject(lambda: recuperar(request))
        respuesta = self.get_response(request)
        if request.method != "POST":
            return HttpResponseClientRefresh() if _pregunta_sin_sesion(request, respuesta) else respuesta
        if request.user.is_authenticated:
            pendiente = request.session.get(CLAVE)
            atendido = pendiente and pendiente["direccion"] == request.path and respuesta.status_code < 400
            if atendido and not getattr(request, "texto_apartado", False):
                del request.session[CLAVE]
            return respuesta
        entrada = resolve_url(settings.LOGIN_URL)
        if respuesta.status_code == 302 and respuesta["Location"].startswith(f"{entrada}?"):
            if request.headers.get("HX-Request"):
                return HttpResponse(status=401)
            if not getattr(request, "texto_apartado", False):  # once: said by ``token_vencido``
                if apartar(request):
                    messages.info(
                        request, _("Su sesión había terminado. Su texto está guardado: entre y lo encontrará.")
                    )
                _decir_del_archivo(request)
        return respuesta


def _pregunta_sin_sesion(request: HttpRequest, respuesta: HttpResponse) -> bool:
    """Say whether htmx asked for a piece of a page and would get the login page in its place."""
    entrada = f"{resolve_url(settings.LOGIN_URL)}?"
    return bool(request.headers.get("HX-Request")) and respuesta.headers.get("Location", "").startswith(entrada)


def _decir_del_archivo(request: HttpRequest) -> None:
    """Say that a file was not received: of a POST without a person only its text is kept."""
    if request.FILES:
        messages.warning(
            request, _("El archivo no se subió, porque su sesión había terminado: entre y escójalo otra vez.")
        )


def apartar(request: HttpRequest) -> bool:
    """Keep the text of a POST in the session with the person it was drawn for; say whether there was any to keep."""
    try:
        autor = signing.loads(request.POST.get("autor", ""), salt=SAL_AUTOR, max_age=30 * VIDA_SEGUNDOS)
    except signing.BadSignature:
        return False
    datos = QueryDict(mutable=True)
    for nombre in request.POST:
        if nombre not in OMITIDOS and "password" not in nombre:
            datos.setlist(nombre, request.POST.getlist(nombre))
    cuerpo = datos.urlencode()
    if not cuerpo or len(cuerpo) > MAXIMO:
        return False
    request.session[CLAVE] = {"direccion": request.path, "autor": autor, "cuerpo": cuerpo, "cuando": time.time()}
    request.texto_apartado = True
    return True


def recuperar(request: HttpRequest) -> QueryDict | None:
    """Give the text that waits for this page and this person, or None. For anyone else it is discarded."""
    pendiente = request.session.get(CLAVE)
    if not pendiente or not request.user.is_authenticated:
        return None
    if pendiente["autor"] != request.user.pk or time.time() - pendiente["cuando"] > VIDA_SEGUNDOS:
        del request.session[CLAVE]
        return None
    return QueryDict(pendiente["cuerpo"]) if pendiente["direccion"] == request.path else None


def token_vencido(request: HttpRequest, reason: str = "") -> HttpResponse:
    """``CSRF_FAILURE_VIEW``: a stale page (logged in again in another tab) keeps its text and is shown again.

    An htmx save gets 401 with a fresh token in ``X-Token`` and is repeated by the page, when the page was drawn for
    the person who is now in: nobody saves what another wrote.
    """
    if request.headers.get("HX-Request"):
        respuesta = HttpResponse(status=401)
        if request.user.is_authenticated and request.headers.get("X-Persona") == str(request.user.pk):
            respuesta["X-Token"] = get_token(request)
        return respuesta
    if request.POST.get("autor") and apartar(request):
        if request.user.is_authenticated:
            if request.session[CLAVE]["autor"] == request.user.pk:
                messages.info(request, _("Esta página había vencido. Su texto está aquí: revíselo y guarde."))
                _decir_del_archivo(request)
                return redirect(direccion_propia(request))
            del request.session[CLAVE]
        else:
            messages.info(request, _("Su sesión había terminado. Su texto está guardado: entre y lo encontrará."))
            _decir_del_archivo(request)
            destino = urlencode({"next": direccion_propia(request)})
            return redirect(f"{resolve_url(settings.LOGIN_URL)}?{destino}")
    contexto = {"reenvio": reenvio_de_origen(request), "volver": direccion_propia(request)}
    return render(request, "403_csrf.html", contexto, status=403)
