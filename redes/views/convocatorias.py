"""Calls as anyone reads them: the list, one, and their calendars."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from formato.idiomas import idioma
from guia.catalogo import catalogo
from redes.convocatorias.calendario import calendario, con_cambios
from redes.convocatorias.consulta import GRUPOS, dias_que_faltan, en_orden, monto_escrito, vigentes
from redes.convocatorias.filtro import FiltroConvocatorias
from redes.models import Convocatoria
from territorio.models import Territorio

POR_PAGINA = 20
EN_CALENDARIO = 500
GUARDADO = 3600  # seconds a calendar program may keep what it read


@require_safe
def convocatorias(request: HttpRequest) -> HttpResponse:
    """List the calls: open, to open and closed, 20 a page."""
    hoy = localdate()
    filtro = FiltroConvocatorias(request.GET)
    pagina = Paginator(filtro.filtrar(en_orden(hoy)), POR_PAGINA).get_page(request.GET.get("pagina"))
    guia = catalogo()
    for fila in pagina:
        fila.titulo_grupo = GRUPOS[fila.grupo]
        fila.faltan = dias_que_faltan(fila, hoy)
        fila.nombres_temas = guia.nombres("temas", fila.temas)
        fila.monto_escrito = monto_escrito(fila)
    ics = reverse("convocatorias_ics") + (f"?tema={filtro.tema_pedido}" if filtro.tema_pedido else "")
    contexto = {"filtro": filtro, "pagina": pagina, "ics": ics, "webcal": _webcal(ics)}
    return render(request, "redes/convocatoria_lista.html", contexto)


@require_safe
def convocatoria(request: HttpRequest, slug: str) -> HttpResponse:
    """Draw one call."""
    fila = get_object_or_404(Convocatoria.objects.select_related("entrada"), slug=slug)
    guia, hoy = catalogo(), localdate()
    contexto = {
        "convocatoria": fila,
        "faltan": dias_que_faltan(fila, hoy),
        "monto": monto_escrito(fila),
        "temas": guia.nombres("temas", fila.temas),
        "modalidades": guia.nombres("modalidades_y_gobernanza", fila.modalidades),
        "ods": [guia.ods[numero] for numero in sorted(fila.ods) if numero in guia.ods],
        "idiomas": [idioma(codigo) for codigo in fila.idiomas],
        "departamentos": (
            Territorio.objects.filter(pk__in=fila.departamentos).values_list("nombre", flat=True)
            if fila.departamentos
            else []
        ),
    }
    return render(request, "redes/convocatoria_ver.html", contexto)


@require_safe
def convocatorias_ics(request: HttpRequest) -> HttpResponse:
    """Give the calendar of what has not closed; ``?tema=`` that of one theme. An unknown theme is 404."""
    guia, tema = catalogo(), request.GET.get("tema", "")
    if tema and tema not in guia.temas:
        raise Http404("tema")
    filas = vigentes([tema] if tema else None)
    nombre = _("Convocatorias para municipios")
    if tema:
        nombre = _("Convocatorias de %(tema)s") % {"tema": guia.temas[tema].nombre}
    return _entregar(request, filas, nombre, f"convocatorias-{tema}" if tema else "convocatorias")


@require_safe
def convocatoria_ics(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the calendar of one call."""
    fila = get_object_or_404(Convocatoria, slug=slug)
    filas = Convocatoria.objects.select_related("entrada").filter(pk=fila.pk)
    return _entregar(request, filas, fila.titulo, slug)


def _entregar(request: HttpRequest, filas, nombre: str, archivo: str) -> HttpResponse:
    """Answer with a calendar, or 304 when it is the one the program has."""
    temas = {slug: uno.nombre for slug, uno in catalogo().temas.items()}
    datos = calendario(con_cambios(filas).order_by("cierra", "abre", "slug")[:EN_CALENDARIO], nombre, temas)
    respuesta = HttpResponse(datos, content_type="text/calendar; charset=utf-8")
    respuesta["Content-Disposition"] = f'inline; filename="{archivo}.ics"'
    respuesta["ETag"] = f'"{hashlib.sha256(datos).hexdigest()[:32]}"'
    patch_cache_control(respuesta, public=True, max_age=GUARDADO)
    return get_conditional_response(request, etag=respuesta["ETag"], response=respuesta)


def _webcal(camino: str) -> str:
    """Give the address that a calendar program subscribes to."""
    return "webcal://" + settings.PORTAL_DIRECCION.partition("://")[2] + camino
