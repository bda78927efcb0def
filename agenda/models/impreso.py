"""A stored file of an approved version: drawn once, kept with its digest, never drawn again."""

from __future__ import annotations

import hashlib

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agenda.models.version import Version

FIJOS = ("version", "edicion", "idioma", "emision", "adopcion", "archivo", "sha256", "identificador", "hecho_en")


class Edicion(models.TextChoices):
    """How much of the agenda is printed."""

    COMPLETA = "completa", _("Agenda completa")
    MINIMA = "minima", _("Agenda mínima, en dos páginas")
    RESUMEN = "resumen", _("Resumen, en una página")


class Idioma(models.TextChoices):
    """The language of what the portal writes; what the town wrote stays as it wrote it."""

    ESPANOL = "es", _("español")
    INGLES = "en", _("inglés")


class ImpresoQuerySet(models.QuerySet):
    """Printed files."""

    def guardados(self):
        """Give those already drawn and stored."""
        return self.exclude(sha256="")

    def pendientes(self):
        """Give those that still have to be drawn."""
        return self.filter(sha256="")

    def fallidos(self):
        """Give those of approved versions whose last attempt failed."""
        return self.exclude(fallo="")


def ruta_del_impreso(impreso: Impreso, nombre: str) -> str:
    """Give where a file is stored: one folder a version. Those of before editions existed stay where they were."""
    return f"versiones/{impreso.version.sha256}/{impreso.edicion}-{impreso.idioma}-{impreso.emision}.pdf"


def _cambia() -> pgtrigger.Q:
    """Give the condition «one of the fields that are written once is different»."""
    condicion = pgtrigger.Q()
    for campo in FIJOS:
        condicion |= pgtrigger.Q(**{f"old__{campo}__df": pgtrigger.F(f"new__{campo}")})
    return condicion


class Impreso(models.Model):
    """One edition of a Version in one language. ``emision`` 1 is the original; a later one carries an act of adoption.

    ``sha256``: of the file, empty until it is drawn. ``identificador``: first element of the trailer's ``/ID``, in
    hexadecimal. ``adopcion``: the facts of the act that it prints. ``fallo``: when and why the last attempt failed.
    """

    version = models.ForeignKey(Version, models.PROTECT, related_name="impresos")
    edicion = models.CharField(_("edición"), max_length=10, choices=Edicion, default=Edicion.COMPLETA)
    idioma = models.CharField(_("idioma"), max_length=2, choices=Idioma, default=Idioma.ESPANOL)
    emision = models.PositiveSmallIntegerField(_("emisión"), default=1)
    adopcion = models.JSONField(_("acto de adopción"), null=True, blank=True)
    archivo = models.FileField(_("archivo"), upload_to=ruta_del_impreso, max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    identificador = models.CharField(max_length=32, db_index=True)
    fallo = models.TextField(_("fallo"), blank=True)
    hecho_en = models.DateTimeField(_("hecho en"), null=True, blank=True)

    objects = ImpresoQuerySet.as_manager()

    class Meta:
        ordering = ["version_id", "emision", "pk"]
        triggers = [  # the file that somebody downloaded is the one that is verified: neither replaced nor forgotten
            pgtrigger.Protect(
                name="guardado_no_cambia",
                operation=pgtrigger.Update,
                condition=~pgtrigger.Q(old__sha256="") & _cambia(),
            ),
            pgtrigger.Protect(
                name="guardado_no_se_borra",
                operation=pgtrigger.Delete,
                condition=~pgtrigger.Q(old__sha256=""),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["version", "edicion", "idioma", "emision"], name="impreso_unico"),
            models.CheckConstraint(condition=Q(emision__gte=1), name="impreso_desde_uno"),
            models.CheckConstraint(
                condition=Q(archivo="", sha256="", hecho_en__isnull=True)
                | (~Q(archivo="") & ~Q(sha256="") & Q(hecho_en__isnull=False)),
                name="impreso_guardado_entero",
            ),
        ]
        verbose_name = _("impreso")
        verbose_name_plural = _("impresos")

    def __str__(self) -> str:
        return f"{self.version}, {self.get_edicion_display()}, {self.get_idioma_display()}, {self.emision}"

    def identificar(self) -> str:
        """Give the identifier of the file, from what it is: different for each file of each version.

        The original keeps the one it had when it was the only file. No carriage return: a PDF reader changes it.
        """
        nombre = self.version.sha256
        if (self.edicion, self.idioma, self.emision) != (Edicion.COMPLETA, Idioma.ESPANOL, 1):
            nombre += f"/{self.edicion}/{self.idioma}/{self.emision}"
        huella = hashlib.sha256(nombre.encode("ascii")).digest()[:16]
        return huella.replace(b"\r\n", b"\n").replace(b"\r", b"\n").hex()
