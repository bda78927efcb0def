"""The mails of this floor: Spanish, plain text, one link, sent when the transaction commits."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse

from cuentas.models import Rol, RolFcm, Usuario
from territorio.models import Territorio


def direccion_completa(nombre: str, *args) -> str:
    """Give the full address of a page, as a mail needs it."""
    return f"{settings.PORTAL_DIRECCION}{reverse(nombre, args=args)}"


def enviar(plantilla: str, contexto: dict, para: Iterable[str]) -> None:
    """Send ``cuentas/correo/<plantilla>.txt`` (first line: subject) to each address, one mail each, on commit."""
    texto = render_to_string(f"cuentas/correo/{plantilla}.txt", contexto).strip()
    asunto, _, cuerpo = texto.partition("\n")
    mensajes = [
        EmailMessage(" ".join(asunto.split()), f"{cuerpo.strip()}\n", to=[direccion]) for direccion in sorted(set(para))
    ]
    if mensajes:
        transaction.on_commit(lambda: get_connection().send_messages(mensajes), robust=True)


def responsables(territorio: Territorio) -> list[str]:
    """Give the addresses of the responsables of a territory, or of the coordination when it has none."""
    propios = Usuario.objects.filter(
        is_active=True,
        vinculaciones__territorio=territorio,
        vinculaciones__hasta__isnull=True,
        vinculaciones__rol=Rol.RESPONSABLE,
    )
    return list(propios.values_list("email", flat=True)) or coordinacion()


def coordinacion() -> list[str]:
    """Give the addresses of the coordination."""
    return list(Usuario.objects.filter(is_active=True, rol_fcm=RolFcm.COORDINADOR).values_list("email", flat=True))


def asesores(territorio: Territorio) -> list[str]:
    """Give the addresses of who accompanies a territory, or of the coordination when nobody is assigned."""
    propios = Usuario.objects.filter(
        Q(asignaciones__territorio=territorio) | Q(asignaciones__territorio=territorio.departamento_id),
        is_active=True,
        rol_fcm=RolFcm.ASESOR,
    ).exclude(vinculaciones__in=territorio.vinculaciones.vigentes())
    return list(propios.distinct().values_list("email", flat=True)) or coordinacion()
