"""The canonical form and the comparison of two documents, also with invented ones."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.documento import acciones_de, componer
from agenda.versiones import canonico, comparar, sha256
from tests.documento.fabricas import NOCHE, hacer_agenda

JSONES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda hijos: st.lists(hijos, max_size=4) | st.dictionaries(st.text(), hijos, max_size=4),
    max_leaves=20,
)
CLAVES = st.lists(st.integers(0, 30), unique=True, max_size=12)


def agenda_de(claves: list[int], nombres: str = "a") -> dict:
    """Give the least document: one eje, one objetivo, some actions."""
    acciones = [{"clave": str(c), "numero": f"1.{i}", "nombre": f"{nombres}{c}"} for i, c in enumerate(claves, 1)]
    return {
        "ejes": [
            {
                "clave": "e",
                "numero": "1",
                "nombre": "E",
                "objetivos": [{"clave": "o", "nombre": "O", "acciones": acciones}],
            }
        ]
    }


@given(st.dictionaries(st.text(), JSONES, max_size=5))
def test_canonical_form_reads_back_and_ignores_the_order_of_keys(contenido):
    bytes_ = canonico(contenido)
    assert json.loads(bytes_) == contenido
    assert canonico(dict(reversed(list(contenido.items())))) == bytes_


@pytest.mark.parametrize("malo", [{"a": 1.0}, {"a": [{"b": 0.5}]}, {"a": float("nan")}, {1: "a"}])
def test_floats_and_odd_keys_are_refused(malo):
    with pytest.raises(TypeError):
        canonico(malo)


def test_digest_is_that_of_the_canonical_bytes():
    assert sha256({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    assert canonico({"ñ": "é", "a": [1, None]}) == '{"a":[1,null],"ñ":"é"}'.encode()


@given(CLAVES)
def test_nothing_changes_against_itself(claves):
    assert comparar(agenda_de(claves), agenda_de(claves)) == []


@given(CLAVES, CLAVES)
def test_new_and_removed_are_the_difference_of_keys(antes, ahora):
    cambios = comparar(agenda_de(antes), agenda_de(ahora))
    assert {c.clave for c in cambios if c.tipo == "nuevo"} == {str(c) for c in set(ahora) - set(antes)}
    assert {c.clave for c in cambios if c.tipo == "retirado"} == {str(c) for c in set(antes) - set(ahora)}


@given(CLAVES)
def test_removing_or_adding_moves_nobody(claves):
    assert not [c for c in comparar(agenda_de(claves), agenda_de(claves[1:])) if c.tipo == "movido"]
    assert not [c for c in comparar(agenda_de(claves), agenda_de([99, *claves])) if c.tipo == "movido"]


def test_moving_the_last_to_the_front_moves_only_it():
    movidos = [c for c in comparar(agenda_de([1, 2, 3, 4]), agenda_de([4, 1, 2, 3])) if c.tipo == "movido"]
    assert [c.clave for c in movidos] == ["4"]
    assert (movidos[0].campos[0].antes, movidos[0].campos[0].ahora) == ("1.4 · O", "1.1 · O")


@pytest.mark.django_db
@pytest.mark.datos("nada")
def test_changes_read_as_a_person_would_say_them():
    antes = componer(hacer_agenda(3), NOCHE)
    ahora = copy.deepcopy(antes)
    ahora["textos"]["alcance"] = "Otro alcance"
    accion = acciones_de(ahora)[0]
    accion["fin"] = "2026-11-22"
    accion["presupuesto"][0]["valor"] = 1_250_000
    accion["indicadores"][0]["metas"][0]["valor"] = "1250.5"
    accion["hitos"].pop()
    cambios = {(c.clase, c.tipo): c for c in comparar(antes, ahora)}
    assert set(cambios) == {
        ("seccion", "cambiado"),
        ("accion", "cambiado"),
        ("partida", "cambiado"),
        ("indicador", "cambiado"),
        ("hito", "retirado"),
    }
    assert cambios["seccion", "cambiado"].ancla == "seccion:alcance"
    assert cambios["accion", "cambiado"].campos[0].ahora == "22 de noviembre de 2026"
    assert cambios["partida", "cambiado"].ancla == f"accion:{accion['clave']}"
    assert cambios["partida", "cambiado"].campos[0].antes == "$\u00a012.000.000"
    assert cambios["partida", "cambiado"].campos[0].ahora == "$\u00a01.250.000"
    assert cambios["indicador", "cambiado"].campos[0].ahora == "2026: 1.250,5; 2027: 3,25; 2030: 5"
