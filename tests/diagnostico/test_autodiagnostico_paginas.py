"""The pages of the self-check, without JavaScript, without account, without session."""

import re

import pytest

from tests.diagnostico.expres_en_la_red import CUANTAS, NO, SI, VERSION, A, responder, resultado, texto

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]
VILLA_DEL_ROSARIO = "54874"  # on the border with Venezuela
PAMPLONA = "54518"


def test_from_the_first_page_to_the_result_leaves_no_cookie(client):
    inicio = client.get(A)
    assert f"Responda {CUANTAS} preguntas" in texto(inicio)
    direccion = re.search(r'class="boton boton--grande" href="([^"]+)"', inicio.content.decode()).group(1)
    pasos = 0
    while "/paso/" in direccion:
        assert not client.cookies
        direccion = responder(client, direccion, "si")
        pasos += 1
    assert pasos == 7
    assert direccion == resultado(SI)
    pagina = client.get(direccion)
    assert "100 de 100" in texto(pagina)
    assert "De cara al mundo" in texto(pagina)
    assert set(client.cookies) == {"csrftoken"}


def test_a_step_with_answers_missing_says_which_and_keeps_the_others(client):
    pagina = client.get(f"{A}paso/construya/", {"p1-1": "si", "seguir": "1"})
    assert pagina.status_code == 200
    html = pagina.content.decode()
    enlaces = re.findall(r'<a href="#(id_p1-[24][^"]*)">Pregunta [23]: Escoja una respuesta', html)
    assert len(enlaces) == 2
    assert all(f'id="{enlace}"' in html for enlace in enlaces)  # each leads to the first option of its question
    assert re.search(r'value="si"[^>]*checked|checked[^>]*value="si"', html)
    assert f"{VERSION}.s" in html  # so that going back, or a reload, keeps it


def test_an_answer_that_is_not_one_is_refused_with_a_sentence(client):
    pagina = client.get(f"{A}paso/piense/", {"p4-1": "quizás", "p4-2": "no", "seguir": "1"})
    assert "Escoja una de las cuatro respuestas" in texto(pagina)


def test_back_keeps_what_was_answered_though_something_is_missing(client):
    r = f"{VERSION}.sss{'-' * (CUANTAS - 3)}"
    respuesta = client.get(f"{A}paso/tome/", {"r": r, "p2-1": "no", "volver": "1"})
    assert respuesta["Location"] == f"{A}paso/construya/?r={VERSION}.sssn{'-' * (CUANTAS - 4)}"


def test_an_unfinished_result_leads_to_what_is_missing(client):
    assert client.get(resultado(f"{VERSION}.sss{'-' * (CUANTAS - 3)}"))["Location"].startswith(f"{A}paso/tome/?r=")
    assert client.get(f"{A}resultado/")["Location"] == f"{A}paso/construya/"


def test_the_first_page_goes_on_where_one_was(client):
    r = f"{VERSION}.sss{'-' * (CUANTAS - 3)}"
    html = client.get(A, {"r": r}).content.decode()
    assert f'href="{A}paso/tome/?r={r}"' in html
    assert "Seguir donde iba" in html


@pytest.mark.parametrize(
    "codigo",
    ["x", ".", f"{VERSION}.", f"{VERSION}.sss", f"{VERSION}.{'z' * CUANTAS}", f"2009-01-01.{'s' * CUANTAS}",
     f"{SI}s", "%00.s", "2026-11-22.s\u202e", "ñ.sss", "." * 500, "'; drop table--.sss"],
)  # fmt: skip
@pytest.mark.parametrize("donde", ["", "paso/construya/", "municipio/", "resultado/"])
def test_a_link_that_was_cut_or_made_up_gets_a_page_with_ways_out(client, donde, codigo):
    respuesta = client.get(f"{A}{donde}", {"r": codigo})
    assert respuesta.status_code == 404
    assert "Puede haberse cortado" in texto(respuesta)
    assert f'href="{A}"' in respuesta.content.decode()


def test_a_step_that_does_not_exist_is_not_found(client):
    assert client.get(f"{A}paso/octavo/").status_code == 404


def test_search_engines_keep_only_the_first_page(client):
    assert "X-Robots-Tag" not in client.get(A)
    for direccion in (f"{A}paso/construya/", f"{A}municipio/", resultado(SI), resultado("x")):
        assert client.get(direccion)["X-Robots-Tag"] == "noindex"


def test_the_result_has_exactly_three_things_and_each_table_row_its_score(client):
    for codigo in (SI, NO):
        html = client.get(resultado(codigo)).content.decode()
        assert html.count("Primer paso:") == 3
        assert len(re.findall(r'<th scope="row">\d\. ', html)) == 7
        assert "radar" in html


def test_homonyms_are_told_apart_by_their_department(client):
    pagina = client.get(f"{A}municipio/", {"r": SI, "q": "san francisco"})
    leido = texto(pagina)
    assert all(departamento in leido for departamento in ("Antioquia", "Cundinamarca", "Putumayo"))
    assert f'href="{A}resultado/?r={SI}&amp;t=05652"' in pagina.content.decode()


def test_a_mistyped_town_gets_suggestions(client):
    leido = texto(client.get(f"{A}municipio/", {"r": SI, "q": "pamplonna"}))
    assert "¿Quiso decir alguno de estos?" in leido
    assert "Pamplona" in leido


def test_with_its_town_the_result_speaks_of_category_and_border(client):
    html = client.get(resultado(NO, VILLA_DEL_ROSARIO))
    leido = texto(html)
    assert "Villa del Rosario, Norte de Santander" in leido
    assert "Limita con Venezuela" in leido
    assert "Plan conjunto con el municipio vecino del otro país" in leido
    assert f'href="/territorios/{VILLA_DEL_ROSARIO}/"' in html.content.decode()
    assert "Plan conjunto con el municipio vecino" not in texto(client.get(resultado(NO, PAMPLONA)))


@pytest.mark.parametrize("territorio", ["99999", "54", "x" * 300, "'"])
def test_a_town_that_does_not_exist_is_left_out(client, territorio):
    respuesta = client.get(resultado(NO, territorio))
    assert respuesta.status_code == 200
    assert "Diga de qué municipio es" in texto(respuesta)


def test_the_link_to_share_carries_the_result(client):
    html = client.get(resultado(SI, PAMPLONA)).content.decode()
    assert re.search(r'href="https?://[^"]*/autodiagnostico/resultado/\?r=' + re.escape(SI) + r'&amp;t=54518"', html)


@pytest.mark.datos("nada")
def test_before_the_questionnaire_is_loaded_it_says_so(client):
    assert "Todavía no se ha cargado" in texto(client.get(A))
    assert client.get(f"{A}paso/construya/")["Location"] == A
    assert client.get(resultado(SI)).status_code == 404


def test_the_result_asks_the_database_little(client, tope_consultas):
    client.get(resultado(NO, PAMPLONA))
    with tope_consultas(6):
        client.get(resultado(NO, PAMPLONA))
