"""Departments, municipalities, districts and associative schemes in one table; neighbours, categories, periods."""

from __future__ import annotations

import datetime as dt

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from formato.texto import sin_acentos


class Tipo(models.TextChoices):
    """Kinds of territory. The first six have DANE codes."""

    DEPARTAMENTO = "departamento", _("departamento")
    MUNICIPIO = "municipio", _("municipio")
    DISTRITO = "distrito", _("distrito")
    AREA = "area", _("área no municipalizada")
    ISLA = "isla", _("isla")
    ASOCIACION = "asociacion", _("esquema asociativo")


DEPARTAMENTO_DE_BOGOTA = "11"  # a department with one municipality, of the same name
CON_AGENDA = [Tipo.MUNICIPIO, Tipo.DISTRITO, Tipo.ISLA, Tipo.ASOCIACION]


class TerritorioQuerySet(models.QuerySet):
    """Rows of the one table."""

    def con_agenda(self):
        """Give those that may have diagnostics and agendas (not departments nor áreas no municipalizadas)."""
        return self.filter(tipo__in=CON_AGENDA, vigente_hasta__isnull=True)

    def departamentos(self):
        """Give the 33 departments (Bogotá, D. C. among them)."""
        return self.filter(tipo=Tipo.DEPARTAMENTO)

    def buscar(self, texto: str):
        """Give those whose name or code contains the text; accents and case do not matter."""
        clave = sin_acentos(texto)
        return self.filter(Q(clave_busqueda__contains=clave) | Q(codigo=texto.strip().upper()))


class Territorio(models.Model):
    """A department, municipality, district, area, island or associative scheme. Key: DANE code, or the scheme's own.

    ``poblacion`` in persons (DANE projection of ``poblacion_anio``); ``latitud`` and ``longitud`` in WGS84 degrees.
    """

    codigo = models.CharField(_("código"), max_length=24, primary_key=True)
    nombre = models.CharField(_("nombre"), max_length=200)
    sigla = models.CharField(_("sigla"), max_length=60, blank=True)
    clave_busqueda = models.CharField(max_length=300, editable=False, db_index=True)
    tipo = models.CharField(_("tipo"), max_length=16, choices=Tipo)
    clase_asociacion = models.CharField(_("clase de esquema asociativo"), max_length=60, blank=True)
    departamento = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="municipios")
    integrantes = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="asociaciones")
    lista_completa = models.BooleanField(_("la lista de integrantes está completa"), null=True)
    region_natural = models.CharField(max_length=40, blank=True)
    norma_distrito = models.CharField(max_length=120, blank=True)
    latitud = models.FloatField(null=True)
    longitud = models.FloatField(null=True)
    poblacion = models.PositiveIntegerField(null=True)
    poblacion_cabecera = models.PositiveIntegerField(null=True)
    poblacion_rural = models.PositiveIntegerField(null=True)
    poblacion_anio = models.PositiveSmallIntegerField(null=True)
    pdet = models.BooleanField(null=True)
    subregion_pdet = models.CharField(max_length=80, blank=True)
    limita_pais = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    fuente = models.TextField(blank=True)
    nota = models.TextField(blank=True)
    vigente_hasta = models.DateField(null=True, blank=True)
    huella_cargada = models.CharField(max_length=64, editable=False, blank=True)

    objects = TerritorioQuerySet.as_manager()

    class Meta:
        ordering = ["clave_busqueda", "codigo"]
        verbose_name = _("territorio")
        verbose_name_plural = _("territorios")
        indexes = [models.Index(fields=["tipo", "clave_busqueda"])]

    def __str__(self) -> str:
        return self.nombre_completo

    def save(self, *args, **kwargs):
        """Save with its search key."""
        self.poner_clave_busqueda()
        super().save(*args, **kwargs)

    @property
    def nombre_completo(self) -> str:
        """Give the name with its department: 66 names are shared by several towns. Bogotá, D. C. is its own."""
        if self.tipo in (Tipo.DEPARTAMENTO, Tipo.ASOCIACION) or not self.departamento_id:
            return self.nombre
        if self.departamento_id == DEPARTAMENTO_DE_BOGOTA:
            return self.nombre
        return f"{self.nombre}, {self.departamento.nombre}"

    @property
    def tiene_agenda(self) -> bool:
        """Say whether diagnostics and agendas belong to this kind of territory."""
        return self.tipo in CON_AGENDA and self.vigente_hasta is None

    @property
    def es_asociacion(self) -> bool:
        """Say whether it is an associative scheme."""
        return self.tipo == Tipo.ASOCIACION

    @cached_property
    def categoria_actual(self) -> str:
        """Give the newest known Ley 617 category: ESP, 1 to 6, or empty when unknown. One query unless prefetched."""
        categorias = sorted(self.categorias.all(), key=lambda fila: fila.vigencia)
        return categorias[-1].categoria if categorias else ""

    def poner_clave_busqueda(self) -> None:
        """Keep the search key beside the name."""
        self.clave_busqueda = sin_acentos(f"{self.nombre} {self.sigla}")


