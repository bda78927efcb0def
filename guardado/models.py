"""What a save could not decide (Desencuentro), files people bring (Archivo), workbooks that came back (Recepcion)."""

from __future__ import annotations

import uuid

import pghistory
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from cuentas.permisos import territorios_de
from territorio.models import Territorio


class DesencuentroQuerySet(models.QuerySet):
    """Texts that wait for a choice."""

    def abiertos(self):
        """Give those nobody has settled."""
        return self.filter(resuelto_en__isnull=True)

    def de_la_federacion(self):
        """Give those of what the FCM writes for all, of no territory."""
        return self.filter(territorio__isnull=True)


class Desencuentro(models.Model):
    """Two people wrote the same field: the stored one stayed, this is the other, until somebody chooses or merges.

    ``valor`` is what was typed, as posted (JSON: text, or list of texts); ``visto`` the digest its writer had seen.
    Without ``territorio`` it is of what the FCM writes for all: only its people see it, in their worklist.
    """

    clave = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    territorio = models.ForeignKey(Territorio, models.CASCADE, null=True, blank=True, related_name="desencuentros")
    tipo_fila = models.ForeignKey(ContentType, models.CASCADE)
    id_fila = models.CharField(max_length=64)
    fila = GenericForeignKey("tipo_fila", "id_fila")
    campo = models.CharField(max_length=80)
    etiqueta = models.CharField(max_length=200)
    direccion = models.CharField(max_length=300, help_text=_("página donde se edita el campo"))
    valor = models.JSONField()
    visto = models.CharField(max_length=16)
    usuario = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    creado_en = models.DateTimeField(default=now)
    resuelto_en = models.DateTimeField(null=True, blank=True)
    resuelto_por = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = DesencuentroQuerySet.as_manager()

    class Meta:
        ordering = ["creado_en"]
        indexes = [models.Index(fields=["tipo_fila", "id_fila", "campo"])]
        verbose_name = _("desencuentro")

    def __str__(self) -> str:
        return f"{self.etiqueta} ({self.territorio_id or 'FCM'})"


class ArchivoQuerySet(models.QuerySet):
    """Uploaded files."""

    def visibles_para(self, usuario):
        """Give the files of the territories a person may see."""
        return self.filter(territorio__in=territorios_de(usuario))


def ruta_de_archivo(archivo: Archivo, nombre: str) -> str:
    """Give where a file is stored: never under a name that somebody typed."""
    return f"territorios/{archivo.territorio_id}/{archivo.clave}"


@pghistory.track()
class Archivo(models.Model):
    """A checked upload, served only through a permission check. ``tamano`` in bytes; ``tipo`` from its content."""

    clave = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    territorio = models.ForeignKey(Territorio, models.PROTECT, related_name="archivos")
    archivo = models.FileField(upload_to=ruta_de_archivo)
    nombre = models.CharField(_("nombre"), max_length=200)
    tipo = models.CharField(max_length=100)
    tamano = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    subido_por = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    subido_en = models.DateTimeField(default=now)

    objects = ArchivoQuerySet.as_manager()

    class Meta:
        verbose_name = _("archivo")

    def __str__(self) -> str:
        return self.nombre


class EstadoRecepcion(models.TextChoices):
    """What was done with a workbook that came back."""

    POR_REVISAR = "por-revisar", _("por revisar")
    EN_PARTE = "en-parte", _("aceptada en parte")
    APLICADA = "aplicada", _("aceptada")
    DESCARTADA = "descartada", _("descartada")


class RecepcionQuerySet(models.QuerySet):
    """Workbooks that came back."""

    def visibles_para(self, usuario):
        """Give those of the territories a person may see."""
        return self.filter(territorio__in=territorios_de(usuario))

    def de(self, planilla):
        """Give those of one thing: the agenda of a period, one diagnostic."""
        return self.filter(territorio=planilla.territorio, tipo=planilla.tipo, ambito=planilla.ambito)


class Recepcion(models.Model):
    """A workbook that came back: its cells as read, until somebody accepts them. The file itself is not kept.

    ``ambito`` says of which thing (a period, a number of diagnostic). ``libro`` is the workbook as downloaded: the
    same one may come back several times. ``contenido``: see ``guardado.planilla.lectura``. ``aceptado``: identity of
    each accepted matter → its digests, who and when. Open while ``cerrada_en`` is empty.
    """

    clave = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    territorio = models.ForeignKey(Territorio, models.PROTECT, related_name="recepciones")
    tipo = models.CharField(max_length=20)
    ambito = models.CharField(max_length=40)
    libro = models.UUIDField()
    usuario = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    recibida_en = models.DateTimeField(default=now)
    nombre = models.CharField(_("nombre del archivo"), max_length=200)
    sha256 = models.CharField(max_length=64)
    contenido = models.JSONField()
    aceptado = models.JSONField(default=dict, blank=True)
    estado = models.CharField(max_length=12, choices=EstadoRecepcion, default=EstadoRecepcion.POR_REVISAR)
    cerrada_en = models.DateTimeField(null=True, blank=True)
    cerrada_por = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = RecepcionQuerySet.as_manager()

    class Meta:
        ordering = ["-recibida_en", "-pk"]
        indexes = [models.Index(fields=["territorio", "tipo", "ambito", "libro"])]
        verbose_name = _("planilla recibida")
        verbose_name_plural = _("planillas recibidas")

    def __str__(self) -> str:
        return f"{self.nombre} ({self.territorio_id})"

    @property
    def abierta(self) -> bool:
        """Say whether something of it may still be accepted."""
        return self.cerrada_en is None
