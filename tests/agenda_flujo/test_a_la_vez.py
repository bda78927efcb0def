"""Two people move one agenda at the same moment."""

from __future__ import annotations

import threading

import pytest
from django.db import connections

from agenda.flujo import MovimientoNegado, mover
from agenda.models import Agenda, Transicion

pytestmark = [pytest.mark.datos("nada"), pytest.mark.django_db(transaction=True)]


def a_la_vez(*tareas) -> list:
    """Run several moves at once; give what each returned or raised."""
    barrera, salidas = threading.Barrier(len(tareas)), []

    def correr(movimiento: str, persona) -> None:
        try:
            agenda = Agenda.objects.get()
            barrera.wait()
            salidas.append(mover(agenda, movimiento, persona))
        except MovimientoNegado as motivo:
            salidas.append(motivo)
        finally:
            connections.close_all()

    hilos = [threading.Thread(target=correr, args=tarea) for tarea in tareas]
    for hilo in hilos:
        hilo.start()
    for hilo in hilos:
        hilo.join()
    return salidas


def test_two_advisors_take_it_and_one_has_it(mundo, mover_a):
    mover_a("enviar")
    salidas = a_la_vez(("tomar", mundo.asesora), ("tomar", mundo.colega))
    assert sum(isinstance(salida, MovimientoNegado) for salida in salidas) == 1
    assert Transicion.objects.filter(movimiento="tomar").count() == 1


def test_town_withdraws_while_an_advisor_takes(mundo, mover_a):
    mover_a("enviar")
    a_la_vez(("tomar", mundo.asesora), ("retirar", mundo.responsable))
    agenda = Agenda.objects.get()
    assert agenda.estado in ("en_revision", "borrador")
    assert Transicion.objects.count() == 2


def test_double_click_on_send_makes_one_version(mundo, sin_faltantes):
    salidas = a_la_vez(("enviar", mundo.responsable), ("enviar", mundo.responsable))
    assert {type(salida) for salida in salidas} == {Transicion}
    assert Agenda.objects.get().versiones.count() == 1
