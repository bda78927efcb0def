"""Before and after sending: everything on one page, the draft as PDF, and what happens next."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from agenda.documento import componer
from agenda.faltantes import faltantes
from agenda.flujo import MovimientoNegado, etiqueta, mover, movimientos_para
from agenda.lectura import bloques, partes
from agenda.models import Agenda, Estado
from agenda.views.puerta import contexto, pagina
from cuentas.models import Rol


def _sin_regla(usuario, agenda: Agenda) -> None:
    """The flow itself says who may send and when."""
    return


@pagina(regla=_sin_regla, minimo=Rol.RESPONSABLE)
def enviar(request: HttpRequest, agenda: Agenda) -> HttpResponse:
    """Show all that is about to be sent, what lacks and who may send; the POST sends."""
    if request.method == "POST":
        try:
            mover(agenda, "enviar", request.user)
        except MovimientoNegado as negado:
            messages.error(request, str(negado))
            return redirect(request.path)
        return redirect("agenda_enviada", agenda.territorio_id, agenda.periodo_id)
    faltas = faltantes(agenda)
    opcion = next((una for una in movimientos_para(agenda, request.user) if una.nombre == "enviar"), None)
    contenido = componer(agenda)
    propio = {
        "aqui": _("Revisar y enviar"),
        "opcion": opcion,
        "estado": etiqueta(agenda.estado),
        "bloquean": [falta for falta in faltas if falta.bloquea],
        "avisos": [falta for falta in faltas if not falta.bloquea],
        "partes": partes(bloques(contenido)),
        "totales": contenido["totales"],
        "cuantas": sum(len(objetivo["acciones"]) for eje in contenido["ejes"] for objetivo in eje["objetivos"]),
        "marcados": len(agenda.consejos),
    }
    return render(request, "agenda/editor/enviar.html", contexto(request, agenda, **propio))


@pagina(regla=_sin_regla, metodos=("GET",))
def enviada(request: HttpRequest, agenda: Agenda) -> HttpResponse:
    """Say that it was sent and what happens next."""
    if agenda.estado != Estado.ENVIADA:
        return redirect("agenda", agenda.territorio_id, agenda.periodo_id)
    version = agenda.versiones.defer("contenido").order_by("-numero").first()
    sigue = [
        _("La asesora o el asesor de la FCM la toma para revisarla. Recibirá un correo cuando haya respuesta."),
        _("Puede devolverla con comentarios: ustedes los atienden y la vuelven a enviar."),
        _("Cuando la apruebe, la agenda se publica con su PDF y cualquiera puede comprobar que es auténtica."),
        _("Mientras nadie la haya tomado, la persona responsable puede retirar el envío."),
    ]
    return render(request, "agenda/editor/enviada.html", contexto(request, agenda, version=version, sigue=sigue))


@pagina(regla=_sin_regla, metodos=("GET",))
def borrador(request: HttpRequest, agenda: Agenda) -> HttpResponse:
    """Give the draft as PDF, with BORRADOR on each page and neither hash nor QR."""
    from agenda.pdf import dibujar_borrador  # WeasyPrint is heavy: only whoever asks for a PDF loads it

    hecho = dibujar_borrador(agenda)
    pdf = hecho[1] if isinstance(hecho, tuple) else hecho
    nombre = f"borrador-{slugify(agenda.territorio.nombre)}-{agenda.periodo_id}-{localtime():%Y%m%d-%H%M}.pdf"
    respuesta = HttpResponse(pdf, content_type="application/pdf")
    respuesta["Content-Disposition"] = f'inline; filename="{nombre}"'
    respuesta["Cache-Control"] = "private, no-store"
    return respuesta
