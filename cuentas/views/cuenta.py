"""The person's own page: data, territories, requests, password and second factor, leaving a territory."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cuentas.forms.personas import FormularioDatos
from cuentas.vinculos import razon_para_no_salir, terminar


@login_required
def cuenta(request: HttpRequest) -> HttpResponse:
    """Show and change one's own data."""
    usuario = request.user
    formulario = FormularioDatos(request.POST or None, instance=usuario)
    if request.method == "POST" and formulario.is_valid():
        formulario.save()
        messages.success(request, _("Guardamos sus datos."))
        return redirect("cuenta")
    contexto = {
        "formulario": formulario,
        "vinculaciones": usuario.vinculaciones.vigentes().select_related("territorio__departamento"),
        "solicitudes": usuario.solicitudes.select_related("territorio__departamento").order_by("-creada_en")[:20],
        "consentimiento": usuario.consentimientos.order_by("-otorgado_en").first(),
        "dos_pasos": Authenticator.objects.filter(user=usuario, type=Authenticator.Type.TOTP).exists(),
    }
    return render(request, "cuentas/cuenta_ver.html", contexto)


@login_required
@require_http_methods(["GET", "POST"])
def salir_de(request: HttpRequest, codigo: str) -> HttpResponse:
    """Leave a territory, after a page that says what it means."""
    vinculacion = get_object_or_404(
        request.user.vinculaciones.vigentes().select_related("territorio__departamento"), territorio_id=codigo
    )
    if request.method == "POST":
        if razon := terminar(vinculacion, request.user):
            messages.error(request, razon)
        else:
            messages.success(request, _("Salió de %(territorio)s.") % {"territorio": vinculacion.territorio})
        return redirect("cuenta")
    contexto = {"vinculacion": vinculacion, "razon": razon_para_no_salir(vinculacion, request.user)}
    return render(request, "cuentas/vinculacion_salir.html", contexto)
