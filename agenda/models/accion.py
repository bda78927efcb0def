"""Third level: the action, with its milestones, paperwork, partners and partner municipalities."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from agenda.models.agenda import Agenda
from agenda.models.fila import Fila
from agenda.models.plan import Objetivo
from diagnostico.models import Antecedente, EjePlan
from guardado.models import Archivo
from redes.models import Contraparte, Convocatoria
from territorio.models import Territorio


class VinculoPlan(models.TextChoices):
    """How the action stands to the development plan (step 6)."""

    EN_PLAN = "en-plan", _("responde a una meta del plan de desarrollo")
    PROPUESTA = "propuesta", _("propuesta, sin meta en el plan")


class Direccion(models.TextChoices):
    """Which way it goes."""

    RECIBE = "recibe", _("el territorio recibe")
    OFRECE = "ofrece", _("el territorio ofrece")
    DOBLE = "doble", _("doble vía")


class EstadoAccion(models.TextChoices):
    """How the action goes; follow-up, edited without a new version."""

    POR_INICIAR = "por-iniciar", _("por iniciar")
    EN_EJECUCION = "en-ejecucion", _("en ejecución")
    TERMINADA = "terminada", _("terminada")
    SUSPENDIDA = "suspendida", _("suspendida")
    CANCELADA = "cancelada", _("cancelada")


@pghistory.track()
class Accion(Fila):
    """What will be done. Essential: name, modality, responsible office, dates. The rest opens on demand."""

    objetivo = models.ForeignKey(Objetivo, models.CASCADE, related_name="acciones")
    nombre = models.CharField(_("acción"), max_length=300)
    modalidad = models.CharField(_("modalidad"), max_length=60, blank=True)
    responsable = models.CharField(_("dependencia responsable"), max_length=200, blank=True)
    inicio = models.DateField(_("empieza"), null=True, blank=True)
    fin = models.DateField(_("termina"), null=True, blank=True)
    descripcion = models.TextField(_("en qué consiste"), blank=True, max_length=4000)
    gobernanza = models.BooleanField(_("es también un programa de gobernanza"), default=False)
    instrumento = models.CharField(_("instrumento"), max_length=60, blank=True)
    temas = ArrayField(models.CharField(max_length=60), default=list, blank=True, verbose_name=_("temas"))
    ods = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True, verbose_name=_("ODS"))
    metas_ods = ArrayField(models.CharField(max_length=6), default=list, blank=True, verbose_name=_("metas ODS"))
    poblaciones = models.CharField(_("a quiénes beneficia"), max_length=300, blank=True)
    vinculo_plan = models.CharField(
        _("vínculo con el plan de desarrollo"), max_length=12, choices=VinculoPlan, blank=True
    )
    eje_plan = models.ForeignKey(EjePlan, models.SET_NULL, null=True, blank=True, related_name="acciones")
    plan_programa = models.CharField(_("programa (código o nombre)"), max_length=200, blank=True)
    plan_meta = models.CharField(_("meta del plan"), max_length=300, blank=True)
    plan_indicador = models.CharField(_("indicador del plan"), max_length=200, blank=True)
    bpin = models.CharField("BPIN", max_length=40, blank=True)
    direccion = models.CharField(_("dirección"), max_length=10, choices=Direccion, blank=True)
    antecedente = models.ForeignKey(Antecedente, models.SET_NULL, null=True, blank=True, related_name="acciones")
    convocatoria = models.ForeignKey(Convocatoria, models.SET_NULL, null=True, blank=True, related_name="acciones")
    depende_de = models.TextField(_("¿de qué depende?"), blank=True, max_length=1000)
    resultados = ArrayField(
        models.CharField(max_length=60), default=list, blank=True, verbose_name=_("resultados que espera")
    )
    impactos = ArrayField(
        models.CharField(max_length=60), default=list, blank=True, verbose_name=_("impactos a los que aporta")
    )
    estado = models.CharField(_("estado"), max_length=14, choices=EstadoAccion, default=EstadoAccion.POR_INICIAR)
    avance = models.TextField(_("avance"), blank=True, max_length=2000)
    sugerida_por = models.CharField(max_length=120, blank=True)
    sugerida_slug = models.CharField(max_length=80, blank=True)
    copiada_de = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta(Fila.Meta):
        verbose_name = _("acción")
        verbose_name_plural = _("acciones")

    def __str__(self) -> str:
        return self.nombre

    @property
    def agenda_de_la_fila(self) -> Agenda:
        """Give its agenda."""
        return self.objetivo.eje.agenda


class FilaDeAccion(Fila):
    """What hangs from an action."""

    class Meta(Fila.Meta):
        abstract = True

    @property
    def agenda_de_la_fila(self) -> Agenda:
        """Give its agenda."""
        return self.accion.agenda_de_la_fila


@pghistory.track()
class Hito(FilaDeAccion):
    """A dated step of an action; a suggested action brings three."""

    accion = models.ForeignKey(Accion, models.CASCADE, related_name="hitos")
    nombre = models.CharField(_("hito"), max_length=250)
    fecha = models.DateField(_("fecha prevista"), null=True, blank=True)
    cumplido_en = models.DateField(_("cumplido el"), null=True, blank=True)

    class Meta(Fila.Meta):
        verbose_name = _("hito")

    def __str__(self) -> str:
        return self.nombre


class EstadoTramite(models.TextChoices):
    """Where a piece of paperwork is."""

    PENDIENTE = "pendiente", _("pendiente")
    EN_CURSO = "en-curso", _("en curso")
    HECHO = "hecho", _("hecho")
    NO_REQUIERE = "no-requiere", _("no se requiere")


@pghistory.track()
class Tramite(FilaDeAccion):
    """Paperwork an action needs (Concejo, Cancillería, endorsement). A suggestion's legal note is a pending one."""

    accion = models.ForeignKey(Accion, models.CASCADE, related_name="tramites")
    nombre = models.CharField(_("trámite"), max_length=500)
    entidad = models.CharField(_("ante quién"), max_length=200, blank=True)
    estado = models.CharField(_("estado"), max_length=12, choices=EstadoTramite, default=EstadoTramite.PENDIENTE)
    documento = models.CharField(_("documento"), max_length=200, blank=True)
    archivo = models.ForeignKey(Archivo, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta(Fila.Meta):
        verbose_name = _("trámite")

    def __str__(self) -> str:
        return self.nombre


class RolAliado(models.TextChoices):
    """What a partner does."""

    PAR = "par", _("par")
    FINANCIA = "financia", _("financia")
    ADMINISTRA = "administra", _("administra")
    EJECUTA = "ejecuta", _("ejecuta")
    ASISTE = "asiste", _("asiste")


class EtapaAliado(models.TextChoices):
    """How far the relation has gone."""

    IDENTIFICADA = "identificada", _("identificada")
    EN_CONVERSACION = "en-conversacion", _("en conversación")
    EN_TRAMITE = "en-tramite", _("en trámite")
    FIRMADA = "firmada", _("firmada")


@pghistory.track()
class Aliado(FilaDeAccion):
    """A counterpart in an action, with its role and stage."""

    accion = models.ForeignKey(Accion, models.CASCADE, related_name="aliados")
    contraparte = models.ForeignKey(Contraparte, models.PROTECT, related_name="aliados")
    rol = models.CharField(_("papel"), max_length=12, choices=RolAliado, default=RolAliado.PAR)
    etapa = models.CharField(_("etapa"), max_length=16, choices=EtapaAliado, default=EtapaAliado.IDENTIFICADA)

    class Meta(Fila.Meta):
        verbose_name = _("aliado")

    def __str__(self) -> str:
        return str(self.contraparte)


@pghistory.track()
class Participacion(models.Model):
    """Another municipality takes part in an action once its own people confirm it."""

    accion = models.ForeignKey(Accion, models.CASCADE, related_name="participaciones")
    territorio = models.ForeignKey(Territorio, models.PROTECT, related_name="participaciones")
    invitada_en = models.DateTimeField(default=now)
    confirmada_en = models.DateTimeField(null=True, blank=True)
    confirmada_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    rechazada_en = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["accion", "territorio"], name="una_participacion"),
            models.CheckConstraint(
                condition=Q(confirmada_en__isnull=True) | Q(rechazada_en__isnull=True), name="confirma_o_rechaza"
            ),
        ]
        verbose_name = _("participación")
        verbose_name_plural = _("participaciones")

    def __str__(self) -> str:
        return f"{self.accion_id} {self.territorio_id}"
