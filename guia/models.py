"""The guide as data: its blocks and cards, the ODS and ODM, suggested indicators, glossary."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from formato.texto import sin_acentos


@pghistory.track()
class Ficha(models.Model):
    """A card of the guide. ``bloque`` null: it is one of the 30 blocks; otherwise an item of that block.

    ``datos`` keeps what only some blocks have (levels and instruments of a modality, questions of a step, …),
    as described at the head of ``fixtures/guia.yaml``. ``hoy_fuente`` and ``hoy_en``: where and on which day the
    note of today was read; empty for what came from the file, which names no source.
    """

    bloque = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="items")
    slug = models.SlugField(max_length=60)
    orden = models.PositiveSmallIntegerField()
    nombre = models.CharField(_("nombre o título"), max_length=200)
    texto = models.TextField(_("texto"), blank=True)
    lugar = models.CharField(_("lugar en la guía"), max_length=300, blank=True)
    hoy = models.TextField(_("hoy"), blank=True)
    hoy_verificado = models.BooleanField(_("¿la nota está verificada?"), null=True, blank=True)
    hoy_fuente = models.CharField(_("fuente de la nota"), max_length=500, blank=True)
    hoy_en = models.DateField(_("día en que se leyó la fuente"), null=True, blank=True)
    datos = models.JSONField(default=dict, blank=True)
    huella_cargada = models.CharField(max_length=64, editable=False, blank=True)

    class Meta:
        ordering = ["bloque_id", "orden"]
        constraints = [
            models.UniqueConstraint(fields=["bloque", "slug"], name="una_ficha_por_slug", nulls_distinct=False)
        ]
        verbose_name = _("ficha de la guía")
        verbose_name_plural = _("fichas de la guía")

    def __str__(self) -> str:
        return self.nombre


class Ods(models.Model):
    """A Sustainable Development Goal (Agenda 2030)."""

    numero = models.PositiveSmallIntegerField(primary_key=True)
    slug = models.SlugField(unique=True)
    nombre = models.CharField(max_length=80)
    nombre_en = models.CharField(max_length=80)
    titulo = models.CharField(max_length=300)
    color = models.CharField(max_length=7)
    texto_mayor_contraste = models.CharField(max_length=10)
    fuente = models.TextField(blank=True)
    verificado = models.BooleanField(default=False)
    huella_cargada = models.CharField(max_length=64, editable=False, blank=True)

    class Meta:
        ordering = ["numero"]
        verbose_name = "ODS"
        verbose_name_plural = "ODS"

    def __str__(self) -> str:
        return f"ODS {self.numero}. {self.nombre}"


class MetaOds(models.Model):
    """One of the 169 targets; the label is short and ours, not the official text."""

    codigo = models.CharField(max_length=6, primary_key=True)
    ods = models.ForeignKey(Ods, models.PROTECT, related_name="metas")
    orden = models.PositiveSmallIntegerField()
    tipo = models.CharField(max_length=30)
    etiqueta = models.CharField(max_length=120)
    etiqueta_en = models.CharField(max_length=120)
    huella_cargada = models.CharField(max_length=64, editable=False, blank=True)

    class Meta:
        ordering = ["orden"]
        verbose_name = _("meta ODS")
        verbose_name_plural = _("metas ODS")

    def __str__(self) -> str:
        return f"{self.codigo} {self.etiqueta}"


class Odm(models.Model):
    """A Millennium Development Goal (2000–2015), which the guide of 2009 still names."""

    numero = models.PositiveSmallIntegerField(primary_key=True)
    slug = models.SlugField(unique=True)
    nombre = models.CharField(max_length=200)
    variantes = models.CharField(max_length=300, blank=True)
    periodo = models.CharField(max_length=20)
    vigencia_2026 = models.TextField(blank=True)
    fuente = models.TextField(blank=True)
    verificado = models.BooleanField(default=False)
    huella_cargada = models.CharField(max_length=64, editable=False, blank=True)

    class Meta:
        ordering = ["numero"]
        verbose_name = "ODM"
        verbose_name_plural = "ODM"

    def __str__(self) -> str:
        return f"ODM {self.numero}. {self.nombre}"


class RelacionOdmOds(models.Model):
    """Which ODS continues which ODM."""

    odm = models.ForeignKey(Odm, models.CASCADE, related_name="relaciones")
    ods = models.ForeignKey(Ods, models.CASCADE, related_name="relaciones")
    relacion = models.CharField(max_length=20)
    explicacion = models.TextField(blank=True)
    fuente = models.TextField(blank=True)
    verificado = models.BooleanField(default=False)
    huella_cargada = models.CharField(max_length=64, editable=False, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["odm", "ods"], name="una_relacion_odm_ods")]
        verbose_name = _("relación ODM–ODS")
        verbose_name_plural = _("relaciones ODM–ODS")

    def __str__(self) -> str:
        return f"{self.odm_id} → {self.ods_id}"


class IndicadorSugerido(models.Model):
    """An indicator a town may take as it is and adjust."""

    codigo = models.CharField(max_length=10, primary_key=True)
    slug = models.SlugField(max_length=100, unique=True)
    nombre = models.CharField(max_length=250)
    tipo = models.CharField(max_length=20)
    unidad = models.CharField(max_length=80)
    formula = models.TextField(blank=True)
    convencion_linea_base = models.TextField(blank=True)
    periodicidad = models.CharField(max_length=40, blank=True)
    sentido = models.CharField(max_length=20)
    modalidades = ArrayField(models.CharField(max_length=60), default=list)
    origen_guia = models.CharField(max_length=120, blank=True)
    temas = ArrayField(models.CharField(max_length=60), default=list)
    ods = ArrayField(models.PositiveSmallIntegerField(), default=list)
    metas_ods = ArrayField(models.CharField(max_length=6), default=list)
    fuente_sugerida = models.TextField(blank=True)
    huella_cargada = models.CharField(max_length=64, editable=False, blank=True)

    class Meta:
        ordering = ["codigo"]
        verbose_name = _("indicador sugerido")
        verbose_name_plural = _("indicadores sugeridos")

    def __str__(self) -> str:
        return f"{self.codigo} {self.nombre}"


@pghistory.track()
class Termino(models.Model):
    """A glossary term, in 35 words or fewer."""

    slug = models.SlugField(max_length=80, primary_key=True)
    termino = models.CharField(_("término"), max_length=150)
    clave_busqueda = models.CharField(max_length=200, editable=False, db_index=True)
    sigla = models.CharField(_("sigla"), max_length=30, blank=True)
    definicion = models.TextField(_("definición"))
    fuente = models.TextField(_("fuente"), blank=True)
    verificado = models.BooleanField(_("leído en la fuente"), default=False)
    huella_cargada = models.CharField(max_length=64, editable=False, blank=True)

    class Meta:
        ordering = ["clave_busqueda"]
        verbose_name = _("término")

    def __str__(self) -> str:
        return self.termino

    def save(self, *args, **kwargs):
        """Save with its search key, also when only some fields are saved."""
        self.poner_clave_busqueda()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "clave_busqueda"}
        super().save(*args, **kwargs)

    def poner_clave_busqueda(self) -> None:
        """Keep the search key beside the term."""
        self.clave_busqueda = sin_acentos(f"{self.termino} {self.sigla}")
