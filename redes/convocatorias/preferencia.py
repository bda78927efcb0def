"""Who does not want to be told of calls: said from the mail itself, by a signed link and without an account."""

from __future__ import annotations

from django.core import signing

from cuentas.models import Usuario
from redes.models import SinRecordatorios

SAL = "redes.recordatorios"


def firma_de(usuario: Usuario) -> str:
    """Give what a link carries to speak for a person about this, and about nothing else."""
    return signing.Signer(sep=".", salt=SAL).sign(str(usuario.pk))


def usuario_de(firma: str) -> Usuario | None:
    """Give the person of a link, or None when nobody signed it."""
    try:
        numero = signing.Signer(sep=".", salt=SAL).unsign(firma)
    except signing.BadSignature:
        return None
    return Usuario.objects.filter(pk=int(numero)).first()


def recibe(usuario: Usuario) -> bool:
    """Say whether a person is told of calls."""
    return not SinRecordatorios.objects.filter(usuario=usuario).exists()


def poner(usuario: Usuario, recibir: bool) -> None:
    """Keep whether a person is told; said twice it is once."""
    if recibir:
        SinRecordatorios.objects.filter(usuario=usuario).delete()
    else:
        SinRecordatorios.objects.get_or_create(usuario=usuario)
