"""The one table of territories: names, search, kinds, neighbours, periods."""

import datetime as dt

import pytest
import time_machine

from territorio.models import Periodo, Territorio, Tipo, vecinos

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]


def test_a_name_is_shown_with_its_department():
    assert str(Territorio.objects.select_related("departamento").get(pk="54518")) == "Pamplona, Norte de Santander"
    assert str(Territorio.objects.get(pk="11001")) == "Bogotá, D.C."
    assert str(Territorio.objects.create(codigo="52999", nombre="Nariño", departamento_id="52", tipo="municipio")) == (
        "Nariño, Nariño"
    )
    assert str(Territorio.objects.get(pk="ASM-AMA")).startswith("Asociación de Municipios")


@pytest.mark.parametrize(
    ("buscado", "codigo"), [("pamplona", "54518"), ("NARINO", "52"), ("Nariño", "25483"), ("54518", "54518")]
)
def test_search_minds_neither_accents_nor_case(buscado, codigo):
    assert codigo in Territorio.objects.buscar(buscado).values_list("pk", flat=True)


def test_three_municipalities_are_called_narino():
    assert list(Territorio.objects.con_agenda().filter(clave_busqueda="narino").values_list("pk", flat=True)) == [
        "05483",
        "25483",
        "52480",
    ]


def test_departments_and_areas_have_no_agenda():
    con_agenda = Territorio.objects.con_agenda()
    assert con_agenda.count() == 1091 + 12 + 1 + 34
    assert not con_agenda.filter(tipo__in=[Tipo.DEPARTAMENTO, Tipo.AREA]).exists()
    assert Territorio.objects.get(pk="88001").tiene_agenda


def test_neighbours_are_symmetric():
    pamplona = Territorio.objects.get(pk="54518")
    for vecino in vecinos(pamplona):
        assert pamplona in vecinos(vecino)
    assert {"54520", "54223"} <= set(vecinos(pamplona).values_list("pk", flat=True))


def test_the_newest_category_is_shown():
    medellin = Territorio.objects.prefetch_related("categorias").get(pk="05001")
    assert medellin.categoria_actual == "ESP"
    assert Territorio.objects.get(pk="27493").categoria_actual == ""


def test_a_territory_without_region_members_has_no_department():
    assert Territorio.objects.get(pk="AM-AMB").departamento_id == "68"
    assert Territorio.objects.get(pk="AM-VSN").departamento_id is None


@pytest.mark.parametrize(
    ("momento", "nombre"),
    [
        ("2024-01-01T05:00:00+00:00", "2024-2027"),
        ("2028-01-01T04:59:00+00:00", "2024-2027"),
        ("2028-01-01T05:00:00+00:00", "2028-2031"),
    ],
)
def test_the_period_in_force_follows_from_the_date_in_bogota(momento, nombre):
    with time_machine.travel(dt.datetime.fromisoformat(momento), tick=False):
        assert Periodo.objects.en_vigor().nombre == nombre


def test_a_period_knows_its_years():
    periodo = Periodo.objects.get(pk="2024-2027")
    assert periodo.anios == [2024, 2025, 2026, 2027]
    assert str(periodo) == "2024–2027"
    assert not periodo.terminado(dt.date(2027, 12, 31))
    assert periodo.terminado(dt.date(2028, 1, 1))


@pytest.mark.parametrize("modelo", ["territorio.Territorio", "guia.Termino", "redes.Entrada"])
def test_every_stored_search_key_is_the_one_save_would_write(modelo):
    from django.apps import apps

    for fila in apps.get_model(modelo).objects.all():
        guardada = fila.clave_busqueda
        fila.poner_clave_busqueda()
        assert fila.clave_busqueda == guardada
