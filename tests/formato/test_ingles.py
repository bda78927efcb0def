"""The English forms, and which of the two languages a value takes."""

import datetime as dt
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils.translation import override

from formato import ingles, segun_idioma

DIA = dt.date(2026, 11, 22)
PLANTILLA = (
    "{{ valor|pesos }} / {{ cifra|numero }} / {{ cifra|numero:1 }} / {{ dia|fecha_larga }} / {{ dia|fecha_corta }}"
    " / {{ hora|fecha_hora }} / {{ pais|pais }}"
)
DATOS = {
    "valor": 1250000,
    "cifra": Decimal("1234.5600"),
    "dia": DIA,
    "hora": dt.datetime(2026, 11, 22, 21, 5, tzinfo=dt.UTC),
    "pais": "DE",
}


@pytest.mark.parametrize(
    ("dado", "dicho"),
    [
        (ingles.pesos(1250000), "COP\xa01,250,000"),
        (ingles.pesos(-1250000), "-COP\xa01,250,000"),
        (ingles.pesos(0), "COP\xa00"),
        (ingles.pesos(None), ""),
        (ingles.miles(9876543210987), "9,876,543,210,987"),
        (ingles.numero(Decimal("1234567.8900")), "1,234,567.89"),
        (ingles.numero(Decimal("-0.5")), "-0.5"),
        (ingles.numero(Decimal("2"), 2), "2.00"),
        (ingles.numero(None), ""),
        (ingles.porcentaje(70), "70%"),
        (ingles.porcentaje(None), ""),
        (ingles.fecha_larga(DIA), "22 November 2026"),
        (ingles.fecha_larga(None), ""),
        (ingles.fecha_corta(dt.date(2026, 9, 4)), "4 Sep 2026"),
        (ingles.mes(dt.date(2027, 1, 31)), "January 2027"),
        (ingles.mes(None), ""),
        (ingles.pais("KR"), "South Korea"),
        (ingles.pais("QQ"), "QQ"),
        (ingles.pais(""), ""),
    ],
)
def test_english_forms(dado, dicho):
    assert dado == dicho


def test_every_month_has_its_english_name():
    dichos = [ingles.mes(dt.date(2026, mes, 1)) for mes in range(1, 13)]
    assert dichos == [dt.date(2026, mes, 1).strftime("%B 2026") for mes in range(1, 13)]


def test_a_filter_follows_the_language_that_is_drawn():
    plantilla = Template(PLANTILLA)
    espanol = (
        "$\xa01.250.000 / 1.234,56 / 1.234,6 / 22 de noviembre de 2026 / 22 nov 2026"
        " / 22 de noviembre de 2026, 16:05 / Alemania"
    )
    assert plantilla.render(Context(DATOS)) == espanol
    with override("en"):
        assert plantilla.render(Context(DATOS)) == (
            "COP\xa01,250,000 / 1,234.56 / 1,234.6 / 22 November 2026 / 22 Nov 2026 / 22 November 2026, 16:05 / Germany"
        )
    with override("es"):
        assert plantilla.render(Context(DATOS)) == espanol
    with override(None):  # as in a command of Django that takes no translation
        assert plantilla.render(Context(DATOS)) == espanol


def test_a_percentage_in_spanish_keeps_its_sign_on_the_line():
    assert segun_idioma.porcentaje(Decimal("70.5")) == "70,5\xa0%"
