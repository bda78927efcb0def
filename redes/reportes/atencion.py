"""A report is received once and closed once; the address of who wrote it goes away with the answer."""

from __future__ import annotations

import datetime as dt

from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.http import Http404
from django.template.loader import render_to_string
from django.utils.timezone import now

from cuentas.correos import direccion_completa
from redes.cosas import CONVOCATORIA, ENTRADA, HERMANAMIENTO, PUBLICAS, Cosa, clase_de
from redes.models import Convocatoria, Entrada, EstadoReporte, Hermanamiento, Reporte

REPETIDO = dt.timedelta(hours=1)


def cosa(clase: str, slug: str) -> Cosa:
    """Fetch what a report would be about, among what anyone may read. Raises ``Http404``."""
    publicas = {
        ENTRADA: Entrada.objects.all(),
        CONVOCATORIA: Convocatoria.objects.select_related("entrada"),
        HERMANAMIENTO: Hermanamiento.objects.publicos().select_related("territorio__departamento"),
    }
    fila = publicas[clase].filter(slug=slug).first() if clase in publicas else None
    if fila is None:
        raise Http404("reporte")
    return fila


def recibir(reporte: Reporte, clase: str, fila) -> bool:
    """Keep a report; the same text about the same thing within an hour is the same report. Give whether it is new."""
    setattr(reporte, clase, fila)
    iguales = Reporte.objects.filter(**{clase: fila}, texto=reporte.texto, creado_en__gte=now() - REPETIDO)
    if iguales.exists():
        return False
    reporte.save()
    return True


@transaction.atomic
def cerrar(reporte: Reporte, usuario, estado: EstadoReporte, respuesta: str) -> bool:
    """Close a report and answer whoever left an address, which is then deleted. False: somebody closed it before."""
    fila = Reporte.objects.select_for_update().get(pk=reporte.pk)
    if fila.estado != EstadoReporte.ABIERTO:
        return False
    correo, fila.correo = fila.correo, ""
    fila.estado, fila.respuesta = estado, respuesta
    fila.atendido_en, fila.atendido_por = now(), usuario
    fila.save()
    if correo:
        _responder(fila, correo)
    return True


def _responder(reporte: Reporte, correo: str) -> None:
    """Send the answer (first line of the template: subject) on commit."""
    contexto = {
        "reporte": reporte,
        "sobre": reporte.sobre,
        "enlace": direccion_completa(PUBLICAS[clase_de(reporte.sobre)], reporte.sobre.slug),
    }
    texto = render_to_string("redes/correo/reporte_atendido.txt", contexto).strip()
    asunto, _, cuerpo = texto.partition("\n")
    mensaje = EmailMessage(" ".join(asunto.split()), f"{cuerpo.strip()}\n", to=[correo])
    transaction.on_commit(lambda: get_connection().send_messages([mensaje]), robust=True)
