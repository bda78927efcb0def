"""Joining, changing role and leaving a territory: the only code that writes ``Vinculacion``."""

from __future__ import annotations

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from cuentas import correos
from cuentas.models import Rol, Usuario, Vinculacion
from cuentas.permisos import ORDEN
from territorio.models import Territorio


def _cerrar_puerta(territorio: Territorio) -> None:
    """Lock a territory, so that two responsables cannot leave at once."""
    Territorio.objects.select_for_update(of=("self",)).get(pk=territorio.pk)


@transaction.atomic
def vincular(usuario: Usuario, territorio: Territorio, rol: str, por: Usuario | None) -> Vinculacion:
    """Join a person to a territory. Who already belongs keeps the higher of both roles."""
    _cerrar_puerta(territorio)
    actual = Vinculacion.objects.vigentes().filter(usuario=usuario, territorio=territorio).first()
    if actual is None:
        return Vinculacion.objects.create(usuario=usuario, territorio=territorio, rol=rol, otorgada_por=por)
    if ORDEN[Rol(rol)] > ORDEN[Rol(actual.rol)]:
        actual.rol, actual.otorgada_por = rol, por
        actual.save(update_fields=["rol", "otorgada_por"])
    return actual


def razon_para_no_salir(vinculacion: Vinculacion, quien: Usuario) -> str:
    """Give why this person may not stop being responsable, or empty text. The coordination always may."""
    if vinculacion.rol != Rol.RESPONSABLE or quien.es_coordinador:
        return ""
    otros = Vinculacion.objects.vigentes().filter(
        territorio_id=vinculacion.territorio_id, rol=Rol.RESPONSABLE, usuario__is_active=True
    )
    if otros.exclude(pk=vinculacion.pk).exists():
        return ""
    return _(
        "Es la única persona responsable del territorio. Nombre primero a otra, o pídaselo a la coordinación de la "
        "Federación."
    )


@transaction.atomic
def cambiar_rol(vinculacion: Vinculacion, rol: str, quien: Usuario) -> str:
    """Change a role; give the sentence that refuses it, or empty text."""
    _cerrar_puerta(vinculacion.territorio)
    vinculacion = (
        Vinculacion.objects.vigentes().filter(pk=vinculacion.pk).select_related("usuario", "territorio").first()
    )
    if vinculacion is None:
        return _("Esa persona ya no hace parte del territorio.")
    if vinculacion.rol == rol:
        return ""
    if razon := razon_para_no_salir(vinculacion, quien):
        return razon
    vinculacion.rol, vinculacion.otorgada_por = rol, quien
    vinculacion.save(update_fields=["rol", "otorgada_por"])
    return ""


@transaction.atomic
def terminar(vinculacion: Vinculacion, quien: Usuario) -> str:
    """End a link: access is gone at once. Give the sentence that refuses it, or empty text. Twice does nothing more."""
    _cerrar_puerta(vinculacion.territorio)
    vinculacion = (
        Vinculacion.objects.vigentes().filter(pk=vinculacion.pk).select_related("usuario", "territorio").first()
    )
    if vinculacion is None:
        return ""
    if razon := razon_para_no_salir(vinculacion, quien):
        return razon
    vinculacion.hasta, vinculacion.terminada_por = now(), quien
    vinculacion.save(update_fields=["hasta", "terminada_por"])
    if vinculacion.usuario_id != quien.pk:
        contexto = {"territorio": vinculacion.territorio, "enlace": correos.direccion_completa("cuenta")}
        correos.enviar("vinculo_terminado", contexto, [vinculacion.usuario.email])
    return ""
