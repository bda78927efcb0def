"""Without a line: a page of ours answers, nothing of anybody is in the browser, and a new edition replaces the old."""

from __future__ import annotations

import json

import pytest

from tests.navegador.conftest import TELEFONO, llave

ENLACE = "enlace@pereira.demo"
CAJAS = """async () => {
  const dentro = {};
  for (const caja of await caches.keys()) {
    dentro[caja] = (await (await caches.open(caja)).keys()).map((pedido) => new URL(pedido.url).pathname);
  }
  return JSON.stringify(dentro);
}"""
LISTO = "navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)"


@pytest.fixture
def contexto(navegador, portal_lectura):
    """Give a browser that may keep a service worker."""
    nuevo = navegador.new_context(base_url=portal_lectura.direccion, viewport=TELEFONO, locale="es-CO")
    nuevo.set_default_timeout(15_000)
    yield nuevo
    nuevo.close()


def instalar(contexto):
    """Go from one page to another, as people do: the second brings the worker. Give the tab."""
    pagina = contexto.new_page()
    pagina.goto("/privacidad/")
    pagina.locator(".pie a[href='/terminos/']").click()
    pagina.wait_for_url("**/terminos/")
    pagina.wait_for_function(LISTO)
    return pagina


def test_first_visit_brings_no_worker(contexto):
    pagina = contexto.new_page()
    pagina.goto("/guia/", wait_until="networkidle")
    assert pagina.evaluate("navigator.serviceWorker.getRegistrations().then((r) => r.length)") == 0


def test_without_line_a_page_of_ours_answers_and_the_way_back_works(contexto):
    pagina = instalar(contexto)
    contexto.set_offline(True)
    pagina.goto("/guia/")
    assert pagina.inner_text("h1") == "No hay conexión"
    assert pagina.url.endswith("/guia/")
    assert pagina.evaluate("getComputedStyle(document.querySelector('.pie')).backgroundColor") != "rgba(0, 0, 0, 0)"
    contexto.set_offline(False)
    pagina.get_by_role("link", name="Intentar otra vez").click()
    pagina.wait_for_function("document.querySelector('h1').textContent !== 'No hay conexión'")
    assert pagina.url.endswith("/guia/")


def test_a_form_is_not_sent_without_line_and_keeps_its_text(contexto, portal_lectura):
    pagina = instalar(contexto)
    pagina.goto("/cuenta/entrar/", referer=portal_lectura.url("/terminos/"))
    pagina.get_by_label("Correo").fill("alguien@ejemplo.co")
    pagina.locator("main form input[type=password]").fill("una clave larga")
    contexto.set_offline(True)
    pagina.locator("main form button[type=submit]").first.click()
    assert "No hay conexión" in pagina.get_by_role("alert").inner_text()
    assert pagina.get_by_label("Correo").input_value() == "alguien@ejemplo.co"


def test_nothing_of_anybody_stays_in_the_browser(contexto, portal_lectura):
    contexto.add_cookies(
        [{"name": "sessionid", "value": llave(portal_lectura, ENLACE), "url": portal_lectura.direccion}]
    )
    pagina = instalar(contexto)
    for ruta in ("/panel/66001/", "/panel/66001/agenda/2024-2027/", "/cuenta/"):
        pagina.goto(ruta, referer=portal_lectura.url("/"))
    (guardado,) = json.loads(pagina.evaluate(CAJAS)).values()
    assert {ruta for ruta in guardado if not ruta.startswith("/static/")} == {"/sin-conexion/"}
    contexto.clear_cookies()
    contexto.set_offline(True)
    pagina.goto("/panel/66001/")
    assert pagina.inner_text("h1") == "No hay conexión"
    assert "Pereira" not in pagina.content()
    assert ENLACE not in pagina.content()


def test_a_new_edition_replaces_what_the_old_one_kept(contexto):
    pagina = instalar(contexto)
    (vieja,) = json.loads(pagina.evaluate(CAJAS))

    def otra_edicion(ruta):
        respuesta = ruta.fetch()
        ruta.fulfill(response=respuesta, body=respuesta.text().replace(vieja.removeprefix("sin-linea-"), "otra"))

    contexto.route("**/sin-linea.js", otra_edicion)
    pagina.evaluate("navigator.serviceWorker.getRegistration().then((r) => r.update())")
    pagina.wait_for_function("caches.keys().then((c) => c.length === 1 && c[0] === 'sin-linea-otra')")
    contexto.set_offline(True)
    pagina.goto("/guia/")
    assert pagina.inner_text("h1") == "No hay conexión"
