"""The packages of PDF an advisor asked for: how they go, their download, until they are deleted or expire."""

from __future__ import annotations

from dataclasses import asdict, replace

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import quote_etag
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect

from agenda.bandeja import Filtro
from agenda.encargos.final import borrar
from agenda.encargos.paquete import SE_GUARDA, titular
from agenda.encargos.pedir import cancelar, estampa, pedir, sin_atender, tarda
from agenda.models import ClaseEncargo, Encargo
from agenda.salidas.entrega import entregar
from cuentas.permisos import solo_fcm

POR_PAGINA = 30


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
        if not nuevo and paquete.filtro == asdict(filtro):
            messages.info(request, _("Ese paquete ya se está preparando."))
        elif not nuevo:
            messages.info(request, _("Se prepara un paquete a la vez: cuando termine este, pida el otro."))
        return redirect("paquete", paquete.clave)
    pagina = Paginator(_suyos(request), POR_PAGINA).get_page(request.GET.get("pagina"))
    pagina.object_list = list(pagina.object_list)
    titular(pagina.object_list, request.user)
    return render(request, "agenda/revision/paquetes.html", {"pagina": pagina, "dias": SE_GUARDA.days})


@solo_fcm
@require_http_methods(["GET", "HEAD", "POST"])
def paquete(request: HttpRequest, clave) -> HttpResponse:
    """Show how a package goes, or its file; the POST cancels it or deletes it."""
    encargo = _suyos(request).filter(clave=clave).first()
    if encargo is None:
        if request.htmx:  # it was deleted in another tab while this one waits for it
            return HttpResponseClientRedirect(reverse("paquetes"))
        raise Http404("paquete")
    if request.method == "POST":
        if encargo.vivo and cancelar(encargo):
            messages.success(request, _("Se canceló el paquete."))
            return redirect("paquete", clave)
        if "borrar" in request.POST:
            borrar(encargo)
            messages.success(request, _("Se borró el paquete."))
            return redirect("paquetes")
        return redirect("paquete", clave)
    visto = estampa(encargo)
    if request.htmx and request.GET.get("visto") == visto:
        return HttpResponse(status=204)  # htmx leaves the page as it is: whoever reads or presses is not disturbed
    titular([encargo], request.user)
    contexto = {
        "encargo": encargo,
        "visto": visto,
        "tarda": tarda(encargo),
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
    if not encargo.descargable:
        raise Http404("paquete")
    nombre = f"agendas-{localtime(encargo.terminado_en):%Y%m%d-%H%M}.zip"
    etag = quote_etag(encargo.clave.hex)
    respuesta = entregar(request, encargo.archivo, tipo="application/zip", nombre=nombre, etag=etag, adjunto=True)
    respuesta["Cache-Control"] = "private, no-store"
    return respuesta
