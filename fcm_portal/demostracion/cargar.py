"""Load the demonstration: Pamplona approved after one return, Pereira nearly ready, thirty more in various states."""

from __future__ import annotations

import datetime as dt
from functools import partial

from django.db import transaction
from django.utils.timezone import now

from agenda import flujo
from agenda.models import Agenda, Comentario, EstadoComentario, Tramite
from cuentas.models import Acompanamiento, Rol, Usuario
from diagnostico.cierre import cerrar
from diagnostico.models import Ruta
from fcm_portal.demostracion import agendas, claves, convocatorias, diagnosticos, personas, registros
from territorio.models import Periodo, Territorio

mover = partial(flujo.mover, avisar=False)  # nobody hears of what did not happen

PAMPLONA = "54518"
# The story of Pamplona ends on a fixed day, so that its document and its PDF are the same wherever they are made.
SU_DIA = dt.datetime(2026, 11, 9, 14, 30, tzinfo=dt.UTC)
# código → (madurez, hasta dónde llegó)
OTROS = {
    "05001": ("alto", "aprobada"), "05364": ("medio", "aprobada"), "52001": ("medio", "aprobada"),
    "15001": ("alto", "enviada"), "54001": ("medio", "enviada"), "66170": ("medio", "enviada"),
    "54874": ("bajo", "enviada"), "52835": ("bajo", "enviada"), "66682": ("medio", "en_revision"),
    "15516": ("medio", "en_revision"), "54172": ("bajo", "devuelta"), "05440": ("medio", "devuelta"),
    "66045": ("bajo", "borrador"), "54660": ("medio", "borrador"), "08001": ("alto", "borrador"),
    "17001": ("alto", "borrador"), "76001": ("alto", "cerrado"), "73001": ("medio", "cerrado"),
    "54480": ("bajo", "cerrado"), "66440": ("bajo", "cerrado"), "13001": ("alto", "cerrado"),
    "88001": ("medio", "cerrado"), "19137": ("bajo", "abierto"), "19212": ("bajo", "abierto"),
    "99001": ("bajo", "abierto"), "50001": ("medio", "abierto"), "54261": ("bajo", "abierto"),
    "66594": ("bajo", "abierto"), "27001": ("bajo", "abierto"), "85001": ("medio", "abierto"),
    "91001": ("bajo", "abierto"), "ASM-AMA": ("bajo", "abierto"),
}  # fmt: skip


@transaction.atomic
def cargar() -> dict[str, int]:
    """Load everything in one transaction and give how many of each were made. Nothing when it is already there."""
    if Usuario.objects.filter(es_demostracion=True).exists():
        return {"personas": 0, "territorios": 0}
    gente = personas.crear()
    pamplona(gente)
    _pereira(gente)
    for codigo, (madurez, alcance) in OTROS.items():
        _otro(codigo, madurez, alcance, gente)
    convocatorias.crear()
    registros.crear(gente)
    return {"personas": Usuario.objects.filter(es_demostracion=True).count(), "territorios": len(OTROS) + 2}


def _periodo() -> Periodo:
    return Periodo.objects.en_vigor()


def pamplona(gente) -> None:
    """Make the agenda of Pamplona, sent, returned, sent again and approved; its diagnostic, and the one before."""
    enlace, responsable = gente["enlace@pamplona.demo"], gente["responsable@pamplona.demo"]
    asesora = gente["asesora@fcm.demo"]
    territorio = Territorio.objects.get(pk=PAMPLONA)
    # The year before: the radar of its document shows both.
    diagnosticos.responder(territorio, enlace, madurez="bajo", ruta=Ruta.COMPLETA, cuando=antes(400))
    diagnostico = diagnosticos.responder(
        territorio, enlace, madurez="medio", ruta=Ruta.COMPLETA, cerrado=False, cuando=antes(90)
    )
    diagnosticos.detallar_pamplona(diagnostico)
    cerrar(diagnostico, enlace, cerrado_en=antes(75))
    datos = agendas.leer("pamplona")
    agenda = Agenda.objects.create(territorio=territorio, periodo=_periodo(), es_demostracion=True)
    acciones = agendas.construir(agenda, datos, enlace)
    claves.fijar(agenda)
    for accion in acciones.values():
        accion.refresh_from_db()
    _antes_de_los_comentarios(agenda, acciones)
    mover(agenda, "enviar", responsable, cuando=antes(64))
    mover(agenda, "tomar", asesora, cuando=antes(62))
    for fila in datos["comentarios"]:
        tipo, _, clave = fila["ancla"].partition(":")
        ancla = f"accion:{acciones[clave].clave}" if tipo == "accion" else fila["ancla"]
        Comentario.objects.create(
            agenda=agenda, version=agenda.versiones.get(numero=1), ancla=ancla, texto=fila["texto"],
            bloqueante=fila["bloqueante"], autor=asesora,
        )  # fmt: skip
    mover(
        agenda,
        "devolver",
        asesora,
        "Muy buen avance. Falta precisar quién firma y qué buscan: ver los comentarios.",
        cuando=antes(51),
    )
    _atender(agenda, acciones, datos, enlace)
    mover(agenda, "enviar", responsable, cuando=antes(40))
    mover(agenda, "tomar", asesora, cuando=antes(38))
    agenda.comentarios.update(estado=EstadoComentario.RESUELTO, resuelto_en=antes(34), resuelto_por=asesora)
    mover(agenda, "aprobar", asesora, cuando=antes(33))


