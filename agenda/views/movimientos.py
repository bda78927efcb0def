"""The pages that make a move: a confirmation that says what happens next, then the move."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from agenda.flujo import MOVIMIENTOS, MovimientoNegado, mover, negativa
from agenda.forms.comentario import MovimientoForm
from agenda.models import Agenda
from agenda.papeles import DE_LA_FCM, DEL_TERRITORIO, papeles
from agenda.permisos import agenda_para
from guardado.formularios import firmar_autor
from guardado.sesion_vencida import recuperar

CON_PALABRAS = ("devolver", "aprobar", "retirar_publicacion")
QUE_SIGUE = {
    "retirar": gettext_lazy(
        "El envío se retira y el texto vuelve a quedar abierto. La versión enviada queda en la historia."
    ),
    "tomar": gettext_lazy("La agenda queda a su nombre: el territorio ya no puede retirarla y usted puede comentar."),
    "soltar": gettext_lazy(
        "La agenda vuelve a la lista por revisar. Los comentarios escritos se conservan sin entregar."
    ),
    "devolver": gettext_lazy(
        "El territorio recibe un correo con este mensaje y todos los comentarios, y puede editar."
    ),
    "aprobar": gettext_lazy(
        "Esta versión pasa a ser la pública, con su huella y su PDF. El territorio recibe un correo."
    ),
    "actualizar": gettext_lazy(
        "El texto se abre para editar. La versión publicada no cambia hasta que se apruebe otra."
    ),
    "retirar_publicacion": gettext_lazy(
        "La agenda deja de mostrarse. La razón se lee en su página y al verificar el PDF."
    ),
    "restituir_publicacion": gettext_lazy("La versión en vigor vuelve a mostrarse al público."),
}
HECHO = {
    "enviar": gettext_lazy("La agenda quedó enviada a la Federación."),
    "retirar": gettext_lazy("El envío quedó retirado: el texto está abierto de nuevo."),
    "tomar": gettext_lazy("La agenda está en revisión a su nombre."),
    "soltar": gettext_lazy("La agenda volvió a la lista por revisar."),
    "devolver": gettext_lazy("La agenda fue devuelta con sus comentarios."),
    "aprobar": gettext_lazy("La agenda fue aprobada y ya es pública. El PDF estará listo en unos minutos."),
    "actualizar": gettext_lazy("El texto está abierto para actualizarlo."),
    "retirar_publicacion": gettext_lazy("La agenda quedó retirada de publicación."),
    "restituir_publicacion": gettext_lazy("La agenda vuelve a estar publicada."),
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def revision_mover(request, codigo: str, periodo: str, movimiento: str):
    """Make a move of the FCM."""
    agenda = agenda_para(request.user, codigo, periodo)
    if movimiento not in MOVIMIENTOS or not MOVIMIENTOS[movimiento].quien & DE_LA_FCM:
        raise Http404(movimiento)
    return _mover(request, agenda, movimiento, "revision_agenda", "agenda/revision/mover.html")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def agenda_mover(request, codigo: str, periodo: str, movimiento: str):
    """Make a move of the town (but *enviar*, whose page is the check of answers)."""
    agenda = agenda_para(request.user, codigo, periodo)
    if movimiento not in MOVIMIENTOS or not MOVIMIENTOS[movimiento].quien & DEL_TERRITORIO:
        raise Http404(movimiento)
    if movimiento == "enviar" and request.method != "POST":
        return redirect("agenda_enviar", codigo, periodo)
    return _mover(request, agenda, movimiento, "agenda", "agenda/revision/mover_territorio.html")


def _mover(request, agenda: Agenda, movimiento: str, volver: str, plantilla: str):
    """Ask for confirmation, or make the move; a refusal goes back with its reason, a wrong role gets 403."""
    fila = MOVIMIENTOS[movimiento]
    args = [agenda.territorio_id, agenda.periodo_id]
    datos = request.POST if request.method == "POST" else recuperar(request)
    formulario = MovimientoForm(datos, obligatorio=bool(fila.pide_comentario), ayuda=fila.pide_comentario)
    if request.method == "POST" and formulario.is_valid():
        try:
            mover(agenda, movimiento, request.user, formulario.cleaned_data["comentario"])
        except MovimientoNegado as motivo:
            messages.error(request, str(motivo))
        else:
            messages.success(request, HECHO[movimiento])
        return redirect(volver, *args)
    motivo = negativa(fila, agenda, papeles(request.user, agenda))
    if motivo and motivo.por_papel:
        raise PermissionDenied(motivo.razon)
    if motivo:
        messages.error(request, motivo.razon)
        return redirect(volver, *args)
    contexto = {
        "agenda": agenda,
        "territorio": agenda.territorio,
        "movimiento": fila,
        "formulario": formulario,
        "con_palabras": movimiento in CON_PALABRAS,
        "que_sigue": QUE_SIGUE.get(movimiento, ""),
        "volver": reverse(volver, args=args),
        "pregunta": _("¿%(movimiento)s?") % {"movimiento": fila.etiqueta},
        "autor_firmado": firmar_autor(request.user),
        "sin_entregar": agenda.comentarios.filter(entregado_en__isnull=True).count(),
    }
    return render(request, plantilla, contexto)
