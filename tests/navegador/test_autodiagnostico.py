"""The self-check on a phone: a visitor answers, keeps it with a new account, and a diagnostic starts from it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.navegador.conftest import TELEFONO

pytestmark = pytest.mark.larga
CODIGO = "54099"  # Bochalema: the demonstration has nobody there and no diagnostic
CORREO, CLAVE = "planeacion@bochalema.test", "cafe montaña puente"
VINCULAR = f"""
from cuentas.models import Usuario, Vinculacion
Vinculacion.objects.create(
    usuario=Usuario.objects.get(email="{CORREO}"), territorio_id="{CODIGO}", rol="edicion"
)
"""


def ir(pagina: Page, ruta: str) -> None:
    """Open an address and demand a good answer."""
    assert pagina.goto(ruta).status == 200


def responder(pagina: Page) -> int:
    """Answer every step; on the second, forget one question first. Give how many questions there were."""
    hechas = 0
    for paso in range(7):
        grupos = pagina.get_by_role("group").filter(has=pagina.get_by_role("radio"))
        for indice in range(grupos.count() - (paso == 1)):
            grupos.nth(indice).get_by_text("No", exact=True).click()
        if paso == 1:
            pagina.get_by_role("button", name="Seguir").click()
            resumen = pagina.get_by_role("alert")
            expect(resumen).to_contain_text("Escoja una respuesta")
            resumen.get_by_role("link").click()
            grupos.nth(grupos.count() - 1).get_by_text("Sí", exact=True).click()
        hechas += grupos.count()
        pagina.get_by_role("button", name=re.compile("Seguir|Ver el resultado")).click()
    return hechas


def crear_cuenta(pagina: Page, portal) -> None:
    """Sign up and confirm the address with the link of the mail."""
    for nombre, texto in (
        ("Nombre y apellidos", "Luz Marina"),
        ("Cargo", "Profesional"),
        ("Dependencia", "Planeación"),
        ("Correo electrónico", CORREO),
        ("Clave", CLAVE),
        ("La misma clave otra vez", CLAVE),
    ):
        pagina.get_by_role("textbox", name=nombre, exact=True).fill(texto)
    pagina.get_by_role("checkbox").check()
    pagina.get_by_role("button", name="Crear la cuenta").click()
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("confirme su correo")
    cuerpo = portal.correos()[-1].get_payload(decode=True).decode()
    ir(pagina, re.search(r"https?://[^/\s]+(/cuenta/correo/\S+)", cuerpo).group(1))
    pagina.get_by_role("button", name="Sí, es mío").click()


@pytest.mark.parametrize("javascript", [True, False], ids=["con JavaScript", "sin JavaScript"])
def test_a_visitor_keeps_the_result_and_starts_the_diagnostic_from_it(portal, abrir, javascript):
    pagina = abrir(portal, javascript=javascript, tamano=TELEFONO)
    ir(pagina, "/autodiagnostico/")
    pagina.get_by_role("link", name="Empezar", exact=True).click()
    hechas = responder(pagina)
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Su resultado")
    expect(pagina.locator("main")).to_contain_text("de 100")
    expect(pagina.get_by_text("Primer paso:")).to_have_count(3)
    pagina.reload()
    expect(pagina.get_by_text("Primer paso:")).to_have_count(3)
    pagina.get_by_role("link", name="Diga de qué municipio es").click()
    pagina.get_by_role("searchbox", name=re.compile("nombre o el código")).fill("bochalema")
    pagina.get_by_role("button", name="Buscar", exact=True).last.click()
    pagina.get_by_role("main").get_by_role("link", name="Bochalema").click()
    expect(pagina.locator("main")).to_contain_text("Bochalema, Norte de Santander")
    pagina.get_by_role("button", name="Crear una cuenta para conservarlo").click()
    crear_cuenta(pagina, portal)
    expect(pagina.get_by_role("heading", name="Está guardado en su cuenta")).to_be_visible()
    ir(pagina, "/panel/")
    pagina.get_by_role("link", name=re.compile("Su autodiagnóstico del")).click()
    expect(pagina.get_by_role("link", name="Pedir entrar a Bochalema")).to_be_visible()
    portal.python(VINCULAR)
    ir(pagina, f"/panel/{CODIGO}/diagnostico/")
    expect(pagina.get_by_role("checkbox", name=re.compile("mi autodiagnóstico"))).to_be_checked()
    pagina.get_by_role("button", name="Comenzar el diagnóstico").click()
    expect(pagina.locator("main")).to_contain_text(f"{hechas} respuestas vienen de antes")
    ir(pagina, f"/panel/{CODIGO}/diagnostico/paso/construya/")
    expect(pagina.get_by_role("button", name=re.compile("Sigue igual")).first).to_be_visible()
