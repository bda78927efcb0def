"""The search without a database: how a query is read, what comes first, typing errors, marks."""

import pytest

from fcm_portal.busqueda.orden import Hallable, buscar
from fcm_portal.busqueda.resalte import marcar, trozo
from formato.erratas import Vocabulario, corregir
from formato.palabras import leer

PAMPLONA = Hallable("t", "Pamplona", "/p/", lugar="municipio · Norte de Santander", codigo="54518")
PAMPLONITA = Hallable("t", "Pamplonita", "/pp/", lugar="municipio · Norte de Santander")
NARINO = Hallable("t", "Nariño", "/n/", lugar="municipio · Nariño")
CIUDADES = Hallable("r", "Ciudades y Gobiernos Locales Unidos (CGLU)", "/c/", otros=("CGLU", "UCLG"))
COMISION = Hallable("r", "Comisión de Cultura de CGLU", "/cc/")
AGUA = Hallable("r", "Alianza", "/a/", texto="Trabaja por el agua potable y las Naciones Unidas")
TODO = [PAMPLONITA, PAMPLONA, NARINO, COMISION, CIUDADES, AGUA]


def nombres(escrito: str) -> list[str]:
    """Give the titles found, as a person would read them."""
    return [cosa.titulo for filas in buscar(TODO, leer(escrito)).values() for cosa in filas]


@pytest.mark.parametrize(
    ("escrito", "esperado"),
    [
        ("pamplona", ["Pamplona"]),
        ("PAMPLO", ["Pamplonita", "Pamplona"]),
        ("narino", ["Nariño"]),
        ("nariño", ["Nariño"]),
        ("pamplona norte de santander", ["Pamplona"]),
        ("54518", ["Pamplona"]),
        ("uclg", ["Ciudades y Gobiernos Locales Unidos (CGLU)"]),
        ("cglu", ["Ciudades y Gobiernos Locales Unidos (CGLU)", "Comisión de Cultura de CGLU"]),
        ("el agua", ["Alianza"]),
        ("nación", ["Alianza"]),
        ("gua", []),
        ("", []),
        ("¿?%_'\"", []),
    ],
)
def test_what_is_found_and_in_which_order(escrito, esperado):
    assert nombres(escrito) == esperado


def test_one_letter_finds_only_names_that_begin_with_it():
    assert nombres("p") == ["Pamplonita", "Pamplona"]


def test_a_very_long_query_is_cut():
    consulta = leer("palabra " * 500)
    assert len(consulta.escrito) <= 100
    assert len(consulta.clave.split()) <= 8


@pytest.mark.parametrize(
    ("errata", "bien"),
    [("pamplna", "pamplona"), ("cgul", "cglu"), ("pamplona nort de santnder", "pamplona norte de santander")],
)
def test_a_mistyped_word_is_mended(errata, bien):
    assert corregir(leer(errata), Vocabulario(cosa.alrededor for cosa in TODO))[0] == bien


@pytest.mark.parametrize("escrito", ["pamplona", "xqzwk", "de la"])
def test_what_is_right_or_hopeless_is_left_alone(escrito):
    assert corregir(leer(escrito), Vocabulario(cosa.alrededor for cosa in TODO)) == []


def test_marks_ignore_accents_and_escape_everything_else():
    assert marcar("<b>Nariño</b> & narino", leer("narino")) == (
        "&lt;b&gt;<mark>Nariño</mark>&lt;/b&gt; &amp; <mark>narino</mark>"
    )


def test_the_piece_shown_holds_the_word_found():
    texto = "Nada. " * 100 + "Aquí está el <agua>. " + "Nada. " * 100
    visto = trozo(texto, leer("agua"))
    assert "&lt;<mark>agua</mark>&gt;" in visto
    assert visto.startswith("…")
    assert visto.endswith("…")
    assert len(visto) < 230
