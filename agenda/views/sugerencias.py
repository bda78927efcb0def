"""What the diagnostic suggests: accept, change or refuse, one by one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.html import format_html_join
from django.utils.text import Truncator, slugify
from django.utils.translation import gettext as _

from agenda import sugeridas
from agenda.arbol import arbol
from agenda.filas import filas_de
from agenda.models import Agenda, DecisionSugerencia
from agenda.views.plan import direccion
from agenda.views.puerta import contexto, pagina


@pagina(metodos=("GET",))
def sugerencias(request: HttpRequest, agenda: Agenda) -> HttpResponse:
    """List what the answers suggest, with which answer suggested each, and what was decided."""
    diagnostico = sugeridas.diagnostico_de(agenda)
    todas = sugeridas.propuestas(agenda, diagnostico)
    pendientes = [una for una in todas if not una.decision]
    propio = {
        "aqui": _("Sugerencias"),
        "diagnostico": diagnostico,
        "total": len(todas),
        "decididas": sum(1 for una in todas if una.decision),
        "pendientes": pendientes,
        "grupos": _grupos(pendientes, request.GET.get("grupo", "")),
        "aceptadas": [una for una in todas if una.decision == DecisionSugerencia.ACEPTADA],
        "rechazadas": [una for una in todas if una.decision == DecisionSugerencia.RECHAZADA],
        "destinos": _destinos(agenda),
    }
    return render(request, "agenda/editor/sugerencias.html", contexto(request, agenda, **propio))


@pagina(metodos=("POST",))
def decidir(request: HttpRequest, agenda: Agenda, slug: str) -> HttpResponse:
    """Accept, accept and change, refuse or take back one suggestion."""
    decision = request.POST.get("decision", "")
    lista = direccion(agenda, "agenda_sugerencias")
    if decision == "recuperar":
        sugeridas.recuperar(agenda, slug)
        return redirect(f"{lista}#sugerencia-{slug}")
    propuesta = next(
        (una for una in sugeridas.propuestas(agenda, sugeridas.diagnostico_de(agenda)) if una.plantilla.slug == slug),
        None,
    )
    if propuesta is None or decision not in ("aceptar", "cambiar", "rechazar"):
        raise Http404(slug)
    if decision == "rechazar":
        sugeridas.rechazar(agenda, propuesta.sugerencia, request.user)
        messages.info(
            request,
            _("«%(accion)s» queda en «no por ahora». La puede recuperar abajo.") % {"accion": propuesta.plantilla},
        )
        return redirect(f"{lista}?grupo={slugify(propuesta.modalidad)}")
    accion = sugeridas.aceptar(
        agenda, propuesta.sugerencia, request.user, objetivo=_objetivo(agenda, request.POST.get("objetivo", "")),
        con_indicador="indicador" in request.POST,
    )  # fmt: skip
    if decision == "cambiar":
        return redirect("accion", agenda.territorio_id, agenda.periodo_id, accion.clave)
    messages.success(request, _("«%(accion)s» ya está en su agenda.") % {"accion": accion})
    return redirect(f"{lista}?grupo={slugify(propuesta.modalidad)}")


def _destinos(agenda: Agenda) -> str:
    """Give the objetivos where a suggestion may go, as options: written once, they stand in every form."""
    grupos = (
        (
            f"{tronco.numero} {Truncator(tronco.eje.nombre).chars(60)}",
            format_html_join(
                "",
                '<option value="{}">{} {}</option>',
                (
                    (rama.objetivo.clave, rama.numero, Truncator(rama.objetivo.nombre).chars(80))
                    for rama in tronco.objetivos
                ),
            ),
        )
        for tronco in arbol(agenda, con_sumas=False)
    )
    return format_html_join("", '<optgroup label="{}">{}</optgroup>', grupos)


def _grupos(pendientes: list, abierto: str) -> list[dict]:
    """Give what waits by modality; open is the one just worked on, or the first."""
    grupos: dict[str, list] = {}
    for una in pendientes:
        grupos.setdefault(una.modalidad, []).append(una)
    slugs = {nombre: slugify(nombre) for nombre in grupos}
    elegido = abierto if abierto in slugs.values() else next(iter(slugs.values()), "")
    return [
        {"nombre": nombre, "slug": slugs[nombre], "propuestas": propuestas, "abierto": slugs[nombre] == elegido}
        for nombre, propuestas in grupos.items()
    ]


def _objetivo(agenda: Agenda, clave: str):
    """Give the chosen objetivo of this agenda; None for the usual one."""
    if not clave:
        return None
    try:
        objetivo = filas_de(agenda, "objetivo").vigentes().filter(clave=UUID(clave)).first()
    except ValueError:
        objetivo = None
    if objetivo is None:
        raise Http404("objetivo")
    return objetivo
