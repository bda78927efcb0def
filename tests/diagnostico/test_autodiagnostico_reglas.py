"""The pure rules of the self-check: any answers give a score and three different things to do; no code breaks it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagnostico.autodiagnostico import expres, tres
from diagnostico.cuestionario import Alcance
from diagnostico.puntaje import Contestada
from diagnostico.puntaje import calcular as calcular_diagnostico

VALORES = ["si", "en_proceso", "no", "no_sabe"]
ALCANCES = [Alcance(), Alcance(categoria="6"), Alcance(categoria="ESP"), Alcance(es_asociacion=True)]


@pytest.fixture(scope="module")
def claves(contenido) -> list[str]:
    return [pregunta.clave for pregunta in expres.preguntas(contenido)]


def todas(claves, valor="no", **otras) -> dict[str, str]:
    """Every question with one answer, but some."""
    return {clave: otras.get(clave.replace("-", "_"), valor) for clave in claves}


def las_tres(contenido, acciones, respuestas, alcance=expres.EN_GENERAL):
    puntaje = expres.calcular(contenido, alcance, respuestas)
    return tres.tres_siguientes(contenido, alcance, puntaje, respuestas, acciones)


def test_it_asks_the_short_route_in_fifteen_minutes(contenido, guia):
    pasos = next(bloque for bloque in guia["bloques"] if bloque["slug"] == "pasos")["items"]
    cortas = [p["clave"] for paso in pasos for p in paso["preguntas"] if p["ruta_corta"]]
    assert [pregunta.clave for pregunta in expres.preguntas(contenido)] == cortas
    assert [tramo.paso.slug for tramo in expres.tramos(contenido)] == [paso["slug"] for paso in pasos]
    assert 10 <= expres.minutos(contenido) <= 15


@given(datos=st.data())
def test_any_answers_give_three_different_things_and_a_code_that_comes_back(datos, contenido, acciones, claves):
    respuestas = datos.draw(st.fixed_dictionaries({clave: st.sampled_from(VALORES) for clave in claves}))
    alcance = datos.draw(st.sampled_from(ALCANCES))
    assert expres.descifrar(contenido, expres.codificar(contenido, respuestas)) == respuestas
    cosas = las_tres(contenido, acciones, respuestas, alcance)
    assert len(cosas) == 3
    assert len({cosa.clave for cosa in cosas}) == len({cosa.titulo for cosa in cosas}) == 3
    assert all(cosa.primer_paso and cosa.porque and cosa.para and cosa.bloque and cosa.lugar for cosa in cosas)


@given(datos=st.data())
def test_the_score_is_that_of_the_diagnostic_on_its_short_route(datos, contenido, claves):
    respuestas = datos.draw(st.fixed_dictionaries({clave: st.sampled_from(VALORES) for clave in claves}))
    alcance = datos.draw(st.sampled_from(ALCANCES))
    dadas = {clave: Contestada(valor) for clave, valor in respuestas.items()}
    del_diagnostico = calcular_diagnostico(contenido, alcance, "corta", dadas)
    de_aqui = expres.calcular(contenido, alcance, respuestas)
    assert de_aqui.total == del_diagnostico.total
    assert [paso.exacto for paso in de_aqui.pasos] == [paso.exacto for paso in del_diagnostico.pasos]
    assert not de_aqui.provisional


@given(datos=st.data())
def test_answers_half_given_come_back_as_they_were(datos, contenido, claves):
    respuestas = datos.draw(st.dictionaries(st.sampled_from(claves), st.sampled_from(VALORES)))
    assert expres.descifrar(contenido, expres.codificar(contenido, respuestas)) == respuestas


@given(codigo=st.text(max_size=300) | st.from_regex(r"2026-11-22\.[spnx-]{0,40}", fullmatch=True))
def test_garbage_is_refused_and_nothing_else_happens(codigo, contenido, claves):
    try:
        respuestas = expres.descifrar(contenido, codigo)
    except expres.CodigoRoto:
        return
    assert codigo.startswith("2026-11-22.")
    assert len(codigo) == len("2026-11-22.") + len(claves)
    assert set(respuestas) <= set(claves)


def test_the_lowest_steps_speak_first_one_thing_each(contenido, acciones, claves):
    # all «sí» but: step 7 wholly «no» (0), step 2 one «no» of weight 3 among 8 (62), step 5 one «en proceso».
    respuestas = todas(claves, "si", p7_1="no", p7_2="no", p7_4="no", p2_2="no", p5_5="en_proceso")
    assert [cosa.clave for cosa in las_tres(contenido, acciones, respuestas)] == [
        "asignar-funcion",
        "mesa-internacionalizacion",
        "vigia-convocatorias",
    ]


def test_in_a_step_weight_decides_then_no_before_no_sabe(contenido, acciones, claves):
    # p1-2 weighs 2; p1-1 and p1-4 weigh 3.
    respuestas = todas(claves, "si", p1_1="no_sabe", p1_2="no", p1_4="no")
    assert [cosa.clave for cosa in las_tres(contenido, acciones, respuestas)] == [
        "custodia-empalme",
        "inventario-memoria",
        "recuperar-expedientes",
    ]


def test_all_no_follows_the_order_of_the_guide(contenido, acciones, claves):
    assert [cosa.ancla for cosa in las_tres(contenido, acciones, todas(claves))] == ["construya", "tome", "coordine"]


def test_all_yes_gets_what_comes_after(contenido, acciones, claves):
    cosas = las_tres(contenido, acciones, todas(claves, "si"))
    assert [cosa.bloque for cosa in cosas] == ["pasos", "modalidades", "agenda-estrategica"]
    assert expres.calcular(contenido, expres.EN_GENERAL, todas(claves, "si")).total == 100


def test_each_thing_leads_to_a_block_of_the_guide(contenido, acciones, claves, guia):
    bloques = {bloque["slug"]: bloque for bloque in guia["bloques"]}
    for valor in ("si", "no"):
        for cosa in las_tres(contenido, acciones, todas(claves, valor)):
            anclas = {item["slug"] for item in bloques[cosa.bloque]["items"]}
            assert cosa.ancla in anclas | {""}


def test_an_association_is_not_told_to_adopt_a_policy_of_a_municipality(contenido, acciones, claves):
    respuestas = todas(claves, "si", p7_2="no")
    de_municipio = las_tres(contenido, acciones, respuestas)
    de_asociacion = las_tres(contenido, acciones, respuestas, Alcance(es_asociacion=True))
    assert de_municipio[0].clave == "politica-publica-internacional"
    assert "politica-publica-internacional" not in {cosa.clave for cosa in de_asociacion}


def test_the_strong_points_are_the_heaviest_yes(contenido, claves):
    assert expres.fuertes(contenido, expres.EN_GENERAL, todas(claves, "no")) == []
    uno = expres.fuertes(contenido, expres.EN_GENERAL, todas(claves, "no", p1_2="si", p7_1="si"))
    assert uno[0].startswith("Un acto administrativo")
    assert len(uno) == 2
