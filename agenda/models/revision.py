"""The review: comments anchored to the text, and the append-only log of moves."""

from __future__ import annotations

import uuid

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from agenda.models.agenda import Agenda, Estado
from agenda.models.version import Version


class EstadoComentario(models.TextChoices):
    """Attended (by the town) is not resolved (by the advisor)."""

    ABIERTO = "abierto", _("abierto")
    ATENDIDO = "atendido", _("atendido")
    RESUELTO = "resuelto", _("resuelto")


class ComentarioQuerySet(models.QuerySet):
    """Comments."""

    def entregados(self):
        """Give those that reached the town, with *devolver* or *aprobar*."""
        return self.filter(entregado_en__isnull=False)

    def bloqueantes_abiertos(self):
        """Give the blocking ones that nobody resolved."""
        return self.filter(bloqueante=True).exclude(estado=EstadoComentario.RESUELTO)


@pghistory.track()
class Comentario(models.Model):
    """A comment of the FCM on a Version, at an ``ancla``.

    ``seccion:alcance``, ``accion:<clave>``, ``indicador:<clave>``.
    """

    clave = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agenda = models.ForeignKey(Agenda, models.CASCADE, related_name="comentarios")
    version = models.ForeignKey(Version, models.PROTECT, related_name="comentarios")
    ancla = models.CharField(max_length=80)
    texto = models.TextField(_("comentario"), max_length=4000)
    bloqueante = models.BooleanField(_("bloquea la aprobación"), default=False)
    estado = models.CharField(max_length=10, choices=EstadoComentario, default=EstadoComentario.ABIERTO)
    autor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    escrito_en = models.DateTimeField(default=now)
    entregado_en = models.DateTimeField(null=True, blank=True)
    respuesta = models.TextField(_("respuesta del territorio"), blank=True, max_length=4000)
    atendido_en = models.DateTimeField(null=True, blank=True)
    atendido_por = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    resuelto_en = models.DateTimeField(null=True, blank=True)
    resuelto_por = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = ComentarioQuerySet.as_manager()

    class Meta:
        ordering = ["escrito_en", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(estado="resuelto") | Q(resuelto_en__isnull=False), name="resuelto_con_fecha"
            )
        ]
        verbose_name = _("comentario")

    def __str__(self) -> str:
        return f"{self.ancla}: {self.estado}"

    def get_estado_display(self) -> str:
        """Give the state in words, as Django does without weighing every choice each time."""
        return str(EstadoComentario(self.estado).label)

    @property
    def territorio_id(self) -> str:
        """Give the territory, as a save needs it."""
        return self.agenda.territorio_id


@pghistory.track(pghistory.InsertEvent())
class Transicion(models.Model):
    """Who moved what from which state to which, when, with what comment. Append-only."""

    agenda = models.ForeignKey(Agenda, models.PROTECT, related_name="transiciones")
    version = models.ForeignKey(Version, models.PROTECT, null=True, blank=True, related_name="transiciones")
    movimiento = models.CharField(max_length=30)
    de = models.CharField(max_length=12, choices=Estado)
    a = models.CharField(max_length=12, choices=Estado)
    usuario = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    cuando = models.DateTimeField(default=now)
    comentario = models.TextField(blank=True)

    class Meta:
        ordering = ["cuando", "pk"]
        triggers = [  # the person may be emptied when an account is deleted; nothing else ever changes
            pgtrigger.ReadOnly(name="no_cambia", exclude=["usuario"]),
            pgtrigger.Protect(name="no_se_borra", operation=pgtrigger.Delete),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(movimiento__in=["devolver", "retirar_publicacion"]) | ~Q(comentario=""),
                name="devolver_y_retirar_piden_comentario",
            )
        ]
        verbose_name = _("transición")
        verbose_name_plural = _("transiciones")

    def __str__(self) -> str:
        return f"{self.movimiento}: {self.de} → {self.a}"
