"""Controls drawn by Python are those that Django's templates draw."""

from __future__ import annotations

import re

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe

from guardado.pintor import Pintor

OPCIONES = [("", "---"), ("a", "A & <b>"), ("Grupo «1»", [(1, "uno"), (2, mark_safe("dos&nbsp;2"))])]
RARO = {"class": 'x"y', "data-z": "<script>", "required": True, "hidden": False}


class Formulario(forms.Form):
    lista = forms.ChoiceField(choices=OPCIONES, widget=forms.Select(attrs=RARO))
    varias = forms.MultipleChoiceField(choices=OPCIONES, widget=forms.SelectMultiple)
    casillas = forms.MultipleChoiceField(choices=OPCIONES[:2], widget=forms.CheckboxSelectMultiple(attrs=RARO))
    botones = forms.ChoiceField(choices=OPCIONES, widget=forms.RadioSelect)
    texto = forms.CharField(widget=forms.TextInput(attrs=RARO))
    fecha = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    numero = forms.IntegerField()
    correo = forms.EmailField()
    enlace = forms.URLField(assume_scheme="https")
    si = forms.BooleanField()
    escondido = forms.CharField(widget=forms.HiddenInput)


DATOS = {
    "lista": "a", "varias": ["1", "2"], "casillas": ["a"], "botones": "2", "texto": '"><script>alert(1)</script>',
    "fecha": "2026-01-02", "numero": "12", "si": "on", "escondido": "{{ 7*7 }}",
}  # fmt: skip


def llano(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r">\s+", ">", re.sub(r"\s+<", "<", html)))


@pytest.mark.parametrize("datos", [None, DATOS])
@pytest.mark.parametrize("campo", list(Formulario.base_fields))
def test_same_markup_as_django(campo, datos):
    nuestro = Formulario(datos, renderer=Pintor())[campo]
    suyo = Formulario(datos, renderer=DjangoTemplates())[campo]
    assert llano(str(nuestro)) == llano(str(suyo))
    assert [llano(str(uno.tag())) for uno in nuestro.subwidgets] == [llano(str(uno.tag())) for uno in suyo.subwidgets]
