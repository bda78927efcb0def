"""Controls drawn by Python are those that Django's templates draw."""

from __future__ import annotations

import re

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.template.loader import render_to_string
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
    enlace = forms.URLField()
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


class Suelto(forms.Form):
    """A form of its own, with what a field may have: hint, error, several boxes, one box."""

    marca_opcionales = True
    texto = forms.CharField(help_text="Diga <quién>", label="Quién & cuándo")
    casilla = forms.BooleanField(required=False, label="Sí")
    varias = forms.MultipleChoiceField(
        choices=[("a", "A & B"), ("c", "C")], widget=forms.CheckboxSelectMultiple, required=False
    )


@pytest.mark.parametrize("datos", [None, {"varias": ["a"]}], ids=["vacío", "con error"])
def test_the_foot_drawn_by_python_is_that_of_the_template(datos):
    for campo in Suelto(datos, renderer=Pintor()):
        dibujado = render_to_string("components/campo.html", {"campo": campo})
        assert llano(render_to_string("components/campo_pie.html", {"campo": campo})) in llano(dibujado)


def test_a_field_says_its_label_hint_error_and_whether_it_is_optional():
    texto, casilla, varias = Suelto({"varias": ["a"]}, renderer=Pintor())
    visto = llano(render_to_string("components/campo.html", {"campo": texto}))
    assert '<label class="campo__etiqueta" for="id_texto">Quién &amp; cuándo</label>' in visto
    assert '<p class="campo__ayuda" id="id_texto_helptext">Diga &lt;quién&gt;</p>' in visto
    assert 'aria-describedby="id_texto_helptext id_texto_error"' in visto
    assert 'class="campo campo--text campo--error" id="campo-texto"' in visto
    assert '<label class="opcion opcion--sola" for="id_casilla">' in llano(
        render_to_string("components/campo.html", {"campo": casilla})
    )
    visto = llano(render_to_string("components/campo.html", {"campo": varias, "titulo": "h2"}))
    assert '<legend class="campo__etiqueta"><h2 class="campo__titulo">Varias</h2>' in visto
    assert '<span class="campo__opcional">(opcional)</span>' in visto
    assert visto.count("checked") == 1
    assert 'for="id_varias_1"' in visto
