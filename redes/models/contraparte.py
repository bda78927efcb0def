"""Whoever is on the other side of an agreement or an action."""

from __future__ import annotations

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cuentas.permisos import territorios_de
from formato.paises import pais as nombre_pais
from redes.models.entrada import Entrada
from territorio.models import Territorio


class TipoContraparte(models.TextChoices):
    """Who is on the other side."""

    GOBIERNO_LOCAL = "gobierno-local", _("gobierno local")
    GOBIERNO_NACIONAL = "gobierno-nacional", _("gobierno o entidad nacional")
    RED = "red", _("red de ciudades o municipios")
    AGENCIA = "agencia", _("agencia de cooperación u organismo")
    EMPRESA = "empresa", _("empresa o gremio")
    ACADEMIA = "academia", _("universidad o centro de investigación")
    SOCIEDAD_CIVIL = "sociedad-civil", _("organización social o no gubernamental")
    OTRA = "otra", _("otra")


class ContraparteQuerySet(models.QuerySet):
    """Counterparts."""

    def para(self, territorio: Territorio):
        """Give those a territory may point to: its own and the shared ones of the directory."""
        return self.filter(models.Q(territorio=territorio) | models.Q(territorio=None))

    def visibles_para(self, usuario):
        """Give the shared ones and those of the territories a person may see."""
        return self.filter(models.Q(territorio=None) | models.Q(territorio__in=territorios_de(usuario)))


@pghistory.track()
class Contraparte(models.Model):
    """Whoever is on the other side, abroad or at home; **verified** when somebody confirmed that it exists.

    ``territorio`` is the one whose people wrote it (null: from the directory, shared by all). ``pais``: ISO 3166-1
    alpha-2.
    """

    clave = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    territorio = models.ForeignKey(Territorio, models.PROTECT, null=True, blank=True, related_name="contrapartes")
    nombre = models.CharField(_("nombre"), max_length=250)
    tipo = models.CharField(_("tipo"), max_length=20, choices=TipoContraparte)
    ciudad = models.CharField(_("ciudad"), max_length=120, blank=True)
    pais = models.CharField(_("país"), max_length=2, blank=True)
    entrada = models.ForeignKey(Entrada, models.PROTECT, null=True, blank=True, related_name="contrapartes")
    verificada_en = models.DateField(_("verificada el"), null=True, blank=True)
    verificada_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    verificada_como = models.CharField(_("cómo se verificó"), max_length=250, blank=True)
    es_demostracion = models.BooleanField(default=False)

    objects = ContraparteQuerySet.as_manager()

    class Meta:
        ordering = ["nombre"]
        constraints = [
            models.UniqueConstraint(
                fields=["entrada"], condition=models.Q(territorio__isnull=True), name="una_contraparte_por_entrada"
            )
        ]
        verbose_name = _("contraparte")

    def __str__(self) -> str:
        return self.nombre

    @property
    def verificada(self) -> bool:
        """Say whether somebody confirmed that it exists: the FCM, or a verified entry under its own name."""
        if self.verificada_en is not None:
            return True
        entrada = self.entrada if self.entrada_id else None
        return entrada is not None and entrada.verificado and self.nombre in (entrada.nombre, str(entrada)[:250])

    @property
    def lugar(self) -> str:
        """Give city and country as they are read: «Pamplona / Iruña, España»."""
        return ", ".join(parte for parte in (self.ciudad, nombre_pais(self.pais)) if parte)
