"""The public page of a territory, the search, the pages about data and errors."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template import loader
from django.urls import reverse

from agenda.models import Transicion, Version
from cuentas.models import Usuario, Vinculacion
from fcm_portal.pais.ubicacion import ubicacion
from informes.graficas import pais
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


def test_town_with_nothing_offers_what_to_do_to_whoever_reads(client, pais_pequeno):
    pais_pequeno.municipio("90001", "Uno")
    pagina = pagina_de(client, "90001")
    for texto in ("Si trabaja en la alcaldía", "Si vive aquí", "Si busca con quién trabajar"):
        assert texto in pagina
    assert f'href="{reverse("autodiagnostico")}"' in pagina
    assert 'href="#compartir"' in pagina


def test_replaced_versions_are_listed_and_withdrawn_agendas_say_so(client, pais_pequeno):
    uno, dos = pais_pequeno.municipio("90001", "Uno"), pais_pequeno.municipio("90002", "Dos")
    agenda = pais_pequeno.publicada(uno)
    primera = agenda.publicada
    agenda.publicada = Version.objects.create(
        agenda=agenda, numero=2, contenido=primera.contenido, sha256="f" * 64, resultado="aprobada", acta={},
        aprobada_en=primera.aprobada_en,
    )  # fmt: skip
    agenda.save()
    Version.objects.filter(pk=primera.pk).update(resultado="reemplazada")
    pagina = pagina_de(client, "90001")
    assert "versión 2" in pagina
    assert reverse("agenda_version", args=["90001", "2024-2027", 1]) in pagina
    retirada = pais_pequeno.publicada(dos)
    retirada.retirada_publico_en, retirada.retirada_publico_razon = retirada.estado_desde, "Pidió el municipio"
    retirada.save()
    Transicion.objects.create(
        agenda=retirada, version=retirada.publicada, movimiento="retirar_publicacion", de="aprobada", a="aprobada",
        comentario="Pidió el municipio",
    )  # fmt: skip
    pagina = pagina_de(client, "90002")
    assert "Retirada de publicación" in pagina
    assert "Café con destino" not in pagina
    assert "tarjeta.png" not in pagina


def test_queries_do_not_grow_with_what_was_published(client, pais_pequeno, django_assert_max_num_queries):
    agenda = pais_pequeno.publicada(pais_pequeno.municipio("90001", "Uno"))
    for numero in range(2, 12):
        Version.objects.create(
            agenda=agenda, numero=numero, contenido={}, sha256=f"{numero:064}", resultado="reemplazada", acta={},
            aprobada_en=agenda.publicada.aprobada_en,
        )  # fmt: skip
    pagina_de(client, "90001")  # what every page keeps in memory is read once; a guide without blocks is not kept: five
    with django_assert_max_num_queries(16):
        assert "10 versiones anteriores" in pagina_de(client, "90001")


def test_place_is_drawn_also_for_the_islands_and_for_an_association(client, pais_pequeno):
    isla = pais_pequeno.municipio("88001", "Isla", latitud=12.58, longitud=-81.7)
    asociacion = pais_pequeno.municipio("ASM-1", "Asociación", tipo="asociacion", latitud=None, longitud=None)
    asociacion.integrantes.add(isla, pais_pequeno.municipio("90001", "Uno"))
    assert 'class="ubicacion__lugar"' in pagina_de(client, "88001")
    assert ubicacion(isla, []).x > 0
    assert ubicacion(asociacion, list(asociacion.integrantes.all())).encendidos.count("h0") == 2
    assert 'class="ubicacion__suyo"' in pagina_de(client, "ASM-1")


def test_picture_of_the_country_has_every_municipality_of_the_reference_data():
    dibujada = Path(settings.BASE_DIR, "static/marca/pais.svg").read_text()
    assert dibujada == pais.svg()
    assert dibujada.count("h0") > 1100


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
    pagina_de(client, "90001")  # what every page keeps in memory is read once; a guide without blocks is not kept: five
    with django_assert_max_num_queries(16):
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
