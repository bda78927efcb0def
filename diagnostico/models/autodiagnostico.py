"""A self-check that somebody asked to keep."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from diagnostico.models.cuestionario import Cuestionario
from diagnostico.models.diagnostico import Diagnostico
from territorio.models import Territorio

ESPERA = timedelta(days=30)  # how long it waits for the account of whoever made it


class AutodiagnosticoQuerySet(models.QuerySet):
    """Kept self-checks."""

    def de(self, usuario):
        """Give those of a person, the newest first."""
        return self.filter(persona=usuario).order_by("-creado_en") if usuario.is_authenticated else self.none()

    def sin_duenio(self):
        """Give those that nobody has claimed yet."""
        return self.filter(persona__isnull=True)

    def vencidos(self):
        """Give those that nobody claimed in time."""
        return self.sin_duenio().filter(creado_en__lt=now() - ESPERA)


class Autodiagnostico(models.Model):
    """Answers of the express self-check and whose they are; not audited: it is one person's, who may delete it.

    ``respuestas``: key of the question → value. ``persona`` null until the account exists. ``usado_en``: the
    diagnostic that started from it, once.
    """

    clave = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    cuestionario = models.ForeignKey(Cuestionario, models.PROTECT, related_name="+")
    respuestas = models.JSONField(_("respuestas"))
    territorio = models.ForeignKey(Territorio, models.PROTECT, null=True, blank=True, related_name="+")
    persona = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="autodiagnosticos"
    )
    creado_en = models.DateTimeField(default=now, db_index=True)
    usado_en = models.ForeignKey(Diagnostico, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = AutodiagnosticoQuerySet.as_manager()

    class Meta:
        ordering = ["-creado_en"]
        verbose_name = _("autodiagnóstico")
        verbose_name_plural = _("autodiagnósticos")

    def __str__(self) -> str:
        return f"{self.creado_en:%Y-%m-%d} {self.territorio_id or ''}".strip()
