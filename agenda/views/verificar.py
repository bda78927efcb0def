"""Anybody checks a paper or a file: which version it is, who approved it, when, and whether a newer one replaced it."""

from __future__ import annotations

from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agenda.models import Impreso
from agenda.publicado.publicacion import Publicacion, aprobadas, publicar
from agenda.salidas.formatos import terminacion
from agenda.verificacion.codigo_qr import ImagenIlegible, es_imagen, leer_qr
from agenda.verificacion.dictamen import MAXIMO_BYTES, dictaminar
from agenda.verificacion.huellas import HUELLA, normalizar, sitio

ACCION = "verificar"  # its rate is in ACCOUNT_RATE_LIMITS


@require_http_methods(["GET", "HEAD", "POST"])
def verificar(request: HttpRequest) -> HttpResponse:
    """Ask for a hash or a file; lead to the page of the hash, or say what the file is. The file is not kept."""
    if request.method == "POST":
        return _verificar_archivo(request)
    escrita = request.GET.get("huella", "")[:500]
    limpia = normalizar(escrita)
    if HUELLA.fullmatch(limpia):
        return redirect("verificar_huella", limpia)
    error = _("Esa huella no está completa: debe tener 64 caracteres, solo números y letras de la a a la f.")
    return _pedir(request, escrita=escrita, error_huella=error if escrita.strip() else "")


@require_safe
def verificar_huella(request: HttpRequest, huella: str) -> HttpResponse:
    """Say what an approved version is; any other hash gets one same page that explains."""
    limpia = normalizar(huella)
    hallada = aprobadas().defer("contenido").filter(sha256=limpia) if HUELLA.fullmatch(limpia) else aprobadas().none()
    version = hallada.order_by("-numero").first()
    if version is None:
        return render(request, "agenda/verificar_desconocida.html", {"huella": limpia[:64]}, status=404)
    return render(request, "agenda/verificar_huella.html", _contexto(publicar(version)))


def _contexto(publicada: Publicacion, impreso: Impreso | None = None) -> dict:
    """Give what the page of a version draws. ``impreso``: which of its files, when that is known."""
    version = publicada.version
    return {
        "original": _direccion(publicada, impreso),
        "publicada": publicada,
        "version": version,
        "agenda": version.agenda,
        "territorio": version.agenda.territorio,
        "acta": version.acta,
        "adopcion": getattr(version, "adopcion", None),
    }


def _direccion(publicada: Publicacion, impreso: Impreso | None) -> str:
    """Give the address of the stored PDF, of the same edition and language; nothing when it was withdrawn."""
    if publicada.retirada:
        return ""
    agenda = publicada.version.agenda
    formato = terminacion(impreso.edicion, impreso.idioma) if impreso else "pdf"
    args = [agenda.territorio_id, agenda.periodo_id, publicada.version.numero, formato]
    return reverse("agenda_version_archivo", args=args)


def _pedir(request: HttpRequest, *, status: int = 200, **propio) -> HttpResponse:
    """Show the page that asks."""
    return render(request, "agenda/verificar.html", propio, status=status)


def _verificar_archivo(request: HttpRequest) -> HttpResponse:
    """Say what an uploaded file is. A picture leads to the page of the hash in its QR code."""
    if not ratelimit.consume(request, action=ACCION):
        frase = _("Desde esta red se han verificado muchos archivos. Espere unos minutos, o escriba la huella.")
        return _pedir(request, error_archivo=frase, status=429)
    subido = request.FILES.get("archivo")
    if subido is None or not subido.size:
        frase = _("El archivo está vacío. Escoja otro.") if subido else _("Escoja el archivo que quiere verificar.")
        return _pedir(request, error_archivo=frase)
    if subido.size > MAXIMO_BYTES:
        frase = _("El archivo pesa más de 15 MB: ninguno de los de este portal pesa tanto. Escoja el original.")
        return _pedir(request, error_archivo=frase, status=413)
    cabeza = subido.read(16)
    subido.seek(0)
    if es_imagen(cabeza):
        return _verificar_imagen(request, subido)
    dictamen = dictaminar(subido.read())
    contexto = {"dictamen": dictamen, "veredicto": dictamen.veredicto.value, "nombre": (subido.name or "")[:200]}
    if dictamen.publicada:
        contexto |= _contexto(dictamen.publicada, dictamen.impreso)
    return render(request, "agenda/verificar_archivo.html", contexto)


def _verificar_imagen(request: HttpRequest, subido) -> HttpResponse:
    """Lead to the page of the hash in the QR code of a picture."""
    try:
        texto = leer_qr(subido)
    except ImagenIlegible:
        return _pedir(request, error_archivo=_("Esa imagen está dañada o es demasiado grande. Tome otra foto."))
    if texto is None:
        frase = _("En la imagen no se ve un código QR. Tome la foto de cerca, derecha y con buena luz.")
        return _pedir(request, error_archivo=frase)
    huella, lugar = normalizar(texto), sitio(texto)
    if not HUELLA.fullmatch(huella):
        return _pedir(request, error_archivo=_("El código QR de la imagen no es el de una agenda de este portal."))
    if lugar and lugar not in {sitio(settings.PORTAL_DIRECCION), request.get_host().partition(":")[0]}:
        messages.warning(
            request,
            _("Ojo: el código QR lleva a «%(sitio)s», que no es este portal. Aquí solo se verificó su huella.")
            % {"sitio": lugar[:80]},
        )
    return redirect("verificar_huella", huella)
