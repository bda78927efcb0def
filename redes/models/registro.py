"""The two registers of what ties a territory to somebody: twinnings and memberships.

Filed by its people with a document and a date, confirmed by the FCM; the known twinnings were loaded with their mark.
"""

from __future__ import annotations

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cuentas.permisos import territorios_de, territorios_por_revisar
from formato.paises import pais as nombre_pais
from guardado.models import Archivo
from redes.models.entrada import Entrada
from territorio.models import Territorio


class RegistroQuerySet(models.QuerySet):
    """Rows of a register."""

    def publicos(self):
        """Give what anyone may read: what was loaded, with its mark, and what the FCM confirmed."""
        return self.filter(Q(declarado_en__isnull=True) | Q(verificado=True), retirado_en__isnull=True)

    def por_confirmar(self):
        """Give what a territory filed and the FCM has neither confirmed nor returned."""
        return self.filter(declarado_en__isnull=False, verificado=False, devuelto="", retirado_en__isnull=True)

    def visibles_para(self, usuario):
        """Give those of the territories a person may see."""
        return self.filter(territorio__in=territorios_de(usuario))

    def por_revisar_de(self, usuario):
        """Give those that a person of the FCM may confirm: never where they have a Vinculacion."""
        return self.filter(territorio__in=territorios_por_revisar(usuario))


class Registro(models.Model):
    """What both registers keep. ``declarado_en`` empty: it was loaded. ``devuelto``: why the FCM could not confirm it.

    ``verificado_por`` names an office, never a person.
    """

    archivo = models.ForeignKey(Archivo, models.SET_NULL, null=True, blank=True, related_name="+")
    declarado_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    declarado_en = models.DateTimeField(null=True, blank=True)
    verificado = models.BooleanField(default=False)
    verificado_en = models.DateField(_("verificado el"), null=True, blank=True)
    verificado_por = models.CharField(_("verificado por"), max_length=120, blank=True)
    devuelto = models.TextField(_("por qué no se confirmó"), blank=True)
    retirado_en = models.DateTimeField(null=True, blank=True)
    es_demostracion = models.BooleanField(default=False)

    objects = RegistroQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def retirada_en(self):
        """Give when it was withdrawn, by the name under which ``guardado`` asks it of every row."""
        return self.retirado_en


@pghistory.track()
class Hermanamiento(Registro):
    """A twinning or similar agreement of a Colombian territory with a city abroad. ``pais``: ISO 3166-1 alpha-2."""

    slug = models.SlugField(max_length=120, primary_key=True)
    territorio = models.ForeignKey(Territorio, models.PROTECT, related_name="hermanamientos")
    ciudad = models.CharField(_("ciudad"), max_length=150)
    pais = models.CharField(_("país"), max_length=2, db_index=True)
    anio = models.PositiveSmallIntegerField(_("año"), null=True, blank=True)
    fecha = models.DateField(_("fecha de la firma"), null=True, blank=True)
    vigente_hasta = models.DateField(_("vigente hasta"), null=True, blank=True)
    tipo_acuerdo = models.CharField(_("tipo de acuerdo"), max_length=60)
    temas = ArrayField(models.CharField(max_length=60), verbose_name=_("temas"), default=list, blank=True)
    enlace = models.URLField(_("enlace"), blank=True)
    fuente = models.TextField(_("fuente"), blank=True)
    nota = models.TextField(_("nota"), blank=True)
    huella_cargada = models.CharField(max_length=64, editable=False, blank=True)

    class Meta:
        ordering = ["territorio_id", "ciudad"]
        indexes = [models.Index(fields=["territorio", "pais"])]
        verbose_name = _("hermanamiento")

    def __str__(self) -> str:
        return f"{self.territorio_id} – {self.ciudad}"

    @property
    def lugar(self) -> str:
        """Give city and country as they are read: «Pamplona / Iruña, España»."""
        return ", ".join(parte for parte in (self.ciudad, nombre_pais(self.pais)) if parte)


@pghistory.track()
class Membresia(Registro):
    """A territory belongs to a network: since when, dues paid until, by which act."""

    clave = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    territorio = models.ForeignKey(Territorio, models.PROTECT, related_name="membresias")
    entrada = models.ForeignKey(Entrada, models.PROTECT, related_name="membresias")
    desde = models.DateField(_("desde"), null=True, blank=True)
    pagada_hasta = models.DateField(_("cuota pagada hasta"), null=True, blank=True)
    acto = models.CharField(_("acto de adhesión"), max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["territorio", "entrada"], condition=Q(retirado_en__isnull=True), name="una_membresia_en_vigor"
            )
        ]
        verbose_name = _("membresía")

    def __str__(self) -> str:
        return f"{self.territorio_id} {self.entrada_id}"
