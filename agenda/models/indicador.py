"""How an action will be known to work: indicator, one target per year, measurements."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agenda.models.accion import Accion, FilaDeAccion
from agenda.models.agenda import Agenda
from agenda.models.fila import Fila
from guardado.models import Archivo


class Sentido(models.TextChoices):
    """Which way is better."""

    AUMENTA = "aumenta", _("debe aumentar")
    DISMINUYE = "disminuye", _("debe disminuir")
    MANTIENE = "mantiene", _("debe mantenerse")


class Acumulacion(models.TextChoices):
    """How yearly values add up."""

    ANUAL = "anual", _("de cada año")
    ACUMULADO = "acumulado", _("acumulado desde el comienzo")
    EXISTENCIA = "existencia", _("lo que hay en esa fecha")


@pghistory.track()
class Indicador(FilaDeAccion):
    """An indicator of an action. Baseline: decimal with date and source, or «sin línea base»."""

    accion = models.ForeignKey(Accion, models.CASCADE, related_name="indicadores")
    nombre = models.CharField(_("indicador"), max_length=300)
    unidad = models.CharField(_("unidad de medida"), max_length=80, blank=True)
    formula = models.TextField(_("cómo se calcula"), blank=True, max_length=1000)
    sin_linea_base = models.BooleanField(_("sin línea base"), default=False)
    linea_base = models.DecimalField(_("línea base"), max_digits=18, decimal_places=4, null=True, blank=True)
    linea_base_fecha = models.DateField(_("fecha de la línea base"), null=True, blank=True)
    linea_base_fuente = models.CharField(_("fuente de la línea base"), max_length=250, blank=True)
    sentido = models.CharField(_("sentido"), max_length=10, choices=Sentido, default=Sentido.AUMENTA)
    acumulacion = models.CharField(_("cómo se acumula"), max_length=12, choices=Acumulacion, default=Acumulacion.ANUAL)
    medio_verificacion = models.CharField(_("dónde se comprueba"), max_length=250, blank=True)
    sugerido = models.CharField(max_length=10, blank=True)

    class Meta(FilaDeAccion.Meta):
        abstract = False
        verbose_name = _("indicador")
        verbose_name_plural = _("indicadores")

    def __str__(self) -> str:
        return self.nombre


@pghistory.track()
class MetaAnual(models.Model):
    """The target of an indicator for one year, also after the term."""

    indicador = models.ForeignKey(Indicador, models.CASCADE, related_name="metas")
    anio = models.PositiveSmallIntegerField(_("año"))
    valor = models.DecimalField(_("meta"), max_digits=18, decimal_places=4)

    class Meta:
        ordering = ["anio"]
        constraints = [models.UniqueConstraint(fields=["indicador", "anio"], name="una_meta_por_anio")]
        verbose_name = _("meta anual")
        verbose_name_plural = _("metas anuales")

    def __str__(self) -> str:
        return f"{self.anio}: {self.valor}"

    @property
    def territorio_id(self) -> str:
        """Give the territory, as a save needs it."""
        return self.indicador.territorio_id


@pghistory.track()
class Medicion(Fila):
    """A measured value, with its evidence; follow-up, edited without a new version."""

    indicador = models.ForeignKey(Indicador, models.CASCADE, related_name="mediciones")
    fecha = models.DateField(_("fecha"))
    valor = models.DecimalField(_("valor"), max_digits=18, decimal_places=4)
    evidencia = models.CharField(_("en qué se apoya"), max_length=300, blank=True)
    archivo = models.ForeignKey(Archivo, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta(Fila.Meta):
        ordering = ["fecha", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicador", "fecha"], condition=Q(retirada_en__isnull=True), name="una_medicion_por_fecha"
            )
        ]
        verbose_name = _("medición")
        verbose_name_plural = _("mediciones")

    def __str__(self) -> str:
        return f"{self.fecha}: {self.valor}"

    @property
    def agenda_de_la_fila(self) -> Agenda:
        """Give its agenda."""
        return self.indicador.agenda_de_la_fila
