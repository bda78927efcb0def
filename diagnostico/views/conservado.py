"""A kept self-check: storing it, reading it again, deleting it. Nobody but its owner sees it."""

from __future__ import annotations

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cuentas.models import Rol
from cuentas.permisos import cumple, rol_en
from diagnostico.autodiagnostico.conservar import conservar
from diagnostico.autodiagnostico.lectura import Lectura
from diagnostico.autodiagnostico.resultado import contexto_resultado
from diagnostico.cuestionario import publicado
from diagnostico.models import Autodiagnostico
from diagnostico.views.autodiagnostico import con_lectura

ACCION = "autodiagnostico"  # its rate is in ACCOUNT_RATE_LIMITS


@require_POST
@con_lectura
def guardar(request: HttpRequest, lectura: Lectura) -> HttpResponse:
    """Keep the answers: at once for who has an account open, or through the making of one."""
    if not lectura.completa:
        return redirect(lectura.url_siguiente())
    if not ratelimit.consume(request, action=ACCION):
        messages.warning(
            request,
            _("Se han guardado muchos desde esta red. Espere unos minutos; su resultado sigue en esta dirección."),
        )
        return redirect(lectura.url("autodiagnostico_resultado"))
    propio = conservar(request, lectura.contenido, lectura.respuestas, lectura.territorio)
    destino = reverse("autodiagnostico_conservado", args=[propio.clave])
    if request.user.is_authenticated:
        messages.success(request, _("Guardamos su autodiagnóstico en su cuenta."))
        return redirect(destino)
    messages.info(
        request, _("Guardamos sus respuestas. Cree su cuenta, o entre con la que tiene, y ahí las encontrará.")
    )
    return redirect(f"{reverse('account_signup')}?{urlencode({'next': destino})}")


def _propio(request: HttpRequest, clave) -> Autodiagnostico:
    """Fetch one of the person's own; 404 for any other."""
    filas = Autodiagnostico.objects.de(request.user).select_related("territorio__departamento", "usado_en")
    return get_object_or_404(filas.prefetch_related("territorio__categorias"), clave=clave)


@login_required
@require_safe
def conservado(request: HttpRequest, clave) -> HttpResponse:
    """Show a kept self-check and what may be done with it."""
    propio = _propio(request, clave)
    contenido = publicado(propio.cuestionario_id)
    if contenido is None:
        raise Http404("cuestionario")
    lectura = Lectura(contenido, dict(propio.respuestas), propio.territorio)
    edita = propio.territorio is not None and cumple(rol_en(request.user, propio.territorio), Rol.EDICION)
    contexto = contexto_resultado(lectura) | {
        "propio": propio,
        "puede_empezar": edita,
        "hay_abierto": edita and propio.territorio.diagnosticos.abiertos().exists(),
        "sin_territorio": not request.user.vinculaciones.vigentes().exists(),
    }
    return render(request, "diagnostico/autodiagnostico_conservado.html", contexto)


@login_required
@require_http_methods(["GET", "POST"])
def borrar(request: HttpRequest, clave) -> HttpResponse:
    """Delete a kept self-check, after a page that says what it means."""
    propio = _propio(request, clave)
    if request.method == "POST":
        propio.delete()
        messages.success(request, _("Borramos su autodiagnóstico."))
        return redirect("cuenta")
    return render(request, "diagnostico/autodiagnostico_borrar.html", {"propio": propio})
