"""Calls: what somebody offers until a day, and to whom."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _

from formato.texto import sin_acentos
from redes.models.entrada import Entrada
from territorio.models import Territorio


class ConvocatoriaQuerySet(models.QuerySet):
    """Calls."""

    def abiertas(self):
        """Give those that have not closed today; without a closing date they stay."""
        return self.filter(models.Q(cierra__isnull=True) | models.Q(cierra__gte=localdate()))


@pghistory.track()
class Convocatoria(models.Model):
    """A call that an action may answer. ``entrada`` is who calls, or ``convoca`` when it is not in the directory.

    ``monto`` in whole units of ``moneda`` (ISO 4217). Who may apply: ``quienes`` in words; ``categorias``,
    ``departamentos`` (DANE codes) and ``poblacion_maxima`` for the rule of ``redes.afinidad``; empty: anyone.
    """

    slug = models.SlugField(max_length=120, unique=True)
    entrada = models.ForeignKey(Entrada, models.PROTECT, null=True, blank=True, related_name="convocatorias")
    convoca = models.CharField(_("quién convoca"), max_length=200, blank=True)
    titulo = models.CharField(_("título"), max_length=250)
    clave_busqueda = models.CharField(max_length=700, editable=False, db_index=True, default="")
    descripcion = models.TextField(_("qué ofrece"), blank=True)
    abre = models.DateField(_("abre"), null=True, blank=True)
    cierra = models.DateField(_("cierra"), null=True, blank=True)
    enlace = models.URLField(_("enlace"), blank=True)
    quienes = models.TextField(_("quién puede presentarse"), blank=True)
    requisitos = models.TextField(_("requisitos"), blank=True)
    monto = models.BigIntegerField(_("monto"), null=True, blank=True)
    moneda = models.CharField(_("moneda"), max_length=3, blank=True)
    monto_nota = models.CharField(_("sobre el monto"), max_length=250, blank=True)
    categorias = ArrayField(
        models.CharField(max_length=3), verbose_name=_("categorías que admite"), default=list, blank=True
    )
    departamentos = ArrayField(
        models.CharField(max_length=12), verbose_name=_("departamentos que admite"), default=list, blank=True
    )
    poblacion_maxima = models.PositiveIntegerField(_("hasta cuántos habitantes"), null=True, blank=True)
    temas = ArrayField(models.CharField(max_length=60), verbose_name=_("temas"), default=list, blank=True)
    modalidades = ArrayField(models.CharField(max_length=60), verbose_name=_("modalidades"), default=list, blank=True)
    ods = ArrayField(models.PositiveSmallIntegerField(), verbose_name="ODS", default=list, blank=True)
    idiomas = ArrayField(models.CharField(max_length=10), verbose_name=_("idiomas"), default=list, blank=True)
    fuente = models.TextField(_("fuente"), blank=True)
    verificado = models.BooleanField(_("verificada"), default=False)
    verificado_en = models.DateField(_("verificada el"), null=True, blank=True)
    verificado_por = models.CharField(_("verificada por"), max_length=120, blank=True)
    es_demostracion = models.BooleanField(default=False)

    objects = ConvocatoriaQuerySet.as_manager()

    class Meta:
        ordering = ["cierra", "titulo"]
        indexes = [models.Index(fields=["cierra"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(abre__isnull=True)
                | models.Q(cierra__isnull=True)
                | models.Q(cierra__gte=models.F("abre")),
                name="convocatoria_cierra_despues_de_abrir",
            ),
        ]
        verbose_name = _("convocatoria")

    def __str__(self) -> str:
        return self.titulo

    def save(self, *args, **kwargs):
        """Save with its search key."""
        self.poner_clave_busqueda()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "clave_busqueda"}
        super().save(*args, **kwargs)

    def poner_clave_busqueda(self) -> None:
        """Keep the search key beside the title."""
        self.clave_busqueda = sin_acentos(f"{self.titulo} {self.convoca}")[:700]

    @property
    def quien(self) -> str:
        """Give who calls."""
        return str(self.entrada) if self.entrada_id else self.convoca

    @property
    def cerrada(self) -> bool:
        """Say whether its last day has passed."""
        return self.cierra is not None and self.cierra < localdate()

    @property
    def por_abrir(self) -> bool:
        """Say whether its first day has not come."""
        return self.abre is not None and self.abre > localdate()


class Recordatorio(models.Model):
    """That a territory was told of a call, so that nobody is told twice."""

    convocatoria = models.ForeignKey(Convocatoria, models.CASCADE, related_name="recordatorios")
    territorio = models.ForeignKey(Territorio, models.CASCADE, related_name="+")
    dias = models.PositiveSmallIntegerField(_("días que faltaban"))
    enviado_en = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["convocatoria", "territorio", "dias"], name="un_recordatorio_por_plazo")
        ]
        verbose_name = _("recordatorio de convocatoria")
        verbose_name_plural = _("recordatorios de convocatorias")

    def __str__(self) -> str:
        return f"{self.convocatoria_id} {self.territorio_id} {self.dias}"


class SinRecordatorios(models.Model):
    """Who asked not to be told of calls by e-mail."""

    usuario = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="sin_recordatorios")
    desde = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("persona sin recordatorios")
        verbose_name_plural = _("personas sin recordatorios")

    def __str__(self) -> str:
        return f"{self.usuario_id}"
