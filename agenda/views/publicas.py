"""What anybody reads: the list of approved agendas and the page of each version, drawn from the frozen document."""

from __future__ import annotations

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from agenda.models import Version
from agenda.publicado import publicacion
from agenda.publicado.descargas import descargas
from agenda.publicado.pagina import dibujada
from agenda.publicado.publicacion import Publicacion
from agenda.salidas.impresos import vigentes
from guia.catalogo import catalogo
from territorio.models import Territorio

POR_PAGINA = 12


@require_safe
def agendas(request):
    """List the approved agendas, with search and filters."""
    filtros = {
        campo: request.GET.get(campo, "").replace("\0", "").strip()[:80]
        for campo in ("q", "departamento", "tema", "modalidad")
    }
    halladas = publicacion.buscar(filtros["q"], filtros["departamento"], filtros["tema"], filtros["modalidad"])
    pagina = Paginator(publicacion.para_la_lista(halladas), POR_PAGINA).get_page(request.GET.get("pagina"))
    for agenda in pagina:
        agenda.modalidades_publicas = list(dict.fromkeys(agenda.modalidades_publicas))
        agenda.temas_publicos = list(dict.fromkeys(agenda.temas_publicos))[:4]
    publicadas = publicacion.buscar()
    contexto = {
        "pagina": pagina,
        "filtros": filtros,
        "filtrada": any(filtros.values()),
        "departamentos": Territorio.objects.filter(pk__in=publicadas.order_by().values("territorio__departamento")),
        "temas": catalogo().opciones("temas"),
        "modalidades": catalogo().opciones("modalidades_y_gobernanza"),
    }
    return render(request, "agenda/publica/lista.html", contexto)


def version_en_vigor(codigo: str, periodo: str) -> Publicacion:
    """Fetch the version in force of an agenda (withdrawn or not), or ``Http404``."""
    version = publicacion.aprobadas().filter(
        agenda__territorio=codigo, agenda__periodo=periodo, pk__in=_en_vigor(codigo, periodo)
    )
    return _publicar(version.defer("contenido").first())


def _en_vigor(codigo: str, periodo: str):
    return Version.objects.filter(agenda__territorio=codigo, agenda__periodo=periodo).values("agenda__publicada")


def version_numerada(codigo: str, periodo: str, numero: int) -> Publicacion:
    """Fetch an approved version by its number, or ``Http404``: the same for one that was never approved."""
    filas = publicacion.aprobadas().filter(agenda__territorio=codigo, agenda__periodo=periodo, numero=numero)
    return _publicar(filas.defer("contenido").first())


def _publicar(version: Version | None) -> Publicacion:
    if version is None:
        raise Http404("version")
    return publicacion.publicar(version)


@require_safe
def agenda_publica(request, codigo: str, periodo: str):
    """Show the version in force."""
    return _pagina(request, version_en_vigor(codigo, periodo))


@require_safe
def agenda_version(request, codigo: str, periodo: str, numero: int):
    """Show one approved version; a replaced one says by which."""
    return _pagina(request, version_numerada(codigo, periodo, numero))


@require_safe
def agenda_version_plan(request, codigo: str, periodo: str, numero: int):
    """Show the plan of an approved version: the sheet of each action, its indicators and what is expected of them."""
    return _pagina(request, version_numerada(codigo, periodo, numero), "agenda/publica/plan.html")


def _pagina(request: HttpRequest, publicada: Publicacion, plantilla: str = "agenda/publica/ver.html") -> HttpResponse:
    """Draw a version, or why it was withdrawn; for a visitor without session, not twice while nothing changes."""
    version = publicada.version
    impresos = vigentes(version)
    etag = _etag(publicada, impresos)
    anonima = settings.SESSION_COOKIE_NAME not in request.COOKIES and "messages" not in request.COOKIES
    if anonima and (sin_cambio := get_conditional_response(request, etag=etag)):
        return sin_cambio
    contexto = {
        "publicada": publicada,
        "version": version,
        "agenda": version.agenda,
        "agenda_url": _direccion(publicada),
        "territorio": version.agenda.territorio,
        "adopcion": getattr(version, "adopcion", None),
        "acta": version.acta,
    }
    if publicada.retirada:
        contexto["demostracion"] = version.acta.get("demostracion") or version.contenido.get("demostracion")
        respuesta = render(request, "agenda/publica/retirada.html", contexto)
    else:
        contexto["descargas"] = descargas(version, impresos)
        contexto |= dibujada(version)
        contexto["parte_plan"] = _parte(contexto["partes_plan"], request.GET.get("parte", ""))
        contexto["demostracion"] = version.acta.get("demostracion") or contexto["demostracion"]
        respuesta = render(request, plantilla, contexto)
    if anonima:
        respuesta["ETag"] = etag
        patch_cache_control(respuesta, no_cache=True, public=True)
    return respuesta


def _parte(partes: list[dict], clave: str) -> dict:
    """Give the part of the plan that was asked for, the first when there is none by that name."""
    return next((parte for parte in partes if parte["clave"] == clave), partes[0])


def _direccion(publicada: Publicacion) -> str:
    """Give the address of the agenda this version belongs to: without number when it is the one in force."""
    agenda = publicada.version.agenda
    if publicada.vigente:
        return reverse("agenda_publica", args=[agenda.territorio_id, agenda.periodo_id])
    return reverse("agenda_version", args=[agenda.territorio_id, agenda.periodo_id, publicada.version.numero])


def _etag(publicada: Publicacion, impresos: dict) -> str:
    """Give the tag of a page: the document's digest, and the few facts around it that may change."""
    version = publicada.version
    adopcion = getattr(version, "adopcion", None)
    hechos = (
        version.sha256,
        "p" + ".".join(str(impreso.pk) for impreso in impresos.values()),
        f"a{adopcion.pk}-{adopcion.numero}-{adopcion.fecha}" if adopcion else "",
        f"r{publicada.retiro.pk}" if publicada.retiro else "",
        f"n{publicada.nueva.numero}" if publicada.nueva else "",
        static("css/portal.css"),
        settings.PORTAL_EDICION(),
    )
    return quote_etag(".".join(hechos).replace('"', "").replace(" ", "_"))
