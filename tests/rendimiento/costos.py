"""What every page costs, in a process that has nothing of the test runner: ``python -m tests.rendimiento``.

Inside the runner, whose imports scatter what a page touches over the memory, the same calls of the same page cost a
quarter more, and the map of the site twice: 16 ms beside 32.

What is compared is the ratio to a fixed piece of work done just before and just after (``referencia``), and the least
of several tries counts: a busy machine slows both sides, and a page that costs too much costs it every time.
"""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable
from contextlib import contextmanager

from django.db import connection, transaction
from django.template import Template
from django.test import Client
from django.test.utils import _TestState, setup_test_environment

from tests.rendimiento.referencia import TARDA, trabajar

TOPE = 50.0  # ms of CPU on the machine of reference
INTENTOS = 15
CHICA, GRANDE = "como la demostración", "diez veces más"


def cuesta(pedir: Callable[[], object]) -> float:
    """Give what a request costs in ms of the machine of reference: the least it took beside the least the work took.

    A slow moment of the machine may fall on either; the least of several falls on none. Stops when it is within budget:
    at once when it is far within it, since whatever else the machine does only adds.
    """
    paginas_ms, trabajos_ms = [], [trabajar()]
    for _intento in range(INTENTOS):
        inicio = time.process_time()
        pedir()
        paginas_ms.append((time.process_time() - inicio) * 1000)
        trabajos_ms.append(trabajar())
        menor = min(paginas_ms) / min(trabajos_ms) * TARDA
        if menor <= TOPE / 2 or (len(paginas_ms) > 1 and menor <= TOPE):
            break
    return menor


def recorrer(valores: dict[str, object]) -> dict[str, float]:
    """Visit every page once to fill what is kept in memory, then measure it: mostly one visit more is enough."""
    from cuentas.models import Usuario
    from tests.rendimiento import paginas

    clientes: dict[str, Client] = {}
    costos = {}
    for nombre, (ruta, correo) in paginas.LISTA.items():
        if correo not in clientes:
            clientes[correo] = Client(HTTP_ACCEPT_ENCODING="gzip")
            if correo:
                clientes[correo].force_login(Usuario.objects.get(email=correo))
        direccion, cliente = ruta.format(**valores), clientes[correo]
        cliente.get(direccion)
        costos[nombre] = cuesta(lambda cliente=cliente, direccion=direccion: cliente.get(direccion).getvalue())
    return costos


@contextmanager
def sin_instrumentos():
    """Draw templates as the portal does, and leave what the tests hold in memory out of the collector's rounds.

    Django's test runner makes each template tell that it was drawn.
    """
    instrumentada = Template._render
    Template._render = _TestState.saved_data.template_render
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        Template._render = instrumentada


def medir() -> dict[str, dict[str, float]]:
    """Give what every page costs before and after the portal grew; nothing of it stays."""
    from tests.rendimiento import crecer, paginas

    with transaction.atomic(), sin_instrumentos():
        valores = paginas.filas()
        paginas.poner_en_revision()
        trabajar()
        chica = recorrer(valores)
        crecer.crecer()
        gc.collect()
        gc.freeze()  # what growing left in memory is of the measure too
        grande = recorrer(valores)
        transaction.set_rollback(True)
    return {CHICA: chica, GRANDE: grande}


def main() -> None:
    """Measure on a clone of the demonstration and print it as JSON in the last line."""
    from tests import bases

    setup_test_environment()
    clon = bases.clonar("demostracion")
    connection.close()
    connection.settings_dict["NAME"] = clon
    try:
        print(json.dumps(medir()))
    finally:
        connection.close()
        bases.borrar(clon)
