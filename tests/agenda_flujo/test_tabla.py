"""The table of states and moves: complete, and as the design wrote it."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

from agenda.diagrama import diagrama
from agenda.estados import ESTADOS, Dueno, etiqueta
from agenda.flujo import MOVIMIENTOS, movimientos_para
from agenda.models import Agenda, Estado
from agenda.papeles import papeles

pytestmark = pytest.mark.datos("nada")

# state → person → moves that the person can make, with nothing missing and one version in force
PERMITIDOS = {
    "borrador": {"responsable": {"enviar"}},
    "devuelta": {"responsable": {"enviar"}},
    "enviada": {"responsable": {"retirar"}, "asesora": {"tomar"}, "colega": {"tomar"}, "coordinacion": {"tomar"}},
    "en_revision": {"asesora": {"soltar", "devolver", "aprobar"}, "coordinacion": {"soltar"}},
    "aprobada": {"responsable": {"actualizar"}, "enlace": {"actualizar"}},
}
PERSONAS = ["lectora", "enlace", "responsable", "extrana", "asesora", "colega", "lejana", "parte", "coordinacion"]


def test_every_state_has_an_owner_and_three_labels():
    assert set(ESTADOS) == set(Estado)
    for ficha in ESTADOS.values():
        assert ficha.dueno in set(Dueno)
        assert all((ficha.territorio, ficha.fcm, ficha.publico))


def test_town_and_advisor_read_different_words():
    assert etiqueta("enviada", "territorio") == "Enviada"
    assert etiqueta("enviada", "fcm") == "Por revisar"
    assert etiqueta("aprobada", "publico") == "Revisada por la FCM"


def test_the_public_cannot_tell_a_draft_from_a_returned_or_taken_agenda():
    assert etiqueta("devuelta", "publico") == etiqueta("en_revision", "publico") == etiqueta("enviada", "publico")


def test_every_move_says_who_and_from_where():
    esperados = {
        "enviar", "retirar", "tomar", "soltar", "devolver", "aprobar", "actualizar",
        "retirar_publicacion", "restituir_publicacion",
    }  # fmt: skip
    assert set(MOVIMIENTOS) == esperados
    for fila in MOVIMIENTOS.values():
        assert all((fila.quien, fila.desde, fila.etiqueta, fila.solo))


@pytest.mark.parametrize("persona", PERSONAS)
@pytest.mark.parametrize("estado", list(PERMITIDOS))
def test_who_may_do_what_in_each_state(mundo, sin_faltantes, estado, persona):
    Agenda.objects.update(estado=estado, revisa=mundo.asesora if estado == "en_revision" else None)
    mundo.agenda.refresh_from_db()
    opciones = movimientos_para(mundo.agenda, getattr(mundo, persona))
    assert {opcion.nombre for opcion in opciones if opcion.permitido} == PERMITIDOS[estado].get(persona, set())
    assert all(opcion.razon for opcion in opciones if not opcion.permitido)


def test_stranger_and_far_advisor_are_nothing_to_the_agenda(mundo):
    assert papeles(mundo.extrana, mundo.agenda) == set()
    assert papeles(mundo.lejana, mundo.agenda) == set()
    assert papeles(mundo.parte, mundo.agenda) == {"lectura"}


def test_command_prints_the_diagram_of_the_table():
    salida = StringIO()
    call_command("diagrama", stdout=salida)
    assert salida.getvalue() == diagrama()
    for flecha in (
        "borrador --> enviada: enviar",
        "devuelta --> enviada: enviar",
        "enviada --> devuelta: retirar",
        "enviada --> borrador: retirar",
        "en_revision --> aprobada: aprobar",
        "aprobada --> borrador: actualizar",
    ):
        assert flecha in diagrama()
