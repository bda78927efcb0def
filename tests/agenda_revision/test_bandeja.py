"""The inbox of the advisor."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils.timezone import now

from agenda.models import Agenda, Version
from territorio.models import Territorio

pytestmark = pytest.mark.datos("nada")


def otra(mundo, codigo: str, nombre: str, estado: str, dias: int = 0, departamento=None) -> Agenda:
    """Make an agenda of another town, sent some days ago."""
    pueblo = Territorio.objects.create(
        codigo=codigo, nombre=nombre, tipo="municipio", departamento=departamento or mundo.cauca
    )
    agenda = Agenda.objects.create(
        territorio=pueblo,
        periodo=mundo.periodo,
        estado=estado,
        revisa=mundo.colega if estado == "en_revision" else None,
    )
    enviada = now() - dt.timedelta(days=dias)
    Version.objects.create(agenda=agenda, numero=1, contenido={}, sha256="a" * 64, enviada_en=enviada)
    return agenda


def test_visitor_logs_in_and_town_is_refused(mundo, client, entrar):
    assert client.get("/revision/").headers["Location"].startswith("/cuenta/entrar/")
    assert entrar(mundo.responsable).get("/revision/").status_code == 403


def test_what_waits_comes_oldest_first_with_its_days(mundo, mover_a, entrar):
    mover_a("enviar", "tomar")
    otra(mundo, "19001", "Popayán", "enviada", 3)
    otra(mundo, "19002", "Silvia", "enviada", 9)
    otra(mundo, "41001", "Neiva", "enviada", 20, mundo.huila)
    respuesta = entrar(mundo.asesora).get("/revision/")
    nombres = [agenda.territorio.nombre for agenda in respuesta.context["pagina"]]
    assert nombres == ["Silvia", "Popayán", "Caldono"]
    assert "9 días" in respuesta.content.decode()
    assert "Por revisar" in respuesta.content.decode()


def test_tabs_hold_the_rest_and_search_forgives_accents(mundo, entrar):
    otra(mundo, "19001", "Popayán", "enviada", 3)
    otra(mundo, "19003", "Páez", "devuelta")
    otra(mundo, "19004", "Inzá", "en_revision")
    asesora = entrar(mundo.asesora)
    assert [a.territorio.nombre for a in asesora.get("/revision/?ver=devueltas").context["pagina"]] == ["Páez"]
    assert [a.territorio.nombre for a in asesora.get("/revision/?ver=colegas").context["pagina"]] == ["Inzá"]
    assert [a.territorio.nombre for a in asesora.get("/revision/?q=POPAYAN").context["pagina"]] == ["Popayán"]
    assert [a.territorio.nombre for a in asesora.get("/revision/?q=cauca").context["pagina"]] == ["Popayán"]
    assert "Ninguna agenda con ese nombre" in asesora.get("/revision/?q=zzz").content.decode()
    assert asesora.get("/revision/?q=%00").status_code == 400
    assert asesora.get("/revision/?q=a&pagina=99&ver=nada").status_code == 200


def test_empty_inbox_says_what_to_expect(mundo, entrar):
    assert "Nada espera revisión" in entrar(mundo.lejana).get("/revision/").content.decode()


def test_where_she_has_a_link_it_is_not_hers_to_review(mundo, mover_a, entrar):
    mover_a("enviar")
    assert list(entrar(mundo.parte).get("/revision/").context["pagina"]) == []


def test_coordination_sees_every_department(mundo, mover_a, entrar):
    mover_a("enviar")
    otra(mundo, "41001", "Neiva", "enviada", 20, mundo.huila)
    coordina = entrar(mundo.coordinacion)
    assert len(coordina.get("/revision/").context["pagina"]) == 2
    assert [a.territorio.nombre for a in coordina.get("/revision/?departamento=41").context["pagina"]] == ["Neiva"]


def test_queries_do_not_grow_with_the_rows(mundo, entrar, django_assert_num_queries):
    asesora = entrar(mundo.asesora)
    otra(mundo, "19100", "Uno", "enviada", 1)
    asesora.get("/revision/")
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as pocas:
        asesora.get("/revision/")
    for i in range(15):
        otra(mundo, f"192{i:02}", f"Pueblo {i}", "enviada", i)
    with CaptureQueriesContext(connection) as muchas:
        asesora.get("/revision/")
    assert len(muchas) == len(pocas) <= 12
