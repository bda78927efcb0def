"""The people of a territory: who is in, with what role; invitations and requests. The responsable decides."""

from __future__ import annotations

import time
import uuid
from urllib.parse import quote

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from cuentas.forms.invitacion import FormularioInvitar
from cuentas.forms.personas import FormularioRespuesta, FormularioRol
from cuentas.frecuencia import INVITACION, cabe
from cuentas.invitaciones import anular, invitar
from cuentas.models import EstadoSolicitud, Rol
from cuentas.permisos import gestiona_personas, territorio_para, territorio_que_gestiona
from cuentas.solicitudes import resolver
from cuentas.views.paginas import pagina_de
from cuentas.vinculos import cambiar_rol, razon_para_no_salir, terminar
from territorio.models import Periodo

LLAVE_INVITACION = "invitacion_nueva"
VISIBLE_SEGUNDOS = 600
POR_PAGINA = 25


@login_required
@never_cache
def personas(request: HttpRequest, codigo: str) -> HttpResponse:
    """Show who is in a territory; invite by POST."""
    territorio = (
        territorio_que_gestiona(request.user, codigo)
        if request.method == "POST"
        else territorio_para(request.user, codigo)
    )
    formulario = FormularioInvitar(request.POST or None, initial={"clave": uuid.uuid4(), "rol": "edicion"})
    if request.method == "POST" and formulario.is_valid() and cabe(request, INVITACION, formulario, "email"):
        datos = formulario.cleaned_data
        invitacion, enlace = invitar(
            str(datos["clave"]), datos["email"], request.user, territorio=territorio, rol=datos["rol"]
        )
        recordar_enlace(request, invitacion, enlace)
        return redirect("personas", codigo)
    return render(request, "cuentas/personas_lista.html", _contexto(request, territorio, formulario))


def _contexto(request: HttpRequest, territorio, formulario) -> dict:
    gestiona = gestiona_personas(request.user, territorio)
    vigentes = territorio.vinculaciones.vigentes()
    pagina = pagina_de(request, vigentes.select_related("usuario").order_by("desde", "pk"), POR_PAGINA)
    vinculaciones = list(pagina)
    contexto = {
        "territorio": territorio,
        "periodo": Periodo.objects.en_vigor(),
        "vinculaciones": vinculaciones,
        "gestiona": gestiona,
        "pagina": pagina,
        "sin_responsable": not vigentes.filter(rol=Rol.RESPONSABLE).exists(),
    }
    if not gestiona:
        return contexto
    for vinculacion in vinculaciones:
        vinculacion.formulario = FormularioRol(initial={"rol": vinculacion.rol}, prefix=f"v{vinculacion.pk}")
    solicitudes = list(territorio.solicitudes.filter(estado=EstadoSolicitud.PENDIENTE).select_related("usuario"))
    for solicitud in solicitudes:
        solicitud.formulario = FormularioRespuesta(initial={"decision": solicitud.rol}, prefix=f"s{solicitud.pk}")
    return contexto | {
        "formulario": formulario,
        "solicitudes": solicitudes,
        "invitaciones": territorio.invitaciones.vivas().select_related("creada_por"),
        "enlace_nuevo": enlace_reciente(request, territorio.pk),
    }


def recordar_enlace(request: HttpRequest, invitacion, enlace: str) -> None:
    """Keep the link of a new invitation for its inviter, ten minutes: it cannot be made again."""
    papel = invitacion.territorio or _("la Federación Colombiana de Municipios")
    texto = _("Le envío la invitación para entrar al portal «De cara al mundo» con %(papel)s: %(enlace)s") % {
        "papel": papel,
        "enlace": enlace,
    }
    request.session[LLAVE_INVITACION] = {
        "email": invitacion.email,
        "enlace": enlace,
        "whatsapp": f"https://wa.me/?text={quote(texto)}",
        "territorio": invitacion.territorio_id,
        "hasta": time.time() + VISIBLE_SEGUNDOS,
    }


def enlace_reciente(request: HttpRequest, territorio_id: str | None) -> dict | None:
    """Give the link just made, while it is shown."""
    nuevo = request.session.get(LLAVE_INVITACION)
    return nuevo if nuevo and nuevo["hasta"] > time.time() and nuevo["territorio"] == territorio_id else None


@login_required
@require_POST
def cambiar(request: HttpRequest, codigo: str, pk: int) -> HttpResponse:
    """Change the role of a person."""
    territorio = territorio_que_gestiona(request.user, codigo)
    vinculacion = get_object_or_404(territorio.vinculaciones.vigentes().select_related("territorio"), pk=pk)
    formulario = FormularioRol(request.POST, prefix=f"v{pk}")
    razon = cambiar_rol(vinculacion, formulario.cleaned_data["rol"], request.user) if formulario.is_valid() else ""
    if razon or not formulario.is_valid():
        messages.error(request, razon or _("Escoja un rol de la lista."))
    else:
        messages.success(request, _("Cambiamos el rol."))
    return redirect("personas", codigo)


@login_required
def retirar(request: HttpRequest, codigo: str, pk: int) -> HttpResponse:
    """Remove a person, after a page that says what it means. Access is gone at once."""
    territorio = territorio_que_gestiona(request.user, codigo)
    vinculacion = get_object_or_404(territorio.vinculaciones.select_related("usuario", "territorio"), pk=pk)
    if request.method == "POST":
        if razon := terminar(vinculacion, request.user):
            messages.error(request, razon)
        else:
            messages.success(
                request, _("%(persona)s ya no entra a este territorio.") % {"persona": vinculacion.usuario}
            )
        sigo = vinculacion.usuario_id != request.user.pk or request.user.es_coordinador
        return redirect("personas", codigo) if sigo else redirect("entrada")
    contexto = {
        "territorio": territorio,
        "periodo": Periodo.objects.en_vigor(),
        "vinculacion": vinculacion,
        "razon": razon_para_no_salir(vinculacion, request.user),
    }
    return render(request, "cuentas/personas_retirar.html", contexto)


@login_required
@require_POST
def anular_invitacion(request: HttpRequest, codigo: str, pk: int) -> HttpResponse:
    """Revoke an invitation."""
    territorio = territorio_que_gestiona(request.user, codigo)
    anular(get_object_or_404(territorio.invitaciones, pk=pk))
    messages.success(request, _("Anulamos la invitación: su enlace ya no sirve."))
    return redirect("personas", codigo)


@login_required
@require_POST
def responder_solicitud(request: HttpRequest, codigo: str, pk: int) -> HttpResponse:
    """Approve or deny a request to join."""
    territorio = territorio_que_gestiona(request.user, codigo)
    solicitud = get_object_or_404(territorio.solicitudes, pk=pk)
    formulario = FormularioRespuesta(request.POST, prefix=f"s{pk}")
    if not formulario.is_valid():
        messages.error(request, _("Escoja una respuesta de la lista."))
    else:
        decision = formulario.cleaned_data["decision"]
        rol = "" if decision == "no" else decision
        ahora = resolver(solicitud, request.user, rol=rol, respuesta=formulario.cleaned_data["respuesta"])
        messages.success(request, _("Respondimos la solicitud.") if ahora else _("Esa solicitud ya tenía respuesta."))
    if request.POST.get("volver") == "gente" and request.user.es_coordinador:
        return redirect("gente_solicitudes")
    return redirect("personas", codigo)
