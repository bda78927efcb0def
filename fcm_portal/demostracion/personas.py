"""The demonstration accounts: posts, not invented people."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.account.models import EmailAddress

from cuentas.consentimiento import VERSION_TEXTO
from cuentas.models import Asignacion, Consentimiento, Rol, RolFcm, Usuario, Vinculacion
from territorio.models import Territorio

CLAVE = "demo-portal-2026"


@dataclass(frozen=True)
class Cuenta:
    """An account to make: e-mail, post, and where it serves."""

    correo: str
    cargo: str
    dependencia: str
    territorio: str = ""
    rol: str = ""
    rol_fcm: str = ""
    asignados: tuple[str, ...] = ()


CUENTAS = (
    Cuenta("enlace@pamplona.demo", "Profesional universitario", "Secretaría de Planeación", "54518", Rol.EDICION),
    Cuenta("responsable@pamplona.demo", "Alcaldía", "Despacho", "54518", Rol.RESPONSABLE),
    Cuenta("lectura@pamplona.demo", "Control interno", "Oficina de Control Interno", "54518", Rol.LECTURA),
    Cuenta(
        "enlace@pereira.demo", "Profesional especializado", "Secretaría de Desarrollo Económico", "66001", Rol.EDICION
    ),
    Cuenta("responsable@pereira.demo", "Alcaldía", "Despacho", "66001", Rol.RESPONSABLE),
    Cuenta("asesora@fcm.demo", "Asesoría", "Cooperación internacional", rol_fcm=RolFcm.ASESOR, asignados=("54", "66")),
    Cuenta(
        "asesor@fcm.demo", "Asesoría", "Cooperación internacional", rol_fcm=RolFcm.ASESOR, asignados=("05", "52", "15")
    ),
    Cuenta("coordinacion@fcm.demo", "Coordinación", "Cooperación internacional", rol_fcm=RolFcm.COORDINADOR),
)


def crear() -> dict[str, Usuario]:
    """Make the accounts and what each may do; give them by e-mail."""
    return {cuenta.correo: cuenta_de(cuenta) for cuenta in CUENTAS}


def cuenta_de(cuenta: Cuenta) -> Usuario:
    """Make one account with its verified e-mail, consent, and links."""
    usuario = Usuario.objects.create_user(
        cuenta.correo,
        CLAVE,
        nombre=f"{cuenta.cargo} (demostración)",
        cargo=cuenta.cargo,
        dependencia=cuenta.dependencia,
        rol_fcm=cuenta.rol_fcm,
        es_demostracion=True,
    )
    EmailAddress.objects.create(user=usuario, email=usuario.email, verified=True, primary=True)
    Consentimiento.objects.create(usuario=usuario, version_texto=VERSION_TEXTO)
    if cuenta.territorio:
        Vinculacion.objects.create(
            usuario=usuario, territorio=Territorio.objects.get(pk=cuenta.territorio), rol=cuenta.rol
        )
    for codigo in cuenta.asignados:
        Asignacion.objects.create(asesor=usuario, territorio=Territorio.objects.get(pk=codigo))
    return usuario
