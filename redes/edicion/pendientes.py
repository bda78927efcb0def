"""What waits for the people who keep the directory true: seven lists, all asked of the database."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import CharField, F, Q, QuerySet, Value
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from formato.texto import sin_acentos
from guardado.models import Desencuentro
from redes.cosas import CONVOCATORIA, ENTRADA, HERMANAMIENTO
from redes.directorio import frescura
from redes.enlaces.registro import FALLOS_PARA_ROTO
from redes.models import (
    Clase,
    Convocatoria,
    Enlace,
    Entrada,
    EstadoEnlace,
    EstadoEntrada,
    EstadoReporte,
    Hermanamiento,
    Reporte,
)

CLASES = [
    ("", _("todo")),
    *Clase.choices,
    (CONVOCATORIA, _("convocatoria")),
    (HERMANAMIENTO, _("hermanamiento")),
]
LISTAS = {
    "reportes": _("Reportes del público"),
    "choques": _("Dos textos por escoger"),
    "enlaces": _("Enlaces"),
    "sin-verificar": _("Sin verificar"),
    "vencidas": _("Hace más de un año"),
    "inactivas": _("Inactivas sin reemplazo"),
    "convocatorias": _("Convocatorias por revisar"),
}
COLUMNAS = ("que", "clave", "como_se_llama", "detalle", "verificado_en", "orden")


@dataclass(frozen=True)
class Filtro:
    """What the lists are narrowed by: words, kind (of ``CLASES``)."""

    q: str = ""
    clase: str = ""

    @property
    def palabras(self) -> list[str]:
        """Give the words, as they are stored to be searched."""
        return sin_acentos(self.q).split()


def lista(nombre: str, filtro: Filtro) -> QuerySet | Reunidas:
    """Give the rows of one list, what is most urgent first."""
    return {
        "reportes": reportes,
        "choques": choques,
        "enlaces": enlaces,
        "sin-verificar": sin_verificar,
        "vencidas": vencidas,
        "inactivas": inactivas,
        "convocatorias": convocatorias,
    }[nombre](filtro)


def reportes(filtro: Filtro) -> QuerySet[Reporte]:
    """Give the open reports of the public, oldest first."""
    filas = Reporte.objects.filter(estado=EstadoReporte.ABIERTO).order_by("creado_en", "pk")
    filas = filas.select_related("entrada", "convocatoria", "hermanamiento__territorio__departamento")
    for palabra in filtro.palabras:
        filas = filas.filter(
            Q(entrada__clave_busqueda__contains=palabra)
            | Q(convocatoria__clave_busqueda__contains=palabra)
            | Q(hermanamiento__territorio__clave_busqueda__contains=palabra)
            | Q(texto__icontains=palabra)
        )
    if filtro.clase in (CONVOCATORIA, HERMANAMIENTO):
        return filas.filter(**{f"{filtro.clase}__isnull": False})
    return filas.filter(entrada__clase=filtro.clase) if filtro.clase else filas


def choques(filtro: Filtro) -> QuerySet[Desencuentro]:
    """Give the texts that two people of the FCM wrote at once and nobody chose between."""
    filas = Desencuentro.objects.abiertos().de_la_federacion().select_related("usuario", "tipo_fila")
    for palabra in filtro.palabras:
        filas = filas.filter(Q(etiqueta__icontains=palabra) | Q(id_fila__icontains=palabra))
    return filas


def enlaces(filtro: Filtro, *, una_vez: bool = False) -> QuerySet[Enlace]:
    """Give the addresses that broke (in two runs), lead elsewhere or are doubtful; or those that failed once."""
    if una_vez:
        filas = Enlace.objects.filter(estado=EstadoEnlace.ROTO, fallos__lt=FALLOS_PARA_ROTO).order_by("url")
    else:
        roto = Q(estado=EstadoEnlace.ROTO, fallos__gte=FALLOS_PARA_ROTO)
        filas = Enlace.objects.filter(roto | Q(estado__in=(EstadoEnlace.DUDOSO, EstadoEnlace.REDIRIGE)))
        filas = filas.order_by("-fallos", "estado", "url")
    for palabra in filtro.palabras:
        filas = filas.filter(url__icontains=palabra)
    if not filtro.clase:
        return filas
    suyas = {
        CONVOCATORIA: Convocatoria.objects.values("enlace"),
        HERMANAMIENTO: Hermanamiento.objects.values("enlace"),
    }.get(filtro.clase, Entrada.objects.filter(clase=filtro.clase).values("sitio_web"))
    return filas.filter(url__in=suyas)


def sin_verificar(filtro: Filtro) -> Reunidas:
    """Give what nobody has verified, by name: entries, open calls and loaded twinnings."""
    return _union(filtro, Q(verificado=False), "nombre")


def vencidas(filtro: Filtro) -> Reunidas:
    """Give what was verified more than twelve months ago, or nobody knows when, oldest first."""
    vieja = Q(verificado=True) & (Q(verificado_en__isnull=True) | Q(verificado_en__lt=frescura.limite(localdate())))
    return _union(filtro, vieja, "verificado_en")


def inactivas(filtro: Filtro) -> QuerySet[Entrada]:
    """Give the entries that no longer work and say neither what replaced them nor what happened."""
    filas = Entrada.objects.filter(estado=EstadoEntrada.INACTIVA, reemplazada_por__isnull=True, nota_historica="")
    return _de_entrada(filas, filtro) if filtro.clase not in (CONVOCATORIA, HERMANAMIENTO) else filas.none()


def convocatorias(filtro: Filtro) -> QuerySet[Convocatoria]:
    """Give the calls that closed and nobody looked at since, and those without a closing day."""
    sin_mirar = Q(cierra__lt=localdate()) & (Q(verificado_en__isnull=True) | Q(verificado_en__lte=F("cierra")))
    filas = Convocatoria.objects.filter(sin_mirar | Q(cierra__isnull=True)).select_related("entrada")
    filas = filas.order_by(F("cierra").asc(nulls_last=True), "titulo")
    for palabra in filtro.palabras:
        filas = filas.filter(clave_busqueda__contains=palabra)
    return filas if filtro.clase in ("", CONVOCATORIA) else filas.none()


def _de_entrada(filas: QuerySet, filtro: Filtro) -> QuerySet:
    for palabra in filtro.palabras:
        filas = filas.filter(clave_busqueda__contains=palabra)
    return filas.filter(clase=filtro.clase) if filtro.clase else filas


@dataclass(frozen=True)
class Reunidas:
    """Rows of several models in one order. Each part is cut before they meet, so that its index gives the order."""

    partes: list[QuerySet]
    orden: list

    def count(self) -> int:
        """Give how many there are: a query a part, answered by its index."""
        return sum(parte.count() for parte in self.partes)

    def __getitem__(self, tramo: slice) -> QuerySet | list:
        """Give a page of them, in one query."""
        if not tramo.stop:
            return []
        primera, *otras = (parte.order_by(*self.orden)[: tramo.stop] for parte in self.partes)
        return primera.union(*otras, all=True).order_by(*self.orden)[tramo] if otras else primera[tramo]


def _union(filtro: Filtro, condicion: Q, orden: str) -> Reunidas:
    """Give entries, calls and twinnings that meet a condition as rows with the same names, in one order."""
    partes = []
    if filtro.clase not in (CONVOCATORIA, HERMANAMIENTO):
        filas = _de_entrada(Entrada.objects.filter(condicion), filtro)
        partes.append(_filas(filas, ENTRADA, F("nombre"), F("clase"), F("clave_busqueda")))
    if filtro.clase in ("", CONVOCATORIA):
        filas = Convocatoria.objects.abiertas().filter(condicion)
        for palabra in filtro.palabras:
            filas = filas.filter(clave_busqueda__contains=palabra)
        partes.append(_filas(filas, CONVOCATORIA, F("titulo"), Value("", CharField()), F("clave_busqueda")))
    if filtro.clase in ("", HERMANAMIENTO):
        filas = Hermanamiento.objects.filter(condicion, declarado_en__isnull=True, retirado_en__isnull=True)
        for palabra in filtro.palabras:
            filas = filas.filter(Q(territorio__clave_busqueda__contains=palabra) | Q(ciudad__icontains=palabra))
        partes.append(
            _filas(filas, HERMANAMIENTO, F("territorio__nombre"), F("ciudad"), F("territorio__clave_busqueda"))
        )
    ordenes = ["orden", "clave"]
    if orden == "verificado_en":
        ordenes.insert(0, F("verificado_en").asc(nulls_first=True))
    return Reunidas(partes, ordenes)


def _filas(filas: QuerySet, tipo: str, nombre, detalle, orden) -> QuerySet:
    anotadas = filas.order_by().annotate(
        que=Value(tipo, CharField()),
        clave=F("slug"),
        como_se_llama=nombre,
        detalle=detalle,
        orden=orden,
    )
    return anotadas.values(*COLUMNAS)
