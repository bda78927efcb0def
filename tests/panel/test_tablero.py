"""The coordination's table: filters, counts, sheet."""

import csv
import io

import pytest

from agenda.models import Agenda
from cuentas.models import Asignacion
from territorio.models import Categoria, Territorio, Tipo
from tests.cuentas.mundo import entrar

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]


@pytest.fixture
def tabla(pais):
    Agenda.objects.create(territorio=pais.pamplona, periodo_id="2024-2027", estado="enviada")
    Categoria.objects.create(territorio=pais.pasto, vigencia=2025, categoria="2")
    Categoria.objects.create(territorio=pais.pasto, vigencia=2026, categoria="1")
    Territorio.objects.filter(pk="54520").update(pdet=True)
    return pais


def codigos(cliente, consulta=""):
    return [fila.pk for fila in cliente.get(f"/tablero/{consulta}").context["pagina"]]


@pytest.mark.parametrize(
    ("consulta", "esperados"),
    [
        ("", ["25483", "54518", "54520", "52001"]),
        ("?q=Narino", ["25483", "52001"]),
        ("?departamento=54", ["54518", "54520"]),
        ("?agenda=enviada", ["54518"]),
        ("?agenda=sin&diagnostico=sin", ["25483", "54520", "52001"]),
        ("?pdet=si", ["54520"]),
        ("?categoria=1", ["52001"]),
        ("?categoria=2", []),
        ("?asesor=sin", ["25483"]),
        ("?orden=movimiento", ["54518", "25483", "54520", "52001"]),
        ("?orden=nada&agenda=nada", ["25483", "54518", "54520", "52001"]),
    ],
)
def test_filters(tabla, consulta, esperados):
    assert codigos(entrar(tabla.coordinadora), consulta) == esperados


def test_filter_by_advisor(tabla):
    assert codigos(entrar(tabla.coordinadora), f"?asesor={tabla.asesora.pk}") == ["54518", "54520"]


def test_counts_follow_the_filter(tabla):
    contexto = entrar(tabla.coordinadora).get("/tablero/?departamento=54").context
    assert {str(nombre): n for nombre, n in contexto["agendas"]}["Por revisar"] == 1
    assert {str(nombre): n for nombre, n in contexto["diagnosticos"]} == {
        "Sin empezar": 2, "En curso": 0, "Cerrado": 0,
    }  # fmt: skip


def test_sheet_has_what_is_filtered_and_no_formulas(tabla):
    Territorio.objects.filter(pk="52001").update(nombre="=1+1")
    Asignacion.objects.filter(territorio="52001").first().asesor.save()
    respuesta = entrar(tabla.coordinadora).get("/tablero.csv?departamento=52")
    assert respuesta["Content-Disposition"].startswith("attachment")
    filas = list(csv.reader(io.StringIO(respuesta.content.decode("utf-8-sig")), delimiter=";"))
    assert len(filas) == 2
    assert filas[1][:3] == ["52001", "'=1+1", "Nariño"]
    assert filas[1][10] == "otro"


def test_table_costs_the_same_with_many_towns(tabla, django_assert_max_num_queries):
    for numero in range(60):
        Territorio.objects.create(
            codigo=f"547{numero:02}", nombre=f"Pueblo {numero}", tipo=Tipo.MUNICIPIO, departamento=tabla.norte
        )
    cliente = entrar(tabla.coordinadora)
    with django_assert_max_num_queries(16):
        respuesta = cliente.get("/tablero/")
    assert len(respuesta.context["pagina"]) == 50
    assert cliente.get("/tablero/?pagina=99").status_code == 200
