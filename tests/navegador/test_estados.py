"""Every state of the pages is as accessible as the page itself, and the pages of error are too."""

import pytest

from tests import portal as portales
from tests.navegador.estados import DE_ERROR, ESTADOS, PREPARAR, comprobar, llevar
from tests.navegador.mirada import TELEFONO, mirar
from tests.navegador.test_accesibilidad import llegar

DIBUJAR = """
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory
from fcm_portal.percances.mantenimiento import de_la_casa
pedido = RequestFactory(SERVER_NAME="127.0.0.1").get("/error/")
pedido.user = AnonymousUser()
print(render_to_string({!r}, {{"minutos": 2, "volver": "/", **de_la_casa()}}, request=pedido))
"""


@pytest.fixture(scope="module")
def portal_estados(tmp_path_factory):
    """Start one portal where these states are made; each one keeps to its own rows."""
    propio = portales.encender("demostracion", tmp_path_factory.mktemp("estados"))
    propio.python(PREPARAR)
    yield propio
    portales.apagar(propio)


@pytest.mark.parametrize("estado", ESTADOS, ids=lambda estado: estado.nombre)
def test_state_is_accessible(portal_estados, abrir, estado):
    pagina = abrir(portal_estados, estado.correo, tamano=TELEFONO, tactil=True)
    llegar(pagina, estado.ruta)
    llevar(pagina, portal_estados, estado.pasos)
    comprobar(pagina, estado.muestra)
    assert mirar(pagina, con_salto=False) == []


@pytest.mark.parametrize("plantilla", DE_ERROR)
def test_page_of_error_is_accessible(portal_estados, abrir, plantilla):
    """Drawn for somebody without a session, and served by the browser itself."""
    pagina = abrir(portal_estados, tamano=TELEFONO, tactil=True)
    dibujada = portal_estados.python(DIBUJAR.format(plantilla))
    pagina.route("**/error/", lambda camino: camino.fulfill(body=dibujada, content_type="text/html; charset=utf-8"))
    pagina.goto("/error/")
    assert pagina.locator("main a").count() >= 2, "ways out"
    assert mirar(pagina) == []
