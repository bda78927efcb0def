"""Queries whose shape never changes, put into SQL once in each process.

Django takes longer to write the SQL of a plan than PostgreSQL to answer it, and the page of an action asks fifteen
times. A ``Preparada`` is an ordinary QuerySet written by the ORM; only its values change from one call to the next.
"""

from __future__ import annotations

import datetime as dt
import inspect
import uuid
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from functools import cached_property

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

MARCAS: dict[type, Callable[[int], object]] = {
    int: lambda n: -7_000_001 - n,
    str: lambda n: f"<valor {n}>",
    dt.date: lambda n: dt.date(1, 1, 1 + n),
    uuid.UUID: lambda n: uuid.UUID(int=7_000_001 + n),
}


@dataclass(frozen=True)
class Molde:
    """A query in SQL: what Django needs to make rows of the answer, and where each value goes."""

    filas: QuerySet
    compilador: SQLCompiler
    sql: str
    parametros: list
    lugares: list[tuple[int, int]]  # (place among the parameters, number of the value)


class Preparada:
    """A query called with its values: ``Preparada(lambda agenda: Eje.objects.filter(agenda=agenda))(agenda.pk)``.

    ``hacer`` receives each value by position, annotated ``str``, ``date`` or ``UUID`` (``int`` when it says nothing),
    and hands it to a filter as it came: the SQL may not depend on what it is. What a call gives is read as it is,
    lazily; to filter or count it further raises ``TypeError``.
    """

    def __init__(self, hacer: Callable[..., QuerySet]) -> None:
        self.hacer = hacer

    def __call__(self, *valores) -> QuerySet:
        """Give the rows for these values, not asked for yet."""
        molde = self._molde
        parametros = list(molde.parametros)
        for lugar, numero in molde.lugares:
            parametros[lugar] = valores[numero]
        return _con_consulta(molde.filas, _EnSql(molde, tuple(parametros)))

    @cached_property
    def tipos(self) -> list[type]:
        """Give the type of each value."""
        tipos = {uno.__name__: uno for uno in MARCAS} | {inspect.Parameter.empty: int}
        anotados = (uno.annotation for uno in inspect.signature(self.hacer).parameters.values())
        return [tipos[uno.rpartition(".")[2] if isinstance(uno, str) else uno] for uno in anotados]

    @cached_property
    def _molde(self) -> Molde:
        marcas = [MARCAS[tipo](n) for n, tipo in enumerate(self.tipos)]
        filas = self.hacer(*marcas)
        compilador = filas.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, parametros = compilador.as_sql()
        lugares = [
            (lugar, marcas.index(parametro))
            for lugar, parametro in enumerate(parametros)
            if type(parametro) in MARCAS and parametro in marcas
        ]
        assert {numero for _lugar, numero in lugares} == set(range(len(marcas))), "a value does not reach the SQL"
        return Molde(filas, compilador, sql, list(parametros), lugares)


class _EnSql:
    """Stands for the query of a QuerySet: it gives the compiler with its SQL already written, and little else."""

    LEIDOS = frozenset({"extra_select", "values_select", "annotation_select", "selected"})

    def __init__(self, molde: Molde, parametros: tuple) -> None:
        self._molde, self._parametros = molde, parametros

    def get_compiler(self, using=None, connection=None, elide_empty=True) -> SQLCompiler:
        compilador = copy(self._molde.compilador)
        compilador.connection = connections[using] if connection is None else connection
        compilador.using = using
        compilador.as_sql = lambda *args, **kwargs: (self._molde.sql, self._parametros)
        return compilador

    def __getattr__(self, nombre: str):
        """Give what rows are made with; whatever would write another SQL would write it with marks for values."""
        if nombre in self.LEIDOS:
            return getattr(self._molde.filas.query, nombre)
        raise TypeError(f"A prepared query is read as it is: filter it where it is made ({nombre}).")


def _con_consulta(filas: QuerySet, consulta: _EnSql) -> QuerySet:
    """Give a QuerySet as ``filas`` over another query."""
    nuevas = type(filas)(model=filas.model, query=consulta, using=DEFAULT_DB_ALIAS)
    nuevas._iterable_class = filas._iterable_class
    nuevas._fields = filas._fields
    nuevas._prefetch_related_lookups = filas._prefetch_related_lookups
    return nuevas
