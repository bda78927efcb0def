"""Public pages of the guide."""

import pytest
from django.urls import reverse

from guia.catalogo import al_dia, catalogo
from guia.indice import CON_DIRECTORIO, PARTES, partes
from redes.models import Entrada

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]


def test_the_index_shows_the_thirty_blocks_and_the_seven_steps(client, tope_consultas):
    al_dia()
    with tope_consultas(2):
        pagina = client.get(reverse("guia")).content.decode()
    for slug in catalogo().bloques:
        assert reverse("guia_bloque", args=[slug]) in pagina
    for verbo in ("Construya", "Tome", "Coordine", "Piense", "Pida", "Articule", "Institucionalice"):
        assert verbo in pagina


def test_every_block_is_in_one_part():
    nombrados = [slug for _titulo, slugs in PARTES for slug in slugs]
    assert sorted(nombrados) == sorted(catalogo().bloques)
    assert sum(len(bloques) for _titulo, bloques in partes(catalogo())) == 30


def test_every_block_opens_with_an_anchor_per_item(client, tope_consultas):
    for slug, bloque in al_dia().bloques.items():
        with tope_consultas(2):
            pagina = client.get(reverse("guia_bloque", args=[slug]))
        assert pagina.status_code == 200
        for ficha in bloque.fichas:
            assert f'id="{ficha.slug}"' in pagina.content.decode()


def test_unverified_notes_say_so(client):
    pagina = client.get(reverse("guia_bloque", args=["marco-nacional"])).content.decode()
    assert "sin verificar" in pagina
    assert "Título IX trata de las elecciones" in pagina


def test_modalities_show_ladder_instruments_and_where_they_come_from(client):
    pagina = client.get(reverse("guia_bloque", args=["modalidades"])).content.decode()
    assert "Consolidada" in pagina
    assert "Aporte de esta edición" in pagina
    assert "¿Qué ventajas tiene su territorio" in pagina


def test_unknown_block_is_404(client):
    assert client.get(reverse("guia_bloque", args=["no-existe"])).status_code == 404


def test_blocks_that_link_to_the_directory_have_their_entries():
    for slug in CON_DIRECTORIO:
        slugs = {ficha.slug for ficha in catalogo().bloque(slug).fichas}
        assert slugs == set(Entrada.objects.filter(pk__in=slugs).values_list("pk", flat=True))


def test_glossary_searches_without_accents(client):
    todo = client.get(reverse("glosario")).content.decode()
    assert "53 términos" in todo
    assert "sin verificar" in todo
    assert "Agenda Estratégica" in client.get(reverse("glosario"), {"q": "AGENDA ESTRATEGICA"}).content.decode()
    assert "No hay términos" in client.get(reverse("glosario"), {"q": "xyzzy"}).content.decode()


def test_guide_pages_refuse_post(client):
    assert client.post(reverse("guia")).status_code == 405
