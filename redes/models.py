"""The directory (networks, agencies, programmes), calls, counterparts, twinnings and memberships."""

from __future__ import annotations

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from cuentas.permisos import territorios_de
from formato.paises import pais as nombre_pais
from formato.texto import sin_acentos
from guardado.models import Archivo
from territorio.models import Territorio


class Clase(models.TextChoices):
    """What kind of entry it is."""

    RED = "red", _("red")
    AGENCIA = "agencia", _("agencia o entidad")
    PROGRAMA = "programa", _("programa nacional citado en la guía")


class EstadoEntrada(models.TextChoices):
    """Whether it still works."""

    ACTIVA = "activa", _("activa")
    INACTIVA = "inactiva", _("inactiva")
    DESCONOCIDO = "desconocido", _("sin confirmar")


class EntradaQuerySet(models.QuerySet):
    """Entries of the directory."""

    def buscar(self, texto: str):
        """Give those whose names contain every word; accents and case do not matter."""
        hallados = self
        for palabra in sin_acentos(texto).split():
            hallados = hallados.filter(clave_busqueda__contains=palabra)
        return hallados


@pghistory.track()
class Entrada(models.Model):
    """An entry of the directory. ``verificado`` says whether somebody read a source; ``fuente`` says which."""

    slug = models.SlugField(max_length=100, primary_key=True)
    clase = models.CharField(max_length=10, choices=Clase)
    nombre = models.CharField(max_length=250)
    sigla = models.CharField(max_length=60, blank=True)
    nombre_en = models.CharField(max_length=250, blank=True)
    clave_busqueda = models.CharField(max_length=700, editable=False, db_index=True)
    tipo = models.CharField(_("tipo de agencia"), max_length=40, blank=True)
    ambito = models.CharField(_("ámbito"), max_length=40, blank=True)
    anio_fundacion = models.PositiveSmallIntegerField(null=True, blank=True)
    sede_ciudad = models.CharField(max_length=120, blank=True)
    sede_pais = models.CharField(max_length=40, blank=True)
    sitio_web = models.URLField(blank=True)
    descripcion = models.TextField(_("qué es y qué ofrece"), blank=True)
    requisitos = models.TextField(_("cómo se ingresa"), blank=True)
    convocatorias_nota = models.TextField(_("convocatorias"), blank=True)
    cuota = models.CharField(max_length=15, blank=True)
    miembros_colombia = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    temas = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    modalidades = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    ods = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    idiomas = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    estado = models.CharField(max_length=12, choices=EstadoEntrada)
    nota_historica = models.TextField(blank=True)
    fuente = models.TextField(blank=True)
    verificado = models.BooleanField(default=False)
    huella_cargada = models.CharField(max_length=64, editable=False, blank=True)

    objects = EntradaQuerySet.as_manager()

    class Meta:
        ordering = ["clave_busqueda"]
        indexes = [GinIndex(fields=["temas"]), GinIndex(fields=["modalidades"])]
        verbose_name = _("entrada del directorio")
        verbose_name_plural = _("entradas del directorio")

    def __str__(self) -> str:
        return f"{self.nombre} ({self.sigla})" if self.sigla else self.nombre

    def save(self, *args, **kwargs):
        """Save with its search key."""
        self.poner_clave_busqueda()
        super().save(*args, **kwargs)

    def poner_clave_busqueda(self) -> None:
        """Keep the search key beside the names."""
        self.clave_busqueda = sin_acentos(f"{self.nombre} {self.sigla} {self.nombre_en}")[:700]


@pghistory.track()
class Convocatoria(models.Model):
    """A call that an action may answer."""

    entrada = models.ForeignKey(Entrada, models.PROTECT, related_name="convocatorias")
    titulo = models.CharField(_("título"), max_length=250)
    abre = models.DateField(_("abre"), null=True, blank=True)
    cierra = models.DateField(_("cierra"), null=True, blank=True)
    enlace = models.URLField(_("enlace"), blank=True)
    requisitos = models.TextField(_("requisitos"), blank=True)

    class Meta:
        ordering = ["cierra", "titulo"]
        verbose_name = _("convocatoria")

    def __str__(self) -> str:
        return self.titulo


class TipoContraparte(models.TextChoices):
    """Who is on the other side."""

    GOBIERNO_LOCAL = "gobierno-local", _("gobierno local")
    GOBIERNO_NACIONAL = "gobierno-nacional", _("gobierno o entidad nacional")
    RED = "red", _("red de ciudades o municipios")
    AGENCIA = "agencia", _("agencia de cooperación u organismo")
    EMPRESA = "empresa", _("empresa o gremio")
    ACADEMIA = "academia", _("universidad o centro de investigación")
    SOCIEDAD_CIVIL = "sociedad-civil", _("organización social o no gubernamental")
    OTRA = "otra", _("otra")


