"""The public register of twinnings: its filter and its counts. Only what ``publicos()`` gives."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.contrib.postgres.fields import ArrayField
from django.db.models import CharField, Count, F, Func, IntegerField, Q, QuerySet, TextField, Value

from formato.paises import paises
from formato.texto import sin_acentos
from redes.directorio import memoria
from redes.directorio.consulta import buscar
from redes.directorio.fichas import HERMANAMIENTO
from redes.directorio.indice import lugares
from redes.models import Hermanamiento
from territorio.models import Territorio

SIN_TEMAS = "ninguno"
DE_LA_DIRECCION = ("q", "pais", "departamento", "tema", "tipo", "verificado")
# The same as ``formato.sin_acentos``, said to PostgreSQL: NFKD, no marks, lower case.
LIMPIA = "lower(regexp_replace(normalize(%(expressions)s, NFKD), '[\u0300-\u036f]', '', 'g'))"


@dataclass(frozen=True)
class Filtro:
    """What somebody looks for. Empty: anything. ``tema``: a slug, or ``SIN_TEMAS``; ``verificado``: «si» or «no».

    ``claves``: the twinnings that the directory finds for ``q``, when no name has it; ``usada``: as it was mended.
    """

    q: str = ""
    pais: str = ""
    departamento: str = ""
    tema: str = ""
    tipo: str = ""
    verificado: str = ""
    claves: tuple[str, ...] = ()
    usada: str = ""

    @classmethod
    def leer(cls, datos) -> Filtro:
        """Take it from an address: at most 80 characters each."""
        return cls(**{nombre: datos.get(nombre, "")[:80].strip() for nombre in DE_LA_DIRECCION})

    @property
    def activo(self) -> bool:
        """Say whether anything is asked."""
        return any(getattr(self, nombre) for nombre in DE_LA_DIRECCION)

    def sin(self, campo: str) -> Filtro:
        """Give it without one of its parts."""
        return replace(self, **{campo: ""})

    def perdonado(self) -> Filtro:
        """Give it with what the directory understands by ``q`` («eeuu», «alemanes», «miamy») when no name says it."""
        if not self.q or Filtro(q=self.q).aplicar(publicos()).exists():
            return self
        indice = memoria.al_dia()
        hallazgo = buscar(indice, self.q)
        if hallazgo.alguna or hallazgo.todas == indice.vivos:
            return self
        puestos = (indice.puestos[lugar] for lugar in lugares(hallazgo.todas))
        claves = tuple(str(uno.clave) for uno in puestos if uno.grupo == HERMANAMIENTO)
        return replace(self, claves=claves, usada=hallazgo.usada if claves else "")

    def aplicar(self, filas: QuerySet) -> QuerySet:
        """Narrow a QuerySet of Hermanamiento."""
        if self.claves:
            filas = filas.filter(pk__in=self.claves)
        for palabra in () if self.claves else sin_acentos(self.q).split():
            filas = filas.alias(ciudad_limpia=Func(F("ciudad"), template=LIMPIA, output_field=TextField()))
            filas = filas.filter(_dice(palabra))
        if self.pais:
            filas = filas.filter(pais=self.pais.upper())
        if self.departamento:
            filas = filas.filter(Q(territorio__departamento=self.departamento) | Q(territorio=self.departamento))
        if self.tema:
            filas = filas.filter(temas=[]) if self.tema == SIN_TEMAS else filas.filter(temas__contains=[self.tema])
        if self.tipo:
            filas = filas.filter(tipo_acuerdo=self.tipo)
        if self.verificado in ("si", "no"):
            filas = filas.filter(verificado=self.verificado == "si")
        return filas


def _dice(palabra: str) -> Q:
    """Give the condition that a word is in the town, its department, the city or the country."""
    halladas = [codigo for codigo, nombre in paises().items() if palabra in sin_acentos(nombre)]
    return (
        Q(ciudad_limpia__contains=palabra)
        | Q(territorio__clave_busqueda__contains=palabra)
        | Q(territorio__departamento__clave_busqueda__contains=palabra)
        | Q(pais__in=halladas)
    )


def publicos() -> QuerySet:
    """Give the public twinnings."""
    return Hermanamiento.objects.publicos()


def por_pais(filtro: Filtro) -> list[tuple[str, str, int]]:
    """Give the countries (code, name, how many), most twinnings first, for a filter whatever its country. One query."""
    filas = filtro.sin("pais").aplicar(publicos()).order_by().values_list("pais").annotate(n=Count("pk"))
    nombres = paises()
    dados = [(codigo, str(nombres.get(codigo, codigo)), n) for codigo, n in filas]
    return sorted(dados, key=lambda fila: (-fila[2], sin_acentos(fila[1])))


def por_departamento(filtro: Filtro) -> list[tuple[str, str, int]]:
    """Give the departments (code, name, how many) by name. One query."""
    filas = filtro.sin("departamento").aplicar(publicos()).order_by().values_list("territorio__departamento")
    cuentas = dict(filas.annotate(n=Count("pk")))
    nombres = Territorio.objects.filter(pk__in=[c for c in cuentas if c]).order_by("clave_busqueda")
    return [(uno.pk, uno.nombre, cuentas[uno.pk]) for uno in nombres]


def por_tipo(filtro: Filtro) -> list[tuple[str, int]]:
    """Give the kinds of agreement (kind, how many), most first. One query."""
    filas = filtro.sin("tipo").aplicar(publicos()).order_by().values_list("tipo_acuerdo").annotate(n=Count("pk"))
    return sorted(filas, key=lambda fila: (-fila[1], fila[0]))


def por_tema(filtro: Filtro) -> dict[str, int]:
    """Give how many there are of each theme, and under ``SIN_TEMAS`` of none. Two queries."""
    filas = filtro.sin("tema").aplicar(publicos()).order_by()
    cada = filas.annotate(tema=Func(F("temas"), function="unnest", output_field=CharField())).values_list("tema")
    cuentas = dict(cada.annotate(n=Count("pk")))
    return cuentas | {SIN_TEMAS: filas.filter(temas=[]).count()}


def por_verificacion(filtro: Filtro) -> dict[str, int]:
    """Give how many are verified («si») and how many are not («no»). One query."""
    filas = filtro.sin("verificado").aplicar(publicos())
    return filas.aggregate(si=Count("pk", filter=Q(verificado=True)), no=Count("pk", filter=Q(verificado=False)))


def ordenados(filtro: Filtro, lugares: list[tuple[str, str, int]]) -> QuerySet:
    """Give the twinnings of a filter by name of country, then of town, then of city."""
    codigos = [codigo for codigo, _n, _c in sorted(lugares, key=lambda fila: sin_acentos(fila[1]))]
    lugar = Func(
        Value(codigos, ArrayField(CharField(max_length=2))),
        F("pais"),
        function="array_position",
        template="array_position(%(expressions)s::varchar)",
        output_field=IntegerField(),
    )
    filas = filtro.aplicar(publicos()).select_related("territorio__departamento")
    return filas.order_by(lugar, "territorio__clave_busqueda", "ciudad", "pk")


def cuantos(filtro: Filtro) -> dict[str, int]:
    """Give how many twinnings, territories, countries and verified ones a filter leaves. One query."""
    return filtro.aplicar(publicos()).aggregate(
        acuerdos=Count("pk"),
        territorios=Count("territorio", distinct=True),
        paises=Count("pais", distinct=True),
        verificados=Count("pk", filter=Q(verificado=True)),
    )
