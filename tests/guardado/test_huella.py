"""The version of a field."""

import datetime as dt
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from guardado.huella import huella


def test_it_is_sixteen_hexadecimal_digits():
    assert len(huella("hola")) == 16
    int(huella("hola"), 16)


def test_line_ends_and_outer_blanks_do_not_count():
    assert huella("  uno\r\ndos \n") == huella("uno\ndos")


def test_inner_blanks_count():
    assert huella("uno  dos") != huella("uno dos")


def test_none_and_empty_text_are_the_same_absence():
    assert huella(None) == huella("")


def test_decimals_compare_by_value():
    assert huella(Decimal("1.50")) == huella(Decimal("1.5"))
    assert huella(Decimal("0.00")) == huella(Decimal("0"))
    assert huella(Decimal("100")) == huella(Decimal("1E+2"))


def test_a_date_and_its_iso_text_agree():
    assert huella(dt.date(2026, 11, 22)) == huella("2026-11-22")


def test_false_is_not_absence():
    assert huella(False) != huella(None)


@given(st.lists(st.text(max_size=8)), st.randoms())
def test_the_order_of_a_set_does_not_count(textos, azar):
    otros = list(textos)
    azar.shuffle(otros)
    assert huella(textos) == huella(otros)


@given(st.text(), st.text())
def test_different_texts_differ(uno, otro):
    def limpio(texto):
        return texto.replace("\r\n", "\n").replace("\r", "\n").strip()

    assert (huella(uno) == huella(otro)) == (limpio(uno) == limpio(otro))
