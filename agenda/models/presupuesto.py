"""Money of an action: one row per year and source, in whole Colombian pesos."""

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agenda.models.accion import Accion, FilaDeAccion

MAXIMO_PESOS = 9_999_999_999_999


class Fuente(models.TextChoices):
    """Where money comes from."""

    PROPIOS = "propios", _("recursos propios")
    SGP = "sgp", _("Sistema General de Participaciones")
    REGALIAS = "regalias", _("regalías")
    DEPARTAMENTO = "departamento", _("departamento")
    NACION = "nacion", _("Nación")
    COOPERACION = "cooperacion", _("cooperación no reembolsable")
    CREDITO = "credito", _("crédito")
    PRIVADO = "privado", _("sector privado")
    COMUNIDAD = "comunidad", _("comunidad")
    OTRA = "otra", _("otra")


class Certeza(models.TextChoices):
    """How sure the money is."""

    POR_GESTIONAR = "por-gestionar", _("por gestionar")
    EN_GESTION = "en-gestion", _("en gestión")
    COMPROMETIDO = "comprometido", _("comprometido")


@pghistory.track()
class Partida(FilaDeAccion):
    """A budget row. ``valor`` and ``ejecutado`` in whole COP (0 to 13 digits). In kind never adds into cash.

    With a foreign currency, ``valor`` = ``valor_moneda`` × ``tasa`` (COP per unit, on ``fecha_tasa``), rounded half up.
    """

    accion = models.ForeignKey(Accion, models.CASCADE, related_name="partidas")
    anio = models.PositiveSmallIntegerField(_("año"))
    fuente = models.CharField(_("fuente"), max_length=14, choices=Fuente)
    aportante = models.CharField(_("quién aporta"), max_length=200, blank=True)
    en_especie = models.BooleanField(_("aporte en especie"), default=False)
    certeza = models.CharField(_("certeza"), max_length=14, choices=Certeza, default=Certeza.POR_GESTIONAR)
    moneda = models.CharField(_("moneda"), max_length=3, default="COP")
    valor_moneda = models.DecimalField(_("valor en esa moneda"), max_digits=18, decimal_places=2, null=True, blank=True)
    tasa = models.DecimalField(
        _("tasa de cambio (pesos por unidad)"), max_digits=14, decimal_places=4, null=True, blank=True
    )
    fecha_tasa = models.DateField(_("fecha de la tasa"), null=True, blank=True)
    valor = models.BigIntegerField(
        _("valor en pesos"), default=0, validators=[MinValueValidator(0), MaxValueValidator(MAXIMO_PESOS)]
    )
    ejecutado = models.BigIntegerField(
        _("ejecutado en pesos"), default=0, validators=[MinValueValidator(0), MaxValueValidator(MAXIMO_PESOS)]
    )

    class Meta(FilaDeAccion.Meta):
        abstract = False
        ordering = ["anio", "orden", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valor__gte=0, valor__lte=MAXIMO_PESOS, ejecutado__gte=0, ejecutado__lte=MAXIMO_PESOS),
                name="pesos_de_0_a_13_cifras",
            ),
            models.CheckConstraint(
                condition=Q(moneda="COP") | Q(valor_moneda__isnull=False, tasa__isnull=False, fecha_tasa__isnull=False),
                name="otra_moneda_con_tasa_y_fecha",
            ),
        ]
        verbose_name = _("partida del presupuesto")
        verbose_name_plural = _("partidas del presupuesto")

    def __str__(self) -> str:
        return f"{self.anio} {self.fuente}: {self.valor}"
