"""Who hears of each move by e-mail, and what they read: Spanish, plain text, one link."""

from __future__ import annotations

import logging

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse

from agenda.models import Agenda, Transicion
from cuentas.models import Rol, RolFcm, Usuario, Vinculacion

TERRITORIO, FCM = "territorio", "fcm"

AVISOS: dict[str, tuple[str, ...]] = {
    "enviar": (FCM, TERRITORIO),
    "retirar": (FCM, TERRITORIO),
    "tomar": (TERRITORIO,),
    "soltar": (FCM, TERRITORIO),
    "devolver": (TERRITORIO,),
    "aprobar": (TERRITORIO,),
    "actualizar": (FCM, TERRITORIO),
    "retirar_publicacion": (TERRITORIO, FCM),
    "restituir_publicacion": (TERRITORIO, FCM),
}

PAGINAS = {
    ("fcm", ""): "revision_agenda",
    ("territorio", ""): "agenda",
    ("territorio", "devolver"): "agenda_comentarios",
    ("territorio", "aprobar"): "agenda_publica",
    ("territorio", "retirar_publicacion"): "agenda_publica",
    ("territorio", "restituir_publicacion"): "agenda_publica",
}

registro = logging.getLogger(__name__)


def del_territorio(agenda: Agenda) -> QuerySet[Usuario]:
    """Give the people who work on the text: enlaces and responsables."""
    return Usuario.objects.filter(
        is_active=True,
        vinculaciones__territorio=agenda.territorio_id,
        vinculaciones__hasta__isnull=True,
        vinculaciones__rol__in=[Rol.EDICION, Rol.RESPONSABLE],
    ).distinct()


def de_la_fcm(agenda: Agenda) -> QuerySet[Usuario]:
    """Give the advisors of the territory; the coordination when it has none."""
    codigos = [agenda.territorio_id, agenda.territorio.departamento_id]
    asesores = (
        Usuario.objects.filter(Q(asignaciones__territorio__in=codigos), is_active=True, rol_fcm=RolFcm.ASESOR)
        .exclude(pk__in=Vinculacion.objects.vigentes().filter(territorio=agenda.territorio_id).values("usuario"))
        .distinct()
    )
    if asesores.exists():
        return asesores
    return Usuario.objects.filter(is_active=True, rol_fcm=RolFcm.COORDINADOR)


DESTINATARIOS = {TERRITORIO: del_territorio, FCM: de_la_fcm}


def mensajes(transicion: Transicion) -> list[EmailMessage]:
    """Give the messages of a move: one per person, never to who made it."""
    agenda, salen = transicion.agenda, []
    for audiencia in AVISOS[transicion.movimiento]:
        pagina = PAGINAS.get((audiencia, transicion.movimiento)) or PAGINAS[(audiencia, "")]
        contexto = {
            "agenda": agenda,
            "transicion": transicion,
            "enlace": settings.PORTAL_DIRECCION + reverse(pagina, args=[agenda.territorio_id, agenda.periodo_id]),
        }
        texto = render_to_string(f"agenda/correo/{transicion.movimiento}_{audiencia}.txt", contexto).strip()
        asunto, cuerpo = texto.split("\n", 1)
        for persona in DESTINATARIOS[audiencia](agenda).exclude(pk=transicion.usuario_id).order_by("pk"):
            salen.append(EmailMessage(" ".join(asunto.split()), cuerpo.strip() + "\n", to=[persona.email]))
    return salen


def avisar(transicion: Transicion) -> None:
    """Send the messages of a move; a mail server that is down never undoes the move."""
    try:
        get_connection().send_messages(mensajes(transicion))
    except OSError:  # smtplib's errors are OSError
        registro.exception("No salieron los correos de %s", transicion)
