"""The questionnaire, versioned and immutable once answered, and the actions its answers suggest."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class CuestionarioQuerySet(models.QuerySet):
    """Versions of the questionnaire."""

    def vigente(self):
        """Give the newest version, the one new diagnostics use; None when nothing is loaded."""
        return self.order_by("-version").first()


class Cuestionario(models.Model):
    """One version of the questionnaire (``meta.version_del_contenido`` of ``guia.yaml``).

    ``contenido``: ``{"puntaje": …, "pasos": […], "modalidades": […], "condiciones": […], "motivaciones": […]}``,
    the blocks of the guide as they stood. ``huella``: SHA-256 of its canonical JSON. Never updated: a new text is a
    new version, a new row.
    """

    version = models.CharField(max_length=20, primary_key=True)
    contenido = models.JSONField()
    huella = models.CharField(max_length=64)
    publicado_en = models.DateTimeField(auto_now_add=True)

    objects = CuestionarioQuerySet.as_manager()

    class Meta:
        ordering = ["version"]
        verbose_name = _("cuestionario")

    def __str__(self) -> str:
        return self.version


class AccionSugerida(models.Model):
    """A template of action (``acciones_sugeridas.yaml``) that a town copies and adjusts."""

    slug = models.SlugField(max_length=80, primary_key=True)
    orden = models.PositiveSmallIntegerField()
    titulo = models.CharField(max_length=200)
    objetivo = models.TextField()
    modalidad = models.CharField(max_length=60)
    datos = models.JSONField()
    huella_cargada = models.CharField(max_length=64, editable=False, blank=True)

    class Meta:
        ordering = ["orden"]
        verbose_name = _("acción sugerida")
        verbose_name_plural = _("acciones sugeridas")

    def __str__(self) -> str:
        return self.titulo
