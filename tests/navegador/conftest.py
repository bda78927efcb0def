"""A real Chromium and a portal of its own. No test here touches the ORM: use ``portal.python(…)`` instead."""

from __future__ import annotations

import shutil

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests import portal as portales
from tests.navegador.mirada import ESCRITORIO, TELEFONO, axe

__all__ = ["ESCRITORIO", "TELEFONO"]

ARGUMENTOS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic"]


@pytest.fixture(scope="session")
def navegador() -> Browser:
    """Start Debian's Chromium once per process."""
    with sync_playwright() as playwright:
        programa = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTOS)
        yield programa
        programa.close()


@pytest.fixture
def portal(tmp_path):
    """Start a portal of this test's own, with demonstration data, where it may write what it likes."""
    propio = portales.encender("demostracion", tmp_path)
    yield propio
    portales.apagar(propio)


@pytest.fixture(scope="session")
def portal_lectura(tmp_path_factory):
    """Start one portal for the tests that only read."""
    comun = portales.encender("demostracion", tmp_path_factory.mktemp("correo"))
    yield comun
    portales.apagar(comun)


@pytest.fixture
def abrir(navegador):
    """Give a function that opens a page of a portal as somebody: a new context each time, closed at the end.

    ``comun``: the context of that person is kept, with what it read already; for tests that only look.
    """
    abiertos: list[BrowserContext | Page] = []

    def nueva(
        portal,
        correo: str = "",
        *,
        javascript: bool = True,
        tamano=ESCRITORIO,
        bypass_csp: bool = False,
        tactil: bool = False,
        comun: bool = False,
    ) -> Page:
        suyo = (portal.base, correo, javascript, str(tamano), bypass_csp, tactil)
        if comun and suyo in _comunes:
            abiertos.append(pagina := _comunes[suyo].new_page())
            return pagina
        contexto = navegador.new_context(
            base_url=portal.direccion,
            viewport=tamano,
            java_script_enabled=javascript,
            bypass_csp=bypass_csp,
            has_touch=tactil,
            locale="es-CO",
            timezone_id="America/Bogota",
            service_workers="block",  # tests/navegador/test_sin_linea.py looks at it
        )
        contexto.set_default_timeout(10_000)
        if correo:
            contexto.add_cookies([{"name": "sessionid", "value": llave(portal, correo), "url": portal.direccion}])
        pagina = contexto.new_page()
        abiertos.append(pagina if comun else contexto)
        if comun:
            _comunes[suyo] = contexto
        return pagina

    yield nueva
    for abierto in abiertos:
        abierto.close()


_comunes: dict[tuple, BrowserContext] = {}
_llaves: dict[tuple[str, str], str] = {}


def llave(portal, correo: str) -> str:
    """Give the session of a person in a portal, made once."""
    if (portal.base, correo) not in _llaves:
        _llaves[portal.base, correo] = portal.sesion(correo)
    return _llaves[portal.base, correo]


@pytest.fixture
def faltas_de_accesibilidad():
    """Give the function that lists what axe finds wrong in a page."""
    return axe


@pytest.fixture
def consola():
    """Give a function that starts listening to a page and returns the list where complaints fall."""

    def escuchar(pagina: Page) -> list[str]:
        quejas: list[str] = []
        pagina.on("console", lambda m: quejas.append(m.text) if m.type in ("error", "warning") else None)
        pagina.on("pageerror", lambda error: quejas.append(str(error)))
        pagina.on("requestfailed", lambda pedido: quejas.append(f"falló {pedido.url}"))
        return quejas

    return escuchar
