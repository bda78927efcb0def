"""Downloads of an approved version: the stored PDF, the envelope in JSON, the spreadsheet."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from agenda import versiones
from agenda.models import Version
from agenda.publicado.publicacion import Publicacion
from agenda.views.publicas import version_en_vigor, version_numerada

TIPOS = {
    "pdf": "application/pdf",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
ESPERA_SEGUNDOS = 60


@require_safe
def agenda_publica_archivo(request, codigo: str, periodo: str, formato: str):
    """Serve a file of the version in force."""
    return servir(request, version_en_vigor(codigo, periodo), formato)


@require_safe
def agenda_version_archivo(request, codigo: str, periodo: str, numero: int, formato: str):
    """Serve a file of one approved version."""
    return servir(request, version_numerada(codigo, periodo, numero), formato)


def nombre_de_archivo(version: Version, formato: str) -> str:
    """Give the name under which a person keeps it."""
    agenda = version.agenda
    return f"agenda-{agenda.territorio_id}-{agenda.periodo_id}-v{version.numero}.{formato}"


def servir(request: HttpRequest, publicada: Publicacion, formato: str) -> HttpResponse:
    """Serve a version as a file; 410 with the reason when withdrawn, 503 while the PDF is being made."""
    version = publicada.version
    if publicada.retirada:
        return responder_retirada(request, publicada)
    if formato == "pdf" and not (version.pdf and version.pdf.storage.exists(version.pdf.name)):
        contexto = {"version": version, "territorio": version.agenda.territorio, "fallo": bool(version.pdf_fallo)}
        respuesta = render(request, "agenda/publica/pdf_en_camino.html", contexto, status=503)
        respuesta["Retry-After"] = str(ESPERA_SEGUNDOS)
        return respuesta
    etag = quote_etag(version.pdf_sha256 if formato == "pdf" and version.pdf_sha256 else f"{version.sha256}-{formato}")
    respuesta = get_conditional_response(request, etag=etag) or _cuerpo(version, formato)
    respuesta["ETag"] = etag
    patch_cache_control(respuesta, public=True, no_cache=True)
    return respuesta


def responder_retirada(request: HttpRequest, publicada: Publicacion) -> HttpResponse:
    """Answer 410 with the reason of the withdrawal."""
    version = publicada.version
    contexto = {"publicada": publicada, "version": version, "agenda": version.agenda}
    return render(
        request, "agenda/publica/retirada.html", contexto | {"territorio": version.agenda.territorio}, status=410
    )


def _cuerpo(version: Version, formato: str) -> HttpResponse | FileResponse:
    """Give the bytes: the PDF as stored, the others made from the frozen document."""
    nombre = nombre_de_archivo(version, formato)
    if formato == "pdf":
        return FileResponse(version.pdf.open("rb"), content_type=TIPOS["pdf"], filename=nombre)
    if formato == "json":
        cuerpo, donde = versiones.canonico(versiones.sobre(version)), "inline"
    else:
        from agenda.hoja import libro  # openpyxl only where a spreadsheet is asked for

        cuerpo, donde = libro(version), "attachment"
    return HttpResponse(
        cuerpo,
        content_type=TIPOS[formato],
        headers={"Content-Disposition": f'{donde}; filename="{nombre}"', "X-Content-Type-Options": "nosniff"},
    )
