"""What drawing each page costs, beside the cheapest answer there is.

Each row is the median of many runs, taken in turns so that a slow moment falls on both sides.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from tests.medidas.renglon import renglon, titulo

VUELTAS = 15
PAGINAS = {
    "/salud/": ("/salud/", ""),
    "portada": ("/", ""),
    "guía": ("/guia/", ""),
    "redes": ("/redes/", ""),
    "agendas": ("/agendas/", ""),
    "agenda pública": ("/agendas/54518/2024-2027/", ""),
    "panel": ("/panel/66001/", "enlace@pereira.demo"),
    "agenda (editor)": ("/panel/66001/agenda/2024-2027/", "enlace@pereira.demo"),
    "revisión": ("/revision/", "asesora@fcm.demo"),
    "tablero, 1.122 territorios": ("/tablero/", "coordinacion@fcm.demo"),
}


def comparar(que: str, pares: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Print the median of each and its ratio to the first; give the medians in seconds."""
    tiempos: dict[str, list[float]] = {nombre: [] for nombre in pares}
    for funcion in pares.values():
        funcion()
    for _vuelta in range(VUELTAS):
        for nombre, funcion in pares.items():
            inicio = time.perf_counter()
            funcion()
            tiempos[nombre].append(time.perf_counter() - inicio)
    medianas = {nombre: statistics.median(lista) for nombre, lista in tiempos.items()}
    base = next(iter(medianas.values()))
    titulo(que, next(iter(medianas)), "this page")
    for nombre, mediana in medianas.items():
        renglon(nombre, base * 1000, mediana * 1000)
    return medianas


def pedido(ruta: str, correo: str = "") -> Callable[[], object]:
    """Give a function that asks for a page as somebody."""
    from django.test import Client

    from cuentas.models import Usuario

    cliente = Client()
    if correo:
        cliente.force_login(Usuario.objects.get(email=correo))

    def pedir():
        respuesta = cliente.get(ruta)
        assert respuesta.status_code == 200, (ruta, respuesta.status_code)

    return pedir


def medir() -> bool:
    """Measure the pages of the demonstration on a clone. No limit here: always ``True``."""
    from django.db import connection
    from django.test.utils import setup_test_environment, teardown_test_environment

    from tests import bases

    setup_test_environment()
    clon = bases.clonar("demostracion")
    connection.settings_dict["NAME"] = clon
    try:
        pedidos = {nombre: pedido(ruta, correo) for nombre, (ruta, correo) in PAGINAS.items()}
        comparar(
            f"Time to answer each page, beside the cheapest answer with the database (median of {VUELTAS})", pedidos
        )
    finally:
        connection.close()
        bases.borrar(clon)
        teardown_test_environment()
    return True
