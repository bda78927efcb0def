"""The agenda as a workbook: download it, upload it, see what it would change, accept all or part."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from agenda.models import Agenda
from agenda.planilla import planilla_de
from agenda.views.plan import direccion
from agenda.views.puerta import contexto, pagina
from cuentas.models import Rol
from cuentas.permisos import cumple
from guardado.models import Recepcion
from guardado.planilla import vistas


@pagina()
def planilla(request: HttpRequest, agenda: Agenda) -> HttpResponse:
    """Offer the workbook and receive it; list those received, to those who may accept them."""
    libro, error = planilla_de(agenda), ""
    if request.method == "POST":
        recibida = vistas.subir(request, libro)
        if isinstance(recibida, Recepcion):
            return redirect("agenda_planilla_recibida", agenda.territorio_id, agenda.periodo_id, recibida.clave)
        error = recibida
    propio = {
        "error_planilla": error,
        "aqui": _("Llenar sin internet"),
        "edita": cumple(agenda.territorio.mi_rol, Rol.EDICION),
    }
    if propio["edita"]:
        propio |= vistas.lista(request, libro)
    return render(request, "agenda/editor/planilla.html", contexto(request, agenda, **propio))


@pagina(metodos=("GET",))
def planilla_xlsx(request: HttpRequest, agenda: Agenda) -> HttpResponse:
    """Give the workbook with what the agenda has now."""
    return vistas.descargar(planilla_de(agenda))


@pagina()
def planilla_recibida(request: HttpRequest, agenda: Agenda, clave) -> HttpResponse:
    """Show what a workbook would change; the POST accepts all of it, part of it or nothing."""
    if not cumple(agenda.territorio.mi_rol, Rol.EDICION):
        raise PermissionDenied
    libro = planilla_de(agenda)
    suyas = Recepcion.objects.visibles_para(request.user).de(libro).select_related("usuario")
    recepcion = get_object_or_404(suyas, clave=clave)
    if request.method == "POST":
        vistas.decidir(request, lambda: planilla_de(agenda), recepcion)
        return redirect("agenda_planilla_recibida", agenda.territorio_id, agenda.periodo_id, recepcion.clave)
    propio = vistas.revision(request, libro, recepcion) | {
        "aqui": recepcion.nombre,
        "miga": {"texto": _("Llenar sin internet"), "url": direccion(agenda, "agenda_planilla")},
    }
    return render(request, "agenda/editor/planilla_recibida.html", contexto(request, agenda, **propio))
