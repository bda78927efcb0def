"""What is done to a row with one button: move up or down, remove, restore, duplicate, change parent. POST only."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from agenda.copias import duplicar
from agenda.filas import fila_de
from agenda.models import Agenda
from agenda.orden import cambiar_padre, colocar, restaurar, retirar
from agenda.views.plan import direccion
from agenda.views.puerta import pagina, volver


@pagina(metodos=("POST",))
def operar(request: HttpRequest, agenda: Agenda, tipo: str, clave, operacion: str) -> HttpResponse:
    """Do one thing to one row of this agenda and go back."""
    fila = fila_de(agenda, tipo, clave)
    hacer = {
        "colocar": _colocar, "retirar": _retirar, "restaurar": _restaurar,
        "duplicar": _duplicar, "trasladar": _trasladar,
    }.get(operacion)  # fmt: skip
    if hacer is None or (operacion == "duplicar" and tipo != "accion"):
        raise Http404(operacion)
    return hacer(request, agenda, tipo, fila)


def _colocar(request, agenda, tipo, fila) -> HttpResponse:
    """Put it in the place that the button names, so that a double click moves it once."""
    lugar = request.POST.get("lugar", "")
    if not lugar.isascii() or not lugar.isdigit() or len(lugar) > 6:
        raise Http404("lugar")
    colocar(fila, int(lugar))
    return volver(request, agenda, f"#fila-{fila.clave}")


def _retirar(request, agenda, tipo, fila) -> HttpResponse:
    retirar(fila, request.user)
    if tipo in ("eje", "objetivo", "accion"):
        return redirect(f"{direccion(agenda, 'agenda')}?deshacer={tipo}:{fila.clave}")
    messages.success(request, _("Retirado. Lo encuentra en «Retiradas» si lo quiere de vuelta."))
    return volver(request, agenda)


def _restaurar(request, agenda, tipo, fila) -> HttpResponse:
    restaurar(fila)
    messages.success(request, _("Restaurado: «%(nombre)s» está otra vez en la agenda.") % {"nombre": fila})
    return volver(request, agenda)


def _duplicar(request, agenda, tipo, fila) -> HttpResponse:
    copia, _creada = duplicar(fila, _uuid(request.POST.get("clave", "")))
    messages.success(request, _("Esta es la copia: cámbiele el nombre y lo que haga falta."))
    return redirect("accion", agenda.territorio_id, agenda.periodo_id, copia.clave)


def _trasladar(request, agenda, tipo, fila) -> HttpResponse:
    """Move an action to another objetivo, or an objetivo to another eje, of the same agenda."""
    padres = {"accion": "objetivo", "objetivo": "eje"}
    if tipo not in padres:
        raise Http404("trasladar")
    padre = fila_de(agenda, padres[tipo], _uuid(request.POST.get("padre", "")))
    cambiar_padre(fila, padre)
    messages.success(request, _("Ahora está en «%(padre)s».") % {"padre": padre})
    return volver(request, agenda)


def _uuid(texto: str) -> UUID:
    try:
        return UUID(texto)
    except ValueError:
        raise Http404("clave") from None
