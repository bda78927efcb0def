"""What a reader of the paper sees first: whole words, whole names, places without a gap, nothing left blank."""

import re
import shutil

import pytest

from agenda.documento import componer
from agenda.impresion import entorno
from agenda.impresion.textos import recortar
from tests.documento.fabricas import hacer_agenda
from tests.documento.test_paginas import dibujar, html_de, texto


@pytest.mark.parametrize(
    ("entero", "ancho", "lineas"),
    [
        ("Renovar el hermanamiento con un plan de trabajo de tres años y responsables", 90, 2),
        ("Lo que falta está señalado como «por gestionar», con el socio, ciudad, región", 118, 2),
        ("Uno. Dos; tres: cuatro, cinco, seis, siete, ocho", 60, 1),
    ],
)
def test_what_does_not_fit_ends_in_a_whole_word(entero, ancho, lineas):
    dicho = recortar(entero, ancho, 9, lineas)
    assert dicho.endswith("…")
    assert entero.startswith(dicho[:-1])
    assert not re.match(r"\w", entero[len(dicho) - 1]), "the cut fell inside a word"
    assert dicho[-2] not in " .,;:"


def test_a_word_longer_than_its_line_is_cut_all_the_same():
    assert re.fullmatch(r"W+…", recortar("W" * 300, 90, 9, 1))


@pytest.mark.parametrize(
    ("pais", "ciudad", "lugar"),
    [
        ({"slug": "", "texto": ""}, "San Salvador", "San Salvador"),
        ({"slug": "", "texto": ""}, "", "–"),
        ({"slug": "ES", "texto": "España"}, "", "España"),
        ({"slug": "ES", "texto": "España"}, "Bilbao", "España, Bilbao"),
    ],
)
def test_the_place_of_a_partner_is_what_is_known_of_it(pais, ciudad, lugar):
    socio = {
        "pais": pais, "ciudad": ciudad, "nombre": "X", "roles": [], "etapa": {"texto": "identificada"},
        "verificada": True, "acciones": [],
    }  # fmt: skip
    assert entorno.socios({"socios": [socio]})[0]["lugar"] == lugar


@pytest.mark.django_db
@pytest.mark.datos("nada")
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is missing")
def test_names_are_whole_a_year_outside_the_term_is_explained_and_an_empty_agenda_says_so():
    contenido = componer(hacer_agenda(3))
    accion = contenido["ejes"][0]["objetivos"][0]["acciones"][0]
    accion["nombre"] = "Renovar el hermanamiento con Pamplona-Iruña con un plan de trabajo de tres años"
    html = html_de(contenido)
    assert html.count(f">{accion['numero']} {accion['nombre']}</th>") == 3, "summary, schedule and budget"
    dicho = "Casillas oscuras: fuera del período."
    assert dicho not in html
    accion["fin"] = f"{contenido['periodo']['anios'][-1] + 1}-03-31"
    assert dicho in html_de(contenido)
    contenido["ejes"] = []
    for campo in ("resumen", "ofrecemos", "buscamos"):
        contenido["textos"][campo] = ""
    for edicion in ("completa", "minima", "resumen"):
        assert "Esta agenda todavía no tiene resumen, ejes ni acciones." in html_de(contenido, edicion=edicion)
    ingles = texto(dibujar(contenido, edicion="resumen", idioma="en")[1])
    assert "This agenda has no summary, axes or actions yet." in ingles
