"""Long pages of the editor stay calm: what is decided by modality, what is sent by part, charts read in the dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from agenda.lectura import Bloque, ancla_del_bloque, con_algo

pytestmark = pytest.mark.django_db
RAIZ = Path(__file__).resolve().parents[2]


def test_suggestions_come_by_modality_and_a_decision_returns_to_its_own(pueblo, como, ir, sugerencia):
    cliente = como("enlace")
    texto = cliente.get(ir("agenda_sugerencias")).content.decode()
    assert re.search(r'<details class="plegable" id="grupo-redes-internacionales" open>', texto)
    assert "Quedan 1 de 1 por decidir" in texto
    respuesta = cliente.post(ir("agenda_sugerencia", "afiliarse-de-prueba"), {"decision": "rechazar"})
    assert respuesta.url == f"{ir('agenda_sugerencias')}?grupo=redes-internacionales"
    assert cliente.get(ir("agenda_sugerencias") + "?grupo=no-existe").status_code == 200


def test_empty_blocks_are_left_out_of_what_is_sent():
    lista = [
        Bloque("seccion:resumen", "Resumen", texto="Algo"),
        Bloque("seccion:vision", "Visión"),
        Bloque("eje:1", "Eje 1 Café"),
        Bloque("accion:1", "Acción 1.1", filas=[("Modalidad", "Integración")]),
    ]
    assert [bloque.titulo for bloque in con_algo(lista)] == ["Resumen", "Acción 1.1"]
    assert [bloque.clase for bloque in lista] == ["seccion", "seccion", "eje", "accion"]


def test_a_text_is_not_taken_for_its_english_summary():
    assert ancla_del_bloque("seccion:buscamos") == "seccion:buscamos"
    assert ancla_del_bloque("seccion:buscamos_en") == "seccion:ingles"
    assert ancla_del_bloque("seccion:preside") == "seccion:gobernanza"


def test_the_words_of_every_chart_take_the_colours_of_the_scheme():
    hoja = (RAIZ / "static/css/portal.css").read_text()
    for clase in ("grafica__texto", "grafica__texto-suave", "grafica__area", "mundo__destino", "cadena__resultado"):
        assert re.search(rf"\.{clase}\b[^{{}}]*{{[^}}]*var\(--", hoja), clase
