"""Definitions in place: each term once per page, escaped, and no acronym of ours without its words."""

import re

import pytest
from django.template import Context, RequestContext, Template
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from guia.terminos import Buscador, Definicion, plural

HERMANAMIENTO = Definicion("hermanamiento", "Hermanamiento", "", "Vínculo entre dos gobiernos locales.")
RED = Definicion("red-internacional", "Red internacional", "", "Grupo de gobiernos locales.")
ODS = Definicion("ods", "Objetivos de Desarrollo Sostenible", "ODS", "Diecisiete objetivos.")
INTEGRACION = Definicion("integracion", "Integración", "", "Una modalidad.")
BUSCADOR = Buscador([HERMANAMIENTO, RED, ODS, INTEGRACION])


def marcados(texto, dichos=None):
    """Give the words that would carry a definition."""
    hallados = BUSCADOR.trozos(texto, set() if dichos is None else dichos)
    return [trozo.texto for trozo in hallados if trozo.definicion]


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        ("Un hermanamiento es largo.", ["hermanamiento"]),
        ("Los hermanamientos y las redes internacionales.", ["hermanamientos", "redes internacionales"]),
        ("HERMANAMIENTO", ["HERMANAMIENTO"]),
        ("los ODS de 2030", ["ODS"]),
        ("los ods de 2030", []),
        ("hermanamientoso y prehermanamiento", []),
        ("la integración de la mesa", []),
        ("el ODS y los Objetivos de Desarrollo Sostenible", ["ODS"]),
        ("", []),
    ],
)
def test_terms_are_found_by_name_plural_and_acronym(texto, esperado):
    assert marcados(texto) == esperado


def test_a_term_is_explained_once_per_page():
    dichos = set()
    assert marcados("Un hermanamiento", dichos) == ["hermanamiento"]
    assert marcados("Otro hermanamiento con una red internacional", dichos) == ["red internacional"]
    assert dichos == {"hermanamiento", "red-internacional"}


@given(st.text())
def test_no_letter_is_lost(texto):
    assert "".join(trozo.texto for trozo in BUSCADOR.trozos(texto, set())) == texto


def test_a_glossary_without_terms_gives_the_text_back():
    assert [trozo.texto for trozo in Buscador([]).trozos("los ODS", set())] == ["los ODS"]


@pytest.mark.parametrize(
    ("singular", "plurales"),
    [("acuerdo", "acuerdos"), ("cooperación", "cooperaciones"), ("red", "redes"), ("base", "bases"), ("de", "de")],
)
def test_plurals(singular, plurales):
    assert plural(singular) == plurales


@pytest.mark.datos("referencia")
@pytest.mark.django_db
class TestEnPlantillas:
    """The tags, on the glossary that is loaded."""

    def dibujar(self, plantilla, **contexto):
        """Draw a template for one request."""
        texto = "{% load glosario %}" + plantilla
        return Template(texto).render(RequestContext(RequestFactory().get("/"), contexto))

    def test_the_definition_opens_without_a_script_and_is_tied_to_its_button(self):
        html = self.dibujar("{% con_terminos texto %}", texto="Un hermanamiento formal")
        destino = re.search(r'<button type="button" class="termino" popovertarget="([^"]+)">hermanamiento<', html)
        assert f'popover id="{destino[1]}"' in html
        assert "Vínculo formal y duradero" in html

    def test_what_people_write_stays_text(self):
        html = self.dibujar("{% con_terminos texto %}", texto="<b>hermanamiento</b> & <script>")
        assert "<script>" not in html
        assert "&lt;b&gt;" in html
        assert "&amp;" in html

    def test_the_second_mention_is_only_text_even_through_an_include(self):
        html = self.dibujar(
            "{% con_terminos texto %}{% include incluida with texto=texto only %}",
            texto="El hermanamiento",
            incluida=Template("{% load glosario %}{% con_terminos texto %}"),
        )
        assert html.count('class="termino"') == 1
        assert html.endswith("El hermanamiento")

    def test_without_a_request_it_still_draws(self):
        html = Template("{% load glosario %}{% termino 'ods' %} y {% termino 'ods' %}").render(Context({}))
        assert html.count('class="termino"') == 1

    def test_an_unknown_term_is_its_own_name(self):
        assert self.dibujar("{% termino 'no-existe' 'Tal cosa' %}") == "Tal cosa"

    def test_the_guide_explains_its_words_in_place(self, client):
        html = client.get("/guia/modalidades/").content.decode()
        assert html.count('class="termino"') > 3
        ids = re.findall(r'popover id="([^"]+)"', html)
        assert len(ids) == len(set(ids))
