"""An entry of the directory: a network, an agency or a national programme that the guide names."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from formato.texto import sin_acentos


class Clase(models.TextChoices):
    """What kind of entry it is."""

    RED = "red", _("red")
    AGENCIA = "agencia", _("agencia o entidad")
    PROGRAMA = "programa", _("programa nacional citado en la guía")


class EstadoEntrada(models.TextChoices):
    """Whether it still works."""

    ACTIVA = "activa", _("activa")
    INACTIVA = "inactiva", _("inactiva")
    DESCONOCIDO = "desconocido", _("sin confirmar")


@pghistory.track()
class Entrada(models.Model):
    """An entry of the directory. ``verificado`` says whether somebody read a source; ``fuente`` says which.

    ``verificado_por`` names an office or a team, never a person. ``categorias`` (Ley 617: ESP, 1 to 6) and the two
    limits of ``poblacion`` (inhabitants) say whom it admits; empty: anyone, as far as is known.
    """

    slug = models.SlugField(max_length=100, primary_key=True)
    clase = models.CharField(max_length=10, choices=Clase)
    nombre = models.CharField(max_length=250)
    sigla = models.CharField(max_length=60, blank=True)
    nombre_en = models.CharField(max_length=250, blank=True)
    otros_nombres = ArrayField(
        models.CharField(max_length=120), verbose_name=_("otros nombres y siglas"), default=list, blank=True
    )
    clave_busqueda = models.CharField(max_length=700, editable=False, db_index=True)
    tipo = models.CharField(_("tipo de agencia"), max_length=40, blank=True)
    ambito = models.CharField(_("ámbito"), max_length=40, blank=True)
    anio_fundacion = models.PositiveSmallIntegerField(null=True, blank=True)
    sede_ciudad = models.CharField(max_length=120, blank=True)
    sede_pais = models.CharField(max_length=40, blank=True)
    sitio_web = models.URLField(blank=True)
    descripcion = models.TextField(_("qué es y qué ofrece"), blank=True)
    requisitos = models.TextField(_("cómo se ingresa"), blank=True)
    convocatorias_nota = models.TextField(_("convocatorias"), blank=True)
    cuota = models.CharField(_("¿cobra cuota?"), max_length=15, blank=True)
    cuota_nota = models.CharField(_("cuánto cuesta"), max_length=300, blank=True)
    poblacion_minima = models.PositiveIntegerField(_("desde cuántos habitantes"), null=True, blank=True)
    poblacion_maxima = models.PositiveIntegerField(_("hasta cuántos habitantes"), null=True, blank=True)
    categorias = ArrayField(
        models.CharField(max_length=3), verbose_name=_("categorías que admite"), default=list, blank=True
    )
    miembros_colombia = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    temas = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    modalidades = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    ods = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    idiomas = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    estado = models.CharField(max_length=12, choices=EstadoEntrada)
    nota_historica = models.TextField(blank=True)
    fuente = models.TextField(blank=True)
    verificado = models.BooleanField(default=False)
    verificado_en = models.DateField(_("verificada el"), null=True, blank=True)
    verificado_por = models.CharField(_("verificada por"), max_length=120, blank=True)
    reemplazada_por = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="reemplaza_a")
    es_demostracion = models.BooleanField(default=False)
    huella_cargada = models.CharField(max_length=64, editable=False, blank=True)

    class Meta:
        ordering = ["clave_busqueda"]
        indexes = [
            GinIndex(fields=["temas"]),
            GinIndex(fields=["modalidades"]),
            models.Index(fields=["verificado", "verificado_en"]),
            models.Index(fields=["sitio_web"]),
            models.Index(fields=["estado"]),
        ]
        verbose_name = _("entrada del directorio")
        verbose_name_plural = _("entradas del directorio")

    def __str__(self) -> str:
        return f"{self.nombre} ({self.sigla})" if self.sigla else self.nombre

    def save(self, *args, **kwargs):
        """Save with its search key."""
        self.poner_clave_busqueda()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "clave_busqueda"}
        super().save(*args, **kwargs)

    def poner_clave_busqueda(self) -> None:
        """Keep the search key beside the names."""
        nombres = (self.nombre, self.sigla, self.nombre_en, *self.otros_nombres)
        self.clave_busqueda = sin_acentos(" ".join(nombres))[:700]
