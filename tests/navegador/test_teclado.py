"""The main job with a keyboard only: from the password to the public PDF. And where the focus is after each thing."""

import re

import pytest
from playwright.sync_api import expect

from tests.navegador.paginas import ACCION, AGENDA, ENLACE
from tests.navegador.teclado import Teclado
from tests.navegador.test_accesibilidad import llegar
from tests.navegador.test_recorrido import CODIGO, GENTE, OBJETIVO, PEDIDO, PERIODO, RESPUESTA

pytestmark = pytest.mark.larga
CLAVE, CLAVE_DEMO = "una-clave-muy-larga", "demo-portal-2026"
PLAN, REVISION = f"/panel/{CODIGO}/agenda/{PERIODO}/", f"/revision/{CODIGO}/{PERIODO}/"


def entrar(teclado: Teclado, correo: str, clave: str) -> None:
    teclado.comenzar("/")
    teclado.oprimir("header a", "Entrar")
    teclado.escribir("#id_login", correo)
    teclado.escribir("#id_password", clave)
    with teclado.pagina.expect_navigation():
        teclado.pagina.keyboard.press("Enter")


def responder_y_cerrar(teclado: Teclado) -> None:
    """Start, answer a question with the arrows, write beside it while it saves itself, and close."""
    teclado.al_contenido()
    teclado.oprimir("main a[href*='/diagnostico/']")
    teclado.oprimir("main button", "Comenzar el diagnóstico")
    teclado.al_contenido()
    teclado.oprimir("main a[href*='/paso/construya/']")
    teclado.llegar("main input[type=radio]")
    teclado.pagina.keyboard.press("ArrowDown")
    assert teclado.pagina.evaluate("document.activeElement.checked")
    teclado.guardado()
    teclado.desplegar("main summary", "Observación")
    teclado.escribir("main textarea[name$='observacion']", "Hay un archivo en la Secretaría")
    teclado.guardado()
    teclado.pagina.keyboard.type(" de Planeación.")
    teclado.guardado()
    assert teclado.pagina.evaluate("document.activeElement.value").endswith("Secretaría de Planeación.")
    teclado.oprimir("main button", "Guardar y seguir")
    teclado.llegar("header a", tecla="Shift+Tab")  # and back to the top
    teclado.oprimir("nav a[href$='/diagnostico/']", "Diagnóstico")
    teclado.al_contenido()
    teclado.oprimir("main a[href$='/revisar/']")
    teclado.al_contenido()
    teclado.oprimir("main button", "Cerrar diagnóstico", tecla="Space")
    teclado.titulo("Resultado")


def formular(teclado: Teclado) -> None:
    """Begin the agenda, accept a suggestion, write the objective, the dates and the money of the action."""
    teclado.oprimir(f"nav a[href='{PLAN}']", "Agenda")
    teclado.al_contenido()
    teclado.oprimir("main button", "Comenzar la agenda")
    teclado.al_contenido()
    teclado.oprimir("main button[value=aceptar]")
    teclado.oprimir(f"nav a[href='{PLAN}']", "Agenda")
    teclado.al_contenido()
    teclado.oprimir("main a[href$='/texto/proposito/']")
    teclado.escribir("[name=objetivo_general]", OBJETIVO)
    teclado.oprimir("main button", "Guardar")
    teclado.oprimir(f"nav a[href='{PLAN}']", "Agenda")
    teclado.al_contenido()
    teclado.oprimir("main a[href*='/accion/']:not([href*='nueva'])")
    for indice, (nombre, fecha) in enumerate((("inicio", "05052026"), ("fin", "10102027"))):
        teclado.llegar(f"input[type=date][name='{nombre}']")
        teclado.pagina.keyboard.type(fecha)
        valor = teclado.pagina.evaluate("document.activeElement.value")
        assert valor == ("2026-05-05", "2027-10-10")[indice]
    teclado.oprimir("main button", "Guardar")
    teclado.al_contenido()
    teclado.oprimir("main a[href$='/presupuesto/']")
    teclado.al_contenido()
    teclado.escribir("#agregar input[name$='valor'], #agregar input[name*='monto']", "1.250.000")
    teclado.oprimir("#agregar button[type=submit]", "")


def enviar(teclado: Teclado) -> None:
    teclado.oprimir(f"nav a[href='{PLAN}']", "Agenda")
    teclado.al_contenido()
    teclado.oprimir("main a[href$='/enviar/']")
    teclado.al_contenido()
    teclado.oprimir("main button", "Enviar a la Federación")
    teclado.titulo("enviada")


def mover(teclado: Teclado, movimiento: str, palabras: str = "") -> None:
    teclado.al_contenido()
    teclado.oprimir("main a", movimiento)
    teclado.al_contenido()
    if palabras:
        teclado.escribir("main textarea", palabras)
    teclado.oprimir("main button", movimiento)


