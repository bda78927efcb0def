"""What the people of a territory hear by e-mail when the FCM decides on what they filed: plain text, one link."""

from __future__ import annotations

from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.template.loader import render_to_string

from cuentas.correos import direccion_completa
from cuentas.models import Rol, Usuario
from redes.registros.clases import de_fila, identidad
from redes.registros.situacion import nombre_de


def del_territorio(codigo: str) -> list[str]:
    """Give the addresses of the people who may write in a territory."""
    personas = Usuario.objects.filter(
        is_active=True,
        vinculaciones__territorio=codigo,
        vinculaciones__hasta__isnull=True,
        vinculaciones__rol__in=[Rol.EDICION, Rol.RESPONSABLE],
    )
    return list(personas.order_by("email").values_list("email", flat=True).distinct())


def avisar(fila, decision: str) -> None:
    """Tell the town of a decision (``confirmado`` or ``devuelto``), one mail each, when the transaction commits."""
    clase = de_fila(fila)
    enlace = direccion_completa("registro", fila.territorio_id, clase.slug, identidad(fila))
    contexto = {"fila": fila, "nombre": nombre_de(fila), "territorio": fila.territorio, "enlace": enlace}
    texto = render_to_string(f"redes/correo/registro_{decision}.txt", contexto).strip()
    asunto, _, cuerpo = texto.partition("\n")
    asunto = " ".join(asunto.split())
    mensajes = [EmailMessage(asunto, f"{cuerpo.strip()}\n", to=[uno]) for uno in del_territorio(fila.territorio_id)]
    if mensajes:
        transaction.on_commit(lambda: get_connection().send_messages(mensajes), robust=True)
