"""How a page is looked at in one visit: axe, what axe leaves out (mirada.js), a narrow screen, both schemes."""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

NORMAS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = {"runOnly": {"type": "tag", "values": NORMAS}, "resultTypes": ["violations"], "iframes": False}
CORRER = "opciones => axe.run(opciones).then(hecho => hecho.violations)"
MIRADA = Path(__file__).with_name("mirada.js").read_text(encoding="utf-8")
TELEFONO = {"width": 375, "height": 812}
ESTRECHA = {"width": 320, "height": 640}  # 1,280 px at 400 % (WCAG 1.4.10)
ESCRITORIO = {"width": 1280, "height": 900}
ESPACIADO = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""  # WCAG 1.4.12
ESPACIAR = "css => { const h = new CSSStyleSheet(); h.replaceSync(css); document.adoptedStyleSheets = css ? [h] : [] }"


def axe(pagina: Page) -> list[str]:
    """List what axe finds wrong in a page, a sentence for each node."""
    if not pagina.evaluate("'axe' in window"):  # half a megabyte, read once a page
        pagina.evaluate(AXE_SCRIPT)
    return [f"{falta['id']}: {nodo['html'][:200]}" for falta in pagina.evaluate(CORRER, AXE) for nodo in falta["nodes"]]


def saltar(pagina: Page) -> list[str]:
    """Use the skip link from the keyboard: the first Tab finds it, Enter takes the focus to the content."""
    pagina.keyboard.press("Tab")
    if not pagina.evaluate("document.activeElement.matches('.saltar')"):
        return ["the first Tab does not find the skip link"]
    pagina.keyboard.press("Enter")
    llego = pagina.evaluate("document.activeElement.id")
    return [] if llego == "contenido" else [f"the skip link leads to «{llego}»"]


def estrechar(pagina: Page) -> list[str]:
    """Narrow the screen to 320 px, then widen letters and lines: nothing asks to scroll sideways."""
    quejas = []
    pagina.set_viewport_size(ESTRECHA)
    for nombre, css in (("at 320 px", ""), ("at 320 px with wide text", ESPACIADO)):
        pagina.evaluate(ESPACIAR, css)
        ancho = pagina.evaluate("document.documentElement.scrollWidth")
        if ancho > ESTRECHA["width"]:
            quejas.append(f"{nombre} the page is {ancho} px wide")
    pagina.evaluate(ESPACIAR, "")
    return quejas


def mirar(pagina: Page, *, con_salto: bool = True) -> list[str]:
    """Look at an open page as a phone in light and as a desk in dark without motion; give every complaint.

    ``con_salto``: False where focus is given on purpose to something else on load (error summaries).
    """
    quejas = []
    for tamano, esquema, tactil in ((TELEFONO, "light", True), (ESCRITORIO, "dark", False)):
        pagina.set_viewport_size(tamano)
        pagina.emulate_media(color_scheme=esquema, reduced_motion="no-preference" if tactil else "reduce")
        vistas = saltar(pagina) if tactil and con_salto else []
        pagina.keyboard.press("Tab")  # so that the focus that mirada.js gives is one that shows
        vistas += pagina.evaluate(MIRADA, {"tactil": tactil}) + axe(pagina)
        vistas += estrechar(pagina) if tactil else []
        ancho = pagina.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if ancho > 0:
            vistas.append(f"{ancho} px too wide")
        quejas += [f"{tamano['width']} px, {esquema}: {queja}" for queja in vistas]
    return quejas
