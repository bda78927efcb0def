"""What no page should have to think about: text no database holds, enormous bodies, and pages a browser may keep."""

from __future__ import annotations

from urllib.parse import unquote

from django.http import Http404, HttpRequest, HttpResponse

from fcm_portal.percances.errores import solicitud_incorrecta

NULO = "\0"
MAXIMO_CUERPO = 64 * 1024 * 1024  # a file is refused with a sentence from 10 MB on; this is no file of a town


class EntradaSana:
    """Middleware: an address with a null character is 404 (400 in its query), a form loses it, a huge body is 413.

    Before the check of the token, which is the first to read the form.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, vista, args, kwargs) -> HttpResponse | None:
        """Look at what came, before anybody else does."""
        if NULO in request.path:
            raise Http404
        if NULO in unquote(request.META.get("QUERY_STRING", "")):
            return solicitud_incorrecta(request)  # answered, not raised: a stranger's trick leaves no trace of calls
        if request.method == "POST":
            if _largo(request) > MAXIMO_CUERPO:
                return HttpResponse(status=413)
            _limpiar(request)
        return None


def _largo(request: HttpRequest) -> int:
    declarado = request.META.get("CONTENT_LENGTH") or ""
    return int(declarado) if declarado.isascii() and declarado.isdigit() else 0


def _limpiar(request: HttpRequest) -> None:
    """Take null characters out of what was typed: nothing else of it is lost."""
    datos = request.POST
    if not any(NULO in texto for clave, valores in datos.lists() for texto in (clave, *valores)):
        return
    limpio = datos.copy()
    limpio.clear()
    for clave, valores in datos.lists():
        limpio.setlist(clave.replace(NULO, ""), [valor.replace(NULO, "") for valor in valores])
    limpio._mutable = False
    request.POST = limpio


class SinRastro:
    """Middleware: no browser keeps what was drawn for a person: after leaving, «back» shows nothing."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        respuesta = self.get_response(request)
        if not respuesta.has_header("Cache-Control") and request.user.is_authenticated:
            respuesta["Cache-Control"] = "private, no-store"
        return respuesta
