"""The people of the FCM, the territories each one accompanies, and the requests of the whole country."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from cuentas.busqueda import buscar_territorios
from cuentas.forms.invitacion import FormularioInvitarFcm
from cuentas.forms.personas import FormularioRespuesta
from cuentas.frecuencia import INVITACION, cabe
from cuentas.invitaciones import anular, invitar
from cuentas.models import Asignacion, EstadoSolicitud, Invitacion, RolFcm, Solicitud, Usuario
from cuentas.permisos import solo_coordinacion
from cuentas.views.paginas import pagina_de
from cuentas.views.personas import enlace_reciente, recordar_enlace
from territorio.models import Territorio


def _de_la_fcm():
    return Usuario.objects.filter(is_active=True).exclude(rol_fcm="")


@solo_coordinacion
@never_cache
def gente(request: HttpRequest) -> HttpResponse:
    """List the people of the FCM; invite by POST."""
    formulario = FormularioInvitarFcm(request.POST or None, initial={"clave": uuid.uuid4(), "rol": RolFcm.ASESOR})
    if request.method == "POST" and formulario.is_valid() and cabe(request, INVITACION, formulario, "email"):
        datos = formulario.cleaned_data
        fila, enlace = invitar(str(datos["clave"]), datos["email"], request.user, rol_fcm=datos["rol"])
        recordar_enlace(request, fila, enlace)
        return redirect("gente")
    personas = _de_la_fcm().annotate(cuantas=Count("asignaciones")).order_by("rol_fcm", "nombre", "email")
    contexto = {
        "pagina": pagina_de(request, personas),
        "formulario": formulario,
        "invitaciones": Invitacion.objects.vivas().filter(territorio__isnull=True).select_related("creada_por"),
        "enlace_nuevo": enlace_reciente(request, None),
        "pendientes": Solicitud.objects.filter(estado=EstadoSolicitud.PENDIENTE).count(),
    }
    return render(request, "cuentas/gente_lista.html", contexto)


@solo_coordinacion
def gente_solicitudes(request: HttpRequest) -> HttpResponse:
    """List the pending requests of all territories."""
    filas = Solicitud.objects.filter(estado=EstadoSolicitud.PENDIENTE).select_related(
        "usuario", "territorio__departamento"
    )
    pagina = pagina_de(request, filas)
    for solicitud in pagina:
        solicitud.formulario = FormularioRespuesta(initial={"decision": solicitud.rol}, prefix=f"s{solicitud.pk}")
    return render(request, "cuentas/gente_solicitudes.html", {"pagina": pagina})


@solo_coordinacion
def persona_fcm(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one person of the FCM and what they accompany; search a territory or department to assign."""
    persona = get_object_or_404(_de_la_fcm(), pk=pk)
    texto = request.GET.get("q", "").strip()[:100]
    asignadas = persona.asignaciones.select_related("territorio__departamento").order_by("territorio__clave_busqueda")
    contexto = {"persona": persona, "q": texto, "asignadas": list(asignadas)}
    if texto:
        contexto["pagina"] = pagina_de(request, buscar_territorios(texto, _asignables()))
        contexto["ya"] = {fila.territorio_id for fila in contexto["asignadas"]}
    return render(request, "cuentas/gente_persona.html", contexto)


def _asignables():
    return Territorio.objects.con_agenda() | Territorio.objects.departamentos()


@solo_coordinacion
@require_POST
def asignar(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an advisor a territory or a whole department. Twice does nothing more."""
    persona = get_object_or_404(_de_la_fcm(), pk=pk, rol_fcm=RolFcm.ASESOR)
    territorio = get_object_or_404(_asignables(), pk=request.POST.get("territorio", ""))
    Asignacion.objects.get_or_create(asesor=persona, territorio=territorio)
    messages.success(
        request, _("%(persona)s acompaña a %(territorio)s.") % {"persona": persona, "territorio": territorio}
    )
    return redirect("persona_fcm", pk)


@solo_coordinacion
@require_POST
def desasignar(request: HttpRequest, pk: int, asignacion: int) -> HttpResponse:
    """Take a territory or department away from an advisor. Twice does nothing more."""
    Asignacion.objects.filter(asesor_id=pk, pk=asignacion).delete()
    messages.success(request, _("Quitamos la asignación."))
    return redirect("persona_fcm", pk)


@solo_coordinacion
@require_POST
def retirar_de_la_fcm(request: HttpRequest, pk: int) -> HttpResponse:
    """End somebody's work in the FCM: role and assignments. Nobody does it to themselves."""
    persona = get_object_or_404(Usuario, pk=pk)
    if persona == request.user:
        messages.error(request, _("Pida a otra persona de la coordinación que la retire."))
        return redirect(reverse("persona_fcm", args=[pk]))
    with transaction.atomic():
        persona.asignaciones.all().delete()
        persona.rol_fcm, persona.is_superuser = RolFcm.NINGUNO, False
        persona.save(update_fields=["rol_fcm", "is_superuser"])
    messages.success(request, _("%(persona)s ya no trabaja en la Federación dentro del portal.") % {"persona": persona})
    return redirect("gente")


@solo_coordinacion
@require_POST
def anular_invitacion_fcm(request: HttpRequest, pk: int) -> HttpResponse:
    """Revoke an invitation to the FCM."""
    anular(get_object_or_404(Invitacion, pk=pk, territorio__isnull=True))
    messages.success(request, _("Anulamos la invitación: su enlace ya no sirve."))
    return redirect("gente")
