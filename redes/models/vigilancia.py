"""How the directory is kept true: errors that anyone reports, and links that a command tries."""

from __future__ import annotations

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from redes.models.convocatoria import Convocatoria
from redes.models.entrada import Entrada
from redes.models.registro import Hermanamiento


class Motivo(models.TextChoices):
    """What somebody found wrong."""

    ENLACE = "enlace", _("el enlace no abre")
    YA_NO_EXISTE = "ya-no-existe", _("ya no existe o cambió de nombre")
    DATO = "dato", _("un dato está equivocado")
    FALTA = "falta", _("falta algo importante")
    OTRO = "otro", _("otra cosa")


class EstadoReporte(models.TextChoices):
    """What the FCM did with a report."""

    ABIERTO = "abierto", _("por atender")
    CORREGIDO = "corregido", _("corregido")
    DESCARTADO = "descartado", _("sin cambio")


@pghistory.track(exclude=["correo"])
class Reporte(models.Model):
    """An error that anyone reported on one thing of the directory, without an account. ``correo`` only to answer."""

    clave = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    entrada = models.ForeignKey(Entrada, models.CASCADE, null=True, blank=True, related_name="reportes")
    convocatoria = models.ForeignKey(Convocatoria, models.CASCADE, null=True, blank=True, related_name="reportes")
    hermanamiento = models.ForeignKey(Hermanamiento, models.CASCADE, null=True, blank=True, related_name="reportes")
    motivo = models.CharField(_("qué está mal"), max_length=15, choices=Motivo)
    texto = models.TextField(_("cuéntenos qué encontró"), max_length=2000)
    correo = models.EmailField(_("su correo"), blank=True)
    creado_en = models.DateTimeField(default=now)
    estado = models.CharField(max_length=12, choices=EstadoReporte, default=EstadoReporte.ABIERTO)
    respuesta = models.TextField(_("qué se hizo"), blank=True)
    atendido_en = models.DateTimeField(null=True, blank=True)
    atendido_por = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["creado_en", "pk"]
        indexes = [models.Index(fields=["estado", "creado_en"])]
        constraints = [
            models.CheckConstraint(
                condition=(
                    models.Q(entrada__isnull=False, convocatoria__isnull=True, hermanamiento__isnull=True)
                    | models.Q(entrada__isnull=True, convocatoria__isnull=False, hermanamiento__isnull=True)
                    | models.Q(entrada__isnull=True, convocatoria__isnull=True, hermanamiento__isnull=False)
                ),
                name="reporte_sobre_una_cosa",
            )
        ]
        verbose_name = _("reporte de error")
        verbose_name_plural = _("reportes de errores")

    def __str__(self) -> str:
        return f"{self.get_motivo_display()}: {self.sobre}"

    def get_motivo_display(self) -> str:
        """Give what was wrong in words, as Django does without weighing every choice each time."""
        return str(Motivo(self.motivo).label)

    @property
    def sobre(self) -> Entrada | Convocatoria | Hermanamiento:
        """Give what the report is about."""
        return self.entrada or self.convocatoria or self.hermanamiento


class EstadoEnlace(models.TextChoices):
    """What answered at an address the last time."""

    BIEN = "bien", _("abre")
    REDIRIGE = "redirige", _("lleva a otra dirección")
    ROTO = "roto", _("no abre")
    DUDOSO = "dudoso", _("responde, pero no es de fiar")


class Enlace(models.Model):
    """An address of the directory and what happened the last time it was tried.

    ``codigo``: HTTP status, empty when nothing answered. ``destino``: where it ended. ``fallos``: tries in a row that
    did not open; ``falla_desde`` the first of them.
    """

    url = models.URLField(max_length=500, unique=True)
    estado = models.CharField(max_length=10, choices=EstadoEnlace)
    codigo = models.PositiveSmallIntegerField(null=True, blank=True)
    destino = models.URLField(max_length=2000, blank=True)
    permanente = models.BooleanField(default=False)
    detalle = models.CharField(max_length=300, blank=True)
    probado_en = models.DateTimeField(default=now)
    fallos = models.PositiveSmallIntegerField(default=0)
    falla_desde = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["url"]
        indexes = [models.Index(fields=["estado", "probado_en"])]
        verbose_name = _("enlace probado")
        verbose_name_plural = _("enlaces probados")

    def __str__(self) -> str:
        return self.url
