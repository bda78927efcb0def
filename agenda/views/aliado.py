"""From an entry of the directory to a partner of an action: «Agregar a una acción»."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from agenda.filas import ultimo_orden
from agenda.models import Aliado, RolAliado
from agenda.permisos import puede_editar
from agenda.sin_acciones import motivos
from agenda.views.escogida import accion_pedida, acciones_que_escribe
from agenda.views.puerta import cerrar
from guardado.formularios import firmar_autor
from redes.contrapartes import desde_entrada
from redes.models import Entrada, EstadoEntrada


@login_required
def agregar_aliado(request: HttpRequest, entrada: str) -> HttpResponse:
    """Choose the action where an entry of the directory becomes a partner; said twice it is one."""
    ficha = get_object_or_404(Entrada.objects.select_related("reemplazada_por"), pk=entrada)
    acciones = acciones_que_escribe(request.user)
    if request.method == "POST":
        if ficha.estado == EstadoEntrada.INACTIVA:
            messages.warning(request, _("Esta entrada ya no funciona: no se puede agregar."))
            return redirect(request.path)
        if (pedida := accion_pedida(request, acciones)) is None:
            return redirect(request.path)
        accion, agenda = pedida
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
    propio = {
        "entrada": ficha,
        "acciones": list(acciones),
        "autor_firmado": firmar_autor(request.user),
    }
    if not propio["acciones"]:
        propio["motivos"] = motivos(request.user)
    return render(request, "agenda/editor/agregar_aliado.html", propio)
