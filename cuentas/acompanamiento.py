"""Step 5 of the guide, «Pida acompañamiento»: the town asks, the FCM answers, both are told by mail."""

from __future__ import annotations

import uuid

from django.db import IntegrityError, transaction
from django.utils.timezone import now

from cuentas import correos
from cuentas.models import Acompanamiento, Usuario
from cuentas.permisos import territorios_por_revisar
from territorio.models import Territorio


def pedir(clave: uuid.UUID, territorio: Territorio, quien: Usuario, asunto: str, texto: str) -> bool:
    """Ask for help; say whether it was asked now (the same form sent twice asks once)."""
    try:
        with transaction.atomic():
            pedido = Acompanamiento.objects.create(
                clave=clave, territorio=territorio, asunto=asunto, texto=texto, pedido_por=quien
            )
            enlace = correos.direccion_completa("acompanamiento_fcm", pedido.clave)
            correos.enviar("acompanamiento_pedido", {"pedido": pedido, "enlace": enlace}, correos.asesores(territorio))
    except IntegrityError:
        return False
    return True


def atendibles_por(usuario: Usuario):
    """Give the requests a person of the FCM answers."""
    return Acompanamiento.objects.filter(territorio__in=territorios_por_revisar(usuario))


@transaction.atomic
def responder(pedido: Acompanamiento, quien: Usuario, respuesta: str) -> bool:
    """Answer a request; say whether it was answered now."""
    pedido = (
        Acompanamiento.objects.select_for_update(of=("self",))
        .select_related("territorio", "pedido_por")
        .get(pk=pedido.pk)
    )
    if pedido.respondido_en:
        return False
    pedido.respuesta, pedido.respondido_por, pedido.respondido_en = respuesta, quien, now()
    pedido.save(update_fields=["respuesta", "respondido_por", "respondido_en"])
    para = [pedido.pedido_por.email] if pedido.pedido_por and pedido.pedido_por.is_active else []
    enlace = correos.direccion_completa("acompanamientos", pedido.territorio_id)
    correos.enviar(
        "acompanamiento_respondido",
        {"pedido": pedido, "enlace": enlace},
        para or correos.responsables(pedido.territorio),
    )
    return True
