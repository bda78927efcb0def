"""``/buscar/`` as people use it, with the demonstration data."""

import re
import time
from urllib.parse import quote

import pytest
from django.utils.timezone import now

from agenda.models import Agenda
from redes.models import Entrada
from territorio.models import Territorio

pytestmark = pytest.mark.django_db


def leer(client, escrito: str, **mas) -> str:
    """Search as a person does, and give the page."""
    respuesta = client.get("/buscar/", {"q": escrito, **mas})
    assert respuesta.status_code == 200
    return respuesta.content.decode().split("<main")[1].split("</main>")[0]


def enlaces(pagina: str, grupo: str) -> list[str]:
    """Give the addresses of a group of results, in order."""
    seccion = re.search(rf'<section id="{grupo}".*?</section>', pagina, re.S)
    return re.findall(r'<li><a href="([^"]+)"', seccion.group()) if seccion else []


def test_a_town_its_agenda_and_the_case_of_the_guide(client):
    pagina = leer(client, "pamplona")
    assert enlaces(pagina, "territorios")[0] == "/territorios/54518/"
    assert enlaces(pagina, "agendas") == ["/agendas/54518/2024-2027/"]
    assert enlaces(pagina, "guia")[0].startswith("/guia/casos/#")
    assert "<mark>Pamplona</mark>" in pagina


@pytest.mark.parametrize(("sigla", "entrada"), [("cglu", "cglu"), ("UCLG", "cglu"), ("giz", "giz"), ("unesco", None)])
def test_acronyms_find_the_directory(client, sigla, entrada):
    hallados = enlaces(leer(client, sigla), "redes")
    assert hallados
    if entrada:
        assert hallados[0] == f"/redes/{entrada}/"


def test_glossary_norms_instruments_and_advice_are_found(client):
    assert "/guia/glosario/#" in "".join(enlaces(leer(client, "ods"), "guia"))
    assert "/guia/marco-actualizacion/#ley-152-1994" in enlaces(leer(client, "ley 152"), "guia")
    assert any("/guia/modalidades/#" in uno for uno in enlaces(leer(client, "hermanamientos entre ciudades"), "guia"))
    assert any("/guia/consejos/" in uno for uno in enlaces(leer(client, "consejos práctica"), "guia"))


def test_mistyped_names_show_what_was_meant_and_say_so(client):
    pagina = leer(client, "Pamplna")
    assert "No encontramos nada con «Pamplna»" in pagina
    assert "«pamplona»" in pagina
    assert enlaces(pagina, "territorios") == ["/territorios/54518/"]
    assert "hermanamiento" in leer(client, "hermanameinto")


def test_the_guide_is_found_by_what_people_call_it(client):
    for escrito, esperado in (
        ("marketing de ciudad", "/guia/modalidades/#marketing-territorial"),
        ("paradiplomacia", "internacionalizacion"),
        ("como hago una agenda", "/guia/proceso/#definir-agenda"),
    ):
        assert any(esperado in uno for uno in enlaces(leer(client, escrito), "guia")), escrito


def test_nothing_found_has_three_ways_out(client):
    pagina = leer(client, "zzzzqq")
    for salida in ("/territorios/", "/redes/", "/mapa-del-sitio/"):
        assert f'href="{salida}"' in pagina


def test_without_a_query_it_explains_itself(client):
    assert "Por ejemplo" in leer(client, "   ")


@pytest.mark.parametrize(
    "ataque",
    ['"><script>alert(1)</script>', "' OR 1=1 --", "%' ; DROP TABLE x; --", "{{ 7*7 }}", "x" * 20_000, "\u202e\ufeff"],
)
def test_attacks_are_only_text(client, ataque):
    pagina = leer(client, ataque)
    assert "<script" not in pagina
    assert "49" not in re.findall(r"<h2>[^<]*</h2>", pagina)


def test_a_group_is_paged_and_counts_agree(client):
    total = Entrada.objects.filter(clave_busqueda__contains="ciudad").count()
    assert total > 20
    primera = leer(client, "ciudades", en="redes")
    assert len(enlaces(primera, "redes")) == 20
    assert "Página 1 de" in primera
    segunda = leer(client, "ciudades", en="redes", pagina="2")
    assert not set(enlaces(primera, "redes")) & set(enlaces(segunda, "redes"))


def test_unknown_group_or_page_does_not_break(client):
    assert "Territorios" in leer(client, "pamplona", en="nada", pagina="x")
    assert enlaces(leer(client, "san", en="territorios", pagina="9999"), "territorios")


def test_a_withdrawn_agenda_is_not_found_at_once(client):
    assert enlaces(leer(client, "pamplona"), "agendas")
    Agenda.objects.filter(territorio="54518").update(retirada_publico_en=now(), retirada_publico_razon="Prueba")
    assert enlaces(leer(client, "pamplona"), "agendas") == []


def test_only_what_was_frozen_is_searched(client):
    Agenda.objects.filter(territorio="54518").update(objetivo_general="palabrasecreta del borrador")
    Agenda.objects.filter(territorio="66001").update(objetivo_general="palabrasecreta de Pereira")
    assert "No encontramos nada" in leer(client, "palabrasecreta")
    assert enlaces(leer(client, "pereira"), "agendas") == []


def test_a_territory_no_longer_in_force_is_not_found(client):
    Territorio.objects.filter(pk="54518").update(vigente_hasta="2020-01-01")
    assert "/territorios/54518/" not in enlaces(leer(client, "pamplona"), "territorios")


@pytest.mark.parametrize("escrito", ["a", "san", "ciudades", "Pamplna nrte de santnder"])
def test_five_queries_whatever_is_looked_for(client, tope_consultas, escrito):
    """Which agendas are public, what changed in the directory, and the rows shown of its three tables."""
    leer(client, "agua")
    with tope_consultas(5):
        leer(client, escrito)


def test_the_index_is_made_again_for_little(client):
    leer(client, "agua")
    from guia.catalogo import catalogo, olvidar

    olvidar()
    catalogo()
    from fcm_portal.busqueda.indice import indice

    antes = time.process_time()
    indice()
    assert time.process_time() - antes < 0.1


def test_the_header_of_every_page_has_the_form(client):
    for ruta in ("/", "/guia/", "/privacidad/", "/cuenta/entrar/", "/no-existe/"):
        cabecera = client.get(ruta).content.decode().split("<main")[0]
        assert re.search(r'<form action="/buscar/"[^>]*role="search"', cabecera), ruta
        assert 'name="q"' in cabecera


def test_a_shared_address_shows_the_same(client):
    assert 'value="nariño &amp; café"' in client.get(f"/buscar/?q={quote('nariño & café')}").content.decode()
