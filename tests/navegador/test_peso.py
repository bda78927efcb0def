"""The lightest site of the day: what each page costs on its first visit, and when it comes after another."""

from __future__ import annotations

import gzip
import re
import urllib.request

import pytest

from tests import portal as portales
from tests.medidas.balanza import Balanza, de_todas, otra, propia
from tests.navegador.conftest import TELEFONO, llave
from tests.navegador.paginas import PAGINAS
from tests.navegador.test_accesibilidad import llegar

KIB = 1024
PRIMERA, PEDIDOS, SIGUIENTE, GUIONES = 40 * KIB, 5, 15 * KIB, 20 * KIB
PUBLICAS = [ruta for ruta, correo in PAGINAS if not correo]
MUCHAS = ["/territorios/?q=san", "/agendas/?q=a", "/redes/?q=a", "/guia/modalidades/", "/buscar/?q=san"]
# The page of components is for who makes the portal; the whole guide is twenty sheets that somebody asked to print.
TOPES = {"/estilo/": PRIMERA, "/guia/imprimir/": PRIMERA}
DIAGNOSTICO = [(ruta, correo) for ruta, correo in PAGINAS if "/diagnostico/" in ruta and correo]


@pytest.fixture(scope="session")
def portal_con_huella(tmp_path_factory):
    """Start one portal whose files are hashed and compressed, as in production."""
    comun = portales.encender_con_huella(tmp_path_factory.mktemp("correo"))
    yield comun
    portales.apagar(comun)


@pytest.fixture
def balanza(navegador, portal_con_huella):
    """Give a function that makes a scale over a browser that never came before."""
    contextos = []

    def nueva(correo: str = "") -> Balanza:
        contexto = navegador.new_context(
            base_url=portal_con_huella.direccion, viewport=TELEFONO, service_workers="block"
        )
        contextos.append(contexto)
        if correo:
            valor = llave(portal_con_huella, correo)
            contexto.add_cookies([{"name": "sessionid", "value": valor, "url": portal_con_huella.direccion}])
        return Balanza(contexto)

    yield nueva
    for contexto in contextos:
        contexto.close()


@pytest.mark.parametrize(("ruta", "correo"), [(ruta, "") for ruta in [*PUBLICAS, *MUCHAS]] + DIAGNOSTICO)
def test_first_visit_and_next_page_are_light(portal_con_huella, balanza, ruta, correo):
    """Loaded first in a visit, then from a page of ours; what only this page brings weighs in the second too."""
    pesa = balanza(correo)
    if " → " in ruta:
        ruta = llegar(balanza(correo).pagina, ruta).url
    pesa.ir(ruta)
    del_manifiesto = "webmanifest" not in pesa.cuenta()  # asked for when the tab is not headless
    assert len(pesa.direcciones) + del_manifiesto <= PEDIDOS, pesa.cuenta()
    assert pesa.total <= PRIMERA, pesa.cuenta()
    guiones = pesa.suma(lambda url: url.endswith(".js"))
    assert guiones <= GUIONES, pesa.cuenta()
    assert not re.search(r"\.(woff2?|ttf|otf)\b", pesa.cuenta())
    # the scripts of forms come with the first page that has one: they have their own limit
    suyas = pesa.suma(propia)
    pesa.vaciar()
    pesa.ir(otra(ruta), portal_con_huella.url("/terminos/"))
    documento = pesa.suma(lambda url: not de_todas(url))
    assert documento, pesa.cuenta()
    assert documento + suyas <= TOPES.get(ruta, SIGUIENTE), f"{suyas} of its own files\n{pesa.cuenta()}"


def test_files_are_hashed_kept_forever_and_compressed(portal_con_huella):
    cuerpo, _cabeceras = pedir(portal_con_huella.url("/"), "gzip")
    html = gzip.decompress(cuerpo).decode()
    archivos = set(re.findall(r"(?:href|src)=\"(/static/[^\"]+\.(?:css|js))\"", html))
    assert archivos
    for archivo in archivos:
        assert re.search(r"\.[0-9a-f]{12}\.(css|js)$", archivo), archivo
        for codificacion in ("br", "gzip"):
            _cuerpo, cabeceras = pedir(portal_con_huella.url(archivo), codificacion)
            assert cabeceras["Content-Encoding"] == codificacion
            assert "immutable" in cabeceras["Cache-Control"]
            assert "public" in cabeceras["Cache-Control"]


def test_scripts_wait_for_the_page(portal_con_huella, balanza):
    ruta, correo = DIAGNOSTICO[0]
    pesa = balanza(correo)
    pesa.ir(ruta, portal_con_huella.url("/"))
    guiones = pesa.pagina.locator("script[src]").evaluate_all("todos => todos.map(s => [s.src, s.defer || s.async])")
    assert guiones
    assert [direccion for direccion, espera in guiones if not espera] == []


def pedir(direccion: str, codificacion: str):
    """Give the bytes of an answer as they travel, and its headers."""
    pedido = urllib.request.Request(direccion, headers={"Accept-Encoding": codificacion})
    with urllib.request.urlopen(pedido) as respuesta:
        return respuesta.read(), respuesta.headers
