"""Queries put into SQL once: each answers what the ORM would, for any values, and may not be bent afterwards."""

from __future__ import annotations

import importlib
import itertools
import pkgutil

import pytest
from django.db.models.sql.compiler import SQLCompiler
from django.utils.timezone import now

import agenda
from agenda.filas import CLASES
from agenda.models import Accion, Agenda, Comentario, Eje, Objetivo
from agenda.preparadas import Preparada

pytestmark = pytest.mark.django_db


def encontradas() -> dict[str, Preparada]:
    """Give every prepared query of the package, by where it is."""
    halladas = {}
    for modulo in pkgutil.walk_packages(agenda.__path__, "agenda."):
        if "migrations" in modulo.name:
            continue
        for nombre, cosa in vars(importlib.import_module(modulo.name)).items():
            juntas = cosa.items() if isinstance(cosa, dict) else [("", cosa)]
            halladas |= {f"{modulo.name}.{nombre}.{clave}": una for clave, una in juntas if isinstance(una, Preparada)}
    return halladas


TODAS = encontradas()
SIN_FILAS = {"agenda.comienzo._anteriores"}  # the demonstration has one Periodo


@pytest.fixture(autouse=True)
def de_todo():
    """Have at least one row of what the demonstration lacks: a partner municipality, something removed."""
    accion, otra = Accion.objects.filter(retirada_en=None, objetivo__eje__agenda__territorio="66001")[:2]
    accion.participaciones.create(territorio_id="54518", confirmada_en=now())
    otra.retirada_en = now()
    otra.save()


def candidatos(nombre: str) -> list:
    """Give values that a parameter of this name may take."""
    por_nombre = {
        "agenda": lambda: Agenda.objects.values_list("pk", flat=True),
        "territorio": lambda: ["66001", "54518"],
        "periodo": lambda: ["2024-2027"],
        "desde": lambda: [fila.periodo.desde for fila in Agenda.objects.select_related("periodo")[:1]],
        "accion": lambda: Accion.objects.values_list("pk", flat=True)[:6],
        "ancla": lambda: Comentario.objects.values_list("ancla", flat=True).distinct(),
        "raiz": lambda: [*Agenda.objects.values_list("pk", flat=True), *Eje.objects.values_list("pk", flat=True)],
        "propio": lambda: [0, 1],
        "clave": lambda: [
            clave for clase in CLASES.values() for clave in clase.modelo.objects.values_list("clave", flat=True)[:4]
        ],
    }
    return list(por_nombre[nombre]())


def leida(fila):
    """Give what was read of a row: its loaded fields, and those of the rows that came with it."""
    if isinstance(fila, tuple):
        return fila
    campos = {nombre: valor for nombre, valor in vars(fila).items() if nombre != "_state"}
    traidas = campos.pop("_prefetched_objects_cache", {})
    campos |= {nombre: [vars(una) | {"_state": None} for una in filas] for nombre, filas in traidas.items()}
    return campos, {nombre: vars(otra).get("id") for nombre, otra in fila._state.fields_cache.items() if otra}


@pytest.mark.parametrize("nombre", TODAS)
def test_it_answers_what_the_orm_would(nombre):
    una, algo = TODAS[nombre], False
    for valores in itertools.product(*map(candidatos, una.hacer.__code__.co_varnames[: len(una.tipos)])):
        preparadas = [leida(fila) for fila in una(*valores)]
        assert preparadas == [leida(fila) for fila in una.hacer(*valores)]
        algo = algo or bool(preparadas)
    assert algo or nombre.rpartition(".")[0] in SIN_FILAS


def test_the_package_has_prepared_queries():
    assert len(TODAS) > 20


def test_it_is_put_into_sql_once(monkeypatch):
    una = Preparada(lambda agenda: Eje.objects.filter(agenda=agenda))
    numeros = list(Agenda.objects.values_list("pk", flat=True))
    esperados = [list(Eje.objects.filter(agenda=numero)) for numero in numeros]
    list(una(numeros[0]))
    monkeypatch.setattr(SQLCompiler, "as_sql", lambda *args, **kwargs: pytest.fail("it was written again"))
    assert [list(una(numero)) for numero in numeros] == esperados


def test_two_calls_do_not_mix_their_values():
    una = Preparada(lambda agenda: Objetivo.objects.filter(eje__agenda=agenda).select_related("eje"))
    numeros = list(Agenda.objects.filter(ejes__isnull=False).distinct().values_list("pk", flat=True))
    llamadas = [una(numero) for numero in numeros]
    assert len(llamadas) > 1
    for numero, filas in zip(numeros, llamadas, strict=True):
        assert {fila.eje.agenda_id for fila in filas} == {numero}


@pytest.mark.parametrize("torcer", ["filter", "count", "exists", "first", "order_by"])
def test_what_was_put_into_sql_is_not_bent_afterwards(torcer):
    filas = Preparada(lambda agenda: Eje.objects.filter(agenda=agenda))(1)
    with pytest.raises(TypeError):
        getattr(filas, torcer)()


def test_a_value_that_does_not_reach_the_sql_is_refused():
    with pytest.raises(AssertionError):
        list(Preparada(lambda agenda, olvidada: Eje.objects.filter(agenda=agenda))(1, 2))
