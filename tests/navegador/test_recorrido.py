"""The main job from the first question to the public PDF, on a phone, once with JavaScript and once without."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.navegador.conftest import TELEFONO

pytestmark = pytest.mark.larga
CODIGO, PERIODO = "54520", "2024-2027"
AGENDA = f"/panel/{CODIGO}/agenda/{PERIODO}/"
REVISION = f"/revision/{CODIGO}/{PERIODO}/"
PUBLICA = f"/agendas/{CODIGO}/{PERIODO}/"
OBJETIVO = "Que las familias de Pamplonita vendan su café con un socio de otro país."
PEDIDO = "Diga cuántas familias."
RESPUESTA = "Son cuarenta familias; quedó escrito."
GENTE = f"""
from allauth.account.models import EmailAddress
from cuentas.models import Usuario, Vinculacion
for correo, rol, cargo in (
    ("enlace@pamplonita.co", "edicion", "Planeación"),
    ("alcaldia@pamplonita.co", "responsable", "Alcaldía"),
):
    usuario = Usuario.objects.create_user(
        correo, "una-clave-muy-larga", nombre=cargo, cargo=cargo, dependencia="Despacho"
    )
    EmailAddress.objects.create(user=usuario, email=correo, verified=True, primary=True)
    Vinculacion.objects.create(usuario=usuario, territorio_id="{CODIGO}", rol=rol)
