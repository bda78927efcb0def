"""One page per section of the general text; and the meetings in which the agenda was made."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from agenda.filas import crear, filas_de
from agenda.forms.filas import FormularioReunion, FormularioReunionNueva
from agenda.forms.texto import FORMULARIOS, SECCIONES
from agenda.models import Agenda
from agenda.views.plan import direccion
from agenda.views.puerta import contexto, formulario, pagina, retomar
from guardado.vistas import atender, cargar_desencuentros

POR_PAGINA = 12


@pagina()
def texto(request: HttpRequest, agenda: Agenda, seccion: str) -> HttpResponse:
    """Edit a section of the text."""
    if seccion not in SECCIONES:
        raise Http404(seccion)
    if seccion == "elaboracion":
        return _elaboracion(request, agenda)
    forma = formulario(FORMULARIOS[seccion], agenda, request, agenda)
    propio = {"slug": seccion, "seccion": SECCIONES[seccion], "forma": forma, **_vecinas(agenda, seccion)}
    return atender(
        request, [forma], destino=request.path, plantilla="agenda/editor/texto.html",
        contexto=contexto(request, agenda, **propio),
    )  # fmt: skip


def _vecinas(agenda: Agenda, seccion: str) -> dict:
    """Give the sections as tabs, and the next one."""
    slugs = list(SECCIONES)
    lugar = slugs.index(seccion)
    siguiente = slugs[lugar + 1] if lugar + 1 < len(slugs) else None
    return {
        "aqui": SECCIONES[seccion].titulo,
        "pestanas": [
            (datos.titulo, direccion(agenda, "agenda_texto", slug), slug == seccion)
            for slug, datos in SECCIONES.items()
        ],
        "siguiente": direccion(agenda, "agenda_texto", siguiente) if siguiente else "",
        "siguiente_titulo": SECCIONES[siguiente].titulo if siguiente else "",
    }


def _elaboracion(request: HttpRequest, agenda: Agenda) -> HttpResponse:
    """Edit the meetings, each with its own small form; below, the form of a new one."""
    agregando = request.method == "POST" and "clave" in request.POST
    nueva = retomar(request, FormularioReunionNueva(request.POST if agregando else None))
    if agregando and nueva.is_valid():
        fila, _creada = crear(agenda, "reunion", nueva, agenda)
        messages.success(request, _("Reunión agregada."))
        return redirect(f"{request.path}#fila-{fila.clave}")
    hoja = Paginator(filas_de(agenda, "reunion").vigentes(), POR_PAGINA).get_page(request.GET.get("pagina"))
    formas = [formulario(FormularioReunion, agenda, request, fila, prefix=str(fila.clave)) for fila in hoja.object_list]
    propio = {
        "slug": "elaboracion",
        "seccion": SECCIONES["elaboracion"],
        "pagina": hoja,
        "tarjetas": [{"fila": forma.instance, "forma": forma} for forma in formas],
        "nueva": nueva,
        **_vecinas(agenda, "elaboracion"),
    }
    datos = contexto(request, agenda, **propio)
    if agregando:
        cargar_desencuentros(formas)
        return render(request, "agenda/editor/elaboracion.html", datos | {"formularios": formas})
    return atender(
        request, formas, destino=request.get_full_path(), plantilla="agenda/editor/elaboracion.html", contexto=datos
    )
