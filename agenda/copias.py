"""Copies of actions: a duplicate beside the original, or chosen ones into the agenda of the next Periodo."""

from __future__ import annotations

import uuid

from django.utils.translation import gettext as _

from agenda.filas import en_arbol_vivo, filas_de, ultimo_orden
from agenda.models import Accion, Agenda, Eje, EstadoAccion, Indicador, Objetivo
from guardado.nuevas import crear_una_vez

PROPIOS = {"id", "clave", "creada_en", "retirada_en", "retirada_por", "orden"}
DE_SEGUIMIENTO = {"estado", "avance"}


def _valores(fila, sin: set[str]) -> dict:
    """Give the values of a row by column, but for its identity and ``sin``."""
    campos = [campo for campo in fila._meta.concrete_fields if campo.name not in PROPIOS | sin]
    return {campo.attname: getattr(fila, campo.attname) for campo in campos}


def _copiar_filas(origen, copia: Accion, sin: set[str], **cambios) -> None:
    modelo = origen.model
    modelo.objects.bulk_create(
        modelo(**_valores(fila, sin | {"accion"}) | cambios, accion=copia, orden=n)
        for n, fila in enumerate(origen.vigentes(), start=1)
    )


def duplicar(accion: Accion, clave: uuid.UUID) -> tuple[Accion, bool]:
    """Give the copy of an action with this ``clave``, beside it, and whether it was made now.

    Follow-up (state, progress, spent money, measurements) and partner municipalities are not copied.
    """
    agenda = accion.agenda_de_la_fila

    def crear() -> Accion:
        nombre = _("Copia de %(accion)s") % {"accion": accion.nombre}
        copia = _copiar(accion, accion.objetivo, clave, nombre=nombre[:300])
        _copiar_filas(accion.hitos, copia, {"cumplido_en"})
        _copiar_filas(accion.partidas, copia, {"ejecutado"})
        _copiar_indicadores(accion, copia, con_metas=True)
        return copia

    return crear_una_vez(filas_de(agenda, "accion"), clave, crear)


def _copiar(accion: Accion, objetivo: Objetivo, clave: uuid.UUID, **cambios) -> Accion:
    """Copy an action with its paperwork and partners."""
    valores = _valores(accion, DE_SEGUIMIENTO | {"objetivo", "copiada_de"}) | cambios
    copia = Accion.objects.create(
        **valores, objetivo=objetivo, clave=clave, copiada_de=accion, orden=ultimo_orden(objetivo, "accion"),
        estado=EstadoAccion.POR_INICIAR,
    )  # fmt: skip
    _copiar_filas(accion.tramites, copia, {"archivo", "documento", "estado"})
    _copiar_filas(accion.aliados, copia, set())
    return copia


def _copiar_indicadores(accion: Accion, copia: Accion, *, con_metas: bool) -> None:
    for n, fila in enumerate(accion.indicadores.vigentes(), start=1):
        nuevo = Indicador.objects.create(**_valores(fila, {"accion"}), accion=copia, orden=n)
        if con_metas:
            nuevo.metas.bulk_create(
                nuevo.metas.model(indicador=nuevo, anio=meta.anio, valor=meta.valor) for meta in fila.metas.all()
            )


def por_copiar(destino: Agenda, origen: Agenda) -> list[Accion]:
    """Give the actions of another agenda that this one has not copied yet, in order."""
    ya = filas_de(destino, "accion").filter(copiada_de__isnull=False).values("copiada_de")
    acciones = en_arbol_vivo(filas_de(origen, "accion")).exclude(pk__in=ya)
    return list(
        acciones.order_by("objetivo__eje__orden", "objetivo__eje", "objetivo__orden", "objetivo", "orden", "pk")
    )


def copiar_de_otra(destino: Agenda, origen: Agenda, claves: list[str]) -> list[Accion]:
    """Copy chosen actions of an earlier agenda, under an eje and objetivo of the same name.

    Dates, budget and targets stay behind (they belong to the other term); the link to the old action is kept.
    """
    copias = []
    elegidas = set(claves)
    for accion in por_copiar(destino, origen):
        if str(accion.clave) not in elegidas:
            continue
        objetivo = _mismo_objetivo(destino, accion.objetivo)
        copia = _copiar(accion, objetivo, uuid.uuid4(), inicio=None, fin=None, eje_plan_id=None)
        _copiar_filas(accion.hitos, copia, {"cumplido_en", "fecha"})
        _copiar_indicadores(accion, copia, con_metas=False)
        copias.append(copia)
    return copias


def _mismo_objetivo(destino: Agenda, objetivo: Objetivo) -> Objetivo:
    eje = destino.ejes.vigentes().filter(nombre=objetivo.eje.nombre).first()
    if eje is None:
        eje = Eje.objects.create(
            agenda=destino, nombre=objetivo.eje.nombre, descripcion=objetivo.eje.descripcion,
            orden=ultimo_orden(destino, "eje"),
        )  # fmt: skip
    igual = eje.objetivos.vigentes().filter(nombre=objetivo.nombre).first()
    return igual or Objetivo.objects.create(
        eje=eje, nombre=objetivo.nombre, situacion=objetivo.situacion, orden=ultimo_orden(eje, "objetivo")
    )
