"""The agenda goes out as a workbook and comes back, on a phone without JavaScript."""

from playwright.sync_api import Page, expect

from tests.navegador.conftest import TELEFONO
from tests.planilla.fabrica import Libreta

PLANILLA = "/panel/66001/agenda/2024-2027/planilla/"


def test_a_workbook_filled_in_offline_is_previewed_and_accepted(portal, abrir, faltas_de_accesibilidad, tmp_path):
    con_axe: Page = abrir(portal, "enlace@pereira.demo", tamano=TELEFONO, bypass_csp=True)
    pagina: Page = abrir(portal, "enlace@pereira.demo", tamano=TELEFONO, javascript=False)
    pagina.goto(PLANILLA)
    with pagina.expect_download() as bajada:
        pagina.get_by_role("link", name="Descargar la planilla").click()
    libreta = Libreta(bajada.value.path().read_bytes())
    libreta.escribir("Acciones", 2, Acción="Misión de cafés al puerto de Trieste", Termina="=HOY()")
    libreta.agregar("Ejes", Nombre="Un eje escrito en la reunión")
    llena = tmp_path / "reunión.xlsx"
    llena.write_bytes(libreta.bytes())
    pagina.goto(PLANILLA)
    pagina.get_by_label("La planilla llena (.xlsx)").set_input_files(llena)
    pagina.get_by_role("button", name="Subir y revisar").click()
    expect(pagina.get_by_text("1 celda cambia, 1 fila nueva, 1 rechazada.")).to_be_visible()
    expect(pagina.get_by_role("row", name="Acciones!H2")).to_contain_text("Tiene una fórmula: escriba el valor.")
    con_axe.goto(pagina.url)
    assert con_axe.evaluate("document.documentElement.scrollWidth") <= TELEFONO["width"]
    assert faltas_de_accesibilidad(con_axe) == []
    pagina.get_by_role("checkbox", name="Un eje escrito en la reunión").uncheck()
    pagina.get_by_role("button", name="Aceptar lo marcado").click()
    expect(pagina.get_by_text("Hecho: 1 celda cambiada.")).to_be_visible()
    pagina.goto("/panel/66001/agenda/2024-2027/")
    expect(pagina.get_by_text("Misión de cafés al puerto de Trieste").first).to_be_visible()
    expect(pagina.get_by_text("Un eje escrito en la reunión")).to_have_count(0)
