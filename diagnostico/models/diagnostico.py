"""One diagnostic of one territory and its rows, all made when it is opened, so that a save always finds its row."""

from __future__ import annotations

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from cuentas.permisos import territorios_de
from diagnostico.models.cuestionario import Cuestionario
from guardado.models import Archivo
from territorio.models import Periodo, Territorio


class Ruta(models.TextChoices):
    """Depth of the questionnaire; changing it loses nothing."""

    CORTA = "corta", _("ruta corta")
    COMPLETA = "completa", _("ruta completa")


class Valor(models.TextChoices):
    """The five answers."""

    SI = "si", _("Sí")
    EN_PROCESO = "en_proceso", _("En proceso")
    NO = "no", _("No")
    NO_SABE = "no_sabe", _("No sabe")
    NO_APLICA = "no_aplica", _("No aplica")


class ValorCondicion(models.TextChoices):
    """Answers of the checklist of conditions."""

    SI = "si", _("Sí")
    NO = "no", _("No")
    NO_SABE = "no_sabe", _("No sabe")


class DiagnosticoQuerySet(models.QuerySet):
    """Diagnostics."""

    def visibles_para(self, usuario):
        """Give those of the territories a person may see from inside."""
        return self.filter(territorio__in=territorios_de(usuario))

    def abiertos(self):
        """Give those not yet closed."""
        return self.filter(cerrado_en__isnull=True)

    def cerrados(self):
        """Give the closed ones, newest first."""
        return self.filter(cerrado_en__isnull=False).order_by("-numero")


@pghistory.track()
class Diagnostico(models.Model):
    """The diagnostic number ``numero`` of a territory. At most one open. Closing freezes ``resultado``."""

    territorio = models.ForeignKey(Territorio, models.PROTECT, related_name="diagnosticos")
    periodo = models.ForeignKey(Periodo, models.PROTECT, related_name="diagnosticos")
    numero = models.PositiveSmallIntegerField()
    cuestionario = models.ForeignKey(Cuestionario, models.PROTECT, related_name="diagnosticos")
    ruta = models.CharField(_("ruta"), max_length=10, choices=Ruta, default=Ruta.CORTA)
    temas = ArrayField(models.CharField(max_length=60), default=list, blank=True, verbose_name=_("temas escogidos"))
    anterior = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="siguientes")
    abierto_en = models.DateTimeField(default=now)
    abierto_por = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    cerrado_en = models.DateTimeField(null=True, blank=True)
    cerrado_por = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    resultado = models.JSONField(null=True, blank=True)
    es_demostracion = models.BooleanField(default=False)

    objects = DiagnosticoQuerySet.as_manager()

    class Meta:
        ordering = ["territorio_id", "-numero"]
        constraints = [
            models.UniqueConstraint(fields=["territorio", "numero"], name="diagnostico_numerado"),
            models.UniqueConstraint(
                fields=["territorio"], condition=Q(cerrado_en__isnull=True), name="un_diagnostico_abierto"
            ),
            models.CheckConstraint(
                condition=Q(cerrado_en__isnull=True, resultado__isnull=True)
                | Q(cerrado_en__isnull=False, resultado__isnull=False),
                name="cerrado_tiene_resultado",
            ),
        ]
        verbose_name = _("diagnóstico")

    def __str__(self) -> str:
        return f"{self.territorio_id} n.º {self.numero}"

    @property
    def abierto(self) -> bool:
        """Say whether it may still be answered."""
        return self.cerrado_en is None


class FilaDeDiagnostico(models.Model):
    """What the rows of a diagnostic share."""

    class Meta:
        abstract = True

    @property
    def territorio_id(self) -> str:
        """Give the territory, as a save needs it."""
        return self.diagnostico.territorio_id


