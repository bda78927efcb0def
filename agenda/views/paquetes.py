"""The packages of PDF an advisor asked for: how they go, their download, until they are deleted or expire."""

from __future__ import annotations

from dataclasses import asdict, replace

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agenda.bandeja import Filtro
from agenda.encargos.final import borrar
from agenda.encargos.paquete import SE_GUARDA, titular
from agenda.encargos.pedir import cancelar, pedir, sin_atender
from agenda.models import ClaseEncargo, Encargo
from cuentas.permisos import solo_fcm

MOSTRADOS = 30


def _suyos(request: HttpRequest):
    """Give the packages of who asks."""
    return Encargo.objects.de(request.user).filter(clase=ClaseEncargo.PAQUETE)


@solo_fcm
@require_http_methods(["GET", "HEAD", "POST"])
def paquetes(request: HttpRequest) -> HttpResponse:
    """List one's packages; the POST asks for one with the PDFs of a filter of the inbox."""
    if request.method == "POST":
        filtro = Filtro.leer(request.POST)
        filtro = replace(filtro, ver=filtro.vista(request.user).slug)
        paquete, nuevo = pedir(request.user, ClaseEncargo.PAQUETE, filtro=asdict(filtro))
        if not nuevo:
            messages.info(request, _("Se prepara un paquete a la vez: cuando termine este, pida el otro."))
        return redirect("paquete", paquete.clave)
    lista = list(_suyos(request)[:MOSTRADOS])
    titular(lista, request.user)
    return render(request, "agenda/revision/paquetes.html", {"paquetes": lista, "dias": SE_GUARDA.days})


@solo_fcm
@require_http_methods(["GET", "HEAD", "POST"])
def paquete(request: HttpRequest, clave) -> HttpResponse:
    """Show how a package goes, or its file; the POST cancels it or deletes it."""
    encargo = get_object_or_404(_suyos(request), clave=clave)
    if request.method == "POST":
        if encargo.vivo and cancelar(encargo):
            messages.success(request, _("Se canceló el paquete."))
            return redirect("paquete", clave)
        if "borrar" in request.POST:
            borrar(encargo)
            messages.success(request, _("Se borró el paquete."))
            return redirect("paquetes")
        return redirect("paquete", clave)
    titular([encargo], request.user)
    contexto = {
        "encargo": encargo,
        "atascado": sin_atender(encargo),
        "dentro": encargo.total - encargo.faltan,
        "dias": SE_GUARDA.days,
    }
    plantilla = "agenda/revision/_paquete_avance.html" if request.htmx else "agenda/revision/paquete.html"
    return render(request, plantilla, contexto)


@solo_fcm
@require_safe
def paquete_archivo(request: HttpRequest, clave) -> HttpResponse:
    """Serve the ZIP to who asked for it, while it is kept and the person still reviews."""
    encargo = get_object_or_404(_suyos(request).con_archivo(), clave=clave)
    try:
        archivo = encargo.archivo.open("rb")
    except FileNotFoundError:
        raise Http404("paquete") from None
    nombre = f"agendas-{localtime(encargo.terminado_en):%Y%m%d-%H%M}.zip"
    respuesta = FileResponse(archivo, as_attachment=True, content_type="application/zip", filename=nombre)
    respuesta["Cache-Control"] = "private, no-store"
    respuesta["Content-Encoding"] = "identity"  # compressed already: its size is known and it is not squeezed again
    return respuesta
