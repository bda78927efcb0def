"""The page behind an invitation: what it gives, and the way in for an existing or a new account."""

from __future__ import annotations

from allauth.account.internal.flows.signup import complete_signup
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from cuentas.altas import crear_cuenta
from cuentas.forms.invitacion import FormularioCuentaInvitada
from cuentas.invitaciones import Llegada, aceptar, buscar, razon_para_no_aceptar
from cuentas.models import Invitacion, Usuario


@sensitive_post_parameters("clave")
@never_cache
def invitacion(request: HttpRequest, token: str) -> HttpResponse:
    """Show an invitation; by POST accept it, making the account when there is none."""
    llegada = buscar(token)
    if llegada is None:
        return _cerrada(request, _("Este enlace de invitación no existe o llegó cortado. Cópielo completo."), 404)
    fila = llegada.invitacion
    es_suya = request.user.is_authenticated and request.user.email == fila.email
    if es_suya and fila.usada_por_id == request.user.pk:
        return redirect(_destino(fila))
    if razon := razon_para_no_aceptar(fila):
        return _cerrada(request, razon, 410, fila)
    contexto = {"invitacion": fila, "token": token, "por_correo": llegada.por_correo}
    if request.user.is_authenticated and not es_suya:
        return render(request, "cuentas/invitacion_ajena.html", contexto, status=403)
    if es_suya:
        return _aceptar_con_cuenta(request, fila, contexto)
    if Usuario.objects.filter(email=fila.email).exists():
        return render(request, "cuentas/invitacion_ver.html", contexto | {"tiene_cuenta": True})
    return _crear(request, llegada, contexto)


def _aceptar_con_cuenta(request: HttpRequest, fila: Invitacion, contexto: dict) -> HttpResponse:
    if request.method != "POST":
        return render(request, "cuentas/invitacion_ver.html", contexto)
    if razon := aceptar(fila, request.user):
        return _cerrada(request, razon, 410, fila)
    messages.success(request, _("Listo: ya puede trabajar aquí."))
    return redirect(_destino(fila))


def _crear(request: HttpRequest, llegada: Llegada, contexto: dict) -> HttpResponse:
    fila = llegada.invitacion
    formulario = FormularioCuentaInvitada(request.POST or None, email=fila.email)
    if request.method != "POST" or not formulario.is_valid():
        return render(request, "cuentas/invitacion_ver.html", contexto | {"formulario": formulario})
    datos = {campo: formulario.cleaned_data[campo] for campo in ("nombre", "cargo", "dependencia")}
    try:
        with transaction.atomic():
            usuario = crear_cuenta(fila.email, formulario.cleaned_data["clave"], verificado=llegada.por_correo, **datos)
            razon = aceptar(fila, usuario)
            if razon:
                transaction.set_rollback(True)
    except IntegrityError:  # a second click: the first one made the account
        return redirect("invitacion", contexto["token"])
    if razon:
        return _cerrada(request, razon, 410, fila)
    try:
        return complete_signup(request, user=usuario, redirect_url=_destino(fila))
    except ImmediateHttpResponse as respuesta:
        return respuesta.response


def _destino(fila: Invitacion) -> str:
    return reverse("panel", args=[fila.territorio_id]) if fila.territorio_id else reverse("entrada")


def _cerrada(request: HttpRequest, razon: str, codigo: int, fila: Invitacion | None = None) -> HttpResponse:
    return render(request, "cuentas/invitacion_cerrada.html", {"razon": razon, "invitacion": fila}, status=codigo)
