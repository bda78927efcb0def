"""From an entry of the directory to a partner of an action: «Agregar a una acción»."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from agenda.filas import en_arbol_vivo, ultimo_orden
from agenda.models import Accion, Agenda, Aliado, Estado, RolAliado
from agenda.permisos import agenda_para, puede_editar
from agenda.views.puerta import cerrar
from cuentas.models import Rol
from guardado.formularios import firmar_autor
from redes.contrapartes import desde_entrada
from redes.models import Entrada


def _acciones(usuario):
    """Give the actions that a person may write today, in order."""
    propios = usuario.vinculaciones.vigentes().filter(rol__in=[Rol.EDICION, Rol.RESPONSABLE]).values("territorio")
    abiertas = Agenda.objects.filter(territorio__in=propios, estado__in=[Estado.BORRADOR, Estado.DEVUELTA])
    vivas = en_arbol_vivo(Accion.objects.filter(objetivo__eje__agenda__in=abiertas))
    return vivas.select_related("objetivo__eje__agenda__territorio__departamento").order_by(
        "objetivo__eje__agenda", "objetivo__eje__orden", "objetivo__orden", "orden", "pk"
    )


@login_required
def agregar_aliado(request: HttpRequest, entrada: str) -> HttpResponse:
    """Choose the action where an entry of the directory becomes a partner; said twice it is one."""
    ficha = get_object_or_404(Entrada, pk=entrada)
    acciones = _acciones(request.user)
    if request.method == "POST":
        try:
            accion = get_object_or_404(acciones, clave=UUID(request.POST.get("accion", "")))
        except ValueError:
            messages.error(request, _("Escoja una acción de la lista."))
            return redirect(request.path)
        propia = accion.objetivo.eje.agenda
        agenda = agenda_para(request.user, propia.territorio_id, propia.periodo_id, Rol.EDICION)
        with transaction.atomic():
            cerrar(agenda)
            if razon := puede_editar(request.user, agenda):
                messages.warning(request, razon)
                return redirect(request.path)
            contraparte = desde_entrada(ficha)
            if not accion.aliados.vigentes().filter(contraparte=contraparte).exists():
                Aliado.objects.create(
                    accion=accion,
                    contraparte=contraparte,
                    rol=RolAliado.ASISTE,
                    orden=ultimo_orden(accion, "aliado"),
                )
        messages.success(request, _("«%(aliado)s» es aliado de la acción.") % {"aliado": ficha})
        return redirect("agenda_filas", agenda.territorio_id, agenda.periodo_id, accion.clave, "aliados")
    propio = {"entrada": ficha, "acciones": acciones, "autor_firmado": firmar_autor(request.user)}
    return render(request, "agenda/editor/agregar_aliado.html", propio)
