"""Work that a person asked for and the background worker does: a draft as PDF, many PDFs as one ZIP."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from agenda.models.agenda import Agenda
from agenda.models.impreso import Edicion, Idioma


class ClaseEncargo(models.TextChoices):
    """What was asked for."""

    BORRADOR = "borrador", _("borrador en PDF")
    PAQUETE = "paquete", _("paquete de PDF")


class EstadoEncargo(models.TextChoices):
    """How it goes."""

    EN_ESPERA = "espera", _("en espera")
    EN_CURSO = "curso", _("en curso")
    HECHO = "hecho", _("hecho")
    CANCELADO = "cancelado", _("cancelado")
    FALLIDO = "fallido", _("fallido")


VIVOS = [EstadoEncargo.EN_ESPERA, EstadoEncargo.EN_CURSO]


class EncargoQuerySet(models.QuerySet):
    """Work asked for."""

    def de(self, usuario):
        """Give those of one person; nobody else sees them."""
        return self.filter(usuario=usuario) if usuario.is_authenticated else self.none()

    def vivos(self):
        """Give those that wait or run."""
        return self.filter(estado__in=VIVOS)

    def con_archivo(self):
        """Give those whose file may still be downloaded."""
        return self.filter(estado=EstadoEncargo.HECHO, vence_en__gt=now())


def ruta_del_encargo(encargo: Encargo, nombre: str) -> str:
    """Give where its file is stored: the name says nothing of whose it is."""
    return f"encargos/{encargo.clave}.{'zip' if encargo.clase == ClaseEncargo.PAQUETE else 'pdf'}"


class Encargo(models.Model):
    """One file in the making, of one person. At most one of each class waits or runs for a person.

    A draft has ``agenda``, ``edicion`` and ``idioma``; a package, ``filtro`` (``agenda.bandeja.Filtro``).
    ``huella``: of what the draft printed. ``hechas`` of ``total``: steps of a draft, agendas of a package; ``faltan``:
    those without a PDF. ``peso``: bytes. ``latido_en``: last sign of life of who does it. ``vence_en``: when it goes.
    """

    clave = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    clase = models.CharField(max_length=10, choices=ClaseEncargo)
    usuario = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="encargos")
    agenda = models.ForeignKey(Agenda, models.CASCADE, null=True, blank=True, related_name="+")
    edicion = models.CharField(max_length=10, choices=Edicion, blank=True)
    idioma = models.CharField(max_length=2, choices=Idioma, blank=True)
    filtro = models.JSONField(default=dict, blank=True)
    estado = models.CharField(max_length=10, choices=EstadoEncargo, default=EstadoEncargo.EN_ESPERA)
    hechas = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    faltan = models.PositiveIntegerField(default=0)
    archivo = models.FileField(upload_to=ruta_del_encargo, blank=True)
    peso = models.PositiveBigIntegerField(default=0)
    huella = models.CharField(max_length=64, blank=True)
    error = models.TextField(blank=True)
    pedido_en = models.DateTimeField(default=now)
    latido_en = models.DateTimeField(null=True, blank=True)
    terminado_en = models.DateTimeField(null=True, blank=True)
    vence_en = models.DateTimeField(null=True, blank=True, db_index=True)

    objects = EncargoQuerySet.as_manager()

    class Meta:
        ordering = ["-pedido_en", "-pk"]
        indexes = [models.Index(fields=["usuario", "clase", "-pedido_en"], name="encargos_de_una_persona")]
        constraints = [
            models.UniqueConstraint(
                fields=["usuario", "clase"], condition=Q(estado__in=["espera", "curso"]), name="un_encargo_a_la_vez"
            ),
            models.CheckConstraint(
                condition=(Q(clase="borrador", agenda__isnull=False) & ~Q(edicion="") & ~Q(idioma=""))
                | Q(clase="paquete", agenda__isnull=True, edicion="", idioma=""),
                name="encargo_de_su_clase",
            ),
            models.CheckConstraint(
                condition=~Q(estado="hecho") | (~Q(archivo="") & Q(terminado_en__isnull=False, vence_en__isnull=False)),
                name="encargo_hecho_con_archivo",
            ),
        ]
        verbose_name = _("encargo")
        verbose_name_plural = _("encargos")

    def __str__(self) -> str:
        return f"{self.get_clase_display()} {self.clave}"

    @property
    def vivo(self) -> bool:
        """Say whether it waits or runs."""
        return self.estado in VIVOS

    @property
    def descargable(self) -> bool:
        """Say whether its file may be downloaded now: made, not expired, and still in its folder."""
        hecho = self.estado == EstadoEncargo.HECHO and self.vence_en > now()
        return hecho and self.archivo.storage.exists(self.archivo.name)