class ContraparteQuerySet(models.QuerySet):
    """Counterparts."""

    def para(self, territorio: Territorio):
        """Give those a territory may point to: its own and the shared ones of the directory."""
        return self.filter(models.Q(territorio=territorio) | models.Q(territorio=None))

    def visibles_para(self, usuario):
        """Give the shared ones and those of the territories a person may see."""
        return self.filter(models.Q(territorio=None) | models.Q(territorio__in=territorios_de(usuario)))


@pghistory.track()
class Contraparte(models.Model):
    """Whoever is on the other side, abroad or at home; **verified** when somebody confirmed that it exists.

    ``territorio`` is the one whose people wrote it (null: from the directory, shared by all). ``pais``: ISO 3166-1
    alpha-2.
    """

    clave = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    territorio = models.ForeignKey(Territorio, models.PROTECT, null=True, blank=True, related_name="contrapartes")
    nombre = models.CharField(_("nombre"), max_length=250)
    tipo = models.CharField(_("tipo"), max_length=20, choices=TipoContraparte)
    ciudad = models.CharField(_("ciudad"), max_length=120, blank=True)
    pais = models.CharField(_("país"), max_length=2, blank=True)
    entrada = models.ForeignKey(Entrada, models.PROTECT, null=True, blank=True, related_name="contrapartes")
    verificada_en = models.DateField(_("verificada el"), null=True, blank=True)
    verificada_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    verificada_como = models.CharField(_("cómo se verificó"), max_length=250, blank=True)
    es_demostracion = models.BooleanField(default=False)

    objects = ContraparteQuerySet.as_manager()

    class Meta:
        ordering = ["nombre"]
        constraints = [
            models.UniqueConstraint(
                fields=["entrada"], condition=models.Q(territorio__isnull=True), name="una_contraparte_por_entrada"
            )
        ]
        verbose_name = _("contraparte")

    def __str__(self) -> str:
        return self.nombre

    @property
    def verificada(self) -> bool:
        """Say whether somebody confirmed that it exists: the FCM, or a verified entry under its own name."""
        if self.verificada_en is not None:
            return True
        entrada = self.entrada if self.entrada_id else None
        return entrada is not None and entrada.verificado and self.nombre in (entrada.nombre, str(entrada)[:250])

    @property
    def lugar(self) -> str:
        """Give city and country as they are read: «Pamplona / Iruña, España»."""
        return ", ".join(parte for parte in (self.ciudad, nombre_pais(self.pais)) if parte)


@pghistory.track()
class Hermanamiento(models.Model):
    """A twinning or similar agreement of a Colombian territory with a city abroad."""

    slug = models.SlugField(max_length=120, primary_key=True)
    territorio = models.ForeignKey(Territorio, models.PROTECT, related_name="hermanamientos")
    ciudad = models.CharField(max_length=150)
    pais = models.CharField(max_length=2)
    anio = models.PositiveSmallIntegerField(null=True, blank=True)
    tipo_acuerdo = models.CharField(max_length=60)
    fuente = models.TextField(blank=True)
    verificado = models.BooleanField(default=False)
    nota = models.TextField(blank=True)
    huella_cargada = models.CharField(max_length=64, editable=False, blank=True)

    class Meta:
        ordering = ["territorio_id", "ciudad"]
        verbose_name = _("hermanamiento")

    def __str__(self) -> str:
        return f"{self.territorio_id} – {self.ciudad}"


@pghistory.track()
class Membresia(models.Model):
    """A territory belongs to a network: since when, dues paid until, by which act."""

    clave = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    territorio = models.ForeignKey(Territorio, models.PROTECT, related_name="membresias")
    entrada = models.ForeignKey(Entrada, models.PROTECT, related_name="membresias")
    desde = models.DateField(_("desde"), null=True, blank=True)
    pagada_hasta = models.DateField(_("cuota pagada hasta"), null=True, blank=True)
    acto = models.CharField(_("acto de adhesión"), max_length=200, blank=True)
    archivo = models.ForeignKey(Archivo, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["territorio", "entrada"], name="una_membresia")]
        verbose_name = _("membresía")

    def __str__(self) -> str:
        return f"{self.territorio_id} {self.entrada_id}"
