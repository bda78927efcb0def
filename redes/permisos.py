"""Who may write and who may verify the counterparts of a territory."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cuentas.models import Rol
from cuentas.permisos import cumple, territorio_para, territorios_por_revisar
from redes.models import Contraparte
from territorio.models import Territorio


def contraparte_para(usuario, codigo: str, clave, minimo: Rol = Rol.LECTURA) -> Contraparte:
    """Fetch a counterpart of a territory for its page. ``Http404`` and ``PermissionDenied`` as its territory."""
    territorio = territorio_para(usuario, codigo, minimo)
    contraparte = territorio.contrapartes.select_related("entrada", "verificada_por").filter(clave=clave).first()
    if contraparte is None:
        raise Http404("contraparte")
    contraparte.territorio = territorio
    return contraparte


def puede_editar(territorio: Territorio) -> bool:
    """Say whether the person for whom the territory was fetched may write its counterparts."""
    return cumple(territorio.mi_rol, Rol.EDICION)


def puede_verificar(usuario, territorio: Territorio) -> bool:
    """Say whether a person of the FCM may verify: never where they have a Vinculacion."""
    return territorios_por_revisar(usuario).filter(pk=territorio.pk).exists()


def exigir_verificar(usuario, territorio: Territorio) -> None:
    """Raise ``PermissionDenied`` unless the person may verify."""
    if not puede_verificar(usuario, territorio):
        raise PermissionDenied
