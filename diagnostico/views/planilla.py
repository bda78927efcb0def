"""The diagnostic as a workbook: download it, upload it, see what it would change, accept all or part."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cuentas.models import Rol
from cuentas.permisos import cumple, territorio_para
from diagnostico.models import Diagnostico
from diagnostico.permisos import razon_de_solo_lectura, sigue_abierto
from diagnostico.planilla import planilla_de
from guardado.formularios import firmar_autor
from guardado.models import Recepcion
from guardado.planilla import vistas


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def planilla(request: HttpRequest, codigo: str, numero: int) -> HttpResponse:
    """Offer the workbook and, while the diagnostic is open, receive it."""
    diagnostico = _diagnostico(request, codigo, numero)
    error = ""
    if request.method == "POST":
        if not diagnostico.abierto:
            return _cerrado(request, diagnostico)
        recibida = vistas.subir(request, planilla_de(diagnostico))
        if isinstance(recibida, Recepcion):
            return redirect("diagnostico_planilla_recibida", codigo, numero, recibida.clave)
        error = recibida
    propio = {"error_planilla": error, "edita": cumple(diagnostico.territorio.mi_rol, Rol.EDICION)}
    if propio["edita"]:
        propio |= vistas.lista(request, planilla_de(diagnostico))
    return render(request, "diagnostico/planilla.html", _contexto(request, diagnostico) | propio)


@login_required
@require_safe
def planilla_xlsx(request: HttpRequest, codigo: str, numero: int) -> HttpResponse:
    """Give the workbook with what the diagnostic has now; of a closed one, to be read."""
    return vistas.descargar(planilla_de(_diagnostico(request, codigo, numero), para_llenar=True))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def planilla_recibida(request: HttpRequest, codigo: str, numero: int, clave) -> HttpResponse:
    """Show what a workbook would change; the POST accepts all of it, part of it or nothing."""
    diagnostico = _diagnostico(request, codigo, numero)
    if not cumple(diagnostico.territorio.mi_rol, Rol.EDICION):
        raise PermissionDenied
    libro = planilla_de(diagnostico)
    recepcion = get_object_or_404(Recepcion.objects.de(libro).select_related("usuario"), clave=clave)
    if request.method == "POST":
        with transaction.atomic():
            if not sigue_abierto(diagnostico):
                return _cerrado(request, diagnostico)
            diagnostico.refresh_from_db(fields=["temas", "ruta"])
            vistas.decidir(request, lambda: planilla_de(diagnostico), recepcion)
        return redirect("diagnostico_planilla_recibida", codigo, numero, recepcion.clave)
    propio = vistas.revision(request, libro, recepcion)
    return render(request, "diagnostico/planilla_recibida.html", _contexto(request, diagnostico) | propio)


def _diagnostico(request: HttpRequest, codigo: str, numero: int) -> Diagnostico:
    """Fetch a diagnostic: 404 for a stranger, 403 when a role that only reads posts."""
    territorio = territorio_para(request.user, codigo, Rol.EDICION if request.method == "POST" else Rol.LECTURA)
    filas = Diagnostico.objects.filter(territorio=territorio).select_related("periodo").defer("resultado")
    diagnostico = get_object_or_404(filas, numero=numero)
    diagnostico.territorio = territorio
    return diagnostico


def _contexto(request: HttpRequest, diagnostico: Diagnostico) -> dict:
    razon = razon_de_solo_lectura(diagnostico.territorio, diagnostico)
    return {
        "territorio": diagnostico.territorio,
        "periodo": diagnostico.periodo,
        "diagnostico": diagnostico,
        "razon_lectura": razon,
        "puede_escribir": not razon,
        "autor_firmado": firmar_autor(request.user),
    }


def _cerrado(request: HttpRequest, diagnostico: Diagnostico) -> HttpResponse:
    """Say why nothing of a workbook can be received any more."""
    messages.warning(request, _("Este diagnóstico ya está cerrado: la planilla se puede descargar, no subir."))
    return redirect("diagnostico_planilla", diagnostico.territorio_id, diagnostico.numero)
