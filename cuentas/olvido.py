"""Forgetting a person: their personal fields are blanked, in the audit too; what they did stays, by number."""

from __future__ import annotations

import logging

import pghistory
import pgtrigger
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import transaction
from django.dispatch import Signal
from django.utils.timezone import now

from cuentas.models import Invitacion, RolFcm, Usuario

registro = logging.getLogger("cuentas.olvido")
persona_olvidada = Signal()  # with usuario: floors above delete what they keep of one person alone
DATOS = {"nombre": "", "cargo": "", "dependencia": "", "telefono": ""}


@transaction.atomic
def olvidar(usuario: Usuario) -> None:
    """Close an account and blank who it was. The only code that lifts the append-only trigger of the audit."""
    correo, numero = usuario.email, usuario.pk
    datos = DATOS | {"email": f"olvidada-{numero}@olvidada.invalid"}
    with pghistory.context(orden="olvidar_persona"):
        usuario.vinculaciones.vigentes().update(hasta=now())
        usuario.asignaciones.all().delete()
        usuario.solicitudes.update(mensaje="")
        for campo, valor in datos.items():
            setattr(usuario, campo, valor)
        usuario.rol_fcm, usuario.is_superuser, usuario.is_active = RolFcm.NINGUNO, False, False
        usuario.set_unusable_password()
        usuario.save()
    persona_olvidada.send(sender=Usuario, usuario=usuario)
    _borrar_rastro(correo, numero)
    _olvidar_en_eventos("UsuarioEvent", {"pgh_obj_id": numero}, datos)
    _olvidar_en_eventos("SolicitudEvent", {"usuario_id": numero}, {"mensaje": ""})
    registro.warning(
        "olvidar_persona: se borraron los datos personales de la cuenta %s, también en la auditoría", numero
    )


def _borrar_rastro(correo: str, numero: int) -> None:
    EmailAddress.objects.filter(user_id=numero).delete()
    Authenticator.objects.filter(user_id=numero).delete()
    Invitacion.objects.filter(email__iexact=correo).update(
        email=f"olvidada-{numero}@olvidada.invalid", anulada_en=now()
    )
    tipo = ContentType.objects.get_for_model(Usuario)
    LogEntry.objects.filter(content_type=tipo, object_id=str(numero)).update(object_repr=str(numero), change_message="")
    for sesion in Session.objects.filter(expire_date__gt=now()).iterator():
        if sesion.get_decoded().get("_auth_user_id") == str(numero):
            sesion.delete()


def _olvidar_en_eventos(modelo: str, filtro: dict, datos: dict) -> None:
    eventos = apps.get_model("cuentas", modelo)
    with pgtrigger.ignore(f"cuentas.{modelo}:append_only"):
        eventos.objects.filter(**filtro).update(**datos)
