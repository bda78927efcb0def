"""Dividing a long list into pages, and text that an expired session kept."""

from __future__ import annotations

from django.core.paginator import Page, Paginator
from django.http import HttpRequest


def pagina_de(request: HttpRequest, filas, cuantas: int = 20, parametro: str = "pagina") -> Page:
    """Give the page asked for (the nearest one when the number makes no sense)."""
    return Paginator(filas, cuantas).get_page(request.GET.get(parametro))


def texto_recuperado(request: HttpRequest) -> dict:
    """Give what waits for this page after a login (``guardado`` leaves it in the request), as initial data."""
    pendiente = getattr(request, "texto_pendiente", None)
    return pendiente.dict() if pendiente else {}
