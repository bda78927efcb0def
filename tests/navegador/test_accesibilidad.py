"""Every page in one visit: axe, focus, targets, 320 px, both schemes (see mirada.py); and the console stays empty."""

import re
import urllib.request

import pytest

from tests.navegador.conftest import llave
from tests.navegador.mirada import TELEFONO, mirar
from tests.navegador.paginas import PAGINAS

NO_ENCONTRADA = ("/no-existe/", "0" * 64, "?r=cortado")
CON_ERRORES = ("seguir=1", "huella=abc")  # what is wrong takes the focus on load
EN_VIGOR = "/v2/"  # the version in force has two addresses, and one title
NO_ES_DE_LA_PAGINA = "the server responded with a status of"  # said by Chromium of a page that is itself an error


def llegar(pagina, ruta):
    """Open an address, following the first link of each selector after an arrow; give the last answer."""
    inicio, *selectores = ruta.split(" → ")
    respuesta = pagina.goto(inicio)
    for selector in selectores:
        respuesta = pagina.goto(pagina.locator(selector).first.get_attribute("href"))
    return respuesta


@pytest.mark.parametrize(("ruta", "correo"), PAGINAS)
def test_page_is_accessible_fits_a_phone_and_keeps_the_console_empty(portal_lectura, abrir, consola, ruta, correo):
    pagina = abrir(portal_lectura, correo, tamano=TELEFONO, tactil=True, comun=True)
    quejas = consola(pagina)
    respuesta = llegar(pagina, ruta)
    assert respuesta.status == (404 if any(trozo in ruta for trozo in NO_ENCONTRADA) else 200)
    assert mirar(pagina, con_salto=not any(trozo in ruta for trozo in CON_ERRORES)) == []
    assert [queja for queja in quejas if NO_ES_DE_LA_PAGINA not in queja] == []


def test_no_two_pages_share_their_title(portal_lectura):
    titulos: dict[str, str] = {}
    for ruta, correo in PAGINAS:
        if " → " in ruta or any(trozo in ruta for trozo in (*NO_ENCONTRADA, EN_VIGOR)):
            continue
        pedido = urllib.request.Request(portal_lectura.url(ruta))
        if correo:
            pedido.add_header("Cookie", f"sessionid={llave(portal_lectura, correo)}")
        with urllib.request.urlopen(pedido, timeout=30) as respuesta:
            titulo = re.search(r"<title>(.*?)</title>", respuesta.read().decode(), re.S)[1].strip()
        direccion = ruta.split("?")[0]
        assert titulos.setdefault(titulo, direccion) == direccion, titulo
