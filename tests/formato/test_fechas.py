"""Dates in Spanish, in Bogotá."""

import datetime as dt

import pytest

from formato.fechas import fecha_corta, fecha_hora, fecha_larga, hora
from formato.texto import sin_acentos

TARDE_EN_LONDRES = dt.datetime(2026, 11, 23, 3, 7, tzinfo=dt.UTC)


def test_months_are_in_lower_case():
    assert fecha_larga(dt.date(2026, 11, 22)) == "22 de noviembre de 2026"
    assert fecha_corta(dt.date(2026, 9, 1)) == "1 sep 2026"


def test_moments_are_shown_in_bogota():
    assert fecha_hora(TARDE_EN_LONDRES) == "22 de noviembre de 2026, 22:07"
    assert fecha_larga(TARDE_EN_LONDRES) == "22 de noviembre de 2026"
    assert hora(dt.time(9, 5)) == "9:05"


@pytest.mark.parametrize("funcion", [fecha_larga, fecha_corta, fecha_hora, hora])
def test_nothing_is_written_for_none(funcion):
    assert funcion(None) == ""


@pytest.mark.parametrize(
    ("texto", "clave"),
    [
        ("Nariño", "narino"),
        ("  BOGOTÁ,  D.C. ", "bogota, d.c."),
        ("Güepsa", "guepsa"),
        ("São Paulo", "sao paulo"),
        ("ﬁn", "fin"),
    ],
)
def test_search_key_has_no_accents(texto, clave):
    assert sin_acentos(texto) == clave
