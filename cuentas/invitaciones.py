"""Invitations by link: signed, expiring, one use; only the digest of the token is stored.

Two links open the same invitation. The mailed one proves that its reader owns the address; the one that the inviter
sends by WhatsApp does not, so an account made with it confirms its address before the first login.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass

from django.core import signing
from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac
from django.utils.timezone import now
from django.utils.translation import gettext as _

from cuentas import correos
from cuentas.models import Invitacion, Rol, RolFcm, Usuario
from cuentas.permisos import rol_en
from cuentas.vinculos import vincular
from territorio.models import Territorio

VIDA = dt.timedelta(days=14)
MANO, CORREO = "m", "c"


@dataclass(frozen=True)
class Llegada:
    """An invitation as a token brings it; ``por_correo`` when the link came in the mail."""

    invitacion: Invitacion
    por_correo: bool


def _huella(ficha: str) -> str:
    return hashlib.sha256(ficha.encode()).hexdigest()


def _token(ficha: str, via: str) -> str:
    return signing.Signer(salt="cuentas.invitacion", sep=".").sign(f"{via}{ficha}")


def enlace(token: str) -> str:
    """Give the full address that accepts an invitation."""
    return correos.direccion_completa("invitacion", token)


@transaction.atomic
def invitar(
    clave: str, email: str, quien: Usuario, *, territorio: Territorio | None = None, rol: str = "", rol_fcm: str = ""
) -> tuple[Invitacion, str]:
    """Invite somebody and mail them; give the invitation and the link to hand over.

    ``clave`` is made when the form is drawn: the same form sent twice gives the same invitation and one mail.
    """
    email = email.lower()
    datos = f"{clave}|{quien.pk}|{email}|{territorio.pk if territorio else ''}|{rol}|{rol_fcm}"
    ficha = salted_hmac("cuentas.invitacion", datos, algorithm="sha256").hexdigest()
    try:
        with transaction.atomic():
            invitacion = Invitacion.objects.create(
                huella=_huella(ficha),
                email=email,
                territorio=territorio,
                rol=rol,
                rol_fcm=rol_fcm,
                creada_por=quien,
                vence_en=now() + VIDA,
            )
    except IntegrityError:
        return Invitacion.objects.get(huella=_huella(ficha)), enlace(_token(ficha, MANO))
    contexto = {"invitacion": invitacion, "enlace": enlace(_token(ficha, CORREO))}
    correos.enviar("invitacion", contexto, [email])
    return invitacion, enlace(_token(ficha, MANO))


def buscar(token: str) -> Llegada | None:
    """Give the invitation of a token, whatever its state, or None when it is not ours."""
    try:
        valor = signing.Signer(salt="cuentas.invitacion", sep=".").unsign(token)
    except signing.BadSignature:
        return None
    invitacion = (
        Invitacion.objects.select_related("territorio__departamento", "creada_por")
        .filter(huella=_huella(valor[1:]))
        .first()
    )
    return Llegada(invitacion, valor[0] == CORREO) if invitacion else None


def razon_para_no_aceptar(invitacion: Invitacion) -> str:
    """Give why an invitation may not be accepted any more, or empty text."""
    if invitacion.usada_en:
        return _("Esta invitación ya se usó. Si es suya, entre con su correo y su clave.")
    if invitacion.anulada_en:
        return _("Quien le envió esta invitación la anuló.")
    if invitacion.vence_en <= now():
        return _("Esta invitación venció. Pida a quien la envió que le mande otra.")
    if not _aun_puede_invitar(invitacion):
        return _("Quien le envió esta invitación ya no puede invitar. Pídasela a otra persona.")
    return ""


def _aun_puede_invitar(invitacion: Invitacion) -> bool:
    """Say whether the inviter still may: who left a territory cannot come back through an old link."""
    quien = invitacion.creada_por
    if quien.es_coordinador:
        return True
    return quien.is_active and invitacion.territorio_id and rol_en(quien, invitacion.territorio) == Rol.RESPONSABLE


@transaction.atomic
def aceptar(invitacion: Invitacion, usuario: Usuario) -> str:
    """Use an invitation; give the sentence that refuses it, or empty text. Locked: two clicks use it once."""
    invitacion = Invitacion.objects.select_for_update(of=("self",)).get(pk=invitacion.pk)
    if invitacion.usada_por_id == usuario.pk:
        return ""
    if razon := razon_para_no_aceptar(invitacion):
        return razon
    invitacion.usada_en, invitacion.usada_por = now(), usuario
    invitacion.save(update_fields=["usada_en", "usada_por"])
    if invitacion.territorio_id:
        vincular(usuario, invitacion.territorio, invitacion.rol, invitacion.creada_por)
    elif usuario.rol_fcm != RolFcm.COORDINADOR:
        usuario.rol_fcm = invitacion.rol_fcm
        usuario.save(update_fields=["rol_fcm"])
    return ""


def anular(invitacion: Invitacion) -> None:
    """Revoke an invitation nobody has used."""
    Invitacion.objects.filter(pk=invitacion.pk, usada_en__isnull=True, anulada_en__isnull=True).update(anulada_en=now())
