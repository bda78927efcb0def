"""What the territories filed and the FCM has not looked at: the queue, and one row with its document at hand."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cuentas.permisos import solo_fcm
from redes.registros import movimientos
from redes.registros.clases import clase_de
from redes.registros.cola import cola, completar
from redes.registros.comparacion import hechos
from redes.registros.correos import avisar
from redes.registros.formularios import Devolucion
from redes.registros.situacion import Situacion, huella_de, nombre_de, situacion

POR_PAGINA = 25


@solo_fcm
@require_safe
def registros_por_confirmar(request: HttpRequest) -> HttpResponse:
    """List what waits in the territories that a person reviews, oldest first."""
    pagina = Paginator(cola(request.user), POR_PAGINA).get_page(request.GET.get("pagina"))
    contexto = {"pagina": pagina, "filas": completar(pagina.object_list)}
    return render(request, "redes/registro_cola.html", contexto)


@solo_fcm
@require_http_methods(["GET", "HEAD", "POST"])
def registro_revisar(request: HttpRequest, clase: str, identidad: str) -> HttpResponse:
    """Read one row and confirm it, or return it with a reason."""
    descrito = clase_de(clase)
    filas = descrito.modelo.objects.por_revisar_de(request.user).filter(declarado_en__isnull=False)
    filas = filas.select_related("territorio__departamento", *descrito.unidas)
    cual = descrito.cual(identidad)
    devolucion = Devolucion(request.POST if request.POST.get("decision") == "devolver" else None)
    if request.method == "POST":
        devuelve = request.POST.get("decision") == "devolver"
        if not devuelve or devolucion.is_valid():
            motivo = devolucion.cleaned_data["motivo"] if devuelve else ""
            respuesta = _decidir(request, filas, cual, motivo)
            if respuesta is not None:
                return respuesta
            return redirect("registro_revisar", clase, identidad)
    fila = get_object_or_404(filas, **cual)
    estado = situacion(fila)
    contexto = {
        "registro": descrito,
        "fila": fila,
        "nombre": nombre_de(fila),
        "estado": estado,
        "espera": estado == Situacion.POR_CONFIRMAR,
        "visto": huella_de(fila),
        "hechos": hechos(fila, movimientos.ultima_publica(fila)),
        "formulario": devolucion,
    }
    return render(request, "redes/registro_revisar.html", contexto)


def _decidir(request: HttpRequest, filas, cual: dict, motivo: str) -> HttpResponse | None:
    """Confirm, or return when there is a reason, and tell the town; None when it could not be done."""
    visto = request.POST.get("visto", "")[:16]
    try:
        with transaction.atomic():
            if motivo:
                fila = movimientos.devolver(filas, cual, visto, motivo)
                avisar(fila, "devuelto")
            else:
                fila = movimientos.confirmar(filas, cual, visto)
                avisar(fila, "confirmado")
    except movimientos.Rechazo as rechazo:
        messages.error(request, str(rechazo))
        return None
    if motivo:
        messages.success(request, _("Devuelto. El territorio leerá el motivo."))
    else:
        messages.success(request, _("Confirmado. Ya se ve en público."))
    return redirect("registros_por_confirmar")
