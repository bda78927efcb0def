"""What makes the portal an application of a telephone: its manifest, and what it shows without a line."""

from __future__ import annotations

import hashlib
import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from informes.colores import BLANCO, PAPEL

ICONOS = (  # file, sides, purpose
    ("marca/icono-192.png", "192x192", "any"),
    ("marca/icono-512.png", "512x512", "any"),
    ("marca/icono-recortable-512.png", "512x512", "maskable"),
)


@require_safe
@cache_control(public=True, max_age=3600)
def manifiesto(request: HttpRequest) -> JsonResponse:
    """Give the web application manifest: https://www.w3.org/TR/appmanifest/."""
    iconos = [{"src": static("marca/icono.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"}] + [
        {"src": static(archivo), "sizes": lados, "type": "image/png", "purpose": para}
        for archivo, lados, para in ICONOS
    ]
    atajos = [(_("Mi panel"), "entrada"), (_("La guía"), "guia"), (_("Agendas publicadas"), "agendas")]
    contenido = {
        "id": "/",
        "name": "De cara al mundo",
        "short_name": _("Al mundo"),
        "description": _("Diagnóstico y Agenda Estratégica de internacionalización para los municipios de Colombia."),
        "lang": "es-CO",
        "dir": "ltr",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "display_override": ["minimal-ui", "standalone"],
        "theme_color": BLANCO,
        "background_color": PAPEL,
        "icons": iconos,
        "shortcuts": [{"name": nombre, "url": reverse(vista)} for nombre, vista in atajos],
    }
    return JsonResponse(contenido, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False})


@require_safe
def sin_conexion(request: HttpRequest) -> HttpResponse:
    """Show what a browser without a line shows: the same for everybody, with nothing of anybody."""
    return render(request, "fcm_portal/sin_conexion.html")


@require_safe
def sin_linea(request: HttpRequest) -> HttpResponse:
    """Give the service worker. Its text changes when a file it keeps changes: then browsers bring it all again."""
    pagina = reverse("sin_conexion")
    archivos = [static("css/portal.css"), static("marca/icono.svg")]
    dibujada = sin_conexion(request).content
    edicion = hashlib.sha256(dibujada + "".join(archivos).encode()).hexdigest()[:12]
    datos = json.dumps({"pagina": pagina, "archivos": archivos, "edicion": edicion})
    contexto = {"datos": mark_safe(datos)}  # addresses of our own and a digest: nothing anybody typed
    respuesta = render(request, "fcm_portal/sin_linea.js", contexto, content_type="text/javascript; charset=utf-8")
    patch_cache_control(respuesta, no_cache=True, public=True)
    return respuesta


@require_safe
@cache_control(public=True, max_age=86400)
def favicon(request: HttpRequest) -> HttpResponse:
    """Send who asks for ``/favicon.ico`` (no page of ours does) to the icon there is."""
    return HttpResponse(status=302, headers={"Location": static("marca/icono-192.png")}, content_type="text/plain")