"""


def ir(pagina: Page, ruta: str) -> None:
    """Open an address and demand a good answer."""
    respuesta = pagina.goto(ruta)
    assert respuesta.status == 200, f"{ruta}: {respuesta.status}"


def escribir(pagina: Page, etiqueta: str, texto: str, *, javascript: bool) -> None:
    """Fill a field of a form that keeps; with JavaScript wait until it says that it is saved."""
    campo = pagina.get_by_label(etiqueta, exact=True)
    campo.fill(texto)
    if javascript:
        campo.blur()
        caja = pagina.locator(".campo", has=pagina.get_by_label(etiqueta, exact=True))
        expect(caja.locator(".campo__estado")).to_have_text(re.compile("Guardado a las"))


def diagnosticar(pagina: Page, *, javascript: bool) -> None:
    """Answer the first step and close."""
    ir(pagina, f"/panel/{CODIGO}/diagnostico/")
    pagina.get_by_role("button", name="Comenzar el diagnóstico").click()
    ir(pagina, f"/panel/{CODIGO}/diagnostico/paso/construya/")
    grupos = pagina.get_by_role("group").filter(has=pagina.get_by_role("radio"))
    for indice in range(grupos.count()):
        grupos.nth(indice).get_by_text("En proceso", exact=True).click()
        if javascript:
            caja = pagina.locator(".campo--radioselect").nth(indice)
            expect(caja.locator(".campo__estado")).to_have_text(re.compile("Guardado a las"))
    pagina.get_by_role("button", name="Guardar y seguir").click()
    ir(pagina, f"/panel/{CODIGO}/diagnostico/paso/construya/")
    assert pagina.get_by_role("radio", name="En proceso", checked=True).count() == grupos.count() > 0
    ir(pagina, f"/panel/{CODIGO}/diagnostico/revisar/")
    pagina.get_by_role("button", name="Cerrar diagnóstico").click()
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("Resultado")


def formular(pagina: Page, *, javascript: bool) -> None:
    """Begin the agenda, accept one suggestion, write the objective and the dates."""
    ir(pagina, AGENDA)
    pagina.get_by_role("button", name="Comenzar la agenda").click()
    ir(pagina, f"{AGENDA}sugerencias/")
    pagina.get_by_role("button", name="Aceptar", exact=True).first.click()
    ir(pagina, f"{AGENDA}texto/proposito/")
    escribir(pagina, "Objetivo general", OBJETIVO, javascript=javascript)
    pagina.get_by_role("button", name="Guardar").first.click()
    ir(pagina, AGENDA)
    pagina.locator("a[href*='/accion/']:not([href*='nueva'])").first.click()
    escribir(pagina, "Empieza", "2026-02-01", javascript=javascript)
    escribir(pagina, "Termina", "2027-10-31", javascript=javascript)
    pagina.get_by_role("button", name="Guardar").first.click()
    ir(pagina, AGENDA)
    expect(pagina.locator("main")).to_contain_text("31 oct 2027")


def enviar(pagina: Page) -> None:
    """Send what is written, after the page that shows it whole."""
    ir(pagina, f"{AGENDA}enviar/")
    expect(pagina.locator("main")).to_contain_text(OBJETIVO)
    pagina.get_by_role("button", name="Enviar a la Federación").click()
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("enviada")


def mover(pagina: Page, movimiento: str, comentario: str = "") -> None:
    """Make a move of the advisor through its page of confirmation."""
    ir(pagina, REVISION)
    pagina.get_by_role("link", name=movimiento, exact=True).first.click()
    if comentario:
        pagina.locator("main textarea").first.fill(comentario)
    pagina.get_by_role("main").get_by_role("button", name=movimiento).click()


def comentar_y_devolver(pagina: Page) -> None:
    """Take it, leave a blocking comment, see why it cannot be approved, return it."""
    ir(pagina, "/revision/")
    expect(pagina.get_by_role("link", name="Pamplonita, Norte de Santander").first).to_be_visible()
    mover(pagina, "Tomar para revisar")
    ir(pagina, REVISION)
    pagina.locator("summary", has_text="Comentar").first.click()
    pagina.locator("textarea[name=texto]:visible").first.fill(PEDIDO)
    pagina.locator("input[name=bloqueante]:visible").first.check()
    pagina.get_by_role("button", name="Guardar comentario").first.click()
    ir(pagina, REVISION)
    aprobar = pagina.get_by_role("button", name="Aprobar", exact=True)
    expect(aprobar).to_be_disabled()
    expect(pagina.locator("main")).to_contain_text("1 comentario bloqueante")
    mover(pagina, "Devolver", "Falta un dato en el objetivo.")


def atender(pagina: Page, *, javascript: bool) -> None:
    """Read the comment, mend the text, answer."""
    ir(pagina, f"{AGENDA}texto/proposito/")
    escribir(pagina, "Objetivo general", f"{OBJETIVO} Son cuarenta familias.", javascript=javascript)
    pagina.get_by_role("button", name="Guardar").first.click()
    ir(pagina, f"{AGENDA}comentarios/")
    expect(pagina.locator("main")).to_contain_text(PEDIDO)
    pagina.locator("main textarea").first.fill(RESPUESTA)
    pagina.get_by_role("main").get_by_role("button", name=re.compile("atendido")).first.click()
    expect(pagina.locator("main")).to_contain_text("atendido")


def resolver_y_aprobar(pagina: Page) -> None:
    """Second round: what changed, the answer, resolved, approved."""
    mover(pagina, "Tomar para revisar")
    ir(pagina, REVISION)
    expect(pagina.locator("main")).to_contain_text("Son cuarenta familias")
    expect(pagina.locator("main")).to_contain_text(RESPUESTA)
    pagina.get_by_role("button", name=re.compile("Dar por resuelto")).first.click()
    mover(pagina, "Aprobar")


def leer_en_publico(pagina: Page) -> None:
    """Anyone reads the page, downloads the PDF and checks it."""
    ir(pagina, PUBLICA)
    expect(pagina.locator("main")).to_contain_text("Son cuarenta familias")
    pdf = pagina.request.get(f"{PUBLICA[:-1]}.pdf")
    assert pdf.status == 200
    assert pdf.body().startswith(b"%PDF-")
    sobre = pagina.request.get(f"{PUBLICA[:-1]}.json").json()
    assert sobre["contenido"]
    ir(pagina, f"/verificar/{sobre['sha256']}/")
    expect(pagina.locator("main")).to_contain_text("Pamplonita")


@pytest.mark.parametrize("javascript", [True, False], ids=["con JavaScript", "sin JavaScript"])
def test_a_town_goes_from_the_first_question_to_the_public_pdf(portal, abrir, javascript):
    portal.python(GENTE)
    enlace = abrir(portal, "enlace@pamplonita.co", javascript=javascript, tamano=TELEFONO)
    alcaldia = abrir(portal, "alcaldia@pamplonita.co", javascript=javascript, tamano=TELEFONO)
    asesora = abrir(portal, "asesora@fcm.demo", javascript=javascript, tamano=TELEFONO)
    cualquiera = abrir(portal, javascript=javascript, tamano=TELEFONO)
    diagnosticar(enlace, javascript=javascript)
    formular(enlace, javascript=javascript)
    enviar(alcaldia)
    comentar_y_devolver(asesora)
    assert cualquiera.goto(PUBLICA).status == 404
    atender(enlace, javascript=javascript)
    enviar(alcaldia)
    resolver_y_aprobar(asesora)
    leer_en_publico(cualquiera)
    asuntos = [correo["Subject"] for correo in portal.correos()]
    assert len(asuntos) >= 5
