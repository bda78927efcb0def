"""The published JSON Schema of an agenda, for whoever reads its JSON with a program."""

from __future__ import annotations

import hashlib
import json

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from agenda.salidas.esquema import VERSIONES, esquema

UN_MES = 30 * 86_400


@require_safe
def agenda_esquema(request: HttpRequest, numero: int) -> HttpResponse:
    """Serve the schema of one version of the document; other sites may read it from a browser."""
    if numero not in VERSIONES:
        raise Http404("esquema")
    cuerpo = json.dumps(esquema(numero), ensure_ascii=False, indent=1).encode()
    etag = quote_etag(hashlib.sha256(cuerpo).hexdigest())
    respuesta = get_conditional_response(request, etag=etag) or HttpResponse(
        cuerpo, content_type="application/schema+json"
    )
    respuesta["ETag"] = etag
    respuesta["Access-Control-Allow-Origin"] = "*"
    respuesta["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(respuesta, public=True, max_age=UN_MES)
    return respuesta
