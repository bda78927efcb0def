"""The published scoring rule: examples computed by hand, and what must hold for any answers."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostico.cuestionario import Alcance
from diagnostico.puntaje import Contestada, calcular, entero, puntuar

VALORES = {
    "si": Fraction(1),
    "en_proceso": Fraction(1, 2),
    "no": Fraction(0),
    "no_sabe": Fraction(0),
    "no_aplica": None,
}
SEXTA = Alcance(categoria="6")
RESPUESTAS = ["", "si", "en_proceso", "no", "no_sabe", "no_aplica"]


def con(**respuestas) -> dict[str, Contestada]:
    return {clave.replace("_", "-"): Contestada(valor) for clave, valor in respuestas.items()}


def todas(contenido, valor: str) -> dict[str, Contestada]:
    return {clave: Contestada(valor) for clave in contenido.preguntas}


def test_a_step_is_the_weighted_share():
    # (3×1 + 2×½ + 3×0) / 8 = 4/8
    assert puntuar([(3, "si"), (2, "en_proceso"), (3, "no")], VALORES) == 50


def test_half_goes_up():
    assert [entero(Fraction(135, 2)), entero(Fraction(139, 10)), entero(Fraction(1, 2))] == [68, 14, 1]


def test_short_route_asks_twenty_and_full_route_thirty_five(contenido):
    assert len(contenido.aplicables(SEXTA, "corta")) == 20
    assert len(contenido.aplicables(SEXTA, "completa")) == 35


def test_big_town_is_not_asked_what_is_for_small_ones(contenido):
    assert len(contenido.aplicables(Alcance(categoria="1"), "completa")) == 34


def test_association_is_not_asked_what_is_for_municipalities(contenido):
    claves = {p.clave for p in contenido.aplicables(Alcance(es_asociacion=True), "completa")}
    assert not claves & {"p7-2", "p4-5"}
    assert len(claves) == 33


def test_first_step_by_hand(contenido):
    # Short route, step 1: p1-1 (3) sí, p1-2 (2) en proceso, p1-4 (3) no → 100 × (3 + 1) / 8 = 50.
    puntaje = calcular(contenido, SEXTA, "corta", con(p1_1="si", p1_2="en_proceso", p1_4="no"))
    assert puntaje.pasos[0].exacto == 50
    assert puntaje.total == 50  # the other steps have nothing that counts yet
    assert puntaje.nivel.slug == "rumbo-definido"
    assert puntaje.faltan == 17
    assert puntaje.provisional


def test_total_is_the_mean_of_unrounded_steps(contenido):
    # Step 1: p1-1 (3) sí, p1-4 (3) no, p1-2 «no aplica» → 50. Step 2, p2-1 only, sí → 100. Mean 75.
    puntaje = calcular(contenido, SEXTA, "corta", con(p1_1="si", p1_4="no", p1_2="no_aplica", p2_1="si"))
    assert puntaje.exacto == 75
    assert puntaje.pasos[0].no_aplican == 1


def test_all_yes_is_one_hundred_and_all_no_is_zero(contenido):
    assert calcular(contenido, SEXTA, "completa", todas(contenido, "si")).total == 100
    cero = calcular(contenido, SEXTA, "completa", todas(contenido, "no"))
    assert (cero.total, cero.nivel.slug, cero.provisional) == (0, "punto-de-partida", False)


def test_nothing_applies_has_no_score(contenido):
    puntaje = calcular(contenido, SEXTA, "corta", todas(contenido, "no_aplica"))
    assert puntaje.total is None
    assert puntaje.nivel is None
    assert not puntaje.provisional


def test_levels_change_at_the_shown_integer(contenido):
    # One step with 3 of weight sí and the rest chosen so that the mean is 19,5: shown 20, «Primeros pasos».
    from diagnostico.puntaje import nivel_de

    limites = {
        0: "punto-de-partida",
        19: "punto-de-partida",
        20: "primeros-pasos",
        39: "primeros-pasos",
        40: "rumbo-definido",
        59: "rumbo-definido",
        60: "en-marcha",
        79: "en-marcha",
        80: "de-cara-al-mundo",
        100: "de-cara-al-mundo",
    }
    assert {total: nivel_de(total, contenido.niveles).slug for total in limites} == limites


def test_backing_counts_evidence_of_yes_and_in_progress_only(contenido):
    respuestas = {
        "p1-1": Contestada("si", True),
        "p1-2": Contestada("en_proceso", False),
        "p1-4": Contestada("no", True),
        "p1-3": Contestada("si", True),  # not on the short route
    }
    respaldo = calcular(contenido, SEXTA, "corta", respuestas).respaldo
    assert (respaldo.con_evidencia, respaldo.de, respaldo.porcentaje) == (1, 2, 50)


def test_nothing_to_back_has_no_percentage(contenido):
    assert calcular(contenido, SEXTA, "corta", con(p1_1="no")).respaldo.porcentaje is None


def _respuestas(contenido):
    return st.fixed_dictionaries({clave: st.sampled_from(RESPUESTAS) for clave in contenido.preguntas})


rutas = st.sampled_from(["corta", "completa"])
alcances = st.sampled_from([SEXTA, Alcance(categoria="ESP"), Alcance(es_asociacion=True), Alcance()])
pocas = settings(max_examples=60, deadline=None)


@pocas
@given(st.data(), rutas, alcances)
def test_raising_an_answer_never_lowers_a_score(contenido, data, ruta, alcance):
    dadas = data.draw(_respuestas(contenido))
    clave = data.draw(st.sampled_from([p.clave for p in contenido.aplicables(alcance, ruta)]))
    bajo, alto = data.draw(
        st.sampled_from([("no", "en_proceso"), ("no_sabe", "si"), ("en_proceso", "si"), ("no", "no_sabe")])
    )
    antes = calcular(contenido, alcance, ruta, {k: Contestada(v) for k, v in (dadas | {clave: bajo}).items()})
    ahora = calcular(contenido, alcance, ruta, {k: Contestada(v) for k, v in (dadas | {clave: alto}).items()})
    assert ahora.exacto >= antes.exacto
    assert all(a.exacto >= b.exacto for a, b in zip(ahora.pasos, antes.pasos, strict=True) if b.exacto is not None)


@pocas
@given(st.data(), rutas)
def test_not_applicable_never_counts(contenido, data, ruta):
    dadas = data.draw(_respuestas(contenido))
    sin = {k: Contestada("" if v == "no_aplica" else v) for k, v in dadas.items()}
    con_no_aplica = {k: Contestada(v) for k, v in dadas.items()}
    assert calcular(contenido, SEXTA, ruta, con_no_aplica).exacto == calcular(contenido, SEXTA, ruta, sin).exacto


@pocas
@given(st.data(), rutas)
def test_order_does_not_matter(contenido, data, ruta):
    dadas = data.draw(_respuestas(contenido))
    barajadas = data.draw(st.permutations(list(dadas.items())))
    directo = calcular(contenido, SEXTA, ruta, {k: Contestada(v) for k, v in dadas.items()})
    assert calcular(contenido, SEXTA, ruta, {k: Contestada(v) for k, v in barajadas}) == directo


@pocas
@given(st.data(), rutas, alcances)
def test_total_is_between_zero_and_one_hundred(contenido, data, ruta, alcance):
    puntaje = calcular(
        contenido, alcance, ruta, {k: Contestada(v) for k, v in data.draw(_respuestas(contenido)).items()}
    )
    assert puntaje.total is None or 0 <= puntaje.total <= 100
    assert (puntaje.nivel is None) == (puntaje.total is None)
