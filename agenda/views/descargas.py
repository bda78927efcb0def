"""Downloads of an approved version: the stored PDF, the envelope in JSON, the spreadsheet, the text to edit."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from agenda import versiones
from agenda.models import Impreso, Version
from agenda.publicado.publicacion import Publicacion
from agenda.salidas.entrega import entregar
from agenda.salidas.esquema import direccion
from agenda.salidas.formatos import EN_LA_VENTANA, Formato
from agenda.salidas.impresos import esta
from agenda.views.publicas import version_en_vigor, version_numerada

ESPERA_SEGUNDOS = 60


@require_safe
def agenda_publica_archivo(request, codigo: str, periodo: str, formato: str):
    """Serve a file of the version in force."""
    return servir(request, version_en_vigor(codigo, periodo), Formato(formato))


@require_safe
def agenda_version_archivo(request, codigo: str, periodo: str, numero: int, formato: str):
    """Serve a file of one approved version."""
    return servir(request, version_numerada(codigo, periodo, numero), Formato(formato))


def servir(request: HttpRequest, publicada: Publicacion, formato: Formato) -> HttpResponse:
    """Serve a version as a file; 410 with the reason when withdrawn, 503 while the PDF is being made."""
    version = publicada.version
    if publicada.retirada:
        return responder_retirada(request, publicada)
    impreso = None
    if formato.clase == "pdf":
        impresos = Impreso.objects.filter(version=version, edicion=formato.edicion, idioma=formato.idioma)
        impreso = impresos.guardados().last()
        if not (impreso and esta(impreso)):
            return _en_camino(request, version, impresos.fallidos().exists())
    etag = _etag(version, formato, impreso)
    respuesta = get_conditional_response(request, etag=etag)
    if respuesta is None and impreso:
        nombre = formato.nombre(version)
        respuesta = entregar(request, impreso.archivo, tipo=formato.tipo, nombre=nombre, etag=etag)
    respuesta = respuesta or _cuerpo(version, formato)
    respuesta["ETag"] = etag
    patch_cache_control(respuesta, public=True, no_cache=True)
    return respuesta


def _en_camino(request: HttpRequest, version: Version, fallo: bool) -> HttpResponse:
    """Answer 503: the file is being drawn, or could not be."""
    contexto = {"version": version, "territorio": version.agenda.territorio, "fallo": fallo}
    respuesta = render(request, "agenda/publica/pdf_en_camino.html", contexto, status=503)
    respuesta["Retry-After"] = str(ESPERA_SEGUNDOS)
    return respuesta


def responder_retirada(request: HttpRequest, publicada: Publicacion) -> HttpResponse:
    """Answer 410 with the reason of the withdrawal."""
    version = publicada.version
    contexto = {"publicada": publicada, "version": version, "agenda": version.agenda}
    return render(
        request, "agenda/publica/retirada.html", contexto | {"territorio": version.agenda.territorio}, status=410
    )


def _etag(version: Version, formato: Formato, impreso: Impreso | None) -> str:
    """Give the tag of a file: the digest of the stored one; of one made on demand, what it is made from and by whom."""
    if impreso:
        return quote_etag(impreso.sha256)
    if formato.clase == "json":
        return quote_etag(f"{version.sha256}-json")
    return quote_etag(f"{version.sha256}-{formato.terminacion}-{settings.PORTAL_EDICION()}".replace('"', ""))


def _cuerpo(version: Version, formato: Formato) -> HttpResponse:
    """Give what is not stored: it is made from the frozen document."""
    nombre = formato.nombre(version)
    donde = "inline" if formato.clase in EN_LA_VENTANA else "attachment"
    cabeceras = {"Content-Disposition": f'{donde}; filename="{nombre}"', "X-Content-Type-Options": "nosniff"}
    if formato.clase == "json":
        cabeceras["Link"] = f'<{direccion(version.contenido["esquema"])}>; rel="describedby"'
    return HttpResponse(_hecho(version, formato), content_type=formato.tipo, headers=cabeceras)


def _hecho(version: Version, formato: Formato) -> bytes:
    """Make a file from the frozen document. What writes workbooks and texts is loaded by whoever asks for one."""
    if formato.clase == "json":
        return versiones.canonico(versiones.sobre(version))
    if formato.clase == "docx":
        from agenda.salidas.word import documento

        return documento(version, formato.idioma)
    from agenda.salidas.hoja import libro

    return libro(version)