def antes(dias: int) -> dt.datetime:
    """Give the moment so many days before the end of Pamplona's story."""
    return SU_DIA - dt.timedelta(days=dias, hours=dias % 5)


def hace(dias: int) -> dt.datetime:
    """Give the moment so many days ago."""
    return now() - dt.timedelta(days=dias, hours=dias % 5)


def _antes_de_los_comentarios(agenda, acciones) -> None:
    """Leave the agenda as it was first sent: what the comments will ask for is not there yet."""
    agenda.buscamos = "Aliados internacionales para nuestros proyectos."
    agenda.save(update_fields=["buscamos"])
    acciones["plan-hermanamiento"].tramites.update(retirada_en=now())
    justa = acciones["certificacion-justa"]
    justa.poblaciones = "100 familias"
    justa.save(update_fields=["poblaciones"])


def _atender(agenda, acciones, datos, enlace) -> None:
    agenda.refresh_from_db()
    agenda.buscamos = datos["agenda"]["buscamos"]
    agenda.save(update_fields=["buscamos"])
    Tramite.objects.filter(accion=acciones["plan-hermanamiento"]).update(retirada_en=None)
    justa = acciones["certificacion-justa"]
    justa.poblaciones = "100 familias; la mitad de los cupos para mujeres"
    justa.save(update_fields=["poblaciones"])
    for comentario, fila in zip(agenda.comentarios.order_by("pk"), datos["comentarios"], strict=True):
        comentario.respuesta = fila["respuesta"]
        comentario.estado = EstadoComentario.ATENDIDO
        comentario.atendido_en, comentario.atendido_por = antes(41), enlace
        comentario.save()


def _pereira(gente) -> None:
    enlace = gente["enlace@pereira.demo"]
    territorio = Territorio.objects.get(pk="66001")
    diagnosticos.responder(territorio, enlace, madurez="alto", ruta=Ruta.COMPLETA)
    agenda = Agenda.objects.create(territorio=territorio, periodo=_periodo(), es_demostracion=True)
    agendas.construir(agenda, agendas.leer("pereira"), enlace)
    Acompanamiento.objects.create(
        territorio=territorio, asunto="Taller para la mesa de actores", pedido_por=enlace,
        texto="Queremos que la Federación nos acompañe en la reunión en que se escogen los temas.",
    )  # fmt: skip


def _otro(codigo: str, madurez: str, alcance: str, gente) -> None:
    territorio = Territorio.objects.get(pk=codigo)
    cuenta = personas.Cuenta(
        f"responsable@{codigo.lower()}.demo", "Alcaldía", "Despacho", territorio=codigo, rol=Rol.RESPONSABLE
    )
    responsable = personas.cuenta_de(cuenta)
    if alcance == "abierto":
        pasos = 1 + diagnosticos.suerte(codigo) % 5
        diagnosticos.responder(territorio, responsable, madurez=madurez, hasta=pasos, cerrado=False)
        return
    diagnosticos.responder(territorio, responsable, madurez=madurez)
    if alcance == "cerrado":
        return
    agenda = Agenda.objects.create(territorio=territorio, periodo=_periodo(), es_demostracion=True)
    agendas.armar_con_sugerencias(agenda, responsable, cuantas=3 + diagnosticos.suerte(codigo) % 3)
    _llevar(agenda, alcance, responsable, gente)


def _llevar(agenda: Agenda, alcance: str, responsable, gente) -> None:
    """Move an agenda as far as its state says."""
    asignado = agenda.territorio.departamento_id in ("54", "66")
    revisa = gente["asesora@fcm.demo"] if asignado else gente["asesor@fcm.demo"]
    dia = 3 + diagnosticos.suerte(agenda.territorio_id, "dia") % 20
    if alcance == "borrador":
        return
    mover(agenda, "enviar", responsable, cuando=hace(dia + 9))
    if alcance == "enviada":
        return
    mover(agenda, "tomar", revisa, cuando=hace(dia + 4))
    if alcance == "devuelta":
        _comentar(agenda, revisa)
        mover(agenda, "devolver", revisa, "Revise quién responde por cada acción y las fechas.", cuando=hace(dia))
    elif alcance == "aprobada":
        mover(agenda, "aprobar", revisa, cuando=hace(dia))


def _comentar(agenda: Agenda, revisa) -> None:
    Comentario.objects.create(
        agenda=agenda, version=agenda.versiones.last(), ancla="seccion:objetivo_general", bloqueante=True, autor=revisa,
        texto="El objetivo general debe decir para quién es el cambio.", escrito_en=now() - dt.timedelta(days=1),
    )  # fmt: skip
