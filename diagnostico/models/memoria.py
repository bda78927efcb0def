"""What belongs to the territory and lives on from one diagnostic to the next: actors, antecedents, plan axes."""

from __future__ import annotations

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from guardado.models import Archivo
from redes.models import Contraparte
from territorio.models import Periodo, Territorio


class VivaQuerySet(models.QuerySet):
    """Rows that are marked, not deleted."""

    def vigentes(self):
        """Give those not removed."""
        return self.filter(retirada_en__isnull=True)


class FilaDelTerritorio(models.Model):
    """What these rows share: identity given once, removal as a mark."""

    clave = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    creada_en = models.DateTimeField(default=now, editable=False)
    retirada_en = models.DateTimeField(null=True, blank=True)
    retirada_por = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = VivaQuerySet.as_manager()

    class Meta:
        abstract = True


@pghistory.track()
class Actor(FilaDelTerritorio):
    """A local actor (guide: «Actores locales»). Printed: organisation and post; the contact only when authorised."""

    territorio = models.ForeignKey(Territorio, models.PROTECT, related_name="actores")
    grupo = models.CharField(_("grupo"), max_length=60)
    organizacion = models.CharField(_("organización"), max_length=200)
    cargo = models.CharField(_("cargo de quien la representa"), max_length=150, blank=True)
    rol = models.CharField(_("papel en la acción internacional"), max_length=300, blank=True)
    compromiso = models.TextField(_("compromiso"), blank=True, max_length=2000)
    contacto_nombre = models.CharField(_("nombre del contacto"), max_length=150, blank=True)
    contacto_correo = models.EmailField(_("correo del contacto"), blank=True)
    contacto_autorizado = models.BooleanField(_("la persona autorizó publicar su nombre"), default=False)

    class Meta:
        ordering = ["creada_en", "pk"]
        verbose_name = _("actor")
        verbose_name_plural = _("actores")

    def __str__(self) -> str:
        return self.organizacion


class TipoAntecedente(models.TextChoices):
    """What the memory holds (step 1)."""

    ACUERDO = "acuerdo", _("acuerdo o convenio")
    HERMANAMIENTO = "hermanamiento", _("hermanamiento")
    MEMBRESIA = "membresia", _("membresía en una red")
    PROYECTO = "proyecto", _("proyecto")
    MISION = "mision", _("misión o visita")
    PREMIO = "premio", _("premio o reconocimiento")


class EtapaAntecedente(models.TextChoices):
    """Where it stands today."""

    EN_CONVERSACION = "en-conversacion", _("en conversación")
    VIGENTE = "vigente", _("vigente")
    INACTIVO = "inactivo", _("firmado, sin actividad")
    TERMINADO = "terminado", _("terminado")


@pghistory.track()
class Antecedente(FilaDelTerritorio):
    """A past or present international relation of the town (step 1, «Construya la memoria institucional»)."""

    territorio = models.ForeignKey(Territorio, models.PROTECT, related_name="antecedentes")
    tipo = models.CharField(_("tipo"), max_length=20, choices=TipoAntecedente)
    titulo = models.CharField(_("título"), max_length=200)
    contraparte = models.ForeignKey(Contraparte, models.PROTECT, null=True, blank=True, related_name="antecedentes")
    etapa = models.CharField(_("cómo está hoy"), max_length=20, choices=EtapaAntecedente)
    suscrito_por = models.CharField(_("quién lo firmó (cargo)"), max_length=200, blank=True)
    fecha = models.DateField(_("fecha"), null=True, blank=True)
    vigente_hasta = models.DateField(_("vigente hasta"), null=True, blank=True)
    resultado = models.TextField(_("qué dejó"), blank=True, max_length=4000)
    archivo = models.ForeignKey(Archivo, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-fecha", "titulo"]
        verbose_name = _("antecedente")

    def __str__(self) -> str:
        return self.titulo


@pghistory.track()
class EjePlan(FilaDelTerritorio):
    """An axis, programme or goal of the development plan and the modalities that may carry it out (step 3)."""

    territorio = models.ForeignKey(Territorio, models.PROTECT, related_name="ejes_plan")
    periodo = models.ForeignKey(Periodo, models.PROTECT, related_name="ejes_plan")
    eje = models.CharField(_("eje o línea del plan"), max_length=250)
    programa = models.CharField(_("programa"), max_length=250, blank=True)
    meta = models.CharField(_("meta"), max_length=300, blank=True)
    modalidades = ArrayField(models.CharField(max_length=60), default=list, blank=True, verbose_name=_("modalidades"))

    class Meta:
        ordering = ["creada_en", "pk"]
        verbose_name = _("eje del plan de desarrollo")
        verbose_name_plural = _("ejes del plan de desarrollo")

    def __str__(self) -> str:
        return f"{self.eje} · {self.programa}" if self.programa else self.eje