def comentar_y_devolver(teclado: Teclado) -> None:
    teclado.oprimir("header a[href='/revision/']")
    teclado.al_contenido()
    teclado.oprimir(f"main a[href^='{REVISION}']")
    mover(teclado, "Tomar para revisar")
    teclado.comenzar(REVISION)
    teclado.al_contenido()
    teclado.desplegar("main summary", "Comentar")
    teclado.escribir("main textarea[name=texto]", PEDIDO)
    teclado.marcar("main input[name=bloqueante]")
    teclado.oprimir("main button", "Guardar comentario")
    teclado.comenzar(REVISION)
    mover(teclado, "Devolver", "Falta un dato en el objetivo.")


def atender(teclado: Teclado) -> None:
    teclado.oprimir(f"nav a[href='{PLAN}']", "Agenda")
    teclado.al_contenido()
    teclado.oprimir("main a[href$='/comentarios/']")
    teclado.al_contenido()
    teclado.escribir("main textarea", RESPUESTA)
    teclado.oprimir("main button[name=atendido]")
    expect(teclado.pagina.locator("main")).to_contain_text("atendido")


def resolver_y_aprobar(teclado: Teclado) -> None:
    teclado.comenzar(REVISION)
    mover(teclado, "Tomar para revisar")
    teclado.comenzar(REVISION)
    teclado.al_contenido()
    teclado.oprimir("main button", "Dar por resuelto")
    teclado.comenzar(REVISION)
    mover(teclado, "Aprobar")


def leer_en_publico(teclado: Teclado) -> None:
    teclado.comenzar("/")
    teclado.oprimir("header a[href='/agendas/']")
    teclado.al_contenido()
    teclado.oprimir(f"main a[href^='/agendas/{CODIGO}/']")
    teclado.titulo("Pamplonita")
    teclado.llegar("main a[href$='.pdf']")


def test_main_job_with_a_keyboard_only(portal, abrir):
    portal.python(GENTE)
    enlace, alcaldia, asesora, cualquiera = (Teclado(abrir(portal)) for _quien in range(4))
    entrar(enlace, "enlace@pamplonita.co", CLAVE)
    responder_y_cerrar(enlace)
    formular(enlace)
    entrar(alcaldia, "alcaldia@pamplonita.co", CLAVE)
    enviar(alcaldia)
    entrar(asesora, "asesora@fcm.demo", CLAVE_DEMO)
    comentar_y_devolver(asesora)
    atender(enlace)
    enviar(alcaldia)
    resolver_y_aprobar(asesora)
    leer_en_publico(cualquiera)


@pytest.mark.parametrize("javascript", [True, False], ids=["con JavaScript", "sin JavaScript"])
def test_error_summary_takes_the_focus_and_leads_to_the_field(portal_lectura, abrir, javascript):
    teclado = Teclado(abrir(portal_lectura, javascript=javascript))
    teclado.comenzar("/cuenta/entrar/")
    teclado.escribir("#id_login", "nadie")
    teclado.oprimir("main button", "Entrar")
    assert teclado.pagina.evaluate("document.activeElement.matches('.resumen-errores')")
    teclado.llegar(".resumen-errores a")
    teclado.pagina.keyboard.press("Enter")
    assert teclado.pagina.evaluate("document.activeElement.matches('#id_login, #id_password')")


def test_focus_lands_on_the_row_that_was_moved(portal, abrir):
    pagina = abrir(portal, ENLACE)
    llegar(pagina, f"{AGENDA} → {ACCION} → main a[href$='/hitos/']")
    teclado = Teclado(pagina)
    teclado.al_contenido()
    teclado.llegar("main .orden button", "Bajar")
    fila = pagina.evaluate("document.activeElement.closest('section').id")
    with pagina.expect_navigation():
        pagina.keyboard.press("Enter")
    pagina.keyboard.press("Tab")
    assert pagina.evaluate("document.activeElement.closest('section').id") == fila


def test_menu_of_a_phone_opens_and_closes_with_the_keyboard(portal_lectura, abrir):
    teclado = Teclado(abrir(portal_lectura, tamano={"width": 375, "height": 812}))
    teclado.comenzar("/")
    teclado.desplegar("header summary", "Menú")
    teclado.llegar("header details a[href='/agendas/']")
    teclado.llegar("header summary", tecla="Shift+Tab")
    teclado.pagina.keyboard.press("Enter")
    assert teclado.pagina.locator("header details[open]").count() == 0


def test_saving_is_said_once_by_one_voice_that_names_the_field(portal, abrir):
    pagina = abrir(portal, ENLACE)
    llegar(pagina, f"{AGENDA} → {ACCION}")
    campo = pagina.get_by_label("Dependencia responsable")
    campo.press("Control+End")
    campo.press_sequentially(" y Turismo")
    voz = pagina.locator("main > [role=status].visualmente-oculto")
    expect(voz).to_have_text(re.compile(r"^Dependencia responsable.*Guardado a las \d\d:\d\d$"))
    assert pagina.locator(".campo [role=status]").count() == 0
    expect(campo).to_be_focused()
