"""From a call to the action that answers it: «Agregar a una acción»."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from agenda.permisos import puede_editar
from agenda.sin_acciones import motivos
from agenda.views.escogida import accion_pedida, acciones_que_escribe
from agenda.views.puerta import cerrar
from guardado.formularios import firmar_autor
from redes.models import Convocatoria


@login_required
def responder_convocatoria(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose the action that answers a call; one that answers another keeps it until that is changed in the action."""
    llamado = get_object_or_404(Convocatoria.objects.select_related("entrada"), slug=slug)
    acciones = acciones_que_escribe(request.user).select_related("convocatoria", "objetivo__eje__agenda__territorio")
    if request.method == "POST":
        if llamado.cerrada:
            messages.warning(request, _("Esta convocatoria ya cerró: no se puede agregar."))
            return redirect(request.path)
        if (pedida := accion_pedida(request, acciones)) is None:
            return redirect(request.path)
        accion, agenda = pedida
        with transaction.atomic():
            cerrar(agenda)
            accion = acciones.select_for_update(of=("self",)).get(pk=accion.pk)
            if razon := puede_editar(request.user, agenda) or _ocupada(accion, llamado):
                messages.warning(request, razon)
                return redirect(request.path)
            accion.convocatoria = llamado
            accion.save(update_fields=["convocatoria"])
        messages.success(request, _("La acción responde a «%(titulo)s».") % {"titulo": llamado.titulo})
        return redirect("accion", agenda.territorio_id, agenda.periodo_id, accion.clave)
    propio = {
        "convocatoria": llamado,
        "acciones": list(acciones),
        "autor_firmado": firmar_autor(request.user),
    }
    if not propio["acciones"]:
        propio["motivos"] = motivos(request.user)
    return render(request, "agenda/editor/responder_convocatoria.html", propio)


def _ocupada(accion, llamado: Convocatoria) -> str:
    """Say why an action cannot answer a call: it answers another."""
    if accion.convocatoria_id in (None, llamado.pk):
        return ""
    return _("Esa acción ya responde a «%(titulo)s». Cámbielo en la acción, en «De dónde viene».") % {
        "titulo": accion.convocatoria.titulo
    }
