"""Requests to join a territory: asked once, answered once, told by mail."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from cuentas import correos
from cuentas.models import EstadoSolicitud, Solicitud, Usuario
from cuentas.permisos import rol_en
from cuentas.vinculos import vincular
from territorio.models import Territorio


def razon_para_no_pedir(usuario: Usuario, territorio: Territorio) -> str:
    """Give why a person need not ask to join a territory, or empty text."""
    if rol_en(usuario, territorio):
        return _("Usted ya hace parte de este territorio.")
    if usuario.solicitudes.filter(territorio=territorio, estado=EstadoSolicitud.PENDIENTE).exists():
        return _("Ya pidió entrar a este territorio. La solicitud espera respuesta.")
    return ""


def pedir(usuario: Usuario, territorio: Territorio, rol: str, mensaje: str) -> bool:
    """Ask to join; say whether a request was made now (a second click makes no twin)."""
    try:
        with transaction.atomic():
            solicitud = Solicitud.objects.create(usuario=usuario, territorio=territorio, rol=rol, mensaje=mensaje)
            contexto = {
                "solicitud": solicitud,
                "territorio": territorio,
                "enlace": correos.direccion_completa("personas", territorio.pk),
            }
            correos.enviar("solicitud_recibida", contexto, correos.responsables(territorio))
    except IntegrityError:
        return False
    return True


@transaction.atomic
def resolver(solicitud: Solicitud, quien: Usuario, *, rol: str = "", respuesta: str = "") -> bool:
    """Answer a request: with a role it is approved, without one it is denied. Say whether it was answered now."""
    solicitud = (
        Solicitud.objects.select_for_update(of=("self",)).select_related("usuario", "territorio").get(pk=solicitud.pk)
    )
    if solicitud.estado != EstadoSolicitud.PENDIENTE:
        return False
    solicitud.estado = EstadoSolicitud.APROBADA if rol else EstadoSolicitud.NEGADA
    solicitud.resuelta_en, solicitud.resuelta_por, solicitud.respuesta = now(), quien, respuesta
    solicitud.save(update_fields=["estado", "resuelta_en", "resuelta_por", "respuesta"])
    territorio = solicitud.territorio
    if rol:
        vinculacion = vincular(solicitud.usuario, territorio, rol, quien)
        contexto = {"territorio": territorio, "vinculacion": vinculacion}
        contexto["enlace"] = correos.direccion_completa("panel", territorio.pk)
        correos.enviar("solicitud_aprobada", contexto, [solicitud.usuario.email])
    else:
        contexto = {"territorio": territorio, "solicitud": solicitud, "enlace": correos.direccion_completa("cuenta")}
        correos.enviar("solicitud_negada", contexto, [solicitud.usuario.email])
    return True
