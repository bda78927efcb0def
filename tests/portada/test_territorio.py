"""The public page of a territory, the search, the pages about data and errors."""

import pytest
from django.template import loader
from django.urls import reverse

from cuentas.models import Usuario, Vinculacion
from redes.models import Hermanamiento
from territorio.models import Vecindad

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]


def pagina_de(client, codigo: str) -> str:
    return client.get(reverse("territorio_publico", args=[codigo])).content.decode()


def test_page_tells_who_it_is_and_whom_it_knows(client, pais_pequeno):
    uno = pais_pequeno.municipio("90001", "Uno", pdet=True, subregion_pdet="Catatumbo")
    uno.categorias.create(vigencia=2025, categoria="6")
    vecina = pais_pequeno.municipio("90002", "Vecina")
    pais_pequeno.agenda(vecina, "enviada")
    Vecindad.objects.create(a=uno, b=vecina, metodo="geometria")
    for slug, verificado in (("a", True), ("b", False)):
        Hermanamiento.objects.create(
            slug=slug, territorio=uno, ciudad=slug, pais="ES", tipo_acuerdo="hermanamiento", verificado=verificado
        )
    pagina = pagina_de(client, "90001")
    for texto in ("20.000", "Catatumbo", "España", "✓ verificado", "sin verificar", "Vecina", "Agenda enviada"):
        assert texto in pagina
    assert "Sin empezar" in pagina
    assert "Ir al panel" not in pagina


def test_draft_stays_inside(client, pais_pequeno):
    pais_pequeno.agenda(pais_pequeno.municipio("90001", "Uno"), objetivo_general="Secreto")
    pagina = pagina_de(client, "90001")
    assert "En diagnóstico" in pagina
    assert "Secreto" not in pagina


def test_published_agenda_is_linked(client, pais_pequeno):
    pais_pequeno.publicada(pais_pequeno.municipio("90001", "Uno"))
    pagina = pagina_de(client, "90001")
    assert "Agenda Estratégica 2024–2027" in pagina
    assert "Revisada por la FCM" in pagina


def test_department_leads_to_its_towns(client, pais_pequeno):
    pais_pequeno.municipio("90001", "Uno")
    respuesta = client.get(reverse("territorio_publico", args=["90"]), follow=True)
    assert respuesta.redirect_chain[0][0].endswith("?departamento=90")
    assert "Uno" in respuesta.content.decode()


def test_unknown_code_gets_404_with_ways_out(client, pais_pequeno):
    respuesta = client.get(reverse("territorio_publico", args=["99999"]))
    assert respuesta.status_code == 404
    assert respuesta.content.decode().count("error__salidas") == 1


@pytest.mark.parametrize("escrito", ["Nariño", "narino", "NARINO prueba", "90007"])
def test_search_forgives_accents_and_case(client, pais_pequeno, escrito):
    pais_pequeno.municipio("90007", "Nariño")
    pais_pequeno.municipio("90008", "Otro")
    pagina = client.get(reverse("territorios"), {"q": escrito}).content.decode()
    assert "/territorios/90007/" in pagina
    assert "/territorios/90008/" not in pagina


def test_search_suggests_when_mistyped(client, pais_pequeno):
    pais_pequeno.municipio("90007", "Pamplona")
    pagina = client.get(reverse("territorios"), {"q": "pamlona"}).content.decode()
    assert "¿Quiso decir…?" in pagina
    assert "/territorios/90007/" in pagina


def test_page_queries_do_not_grow_with_neighbours(client, pais_pequeno, django_assert_max_num_queries):
    uno = pais_pequeno.municipio("90001", "Uno")
    for n in range(30):
        otra = pais_pequeno.municipio(f"902{n:02d}", f"Vecina {n}")
        pais_pequeno.agenda(otra, "enviada")
        Vecindad.objects.create(a=uno, b=otra, metodo="geometria")
    with django_assert_max_num_queries(10):
        pagina_de(client, "90001")


def test_its_people_get_the_way_to_their_panel(client, pais_pequeno):
    uno = pais_pequeno.municipio("90001", "Uno")
    persona = Usuario.objects.create_user("ana@prueba.co", "clave-larga-1")
    Vinculacion.objects.create(usuario=persona, territorio=uno, rol="edicion")
    client.force_login(persona)
    assert client.get(reverse("territorio_publico", args=["90001"])).context["es_mio"]


def test_data_policy_quotes_the_consent_people_tick(client, pais_pequeno):
    pagina = client.get(reverse("privacidad")).content.decode()
    assert "Autorizo a la Federación Colombiana de Municipios" in pagina
    assert "Ley 1581 de 2012" in pagina


@pytest.mark.parametrize("plantilla", ["400.html", "403.html", "403_csrf.html", "404.html", "500.html"])
def test_error_pages_need_nothing(plantilla, django_assert_num_queries):
    with django_assert_num_queries(0):
        pagina = loader.get_template(plantilla).render()
    assert pagina.count("<h1>") == 1
    assert pagina.count("<li><a") >= 3
