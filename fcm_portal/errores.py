"""Pages of error: 400, 403, 404, 500."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.views.decorators.csrf import requires_csrf_token


def solicitud_incorrecta(request: HttpRequest, exception=None) -> HttpResponse:
    """Answer 400."""
    return render(request, "400.html", status=400)


@requires_csrf_token
def sin_permiso(request: HttpRequest, exception=None) -> HttpResponse:
    """Answer 403: the person is known, the page is not for them."""
    return render(request, "403.html", status=403)


@requires_csrf_token
def no_encontrada(request: HttpRequest, exception=None) -> HttpResponse:
    """Answer 404, the same whether the thing does not exist or is not for this person."""
    return render(request, "404.html", status=404)


@requires_csrf_token
def error_interno(request: HttpRequest) -> HttpResponse:
    """Answer 500 with a page that needs neither database nor session."""
    return HttpResponse(loader.get_template("500.html").render(), status=500)
