"""The Agenda of a territory in a period: its general text, how it was made, what it did with each suggestion."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from agenda.models.fila import Fila
from cuentas.permisos import territorios_de, territorios_por_revisar
from formato.texto import sin_acentos
from territorio.models import Periodo, Territorio


class Estado(models.TextChoices):
    """States of the working text. Who owns each and its label per audience: ``agenda/estados.py``."""

    BORRADOR = "borrador", _("Borrador")
    ENVIADA = "enviada", _("Enviada")
    EN_REVISION = "en_revision", _("En revisión")
    DEVUELTA = "devuelta", _("Devuelta con comentarios")
    APROBADA = "aprobada", _("Revisada por la FCM")


class AgendaQuerySet(models.QuerySet):
    """Agendas."""

    def visibles_para(self, usuario):
        """Give the agendas of the territories a person may see from inside."""
        return self.filter(territorio__in=territorios_de(usuario))

    def por_revisar_de(self, usuario):
        """Give the agendas a person of the FCM reviews."""
        return self.filter(territorio__in=territorios_por_revisar(usuario))

    def publicadas(self):
        """Give those with a version in force that is not withdrawn from the public."""
        return self.filter(publicada__isnull=False, retirada_publico_en__isnull=True)

    def del_lugar(self, texto: str = "", departamento: str = ""):
        """Narrow by name of the town or its department (accents and case do not matter) or code, and by department.

        A district that is its own department (Bogotá) answers to the code of both.
        """
        agendas = self
        if texto.strip():
            clave = sin_acentos(texto)
            agendas = agendas.filter(
                Q(territorio__clave_busqueda__contains=clave)
                | Q(territorio__departamento__clave_busqueda__contains=clave)
                | Q(territorio=texto.strip().upper())
            )
        if departamento:
            agendas = agendas.filter(Q(territorio__departamento=departamento) | Q(territorio=departamento))
        return agendas


@pghistory.track()
class Agenda(models.Model):
    """One per territory and period. ``estado`` is that of the working text; ``publicada`` the Version in force.

    ``estado`` is written by ``agenda/flujo.py`` alone. Fields that end in ``_en`` and are text hold English.
    """

    territorio = models.ForeignKey(Territorio, models.PROTECT, related_name="agendas")
    periodo = models.ForeignKey(Periodo, models.PROTECT, related_name="agendas")
    estado = models.CharField(max_length=12, choices=Estado, default=Estado.BORRADOR)
    estado_desde = models.DateTimeField(default=now)
    estado_previo = models.CharField(max_length=12, choices=Estado, blank=True)
    revisa = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="revisiones"
    )
    publicada = models.ForeignKey("agenda.Version", models.PROTECT, null=True, blank=True, related_name="+")
    retirada_publico_en = models.DateTimeField(null=True, blank=True)
    retirada_publico_razon = models.TextField(blank=True)

    titulo = models.CharField(_("título"), max_length=200, blank=True)
    objetivo_general = models.TextField(_("objetivo general"), blank=True, max_length=2000)
    resumen = models.TextField(_("resumen"), blank=True, max_length=4000)
    vision = models.TextField(_("visión"), blank=True, max_length=2000)
    alcance = models.TextField(_("alcance"), blank=True, max_length=2000)
    anio_horizonte = models.PositiveSmallIntegerField(_("año horizonte"), null=True, blank=True)
    ofrecemos = models.TextField(_("lo que ofrecemos"), blank=True, max_length=4000)
    buscamos = models.TextField(_("lo que buscamos"), blank=True, max_length=4000)
    titulo_en = models.CharField(_("título en inglés"), max_length=200, blank=True)
    resumen_en = models.TextField(_("resumen en inglés"), blank=True, max_length=4000)
    ofrecemos_en = models.TextField(_("lo que ofrecemos, en inglés"), blank=True, max_length=4000)
    buscamos_en = models.TextField(_("lo que buscamos, en inglés"), blank=True, max_length=4000)

    preside = models.CharField(_("quién preside"), max_length=200, blank=True)
    secretaria_tecnica = models.CharField(_("secretaría técnica"), max_length=200, blank=True)
    integrantes = models.TextField(_("integrantes"), blank=True, max_length=2000)
    frecuencia = models.CharField(_("cada cuánto se reúne"), max_length=120, blank=True)
    equipo_oficina = models.CharField(_("oficina a cargo"), max_length=200, blank=True)
    equipo_cargo = models.CharField(_("cargo de quien la lleva"), max_length=200, blank=True)
    equipo_horas = models.PositiveSmallIntegerField(_("horas a la semana"), null=True, blank=True)
    equipo_idiomas = models.CharField(_("idiomas del equipo"), max_length=200, blank=True)
    seguimiento_responsable = models.CharField(_("quién hace el seguimiento"), max_length=200, blank=True)
    seguimiento_frecuencia = models.CharField(_("cada cuánto se revisa"), max_length=120, blank=True)
    rendicion_fecha = models.DateField(_("fecha de la rendición pública de cuentas"), null=True, blank=True)

    nombre_eje = models.CharField(_("cómo llama a los ejes"), max_length=40, default="Eje", blank=True)
    nombre_objetivo = models.CharField(_("cómo llama a los objetivos"), max_length=40, default="Objetivo", blank=True)
    nombre_accion = models.CharField(_("cómo llama a las acciones"), max_length=40, default="Acción", blank=True)
    consejos = ArrayField(
        models.CharField(max_length=60), default=list, blank=True, verbose_name=_("consejos revisados")
    )
    proyecto_cargo = models.CharField(_("Proyectó (cargo)"), max_length=200, blank=True)
    reviso_cargo = models.CharField(_("Revisó (cargo)"), max_length=200, blank=True)
    aprobo_cargo = models.CharField(_("Aprobó (cargo)"), max_length=200, blank=True)
    iniciada_en = models.DateTimeField(default=now)
    es_demostracion = models.BooleanField(default=False)

    objects = AgendaQuerySet.as_manager()

    class Meta:
        ordering = ["territorio_id", "periodo_id"]
        constraints = [
            models.UniqueConstraint(fields=["territorio", "periodo"], name="una_agenda_por_periodo"),
            models.CheckConstraint(
                condition=(Q(estado="en_revision") & Q(revisa__isnull=False))
                | (~Q(estado="en_revision") & Q(revisa__isnull=True)),
                name="quien_revisa_solo_en_revision",
                violation_error_message=_("Solo una agenda en revisión tiene quien la revise."),
            ),
            models.CheckConstraint(
                condition=Q(retirada_publico_en__isnull=True) | ~Q(retirada_publico_razon=""),
                name="retiro_publico_con_razon",
            ),
        ]
        verbose_name = _("agenda")

    def __str__(self) -> str:
        return f"{self.territorio_id} {self.periodo_id}"

    @property
    def editable(self) -> bool:
        """Say whether the text may be edited in this state (by whom: ``agenda/permisos.py``)."""
        return self.estado in (Estado.BORRADOR, Estado.DEVUELTA)


@pghistory.track()
class Reunion(Fila):
    """A meeting in which the agenda was made: date, attendance, what was decided."""

    agenda = models.ForeignKey(Agenda, models.CASCADE, related_name="reuniones")
    fecha = models.DateField(_("fecha"), null=True, blank=True)
    tema = models.CharField(_("de qué se trató"), max_length=250, blank=True)
    asistentes = models.PositiveIntegerField(_("cuántas personas asistieron"), null=True, blank=True)
    memoria = models.TextField(_("qué se decidió"), blank=True, max_length=2000)

    class Meta(Fila.Meta):
        verbose_name = _("reunión")
        verbose_name_plural = _("reuniones")

    def __str__(self) -> str:
        return self.tema

    @property
    def agenda_de_la_fila(self) -> Agenda:
        """Give its agenda."""
        return self.agenda


class DecisionSugerencia(models.TextChoices):
    """What the town did with a suggested action."""

    ACEPTADA = "aceptada", _("aceptada")
    RECHAZADA = "rechazada", _("no por ahora")


@pghistory.track()
class Sugerencia(models.Model):
    """A suggested action that the town accepted or refused.

    ``origen``: ``pregunta:p1-1``, ``condicion:c3`` or ``nivel:<modalidad>:0``.
    """

    agenda = models.ForeignKey(Agenda, models.CASCADE, related_name="sugerencias")
    slug = models.SlugField(max_length=80)
    origen = models.CharField(max_length=120)
    decision = models.CharField(max_length=12, choices=DecisionSugerencia)
    accion = models.ForeignKey("agenda.Accion", models.SET_NULL, null=True, blank=True, related_name="+")
    decidida_en = models.DateTimeField(default=now)
    decidida_por = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agenda", "slug"], name="una_decision_por_sugerencia")]
        verbose_name = _("sugerencia")

    def __str__(self) -> str:
        return f"{self.slug}: {self.decision}"