@pghistory.track()
class Respuesta(FilaDeDiagnostico):
    """The answer to one question (``clave``: p1-1 … p7-5). ``nota_privada`` never leaves the territory."""

    diagnostico = models.ForeignKey(Diagnostico, models.CASCADE, related_name="respuestas")
    clave = models.CharField(max_length=20)
    valor = models.CharField(_("respuesta"), max_length=12, choices=Valor, blank=True)
    razon_no_aplica = models.TextField(_("por qué no aplica"), blank=True, max_length=1000)
    observacion = models.TextField(_("observación para la asesora o el asesor"), blank=True, max_length=4000)
    nota_privada = models.TextField(_("nota privada"), blank=True, max_length=4000)
    por_confirmar = models.BooleanField(_("por confirmar"), default=False)

    class Meta:
        ordering = ["clave"]
        constraints = [models.UniqueConstraint(fields=["diagnostico", "clave"], name="una_respuesta_por_pregunta")]
        verbose_name = _("respuesta")

    def __str__(self) -> str:
        return f"{self.clave}: {self.valor}"


@pghistory.track()
class Evidencia(models.Model):
    """What backs an answer: a file or a link, with the date of the document itself."""

    clave = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    respuesta = models.ForeignKey(Respuesta, models.CASCADE, related_name="evidencias")
    titulo = models.CharField(_("nombre del documento"), max_length=200)
    archivo = models.ForeignKey(Archivo, models.PROTECT, null=True, blank=True, related_name="+")
    enlace = models.URLField(_("enlace"), max_length=500, blank=True)
    fecha_documento = models.DateField(_("fecha del documento"), null=True, blank=True)
    creada_en = models.DateTimeField(default=now)

    class Meta:
        ordering = ["creada_en"]
        constraints = [
            models.CheckConstraint(
                condition=Q(archivo__isnull=False, enlace="") | (Q(archivo__isnull=True) & ~Q(enlace="")),
                name="evidencia_archivo_o_enlace",
            )
        ]
        verbose_name = _("evidencia")

    def __str__(self) -> str:
        return self.titulo


@pghistory.track()
class EstadoModalidad(FilaDeDiagnostico):
    """How far a modality (or ``programas-de-gobernanza``) has gone: level 0 to 4, instruments in use, advantages."""

    diagnostico = models.ForeignKey(Diagnostico, models.CASCADE, related_name="modalidades")
    modalidad = models.CharField(max_length=60)
    nivel = models.PositiveSmallIntegerField(_("nivel"), null=True, blank=True)
    instrumentos = ArrayField(
        models.CharField(max_length=60), default=list, blank=True, verbose_name=_("instrumentos en uso")
    )
    ventajas = models.TextField(_("ventajas que identifica"), blank=True, max_length=4000)
    observacion = models.TextField(_("observación para la asesora o el asesor"), blank=True, max_length=4000)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["diagnostico", "modalidad"], name="un_estado_por_modalidad"),
            models.CheckConstraint(condition=Q(nivel__isnull=True) | Q(nivel__lte=4), name="nivel_de_0_a_4"),
        ]
        verbose_name = _("estado de modalidad")
        verbose_name_plural = _("estados de modalidad")

    def __str__(self) -> str:
        return f"{self.modalidad}: {self.nivel}"


@pghistory.track()
class Condicion(FilaDeDiagnostico):
    """One of the eight conditions of the process (``clave``: c1 … c8)."""

    diagnostico = models.ForeignKey(Diagnostico, models.CASCADE, related_name="condiciones")
    clave = models.CharField(max_length=20)
    valor = models.CharField(_("respuesta"), max_length=12, choices=ValorCondicion, blank=True)
    observacion = models.TextField(_("observación"), blank=True, max_length=4000)

    class Meta:
        ordering = ["clave"]
        constraints = [models.UniqueConstraint(fields=["diagnostico", "clave"], name="una_condicion_por_clave")]
        verbose_name = _("condición")
        verbose_name_plural = _("condiciones")

    def __str__(self) -> str:
        return f"{self.clave}: {self.valor}"


@pghistory.track()
class Motivacion(FilaDeDiagnostico):
    """One of the five motivations and its place in the town's ranking (1 is first; null: it does not move us)."""

    diagnostico = models.ForeignKey(Diagnostico, models.CASCADE, related_name="motivaciones")
    motivacion = models.CharField(max_length=60)
    lugar = models.PositiveSmallIntegerField(_("lugar"), null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["diagnostico", "motivacion"], name="una_fila_por_motivacion")]
        verbose_name = _("motivación")
        verbose_name_plural = _("motivaciones")

    def __str__(self) -> str:
        return f"{self.motivacion}: {self.lugar}"
