"""What a move needs besides who and when: each function gives a sentence, or None when nothing is missing."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agenda.faltantes import cerrados, faltas_de
from agenda.models import Agenda, EstadoComentario


def periodo_abierto(agenda: Agenda) -> str | None:
    """Ask that the Periodo has not ended: afterwards nothing is updated nor sent."""
    if agenda.periodo.terminado():
        frase = _("El período %(periodo)s ya terminó: siga en la agenda del período nuevo.")
        return frase % {"periodo": agenda.periodo}
    return None


def diagnostico_cerrado(agenda: Agenda) -> str | None:
    """Ask for a closed diagnostic of the Periodo: it is frozen with the agenda."""
    if not cerrados(agenda.territorio_id, agenda.periodo_id):
        return _("Falta cerrar un diagnóstico del período %(periodo)s.") % {"periodo": agenda.periodo}
    return None


def bloqueantes_atendidos(agenda: Agenda) -> str | None:
    """Ask that the town attended every blocking comment it received."""
    abiertos = agenda.comentarios.entregados().filter(bloqueante=True, estado=EstadoComentario.ABIERTO).count()
    if abiertos:
        return ngettext(
            "Falta atender %(n)s comentario que bloquea la aprobación.",
            "Falta atender %(n)s comentarios que bloquean la aprobación.",
            abiertos,
        ) % {"n": abiertos}
    return None


def bloqueantes_resueltos(agenda: Agenda) -> str | None:
    """Ask that no blocking comment is unresolved (attended is not resolved)."""
    abiertos = agenda.comentarios.bloqueantes_abiertos().count()
    if abiertos:
        return ngettext(
            "No puede aprobar: queda %(n)s comentario bloqueante abierto.",
            "No puede aprobar: quedan %(n)s comentarios bloqueantes abiertos.",
            abiertos,
        ) % {"n": abiertos}
    return None


def nada_falta(agenda: Agenda) -> str | None:
    """Ask that nothing that blocks is missing from the text."""
    bloquean = [str(falta.texto).rstrip(".") for falta in faltas_de(agenda) if falta.bloquea]
    if bloquean:
        return ngettext(
            "Falta algo antes de enviar: %(lista)s.", "Faltan %(n)s cosas antes de enviar: %(lista)s.", len(bloquean)
        ) % {"n": len(bloquean), "lista": "; ".join(bloquean)}
    return None


def publicada(agenda: Agenda) -> str | None:
    """Ask for a version that the public can see now."""
    if agenda.publicada_id is None:
        return _("Esta agenda no tiene ninguna versión publicada.")
    if agenda.retirada_publico_en:
        return _("Esta agenda ya está retirada de publicación.")
    return None


def retirada_del_publico(agenda: Agenda) -> str | None:
    """Ask that the version in force is withdrawn from the public."""
    if agenda.publicada_id is None or not agenda.retirada_publico_en:
        return _("Esta agenda no está retirada de publicación.")
    return None
