"""The public directory."""

import re

import pytest
from django.urls import reverse

from guia.catalogo import catalogo
from redes.models import Entrada

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]


def slugs(respuesta):
    """Give the slugs of the entries on a page."""
    return [entrada.slug for entrada in respuesta.context["pagina"]]


def test_the_list_shows_25_a_page_in_few_queries(client, tope_consultas):
    catalogo()
    with tope_consultas(4):
        respuesta = client.get(reverse("redes"))
    assert len(slugs(respuesta)) == 25
    assert "173 entradas" in respuesta.content.decode()
    assert len(slugs(client.get(reverse("redes"), {"pagina": 7}))) == 23


@pytest.mark.parametrize("buscado", ["cglu", "CIUDADES y gobiernos", "gobiernos ciudades unidos"])
def test_search_minds_neither_accents_nor_case_nor_order(client, buscado):
    assert "cglu" in slugs(client.get(reverse("redes"), {"q": buscado}))


def test_filters_narrow_the_list(client):
    respuesta = client.get(
        reverse("redes"), {"clase": "red", "tema": "educacion", "modalidad": "redes-internacionales"}
    )
    halladas = Entrada.objects.in_bulk(slugs(respuesta))
    assert halladas
    for entrada in halladas.values():
        assert entrada.clase == "red"
        assert "educacion" in entrada.temas
        assert "redes-internacionales" in entrada.modalidades
    assert "usaid" in slugs(client.get(reverse("redes"), {"estado": "inactiva"}))
    assert not Entrada.objects.filter(
        pk__in=slugs(client.get(reverse("redes"), {"verificado": "no"})), verificado=True
    ).exists()


def test_nonsense_in_the_address_is_ignored(client):
    respuesta = client.get(reverse("redes"), {"clase": "<script>", "pagina": "mil", "q": "%_'"})
    assert respuesta.status_code == 200
    assert "<script>alert" not in respuesta.content.decode()


def test_nothing_found_offers_the_way_back(client):
    assert "Nada coincide" in client.get(reverse("redes"), {"q": "zzzz"}).content.decode()


def test_every_entry_opens_in_two_queries(client, tope_consultas):
    catalogo()
    for slug in ("cglu", "usaid", "odm", "fcm"):
        with tope_consultas(3):
            assert client.get(reverse("red", args=[slug])).status_code == 200


def test_unverified_and_inactive_entries_say_so(client):
    sin_verificar = Entrada.objects.filter(verificado=False, estado="activa").first()
    assert "sin verificar" in client.get(reverse("red", args=[sin_verificar.slug])).content.decode()
    assert "Ya no funciona" in client.get(reverse("red", args=["usaid"])).content.decode()


def test_links_out_are_marked(client):
    pagina = client.get(reverse("red", args=["cglu"])).content.decode()
    enlace = re.search(r'<a [^>]*href="https://www\.uclg\.org"[^>]*>.*?</a>', pagina)[0]
    assert set(re.search(r'rel="([^"]*)"', enlace)[1].split()) == {"noopener", "external", "nofollow"}
    assert "uclg.org" in re.sub(r"<[^>]*>", "", enlace)
    assert "sale del portal" in enlace


def test_unknown_entry_is_404(client):
    assert client.get(reverse("red", args=["no-existe"])).status_code == 404
