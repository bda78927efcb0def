"""The first two of the three levels: Eje and Objetivo."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from agenda.models.agenda import Agenda
from agenda.models.fila import Fila


@pghistory.track()
class Eje(Fila):
    """First level of the plan; the town may call it otherwise (``Agenda.nombre_eje``)."""

    agenda = models.ForeignKey(Agenda, models.CASCADE, related_name="ejes")
    nombre = models.CharField(_("nombre"), max_length=200)
    descripcion = models.TextField(_("descripción"), blank=True, max_length=2000)

    class Meta(Fila.Meta):
        verbose_name = _("eje")

    def __str__(self) -> str:
        return self.nombre

    @property
    def agenda_de_la_fila(self) -> Agenda:
        """Give its agenda."""
        return self.agenda


@pghistory.track()
class Objetivo(Fila):
    """Second level: what is to change, and the present situation in a few lines."""

    eje = models.ForeignKey(Eje, models.CASCADE, related_name="objetivos")
    nombre = models.CharField(_("objetivo"), max_length=300)
    situacion = models.TextField(_("situación actual"), blank=True, max_length=2000)

    class Meta(Fila.Meta):
        verbose_name = _("objetivo")

    def __str__(self) -> str:
        return self.nombre

    @property
    def agenda_de_la_fila(self) -> Agenda:
        """Give its agenda."""
        return self.eje.agenda
