"""Step 5, «Pida acompañamiento»: the town's page and the FCM's page."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from cuentas.acompanamiento import atendibles_por, pedir, responder
from cuentas.forms.personas import FormularioAcompanamiento, FormularioRespuestaAcompanamiento
from cuentas.models import Rol
from cuentas.permisos import cumple, solo_fcm, territorio_para
from cuentas.views.paginas import pagina_de, texto_recuperado
from territorio.models import Periodo


@login_required
def acompanamientos(request: HttpRequest, codigo: str) -> HttpResponse:
    """List what a territory asked the FCM, with its answers; ask by POST (edición or more)."""
    minimo = Rol.EDICION if request.method == "POST" else Rol.LECTURA
    territorio = territorio_para(request.user, codigo, minimo)
    formulario = FormularioAcompanamiento(
        request.POST or None, initial={"clave": uuid.uuid4()} | texto_recuperado(request)
    )
    if request.method == "POST" and formulario.is_valid():
        datos = formulario.cleaned_data
        if pedir(datos["clave"], territorio, request.user, datos["asunto"], datos["texto"]):
            messages.success(request, _("Enviamos su solicitud a la Federación. Le responderán aquí y por correo."))
        else:
            messages.info(request, _("Esa solicitud ya estaba enviada."))
        return redirect("acompanamientos", codigo)
    pedidos = territorio.acompanamientos.select_related("pedido_por", "respondido_por")
    contexto = {
        "territorio": territorio,
        "periodo": Periodo.objects.en_vigor(),
        "pagina": pagina_de(request, pedidos, 10),
        "formulario": formulario if cumple(territorio.mi_rol, Rol.EDICION) else None,
    }
    return render(request, "cuentas/acompanamiento_lista.html", contexto)


@solo_fcm
def acompanamientos_fcm(request: HttpRequest) -> HttpResponse:
    """List the requests that a person of the FCM answers, waiting ones first."""
    todos = request.GET.get("ver") == "todos"
    pedidos = atendibles_por(request.user).select_related("territorio__departamento", "pedido_por", "respondido_por")
    if not todos:
        pedidos = pedidos.sin_responder().order_by("pedido_en")
    contexto = {"pagina": pagina_de(request, pedidos), "todos": todos}
    return render(request, "cuentas/acompanamiento_fcm.html", contexto)


@solo_fcm
def acompanamiento_fcm(request: HttpRequest, clave) -> HttpResponse:
    """Read one request and answer it once."""
    pedido = get_object_or_404(
        atendibles_por(request.user).select_related("territorio__departamento", "pedido_por", "respondido_por"),
        clave=clave,
    )
    formulario = FormularioRespuestaAcompanamiento(request.POST or None, initial=texto_recuperado(request))
    if request.method == "POST" and formulario.is_valid():
        if responder(pedido, request.user, formulario.cleaned_data["respuesta"]):
            messages.success(request, _("Enviamos su respuesta a %(territorio)s.") % {"territorio": pedido.territorio})
        else:
            messages.info(request, _("Esta solicitud ya tenía respuesta. La suya no se envió."))
        return redirect("acompanamientos_fcm")
    return render(request, "cuentas/acompanamiento_responder.html", {"pedido": pedido, "formulario": formulario})
