"""``/datos/``: the published tables, their dictionary, their files and the catalogue for machines."""

from __future__ import annotations

import hashlib
import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from fcm_portal.datos import dcat, diccionario
from fcm_portal.datos.catalogo import (
    CONJUNTOS,
    LICENCIA,
    LICENCIA_LEGIBLE,
    LICENCIA_NOMBRE,
    QUIEN_PUBLICA,
    ultimos_cambios,
)
from fcm_portal.datos.columna import TIPOS, Cambio, Conjunto
from fcm_portal.datos.escritura import FORMATOS, escrito
from fcm_portal.datos.medida import medir

TERMINOS = {"licencia": LICENCIA_LEGIBLE, "licencia_nombre": LICENCIA_NOMBRE, "publica": QUIEN_PUBLICA}


@require_safe
def datos(request: HttpRequest) -> HttpResponse:
    """List the tables: what each is, its rows, its last change, its files."""
    cuando = ultimos_cambios()
    tablas = [
        {"conjunto": uno, "cambio": cuando[uno.slug], "medida": medir(uno, cuando[uno.slug])}
        for uno in CONJUNTOS.values()
    ]
    contexto = TERMINOS | {"tablas": tablas, "inicio": settings.PORTAL_DIRECCION.rstrip("/"), "hoy": localdate()}
    return render(request, "fcm_portal/datos/datos.html", contexto)


@require_safe
def datos_conjunto(request: HttpRequest, conjunto: str) -> HttpResponse:
    """Show the dictionary of one table."""
    uno = _conjunto(conjunto)
    cambio = uno.cambio()
    contexto = TERMINOS | {
        "conjunto": uno,
        "cambio": cambio,
        "medida": medir(uno, cambio),
        "renglones": [diccionario.renglon(uno, columna) for columna in uno.columnas],
        "tipos": [(tipo, texto) for tipo, texto in TIPOS.items() if tipo in {c.tipo for c in uno.columnas}],
    }
    return render(request, "fcm_portal/datos/conjunto.html", contexto)


@require_safe
def datos_archivo(request: HttpRequest, conjunto: str, formato: str) -> HttpResponse | StreamingHttpResponse:
    """Send a table as a file, piece by piece; 304 to who already has it."""
    uno = _conjunto(conjunto)
    cambio = uno.cambio()
    etiqueta = _etiqueta(cambio.marca, formato, *uno.nombres)
    respuesta = _condicional(request, etiqueta, cambio)
    if respuesta is None and request.method == "HEAD":
        respuesta = StreamingHttpResponse(iter(()), content_type=FORMATOS[formato])
    elif respuesta is None:
        pedazos = (trozo.encode() for trozo in escrito(uno, formato, cambio))
        respuesta = StreamingHttpResponse(pedazos, content_type=FORMATOS[formato])
    dia = localdate(cambio.modificado) if cambio.modificado else localdate()
    respuesta["Content-Disposition"] = f'attachment; filename="{uno.slug}-{dia}.{formato}"'
    dice = request.build_absolute_uri(reverse("datos_conjunto", args=[uno.slug]))
    respuesta["Link"] = f'<{dice}>; rel="describedby", <{LICENCIA}>; rel="license"'
    return _abierta(respuesta, etiqueta, cambio)


@require_safe
def datos_catalogo(request: HttpRequest) -> HttpResponse:
    """Give the catalogue in DCAT."""
    cuando = ultimos_cambios()
    medidas = {uno.slug: medir(uno, cuando[uno.slug]) for uno in CONJUNTOS.values()}
    cuerpo = json.dumps(dcat.catalogo(cuando, medidas), ensure_ascii=False, indent=1)
    return _entero(request, cuerpo, "application/ld+json")


@require_safe
def datos_diccionario(request: HttpRequest, formato: str) -> HttpResponse:
    """Give the dictionary of every table as a file."""
    cuerpo = diccionario.como_json() if formato == "json" else diccionario.como_csv()
    return _entero(request, cuerpo, FORMATOS[formato])


def _conjunto(slug: str) -> Conjunto:
    if slug not in CONJUNTOS:
        raise Http404("conjunto")
    return CONJUNTOS[slug]


def _entero(request: HttpRequest, cuerpo: str, tipo: str) -> HttpResponse:
    """Send a small file, or 304."""
    etiqueta, sin_fecha = _etiqueta(cuerpo), Cambio("")
    respuesta = _condicional(request, etiqueta, sin_fecha) or HttpResponse(cuerpo.encode(), content_type=tipo)
    return _abierta(respuesta, etiqueta, sin_fecha)


def _etiqueta(*partes: str) -> str:
    return quote_etag(hashlib.sha256("|".join(partes).encode()).hexdigest()[:32])


def _condicional(request: HttpRequest, etiqueta: str, cambio: Cambio) -> HttpResponse | None:
    segundo = int(cambio.modificado.timestamp()) if cambio.modificado else None
    return get_conditional_response(request, etag=etiqueta, last_modified=segundo)


def _abierta(respuesta: HttpResponse, etiqueta: str, cambio: Cambio) -> HttpResponse:
    """Put on a file what lets it be kept, and read by other sites."""
    respuesta["ETag"] = etiqueta
    if cambio.modificado:
        respuesta["Last-Modified"] = http_date(cambio.modificado.timestamp())
    respuesta["Access-Control-Allow-Origin"] = "*"
    respuesta["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(respuesta, public=True, no_cache=True)
    return respuesta
