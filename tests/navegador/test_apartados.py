"""What could not be sent waits on this computer: until the portal opens, for its author only, and not after leaving."""

import re

import pytest
from playwright.sync_api import expect

from tests import portal as portales

TEXTOS = "/panel/66001/agenda/2024-2027/texto/proposito/"
ESCRITO = "Que Pereira venda su café con un socio de otro país."
APARTADOS = "Object.keys(localStorage).filter(k => k.startsWith('guardado:'))"


@pytest.fixture
def cerrable(tmp_path):
    """Start a portal with a switch of its own; give it and the file that closes it."""
    interruptor = tmp_path / "mantenimiento.json"
    propio = portales.encender("demostracion", tmp_path, PORTAL_MANTENIMIENTO=str(interruptor))
    yield propio, interruptor
    portales.apagar(propio)


def escribir(pagina):
    """Type in the first field of the page and leave it; give the line that says how it is."""
    caja = pagina.locator("[data-campo=objetivo_general]")
    campo = caja.locator("textarea")
    campo.fill(ESCRITO)
    campo.blur()
    return caja.locator(".campo__estado")


def test_a_field_waits_while_the_portal_is_closed_and_is_saved_when_it_opens(cerrable, abrir):
    portal, interruptor = cerrable
    pagina = abrir(portal, "enlace@pereira.demo")
    pagina.goto(TEXTOS)
    interruptor.write_text("{}")
    estado = escribir(pagina)
    expect(estado).to_have_text(re.compile("guardado en este equipo"))
    persona = pagina.locator("body").get_attribute("data-persona")
    assert pagina.evaluate(APARTADOS) == [f"guardado:{persona}:{TEXTOS}:objetivo_general"]
    interruptor.unlink()
    pagina.evaluate("window.dispatchEvent(new Event('online'))")
    expect(estado).to_have_text(re.compile("Guardado a las"))
    assert pagina.evaluate(APARTADOS) == []


def test_the_next_person_on_the_computer_never_sees_it(cerrable, abrir):
    portal, interruptor = cerrable
    pagina = abrir(portal, "enlace@pereira.demo")
    pagina.goto(TEXTOS)
    interruptor.write_text("{}")
    expect(escribir(pagina)).to_have_text(re.compile("guardado en este equipo"))
    pagina.evaluate("navigator.sendBeacon = () => false")  # its last try could find the portal open
    pagina.goto("about:blank")
    interruptor.unlink()
    llave = {"name": "sessionid", "value": portal.sesion("responsable@pereira.demo"), "url": portal.direccion}
    pagina.context.add_cookies([llave])
    pagina.goto(TEXTOS)
    expect(pagina.locator("[data-campo=objetivo_general] textarea")).not_to_have_value(ESCRITO)
    viejo = "k => localStorage.setItem(k, JSON.stringify({valores: ['x'], visto: '', cuando: Date.now() - 2 * 864e5}))"
    pagina.evaluate(viejo, "guardado:0:/x/:y")
    pagina.reload()
    assert "guardado:0:/x/:y" not in pagina.evaluate(APARTADOS)


def test_leaving_asks_and_then_takes_it_away(cerrable, abrir):
    portal, interruptor = cerrable
    pagina = abrir(portal, "enlace@pereira.demo")
    pagina.goto(TEXTOS)
    interruptor.write_text("{}")
    expect(escribir(pagina)).to_have_text(re.compile("guardado en este equipo"))
    interruptor.unlink()
    preguntas = []
    pagina.once("dialog", lambda pregunta: (preguntas.append(pregunta.message), pregunta.dismiss()))
    pagina.get_by_role("button", name="Salir").first.click()
    assert "sin enviar" in preguntas[0]
    assert len(pagina.evaluate(APARTADOS)) == 1
    pagina.once("dialog", lambda pregunta: pregunta.accept())
    pagina.get_by_role("button", name="Salir").first.click()
    pagina.wait_for_url("**/")
    assert pagina.evaluate(APARTADOS) == []
