"""The only functions that move a row of a register: file, confirm, return, withdraw, restore, undo. Each locks its row.

What waits for the FCM leaves the public page until it is confirmed (docs/decisiones/0024): the mark always speaks of
the facts beside it.
"""

from __future__ import annotations

from django.db import models, transaction
from django.db.models import Q
from django.http import Http404
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from guardado.autoria import FEDERACION, modelo_de_eventos
from redes.models import Membresia
from redes.registros.situacion import SIN_CONFIRMAR, Situacion, campos_de, huella_de, situacion

MARCAS = ("declarado_por", "declarado_en", "verificado", "verificado_en", "verificado_por", "devuelto", "retirado_en")


class Rechazo(Exception):
    """A move that may not be made; its text says why, to be read by the person."""


def bloquear(filas: models.QuerySet, **cual) -> models.Model:
    """Lock one row among those a person may touch and give it as stored. Raises ``Http404``. Inside a transaction."""
    fila = filas.select_for_update(of=("self",)).filter(**cual).first()
    if fila is None:
        raise Http404("registro")
    return fila


def declarar(fila, usuario, cambios) -> None:
    """Send a row (locked) to be confirmed because its town is about to change the fields ``cambios``.

    Nothing but the dues leaves things as they are. A row that was waiting keeps its place in the queue.
    """
    estado = situacion(fila)
    if set(cambios) <= SIN_CONFIRMAR and estado != Situacion.DEVUELTO:
        return
    if estado != Situacion.POR_CONFIRMAR:
        fila.declarado_en = now()
    fila.declarado_por = usuario
    fila.verificado, fila.verificado_en, fila.verificado_por, fila.devuelto = False, None, "", ""
    fila.save(
        update_fields=["declarado_en", "declarado_por", "verificado", "verificado_en", "verificado_por", "devuelto"]
    )


def completar_anio(fila) -> None:
    """Take the year of a twinning (locked) from the day of its signature, when it is known."""
    if getattr(fila, "fecha", None) and fila.anio != fila.fecha.year:
        fila.anio = fila.fecha.year
        fila.save(update_fields=["anio"])


def _decidir(filas: models.QuerySet, cual: dict, visto: str) -> models.Model:
    """Lock what an advisor decides on, as it was read. Raises ``Rechazo`` when it is no longer that."""
    fila = bloquear(filas, **cual)
    estado = situacion(fila)
    if estado == Situacion.RETIRADO:
        raise Rechazo(_("El territorio lo retiró mientras usted lo leía: ya no hay nada que confirmar."))
    if estado == Situacion.CONFIRMADO:
        raise Rechazo(_("Ya estaba confirmado: alguien de la Federación lo hizo antes."))
    if estado == Situacion.DEVUELTO:
        raise Rechazo(_("Ya estaba devuelto: alguien de la Federación lo hizo antes."))
    if estado != Situacion.POR_CONFIRMAR:
        raise Rechazo(_("El territorio dejó las cosas como estaban: ya no espera confirmación."))
    if huella_de(fila) != visto:
        raise Rechazo(_("El territorio lo cambió mientras usted lo leía. Vuelva a leerlo y decida."))
    return fila


@transaction.atomic
def confirmar(filas: models.QuerySet, cual: dict, visto: str) -> models.Model:
    """Confirm the row that was read. Raises ``Rechazo``, ``Http404``."""
    fila = _decidir(filas, cual, visto)
    fila.verificado, fila.verificado_en, fila.verificado_por = True, localdate(), FEDERACION
    fila.save(update_fields=["verificado", "verificado_en", "verificado_por"])
    return fila


@transaction.atomic
def devolver(filas: models.QuerySet, cual: dict, visto: str, motivo: str) -> models.Model:
    """Return the row that was read, with the reason its town will read. Raises ``Rechazo``, ``Http404``."""
    fila = _decidir(filas, cual, visto)
    fila.devuelto = motivo
    fila.save(update_fields=["devuelto"])
    return fila


def retirar(fila) -> None:
    """Withdraw a row (locked) that its town filed. Raises ``Rechazo`` when it was loaded: that is reported instead."""
    if not puede_retirar(fila):
        raise Rechazo(_("No lo registró el territorio, sino la Federación. Si está mal, repórtelo como error."))
    if fila.retirado_en is None:
        fila.retirado_en = now()
        fila.save(update_fields=["retirado_en"])


def puede_retirar(fila) -> bool:
    """Say whether a town may withdraw a row: it filed it, and it was not among what was loaded."""
    return fila.declarado_en is not None and not getattr(fila, "huella_cargada", "")


def restaurar(fila) -> None:
    """Bring a withdrawn row (locked) back as it was. Raises ``Rechazo`` when another membership took its place."""
    if fila.retirado_en is None:
        return
    if isinstance(fila, Membresia) and _otra_viva(fila):
        raise Rechazo(_("Ya hay otra membresía registrada en la misma red. Retire esa primero."))
    fila.retirado_en = None
    fila.save(update_fields=["retirado_en"])


def _otra_viva(fila: Membresia) -> bool:
    otras = Membresia.objects.filter(territorio=fila.territorio_id, entrada=fila.entrada_id, retirado_en=None)
    return otras.exclude(pk=fila.pk).exists()


def ultima_publica(fila) -> models.Model | None:
    """Give the event of the audit with the last facts of a row that anyone could read; None when there were none."""
    publica = Q(declarado_en__isnull=True) | Q(verificado=True)
    eventos = modelo_de_eventos(type(fila)).objects
    return eventos.filter(publica, pgh_obj_id=fila.pk, retirado_en__isnull=True).order_by("-pgh_id").first()


def puede_deshacer(fila) -> bool:
    """Say whether a change that waits, or was returned, may be dropped for the last public facts."""
    return situacion(fila) in (Situacion.POR_CONFIRMAR, Situacion.DEVUELTO) and ultima_publica(fila) is not None


def deshacer(fila) -> None:
    """Drop a change (row locked) and go back to the last public facts, mark included. Raises ``Rechazo``."""
    evento = ultima_publica(fila) if puede_deshacer(fila) else None
    if evento is None:
        raise Rechazo(_("No hay una versión anterior a la cual volver."))
    for campo in (*campos_de(fila), *MARCAS):
        atributo = fila._meta.get_field(campo).attname
        setattr(fila, atributo, getattr(evento, atributo))
    fila.save()
