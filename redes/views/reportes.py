"""Anyone reports an error; somebody of the FCM attends it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cuentas.frecuencia import REPORTE, cabe
from cuentas.permisos import solo_fcm
from guardado.sesion_vencida import recuperar
from redes.cosas import nombre_de, pagina_de_edicion, pagina_publica
from redes.models import EstadoReporte, Reporte
from redes.reportes.atencion import cerrar, cosa, recibir
from redes.reportes.formularios import FormularioCierre, FormularioReporte


@require_http_methods(["GET", "HEAD", "POST"])
def reportar(request: HttpRequest, clase: str, slug: str) -> HttpResponse:
    """Take a report without an account: a few an hour from one place, and none from a program that fills the trap."""
    fila = cosa(clase, slug)
    contexto = {"nombre": nombre_de(fila), "publica": pagina_publica(fila)}
    if request.method != "POST":
        if "gracias" in request.GET:
            return render(request, "redes/reportes/gracias.html", contexto)
        return render(request, "redes/reportes/reportar.html", contexto | {"formulario": FormularioReporte()})
    formulario = FormularioReporte(request.POST)
    if request.POST.get("asunto", "").strip():
        return redirect(f"{request.path}?gracias=1")
    estado = 200
    if formulario.is_valid():
        if cabe(request, REPORTE, formulario, "texto"):
            recibir(formulario.save(commit=False), clase, fila)
            return redirect(f"{request.path}?gracias=1")
        estado = 429
    return render(request, "redes/reportes/reportar.html", contexto | {"formulario": formulario}, status=estado)


@solo_fcm
@require_http_methods(["GET", "HEAD", "POST"])
def reporte_atender(request: HttpRequest, clave) -> HttpResponse:
    """Read a report, go and correct what it is about, and close it with what was done."""
    filas = Reporte.objects.select_related(
        "entrada", "convocatoria__entrada", "hermanamiento__territorio__departamento", "atendido_por"
    )
    reporte = get_object_or_404(filas, clave=clave)
    pendiente = recuperar(request) if request.method != "POST" else None
    formulario = FormularioCierre(request.POST or None, initial=pendiente.dict() if pendiente is not None else None)
    if request.method == "POST" and formulario.is_valid():
        datos = formulario.cleaned_data
        con_correo = bool(reporte.correo)
        if cerrar(reporte, request.user, EstadoReporte(datos["estado"]), datos["respuesta"]):
            frase = _("Reporte cerrado. Enviamos su respuesta y borramos el correo de quien lo escribió.")
            messages.success(request, frase if con_correo else _("Reporte cerrado."))
        else:
            messages.info(request, _("Otra persona ya había cerrado este reporte. Lo suyo no se guardó."))
        return redirect("edicion_directorio")
    contexto = {
        "reporte": reporte,
        "formulario": formulario,
        "nombre": nombre_de(reporte.sobre),
        "publica": pagina_publica(reporte.sobre),
        "editar": _editable(reporte),
    }
    return render(request, "redes/reportes/atender.html", contexto)


def _editable(reporte: Reporte) -> str:
    """Give where it is corrected; what a territory filed is corrected by its own people."""
    propio = reporte.hermanamiento
    return "" if propio is not None and propio.declarado_en is not None else pagina_de_edicion(reporte.sobre)
