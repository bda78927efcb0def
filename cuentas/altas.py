"""How an account begins: the person, their consent and their address, in one transaction."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.db import transaction

from cuentas.consentimiento import otorgar
from cuentas.models import Usuario


@transaction.atomic
def crear_cuenta(email: str, clave: str | None, *, verificado: bool, **datos) -> Usuario:
    """Create an account with consent already given. ``verificado``: the address is known to be theirs."""
    usuario = Usuario.objects.create_user(email, clave, **datos)
    otorgar(usuario)
    marcar_correo(usuario, verificado=verificado)
    return usuario


def marcar_correo(usuario: Usuario, *, verificado: bool) -> None:
    """Record the address of an account; with ``verificado`` it may log in without opening another mail."""
    direccion, _ = EmailAddress.objects.get_or_create(
        user=usuario, email=usuario.email, defaults={"primary": True, "verified": verificado}
    )
    if verificado and not direccion.verified:
        direccion.verified = True
        direccion.save(update_fields=["verified"])
