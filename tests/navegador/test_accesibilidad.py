"""Every page: axe finds nothing at 375 and 1280 px, nothing overflows, and the console stays empty."""

import pytest

from tests.navegador.conftest import ESCRITORIO, TELEFONO
from tests.navegador.paginas import PAGINAS


@pytest.mark.parametrize(("ruta", "correo"), PAGINAS)
def test_page_is_accessible_fits_a_phone_and_keeps_the_console_empty(
    portal_lectura, abrir, faltas_de_accesibilidad, consola, ruta, correo
):
    for tamano in (TELEFONO, ESCRITORIO):
        pagina = abrir(portal_lectura, correo, tamano=tamano, bypass_csp=True)
        respuesta = pagina.goto(ruta)
        assert respuesta.status == (404 if "/no-existe/" in ruta or "0000" in ruta else 200)
        assert faltas_de_accesibilidad(pagina) == []
        ancho = pagina.evaluate("document.documentElement.scrollWidth")
        assert ancho <= tamano["width"], f"the page is {ancho} px wide"
        assert pagina.locator("h1").count() == 1
    pagina = abrir(portal_lectura, correo)
    quejas = consola(pagina)
    pagina.goto(ruta, wait_until="networkidle")
    assert [queja for queja in quejas if "404 (Not Found)" not in queja] == []
