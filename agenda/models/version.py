"""What was sent: a frozen document with its digest, and the act by which the town adopts it."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from agenda.models.agenda import Agenda
from guardado.models import Archivo


class ResultadoVersion(models.TextChoices):
    """What became of a version; written by ``agenda/flujo.py`` alone."""

    ENVIADA = "enviada", _("enviada")
    RETIRADA = "retirada", _("retirada por el territorio")
    DEVUELTA = "devuelta", _("devuelta con comentarios")
    APROBADA = "aprobada", _("revisada por la FCM")
    REEMPLAZADA = "reemplazada", _("reemplazada por una versión nueva")


class VersionQuerySet(models.QuerySet):
    """Versions."""

    def aprobadas(self):
        """Give those that were approved once (in force, replaced or withdrawn from the public)."""
        return self.filter(resultado__in=[ResultadoVersion.APROBADA, ResultadoVersion.REEMPLAZADA])


def ruta_del_pdf(version: Version, nombre: str) -> str:
    """Give where the PDF was stored while there was one a version; the first migration names it."""
    return f"versiones/{version.sha256}.pdf"


@pghistory.track(exclude=["contenido"])
class Version(models.Model):
    """Made at each *enviar*. ``contenido`` is everything that will be printed; ``sha256`` that of its canonical form.

    ``acta`` (written once, at *aprobar*): who sent and approved (office and post), when, the demonstration mark.
    """

    agenda = models.ForeignKey(Agenda, models.PROTECT, related_name="versiones")
    numero = models.PositiveSmallIntegerField()
    contenido = models.JSONField()
    sha256 = models.CharField(max_length=64, db_index=True)
    resultado = models.CharField(max_length=12, choices=ResultadoVersion, default=ResultadoVersion.ENVIADA)
    acta = models.JSONField(null=True, blank=True)
    enviada_en = models.DateTimeField(default=now)
    enviada_por = models.ForeignKey("cuentas.Usuario", models.SET_NULL, null=True, related_name="+")
    aprobada_en = models.DateTimeField(null=True, blank=True)
    aprobada_por = models.ForeignKey("cuentas.Usuario", models.SET_NULL, null=True, blank=True, related_name="+")

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["agenda_id", "numero"]
        triggers = [  # what was sent is what is printed, verified and compared: nobody rewrites it
            pgtrigger.ReadOnly(name="congelada", fields=["agenda", "numero", "contenido", "sha256"]),
        ]
        indexes = [  # the public list asks which documents hold a theme or a modality
            GinIndex(fields=["contenido"], opclasses=["jsonb_path_ops"], name="version_contenido")
        ]
        constraints = [
            models.UniqueConstraint(fields=["agenda", "numero"], name="version_numerada"),
            models.CheckConstraint(
                condition=Q(resultado__in=["aprobada", "reemplazada"], acta__isnull=False, aprobada_en__isnull=False)
                | (~Q(resultado__in=["aprobada", "reemplazada"]) & Q(acta__isnull=True, aprobada_en__isnull=True)),
                name="aprobada_tiene_acta",
            ),
        ]
        verbose_name = _("versión")
        verbose_name_plural = _("versiones")

    def __str__(self) -> str:
        return f"{self.agenda} v{self.numero}"


class TipoActo(models.TextChoices):
    """The act by which a town adopts its agenda (step 7)."""

    ACUERDO = "acuerdo", _("acuerdo del Concejo")
    DECRETO = "decreto", _("decreto")
    RESOLUCION = "resolucion", _("resolución")


@pghistory.track()
class Adopcion(models.Model):
    """Adoption by the town of an approved version: it is not the same as approval by the FCM."""

    version = models.OneToOneField(Version, models.PROTECT, related_name="adopcion")
    tipo = models.CharField(_("tipo de acto"), max_length=12, choices=TipoActo)
    numero = models.CharField(_("número"), max_length=40)
    fecha = models.DateField(_("fecha"))
    autoridad = models.CharField(_("autoridad que lo expide"), max_length=200)
    gaceta = models.CharField(_("gaceta donde se publicó"), max_length=200, blank=True)
    archivo = models.ForeignKey(Archivo, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("adopción")
        verbose_name_plural = _("adopciones")

    def __str__(self) -> str:
        return f"{self.get_tipo_display()} {self.numero}"