class Categoria(models.Model):
    """Ley 617 category of one municipality in one year (``vigencia``)."""

    territorio = models.ForeignKey(Territorio, models.CASCADE, related_name="categorias")
    vigencia = models.PositiveSmallIntegerField()
    categoria = models.CharField(max_length=3)
    huella_cargada = models.CharField(max_length=64, editable=False, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["territorio", "vigencia"], name="una_categoria_por_vigencia")]
        verbose_name = _("categoría")

    def __str__(self) -> str:
        return f"{self.territorio_id} {self.vigencia}: {self.categoria}"


class Vecindad(models.Model):
    """Two municipalities that share a stretch of border (``frontera_km`` approximate). One row a pair, a < b."""

    a = models.ForeignKey(Territorio, models.CASCADE, related_name="vecindades_a")
    b = models.ForeignKey(Territorio, models.CASCADE, related_name="vecindades_b")
    metodo = models.CharField(max_length=20)
    frontera_km = models.FloatField(null=True)
    huella_cargada = models.CharField(max_length=64, editable=False, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["a", "b"], name="una_vecindad_por_par"),
            models.CheckConstraint(condition=Q(a__lt=F("b")), name="vecindad_en_orden"),
        ]
        verbose_name = _("vecindad")
        verbose_name_plural = _("vecindades")

    def __str__(self) -> str:
        return f"{self.a_id}–{self.b_id}"


def vecinos(territorio: Territorio):
    """Give the neighbours of a territory as a QuerySet of Territorio, by name."""
    return (
        Territorio.objects.filter(Q(vecindades_a__b=territorio) | Q(vecindades_b__a=territorio))
        .select_related("departamento")
        .distinct()
    )


class PeriodoQuerySet(models.QuerySet):
    """Terms of office."""

    def en_vigor(self, hoy: dt.date | None = None):
        """Give the Periodo of a day (today in Bogotá by default), or None."""
        dia = hoy or localdate()
        return self.filter(desde__lte=dia, hasta__gte=dia).first()


class Periodo(models.Model):
    """A term of local government, 1 January to 31 December. The one in force follows from the date."""

    nombre = models.CharField(max_length=9, primary_key=True)
    desde = models.DateField()
    hasta = models.DateField()

    objects = PeriodoQuerySet.as_manager()

    class Meta:
        ordering = ["desde"]
        constraints = [models.CheckConstraint(condition=Q(desde__lt=F("hasta")), name="periodo_en_orden")]
        verbose_name = _("período")

    def __str__(self) -> str:
        return self.nombre.replace("-", "–")

    @property
    def anios(self) -> list[int]:
        """Give its years in order."""
        return list(range(self.desde.year, self.hasta.year + 1))

    def terminado(self, hoy: dt.date | None = None) -> bool:
        """Say whether it is over: then nothing is updated nor sent."""
        return (hoy or localdate()) > self.hasta
