"""Every page: axe finds nothing at 375 and 1280 px, nothing overflows, and the console stays empty."""

import pytest

from tests.navegador.conftest import ESCRITORIO, TELEFONO
from tests.navegador.paginas import PAGINAS


def llegar(pagina, ruta):
    """Open an address, following the first link of each selector after an arrow; give the last answer."""
    inicio, *selectores = ruta.split(" → ")
    respuesta = pagina.goto(inicio)
    for selector in selectores:
        respuesta = pagina.goto(pagina.locator(selector).first.get_attribute("href"))
    return respuesta


@pytest.mark.parametrize(("ruta", "correo"), PAGINAS)
def test_page_is_accessible_fits_a_phone_and_keeps_the_console_empty(
    portal_lectura, abrir, faltas_de_accesibilidad, consola, ruta, correo
):
    for tamano in (TELEFONO, ESCRITORIO):
        pagina = abrir(portal_lectura, correo, tamano=tamano, bypass_csp=True)
        respuesta = llegar(pagina, ruta)
        assert respuesta.status == (404 if "/no-existe/" in ruta or "0000" in ruta else 200)
        assert faltas_de_accesibilidad(pagina) == []
        ancho = pagina.evaluate("document.documentElement.scrollWidth")
        assert ancho <= tamano["width"], f"the page is {ancho} px wide"
        assert pagina.locator("h1").count() == 1
    pagina = abrir(portal_lectura, correo)
    quejas = consola(pagina)
    llegar(pagina, ruta)
    pagina.wait_for_load_state("networkidle")
    assert [queja for queja in quejas if "404 (Not Found)" not in queja] == []
