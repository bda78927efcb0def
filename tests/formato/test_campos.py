"""Form fields and filters of es-CO."""

import datetime as dt
from decimal import Decimal

from django import forms
from django.template import Context, Template

from formato.campos import CampoDecimal, CampoFecha, CampoPesos


class Formulario(forms.Form):
    """One field of each kind."""

    valor = CampoPesos(required=False)
    meta = CampoDecimal(max_digits=18, decimal_places=4, required=False)
    desde = CampoFecha(required=False)


def test_typed_values_are_read():
    formulario = Formulario({"valor": "$ 1.250.000", "meta": "1.250,5", "desde": "2026-11-22"})
    assert formulario.is_valid()
    assert formulario.cleaned_data == {"valor": 1250000, "meta": Decimal("1250.5"), "desde": dt.date(2026, 11, 22)}


def test_blank_fields_are_none():
    formulario = Formulario({"valor": " ", "meta": "", "desde": ""})
    assert formulario.is_valid()
    assert formulario.cleaned_data == {"valor": None, "meta": None, "desde": None}


def test_refusals_are_sentences():
    formulario = Formulario({"valor": "1.25", "meta": "1.25", "desde": "ayer"})
    assert not formulario.is_valid()
    assert formulario.errors["valor"] == ["El punto separa los miles de tres en tres: escriba 1.250.000 o 1250000."]
    assert formulario.errors["meta"] == ["Use la coma para los decimales: escriba 1,25. El punto separa los miles."]
    assert "desde" in formulario.errors


def test_stored_values_are_shown_in_es_co():
    formulario = Formulario(initial={"valor": 1250000, "meta": Decimal("1250.5000"), "desde": dt.date(2026, 11, 22)})
    assert 'value="1.250.000"' in str(formulario["valor"])
    assert 'value="1.250,5"' in str(formulario["meta"])
    assert 'type="date"' in str(formulario["desde"])
    assert 'value="2026-11-22"' in str(formulario["desde"])


def test_typed_text_is_shown_as_typed():
    formulario = Formulario({"valor": "1.25"})
    assert 'value="1.25"' in str(formulario["valor"])


def test_an_unchanged_value_is_not_a_change():
    formulario = Formulario(
        {"valor": "1.250.000", "meta": "1.250,5", "desde": "2026-11-22"},
        initial={"valor": 1250000, "meta": Decimal("1250.5000"), "desde": dt.date(2026, 11, 22)},
    )
    assert formulario.changed_data == []


def test_filters_are_loaded_everywhere():
    plantilla = Template("{{ p|pesos }} · {{ n|numero }} · {{ d|fecha_larga }}")
    contexto = Context({"p": 1250000, "n": Decimal("0.5"), "d": dt.date(2026, 1, 2)})
    assert plantilla.render(contexto) == "$\u00a01.250.000 · 0,5 · 2 de enero de 2026"
