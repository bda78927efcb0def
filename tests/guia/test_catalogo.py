"""The guide in memory."""

import pytest

from guia.catalogo import catalogo, olvidar
from guia.models import Ficha

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]


@pytest.fixture(autouse=True)
def sin_memoria():
    """Begin and end without a kept catalogue."""
    olvidar()
    yield
    olvidar()


def test_it_takes_five_queries_once(django_assert_num_queries):
    with django_assert_num_queries(5):
        catalogo()
        catalogo()


def test_vocabularies_come_in_the_order_of_the_guide():
    guia = catalogo()
    assert list(guia.modalidades) == [
        "marketing-territorial",
        "integracion",
        "cooperacion-descentralizada",
        "redes-internacionales",
    ]
    assert guia.gobernanza.slug == "programas-de-gobernanza"
    assert list(guia.modalidades_y_gobernanza) == [*guia.modalidades, "programas-de-gobernanza"]
    assert next(iter(guia.temas)) == "desarrollo-economico-local"
    assert [paso.datos["verbo"] for paso in guia.pasos.values()] == [
        "Construya", "Tome", "Coordine", "Piense", "Pida", "Articule", "Institucionalice",
    ]  # fmt: skip
    assert list(guia.condiciones) == ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"]
    assert [len(guia.instrumentos), len(guia.grupos_actores), len(guia.motivaciones)] == [43, 9, 5]
    assert [len(guia.resultados), len(guia.impactos), len(guia.consejos)] == [8, 7, 10]
    assert [len(guia.ods), len(guia.metas_ods), len(guia.indicadores)] == [17, 169, 38]


def test_names_and_choices():
    guia = catalogo()
    assert guia.nombre("temas", "educacion") == "Educación"
    assert guia.nombre("temas", "tema-que-ya-no-existe") == "tema-que-ya-no-existe"
    assert guia.nombres("modalidades", {"integracion", "marketing-territorial"}) == [
        "Marketing territorial",
        "Integración",
    ]
    assert guia.opciones("ods")[10] == (11, "ODS 11. Ciudades y comunidades sostenibles")
    assert guia.instrumentos["plan-marketing"].modalidad == "marketing-territorial"


def test_using_it_makes_no_query(django_assert_num_queries):
    guia = catalogo()
    with django_assert_num_queries(0):
        assert guia.bloque("consejos").fichas[0].bloque.slug == "consejos"
        assert guia.metas_ods["11.6"].ods.numero == 11


def test_an_empty_guide_is_not_kept():
    fichas = Ficha.objects.all()
    fichas.exclude(bloque=None).delete()
    fichas.delete()
    assert catalogo().temas == {}
    Ficha.objects.create(slug="temas", orden=1, nombre="Temas")
    assert list(catalogo().bloques) == ["temas"]
