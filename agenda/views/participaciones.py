"""Partner municipalities: one invites, the other confirms from its own panel."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from agenda.filas import fila_de
from agenda.models import Agenda, Participacion
from agenda.views.plan import direccion
from agenda.views.puerta import pagina
from cuentas.models import Rol
from cuentas.permisos import cumple, territorio_para
from guardado.formularios import firmar_autor
from territorio.models import Territorio


@pagina(metodos=("POST",))
def invitar(request: HttpRequest, agenda: Agenda, clave) -> HttpResponse:
    """Invite another territory to an action, or withdraw the invitation."""
    accion = fila_de(agenda, "accion", clave)
    otros = Territorio.objects.con_agenda().select_related("departamento").exclude(pk=agenda.territorio_id)
    otro = get_object_or_404(otros, pk=request.POST.get("territorio", ""))
    if "retirar" in request.POST:
        accion.participaciones.filter(territorio=otro).delete()
        messages.success(request, _("%(territorio)s ya no figura en la acción.") % {"territorio": otro})
    else:
        Participacion.objects.get_or_create(accion=accion, territorio=otro)
        messages.success(
            request, _("Invitación enviada: %(territorio)s la confirma desde su panel.") % {"territorio": otro}
        )
    return redirect(direccion(agenda, "agenda_filas", accion.clave, "aliados") + "#municipios")


@login_required
def participaciones(request: HttpRequest, codigo: str) -> HttpResponse:
    """Show a territory the invitations it received, and let its people answer."""
    minimo = Rol.EDICION if request.method == "POST" else Rol.LECTURA
    territorio = territorio_para(request.user, codigo, minimo)
    recibidas = Participacion.objects.filter(
        territorio=territorio, accion__retirada_en=None, accion__objetivo__retirada_en=None,
        accion__objetivo__eje__retirada_en=None,
    ).select_related("accion__objetivo__eje__agenda__territorio__departamento")  # fmt: skip
    if request.method == "POST":
        with transaction.atomic():
            numero = request.POST.get("participacion", "")
            filas = Participacion.objects.select_for_update().filter(territorio=territorio)
            fila = get_object_or_404(filas, pk=int(numero) if numero.isdecimal() and len(numero) < 19 else 0)
            _responder(fila, request)
        return redirect(request.path)
    propio = {
        "territorio": territorio,
        "recibidas": recibidas.order_by("-invitada_en"),
        "puede": cumple(territorio.mi_rol, Rol.EDICION),
        "autor_firmado": firmar_autor(request.user),
    }
    return render(request, "agenda/editor/participaciones.html", propio)


def _responder(fila: Participacion, request: HttpRequest) -> None:
    """Confirm or refuse; changing one's mind is allowed."""
    if request.POST.get("respuesta") == "confirmar":
        if fila.confirmada_en is None:
            fila.confirmada_en, fila.confirmada_por, fila.rechazada_en = now(), request.user, None
            fila.save()
        messages.success(request, _("Confirmado: su territorio figura en la acción."))
    elif request.POST.get("respuesta") == "rechazar":
        if fila.rechazada_en is None:
            fila.rechazada_en, fila.confirmada_en, fila.confirmada_por = now(), None, None
            fila.save()
        messages.info(request, _("Quedó anotado que su territorio no participa."))
