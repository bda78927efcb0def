"""The English catalogues hold what a document says, all of it and nothing else, and are well formed."""

import re

import pytest
from babel.messages.pofile import read_po

from agenda.impresion.lectura import NIVELES
from guia.models import Ods
from tests.ingles.mensajes import (
    CATALOGOS,
    CONGELAN,
    de_la_guia,
    de_las_opciones,
    del_codigo,
    escritos,
    llave,
)

# What a result froze before version 2026-11-22 of this sentence: such a document is still drawn.
ANTES = {
    "Cada pregunta pesa de 1 a 3. El puntaje de un paso es 100 por la suma de valor por peso, entre la suma de los "
    "pesos de las preguntas que cuentan."
}
HUECO = re.compile(r"%\(\w+\)[sd]|%[sd]|%%")
MARCA = re.compile(r"</?\w+>")


def test_every_sentence_of_the_document_has_its_english():
    faltan = del_codigo() - {llave(mensaje) for mensaje in escritos()}
    assert faltan == set()


def test_every_frozen_choice_has_its_english():
    assert de_las_opciones() - {llave(mensaje) for mensaje in escritos()} == set()


@pytest.mark.django_db
@pytest.mark.datos("referencia")
def test_every_term_of_the_guide_has_its_english():
    assert de_la_guia() - {llave(mensaje) for mensaje in escritos()} == set()


@pytest.mark.django_db
@pytest.mark.datos("referencia")
def test_nothing_is_translated_that_nobody_says():
    dichos = del_codigo(*CONGELAN) | de_las_opciones() | de_la_guia() | ANTES
    assert {llave(mensaje) for mensaje in escritos()} - dichos == set()


@pytest.mark.django_db
@pytest.mark.datos("referencia")
def test_the_goals_are_called_as_in_the_reference_data():
    dichos = {llave(mensaje): mensaje.string for mensaje in escritos("guia.po")}
    assert {ods.nombre: dichos[ods.nombre] for ods in Ods.objects.all()} == {
        ods.nombre: ods.nombre_en for ods in Ods.objects.all()
    }


def test_no_translation_loses_or_invents_a_blank_or_a_mark():
    for mensaje in escritos():
        pares = zip(mensaje.id, mensaje.string, strict=True) if mensaje.pluralizable else [(mensaje.id, mensaje.string)]
        for original, dicho in pares:
            assert dicho.strip(), original
            assert sorted(HUECO.findall(original)) == sorted(HUECO.findall(dicho)), original
            assert MARCA.findall(original) == MARCA.findall(dicho), original
            assert (original[0] == " ", original[-1] == " ") == (dicho[0] == " ", dicho[-1] == " "), original


def test_nothing_is_doubtful_repeated_or_dead():
    vistos: dict[str, str] = {}
    for ruta in sorted(CATALOGOS.glob("*.po")):
        texto = ruta.read_text()
        assert "fuzzy" not in texto
        assert "#~" not in texto
        assert max(len(linea) for linea in texto.splitlines()) <= 120
        with open(ruta, "rb") as archivo:
            leidos = [llave(mensaje) for mensaje in read_po(archivo) if mensaje.id]
        assert len(leidos) == len(re.findall(r"^msgid ", texto, re.M)) - 1, "the same message twice in a file"
        for uno in leidos:
            assert vistos.setdefault(uno, ruta.name) == ruta.name, f"{uno} is in two files"


def test_english_reads_as_british_and_has_no_spanish_marks():
    dichos = [
        parte for mensaje in escritos() for parte in (mensaje.string if mensaje.pluralizable else [mensaje.string])
    ]
    for dicho in dichos:
        assert not re.search(r"[«»¿¡]", dicho), dicho
        assert not re.search(r"\b\w+(iz(e|ed|ing|ation)s?)\b", dicho), dicho
        assert not re.search(r"\b(center|labor|program)\b", dicho), dicho


def test_the_levels_that_a_town_did_not_change_have_a_name():
    from agenda.models import Agenda

    suyos = {Agenda._meta.get_field(f"nombre_{nivel}").default for nivel in ("eje", "objetivo", "accion")}
    assert set(NIVELES) == suyos
