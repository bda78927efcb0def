"""The draft of an agenda as PDF: asked for here, drawn in the background, seen while it is made, kept for a day."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import quote_etag
from django.utils.text import slugify
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agenda.encargos.borrador import al_dia, de_la_agenda
from agenda.encargos.pedir import cancelar, estampa, pedir, sin_atender, tarda
from agenda.models import Agenda, ClaseEncargo, Edicion, Encargo, EstadoEncargo, Idioma
from agenda.permisos import agenda_para
from agenda.salidas.entrega import entregar
from agenda.views.puerta import contexto


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def borrador(request: HttpRequest, codigo: str, periodo: str) -> HttpResponse:
    """Show how one's draft goes and those already made; the POST asks for one, or cancels the one in the making."""
    agenda = agenda_para(request.user, codigo, periodo)
    if request.method == "POST":
        return _pedir(request, agenda)
    suyos = de_la_agenda(request.user, agenda)
    vivo = Encargo.objects.de(request.user).vivos().filter(clase=ClaseEncargo.BORRADOR).select_related("agenda").first()
    ultimo = suyos.first()
    encargo = vivo if vivo and vivo.agenda_id == agenda.pk else ultimo
    visto = estampa(encargo) if encargo else ""
    if request.htmx and request.GET.get("visto") == visto:
        return HttpResponse(status=204)  # htmx leaves the page as it is: whoever reads or presses is not disturbed
    propio = {
        "aqui": _("Borrador en PDF"),
        "encargo": encargo,
        "frase": _frase(encargo) if encargo and encargo.vivo else "",
        "de_otra": vivo.agenda if vivo and vivo.agenda_id != agenda.pk and not sin_atender(vivo) else None,
        "visto": visto,
        "atascado": bool(encargo) and sin_atender(encargo),
        "otros": [otro for otro in suyos.con_archivo() if otro != encargo and otro.descargable] if encargo else [],
        "ediciones": Edicion.choices,
        "idiomas": Idioma.choices,
        "elegida": ultimo.edicion if ultimo else Edicion.COMPLETA.value,
        "idioma": ultimo.idioma if ultimo else Idioma.ESPANOL.value,
    }
    plantilla = "agenda/editor/_borrador_avance.html" if request.htmx else "agenda/editor/borrador.html"
    return render(request, plantilla, contexto(request, agenda, **propio))


def _pedir(request: HttpRequest, agenda: Agenda) -> HttpResponse:
    """Ask for a draft, or cancel; the page says the rest."""
    if "cancelar" in request.POST:
        for vivo in de_la_agenda(request.user, agenda).vivos():
            cancelar(vivo)
        return redirect("agenda_borrador", agenda.territorio_id, agenda.periodo_id)
    edicion, idioma = request.POST.get("edicion"), request.POST.get("idioma")
    edicion = edicion if edicion in Edicion else Edicion.COMPLETA
    idioma = idioma if idioma in Idioma else Idioma.ESPANOL
    if al_dia(request.user, agenda, edicion, idioma):
        messages.success(request, _("El borrador que ya tiene está al día: nada ha cambiado desde que se hizo."))
    else:
        encargo, nuevo = pedir(request.user, ClaseEncargo.BORRADOR, agenda=agenda, edicion=edicion, idioma=idioma)
        if not nuevo and (encargo.agenda_id, encargo.edicion, encargo.idioma) != (agenda.pk, edicion, idioma):
            messages.info(request, _("Se prepara un borrador a la vez: cuando termine este, pida el otro."))
            agenda = encargo.agenda
    return redirect("agenda_borrador", agenda.territorio_id, agenda.periodo_id)


def _frase(encargo: Encargo) -> str:
    """Say what is being done at this step."""
    if encargo.estado == EstadoEncargo.EN_ESPERA:
        return _("Sigue en espera: tarda más de lo normal") if tarda(encargo) else _("En espera de su turno")
    if encargo.hechas < 4:
        return _("Leyendo lo escrito")
    return _("Componiendo las páginas") if encargo.hechas < 5 else _("Guardando el PDF")


@login_required
@require_safe
def borrador_pdf(request: HttpRequest, codigo: str, periodo: str) -> HttpResponse:
    """Serve one's newest draft (``?edicion=…&idioma=…``: of that kind), or lead to the page where it is asked for."""
    agenda = agenda_para(request.user, codigo, periodo)
    hechos = de_la_agenda(request.user, agenda).con_archivo()
    for campo in ("edicion", "idioma"):
        if request.GET.get(campo):
            hechos = hechos.filter(**{campo: request.GET[campo]})
    hecho = hechos.first()
    if hecho is None or not hecho.descargable:
        return redirect("agenda_borrador", codigo, periodo)
    variante = "".join(
        f"-{parte}" for parte in (hecho.edicion, hecho.idioma) if parte not in (Edicion.COMPLETA, Idioma.ESPANOL)
    )
    cuando = f"{localtime(hecho.terminado_en):%Y%m%d-%H%M}"
    nombre = f"borrador-{slugify(agenda.territorio.nombre)}-{agenda.periodo_id}{variante}-{cuando}.pdf"
    etag = quote_etag(hecho.clave.hex)
    respuesta = entregar(request, hecho.archivo, tipo="application/pdf", nombre=nombre, etag=etag)
    respuesta["Cache-Control"] = "private, no-store"
    return respuesta
