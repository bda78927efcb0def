"""What a tablet and paper show: no word of a table broken in two, tables that stay tables, folded text printed."""

import pytest

from tests.navegador.paginas import COORDINACION, ENLACE, PAMPLONA, PEREIRA, PERIODO

TABLETA = {"width": 768, "height": 1024}
PARTIDAS = """() => {
  const partidas = []
  for (const celda of document.querySelectorAll('main :is(th, td)')) {
    const textos = document.createTreeWalker(celda, NodeFilter.SHOW_TEXT)
    while (textos.nextNode()) {
      for (const palabra of textos.currentNode.data.matchAll(/[\\p{L}]+/gu)) {
        const rango = document.createRange()
        rango.setStart(textos.currentNode, palabra.index)
        rango.setEnd(textos.currentNode, palabra.index + palabra[0].length)
        const renglones = new Set([...rango.getClientRects()].map(r => Math.round(r.top)))
        if (renglones.size > 1) partidas.push(palabra[0])
      }
    }
  }
  return partidas
}"""


@pytest.mark.parametrize(
    ("ruta", "correo"),
    [
        ("/tablero/", COORDINACION),
        (f"/panel/{PEREIRA}/plan-de-desarrollo/", ENLACE),
        (f"/panel/{PEREIRA}/agenda/{PERIODO}/", ENLACE),
        ("/territorios/", ""),
    ],
)
def test_on_a_tablet_no_word_of_a_table_is_broken(abrir, portal_lectura, ruta, correo):
    pagina = abrir(portal_lectura, correo, tamano=TABLETA)
    pagina.goto(ruta)
    assert pagina.locator("main table tbody tr").count() > 0
    assert pagina.evaluate(PARTIDAS) == []
    assert pagina.evaluate("document.documentElement.scrollWidth") <= TABLETA["width"]


def test_on_paper_a_table_is_a_table_and_what_is_folded_is_read(abrir, portal_lectura):
    pagina = abrir(portal_lectura, tamano={"width": 640, "height": 900})  # letter paper, less its margins
    pagina.goto(f"/agendas/{PAMPLONA}/{PERIODO}/")
    plegado = pagina.locator("main details:not([open]) table").first
    assert not plegado.is_visible()
    pagina.emulate_media(media="print")
    assert plegado.is_visible()
    assert plegado.locator("td").first.evaluate("e => getComputedStyle(e).display") == "table-cell"
    assert not pagina.locator(".boton").first.is_visible()
