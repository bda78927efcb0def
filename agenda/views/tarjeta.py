"""The picture of an approved version, for whoever shares its address."""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.utils.translation import override
from django.views.decorators.http import require_safe

from agenda.publicado.publicacion import Publicacion
from agenda.publicado.tarjeta import EDICION, componer_tarjeta
from agenda.views.descargas import responder_retirada
from agenda.views.publicas import version_en_vigor, version_numerada
from informes.tarjeta import dibujar

DURA = 24 * 3600  # seconds: how long a picture is kept, here and in a browser


@require_safe
def agenda_tarjeta(request: HttpRequest, codigo: str, periodo: str) -> HttpResponse:
    """Serve the picture of the version in force."""
    return servir(request, version_en_vigor(codigo, periodo))


@require_safe
def agenda_version_tarjeta(request: HttpRequest, codigo: str, periodo: str, numero: int) -> HttpResponse:
    """Serve the picture of one approved version."""
    return servir(request, version_numerada(codigo, periodo, numero))


def servir(request: HttpRequest, publicada: Publicacion) -> HttpResponse:
    """Answer the PNG; 410 with the reason when withdrawn. Drawn once a day: it costs as much as a page or two."""
    version = publicada.version
    if publicada.retirada:
        return responder_retirada(request, publicada)
    marcada = bool(version.acta.get("demostracion"))
    nombre = f"tarjeta-{EDICION}-{version.sha256}-{int(marcada)}"
    etag = quote_etag(nombre)
    respuesta = get_conditional_response(request, etag=etag)
    if respuesta is None:
        cuerpo = cache.get_or_set(nombre, lambda: _png(version.contenido, marcada), DURA)
        respuesta = HttpResponse(cuerpo, content_type="image/png", headers={"X-Content-Type-Options": "nosniff"})
    respuesta["ETag"] = etag
    patch_cache_control(respuesta, public=True, max_age=3600)
    return respuesta


def _png(contenido: dict, marcada: bool) -> bytes:
    with override("es-co"):
        tarjeta = componer_tarjeta(contenido, demostracion=marcada or bool(contenido.get("demostracion")))
    return dibujar(tarjeta)
