"""Pages of an eje and an objetivo: a new one, and the one that exists."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from agenda.filas import crear, fila_de, filas_de
from agenda.forms.plan import FormularioEje, FormularioEjeNuevo, FormularioObjetivo, FormularioObjetivoNuevo
from agenda.models import Agenda
from agenda.views.puerta import contexto, formulario, pagina, retomar
from guardado.vistas import atender


def direccion(agenda: Agenda, nombre: str, *resto) -> str:
    """Give the address of a page of this agenda."""
    return reverse(nombre, args=[agenda.territorio_id, agenda.periodo_id, *resto])


@pagina()
def eje_nuevo(request: HttpRequest, agenda: Agenda) -> HttpResponse:
    """Write a new eje."""
    forma = retomar(request, FormularioEjeNuevo(request.POST or None))
    if request.method == "POST" and forma.is_valid():
        eje, _creada = crear(agenda, "eje", forma, agenda)
        messages.success(request, _("Guardado. Ahora escriba qué quiere lograr en «%(eje)s».") % {"eje": eje.nombre})
        return redirect(direccion(agenda, "agenda_objetivo_nuevo") + f"?eje={eje.clave}")
    return _nuevo(request, agenda, forma, "eje", direccion(agenda, "agenda"))


@pagina()
def eje(request: HttpRequest, agenda: Agenda, clave) -> HttpResponse:
    """Edit an eje."""
    fila = fila_de(agenda, "eje", clave)
    forma = formulario(FormularioEje, agenda, request, fila)
    propio = {"fila": fila, "tipo": "eje", "hijos": fila.objetivos.vigentes(), "forma": forma, "aqui": fila.nombre}
    return atender(
        request, [forma], destino=request.path, plantilla="agenda/editor/nivel.html",
        contexto=contexto(request, agenda, **propio),
    )  # fmt: skip


@pagina()
def objetivo_nuevo(request: HttpRequest, agenda: Agenda) -> HttpResponse:
    """Write a new objetivo under an eje."""
    padre = fila_de(agenda, "eje", clave_del_padre(request, "eje"))
    forma = retomar(request, FormularioObjetivoNuevo(request.POST or None))
    if request.method == "POST" and forma.is_valid():
        objetivo, _creada = crear(agenda, "objetivo", forma, padre)
        messages.success(request, _("Guardado. Ya puede agregarle acciones."))
        return redirect(direccion(agenda, "agenda") + f"#fila-{objetivo.clave}")
    return _nuevo(request, agenda, forma, "objetivo", direccion(agenda, "agenda"), padre=padre)


@pagina()
def objetivo(request: HttpRequest, agenda: Agenda, clave) -> HttpResponse:
    """Edit an objetivo."""
    fila = fila_de(agenda, "objetivo", clave)
    forma = formulario(FormularioObjetivo, agenda, request, fila)
    otros = filas_de(agenda, "eje").vigentes().exclude(pk=fila.eje_id)
    propio = {
        "fila": fila,
        "tipo": "objetivo",
        "hijos": fila.acciones.vigentes(),
        "forma": forma,
        "padres": otros,
        "aqui": fila.nombre,
    }
    return atender(
        request, [forma], destino=request.path, plantilla="agenda/editor/nivel.html",
        contexto=contexto(request, agenda, **propio),
    )  # fmt: skip


def clave_del_padre(request: HttpRequest, nombre: str) -> str:
    """Give the ``clave`` of the parent of a new row, from the address; something impossible becomes a 404."""
    try:
        return str(UUID(request.GET.get(nombre, "")))
    except ValueError:
        return "00000000-0000-0000-0000-000000000000"


def _nuevo(request, agenda, forma, tipo, cancelar, padre=None) -> HttpResponse:
    propio = {"forma": forma, "tipo": tipo, "cancelar": cancelar, "padre": padre, "aqui": _("Agregar")}
    return render(request, "agenda/editor/nuevo.html", contexto(request, agenda, **propio))
