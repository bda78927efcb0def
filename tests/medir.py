"""``make bench``: what things cost beside each other, in one run on one machine. Ratios travel; milliseconds do not.

Each row is the median of many runs, taken in turns so that a slow moment falls on both sides.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable

VUELTAS = 15


def comparar(titulo: str, pares: dict[str, Callable[[], object]]) -> None:
    """Print the median of each, and its ratio to the first."""
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
    print(f"\n{titulo}")
    for nombre, mediana in medianas.items():
        print(f"  {nombre:48} {mediana * 1000:8.1f} ms   ×{mediana / base:.2f}")


def main() -> None:
    """Measure pages of the demonstration against the cheapest answer there is."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.ajustes"
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import setup_test_environment

    from cuentas.models import Usuario
    from fcm_portal import base_de_datos
    from tests import bases

    setup_test_environment()
    clon = bases.clonar("demostracion")
    connection.settings_dict["NAME"] = clon
    try:

        def pagina(ruta: str, correo: str = "") -> Callable[[], object]:
            cliente = Client()
            if correo:
                cliente.force_login(Usuario.objects.get(email=correo))

            def pedir():
                respuesta = cliente.get(ruta)
                assert respuesta.status_code == 200, (ruta, respuesta.status_code)

            return pedir

        comparar(
            "Pages, beside /salud/ (the cheapest answer with the database)",
            {
                "/salud/": pagina("/salud/"),
                "portada": pagina("/"),
                "guía": pagina("/guia/"),
                "redes": pagina("/redes/"),
                "agendas": pagina("/agendas/"),
                "agenda pública": pagina("/agendas/54518/2024-2027/"),
                "panel": pagina("/panel/66001/", "enlace@pereira.demo"),
                "agenda (editor)": pagina("/panel/66001/agenda/2024-2027/", "enlace@pereira.demo"),
                "revisión": pagina("/revision/", "asesora@fcm.demo"),
                "tablero, 1.122 territorios": pagina("/tablero/", "coordinacion@fcm.demo"),
            },
        )
    finally:
        connection.close()
        bases.borrar(clon)
        base_de_datos.apagar(settings.VAR / settings.MODO.carpeta_postgres)


if __name__ == "__main__":
    main()
