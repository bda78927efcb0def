"""Pesos and numbers: what people type, what they read."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formato.numeros import leer_decimal, leer_pesos, numero, pesos


@pytest.mark.parametrize(
    ("valor", "texto"),
    [
        (0, "$\u00a00"),
        (950, "$\u00a0950"),
        (1250000, "$\u00a01.250.000"),
        (9999999999999, "$\u00a09.999.999.999.999"),
        (-3000, "-$\u00a03.000"),
    ],
)
def test_pesos_have_points_and_no_decimals(valor, texto):
    assert pesos(valor) == texto


@pytest.mark.parametrize(
    ("valor", "texto"),
    [
        (Decimal("1250.5000"), "1.250,5"),
        (Decimal("0.25"), "0,25"),
        (Decimal("-3"), "-3"),
        (53399171, "53.399.171"),
        (Decimal("-0.00"), "0"),
        (4.1, "4,1"),
        (Decimal("1E+3"), "1.000"),
    ],
)
def test_numbers_have_comma_decimals(valor, texto):
    assert numero(valor) == texto


def test_decimals_can_be_fixed():
    assert numero(Decimal("3.456"), 1) == "3,5"
    assert numero(Decimal("-0.04"), 1) == "0,0"


@pytest.mark.parametrize("funcion", [pesos, numero])
def test_nothing_is_written_for_none(funcion):
    assert funcion(None) == ""


@pytest.mark.parametrize(
    "texto", ["1.250.000", "1250000", "1 250 000", "$ 1.250.000", " 1\u00a0250\u202f000 ", "$1250000 COP"]
)
def test_pesos_are_read_as_people_type_them(texto):
    assert leer_pesos(texto) == 1250000


@pytest.mark.parametrize(
    ("texto", "dice"),
    [
        ("1.25", "de tres en tres"),
        ("0.125", "de tres en tres"),
        ("1.25.000", "de tres en tres"),
        ("1250,50", "sin decimales"),
        ("1.250.000,00", "sin decimales"),
        ("-5", "sin signo menos"),
        ("mil", "Escriba un número"),
        ("", "Escriba un número"),
        ("٣٤", "Escriba un número"),
        ("1e6", "Escriba un número"),
        ("12345678901234", "13 cifras"),
    ],
)
def test_bad_pesos_are_refused_with_a_sentence(texto, dice):
    with pytest.raises(ValueError, match=dice):
        leer_pesos(texto)


@pytest.mark.parametrize(
    ("texto", "valor"),
    [
        ("1.250,5", "1250.5"),
        ("1250,5", "1250.5"),
        ("1 250,5", "1250.5"),
        ("1.250", "1250"),
        ("-3,75", "-3.75"),
        ("0,1", "0.1"),
    ],
)
def test_decimals_are_read_with_comma(texto, valor):
    assert leer_decimal(texto) == Decimal(valor)


@pytest.mark.parametrize(
    ("texto", "dice"),
    [
        ("1.25", "escriba 1,25"),
        ("0.5", "escriba 0,5"),
        ("1,250,000", "una sola coma"),
        ("1,", "una sola coma"),
        ("--3", "Escriba un número"),
    ],
)
def test_bad_decimals_are_refused_with_a_sentence(texto, dice):
    with pytest.raises(ValueError, match=dice):
        leer_decimal(texto)


@given(st.integers(min_value=0, max_value=9_999_999_999_999))
def test_written_pesos_read_back_the_same(valor):
    assert leer_pesos(pesos(valor)) == valor


@given(st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, places=4))
def test_written_numbers_read_back_the_same(valor):
    assert leer_decimal(numero(valor)) == valor


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_with_a_sentence(texto):
    for leer in (leer_pesos, leer_decimal):
        try:
            leido = leer(texto)
        except ValueError as error:
            leido = str(error)
        assert not isinstance(leido, str) or leido.endswith(".")
