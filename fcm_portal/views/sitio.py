"""The map of the site for people, and ``robots.txt`` for machines."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from fcm_portal.sitio.mapa_sitio import SECCIONES
from guia.catalogo import catalogo
from guia.indice import partes
from territorio.models import Territorio

# Where nobody without an account gets, and searches: nothing for a search engine.
PRIVADAS = (
    "/panel/", "/revision/", "/tablero", "/gente/", "/admin/", "/entrada/", "/cuenta/", "/invitacion/", "/archivos/",
    "/buscar/", "/*?q=", "/autodiagnostico/paso/", "/autodiagnostico/municipio/", "/autodiagnostico/resultado/",
)  # fmt: skip


@require_safe
def mapa_sitio(request: HttpRequest) -> HttpResponse:
    """Draw every public page, with the parts of the guide and the departments."""
    contexto = {
        "secciones": SECCIONES,
        "partes": partes(catalogo()),
        "departamentos": Territorio.objects.departamentos().order_by("clave_busqueda").only("codigo", "nombre"),
    }
    return render(request, "fcm_portal/mapa_sitio.html", contexto)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell robots what is not for them, and where the map is."""
    renglones = ["User-agent: *", *(f"Disallow: {ruta}" for ruta in PRIVADAS), "Allow: /cuenta/crear/", ""]
    renglones.append(f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}")
    return HttpResponse("\n".join(renglones) + "\n", content_type="text/plain; charset=utf-8")
