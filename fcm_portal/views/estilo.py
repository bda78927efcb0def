"""``/estilo/``: the design system, drawn with the real style sheet and the real components."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from fcm_portal.estilo.contraste import CONTROLES, ESQUEMAS, LEER, TEXTOS, VER, contraste, fichas, resolver
from fcm_portal.estilo.muestras import muestras
from fcm_portal.pais.mapa import mapa

HOJA = Path(settings.BASE_DIR) / "static" / "css" / "portal.css"


@require_http_methods(["GET", "HEAD", "POST"])
def estilo(request: HttpRequest) -> HttpResponse:
    """Draw the living page; its buttons lead back to it."""
    if request.method == "POST":
        return redirect("estilo")
    respuesta = render(request, "fcm_portal/estilo.html", {**sistema(), **muestras(request.path), "mapa": mapa()})
    respuesta["X-Robots-Tag"] = "noindex"
    return respuesta


@cache
def sistema() -> dict:
    """Give the tokens by kind and the contrast of each pair, as the style sheet says them now."""
    leidas = fichas(HOJA.read_text())
    claro, oscuro = leidas["claro"], leidas["oscuro"]
    colores = [(nombre, valor, oscuro[nombre]) for nombre, valor in claro.items() if valor.startswith("#")]
    return {
        "colores": colores,
        "parejas": [fila(*pareja, LEER, leidas) for pareja in TEXTOS],
        "controles": [fila(*pareja, VER, leidas) for pareja in CONTROLES],
        "medidas": [(n, v) for n, v in claro.items() if re.fullmatch(r"[ert]-?\d|sombra|foco-grosor|fuente", n)],
    }


def fila(uno: str, otro: str, minimo: float, leidas: dict) -> dict:
    """Give a row of the table of contrasts: the names, the ratio in each scheme, and whether both reach the least."""
    razones = [contraste(resolver(uno, leidas[e]), resolver(otro, leidas[e])) for e in ESQUEMAS]
    return {"uno": uno, "otro": otro, "claro": razones[0], "oscuro": razones[1], "cumple": min(razones) >= minimo}
