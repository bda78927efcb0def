"""What every noun of the plan shares: an identity given once, a place among its sisters, removal as a mark."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _


class FilaQuerySet(models.QuerySet):
    """Rows that are marked, not deleted."""

    def vigentes(self):
        """Give those not removed themselves (their parents may be: see ``documento.py``)."""
        return self.filter(retirada_en__isnull=True)


class Fila(models.Model):
    """``clave`` survives versions, exports and the way back; numbers such as «2.1» are positions, made when drawn."""

    clave = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    orden = models.PositiveIntegerField(_("orden"), default=0)
    creada_en = models.DateTimeField(default=now, editable=False)
    retirada_en = models.DateTimeField(null=True, blank=True)
    retirada_por = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = FilaQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["orden", "pk"]

    @property
    def retirada(self) -> bool:
        """Say whether it was removed (it can be restored)."""
        return self.retirada_en is not None

    @property
    def territorio_id(self) -> str:
        """Give the territory, as a save needs it."""
        return self.agenda_de_la_fila.territorio_id
