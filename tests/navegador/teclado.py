"""A person who has only a keyboard: goes from control to control with Tab, and sees at each stop where the focus is."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

LIMITE = 220  # stops of Tab before somebody gives up
PARADA = """([selector, texto]) => {
  const n = document.activeElement;
  if (!n || n === document.body) { return { fuera: true }; }
  const marco = [n, n.closest(".opcion"), n.closest("label")].find((m) => m
    && getComputedStyle(m).outlineStyle !== "none" && parseFloat(getComputedStyle(m).outlineWidth) >= 2);
  const r = (marco || n).getBoundingClientRect();
  return {
    aqui: n.matches(selector) && (n.innerText || n.getAttribute("aria-label") || "").includes(texto),
    visto: Boolean(marco) && r.bottom > 0 && r.top < innerHeight && r.width > 0,
    nodo: n.outerHTML.slice(0, 160),
  };
}"""


class Teclado:
    """The keyboard of one page. Nothing here clicks, fills or opens an address but ``comenzar``."""

    def __init__(self, pagina: Page):
        self.pagina = pagina
        pagina.emulate_media(reduced_motion="reduce")
        pagina.set_default_navigation_timeout(30_000)  # a busy machine is not a lost key

    def comenzar(self, ruta: str) -> None:
        """Type an address in the bar of the browser."""
        respuesta = self.pagina.goto(ruta)
        assert respuesta.status == 200, f"{ruta}: {respuesta.status}"

    def llegar(self, selector: str, texto: str = "", tecla: str = "Tab") -> None:
        """Press Tab until the focus is on what is looked for; each stop on the way shows its focus."""
        parada = self.pagina.evaluate(PARADA, [selector, texto])
        for _vez in range(LIMITE):
            if parada.get("aqui"):
                return
            self.pagina.keyboard.press(tecla)
            parada = self.pagina.evaluate(PARADA, [selector, texto])
            assert parada.get("fuera") or parada["visto"], f"focus is not seen on {parada['nodo']}"
        raise AssertionError(f"{selector} «{texto}» is not reached with {LIMITE} stops in {self.pagina.url}")

    def al_contenido(self) -> None:
        """Skip the header with the link made for it."""
        self.llegar(".saltar")
        self.pagina.keyboard.press("Enter")
        assert self.pagina.evaluate("document.activeElement.id") == "contenido"

    def oprimir(self, selector: str, texto: str = "", *, tecla: str = "Enter") -> None:
        """Reach a button or a link and use it; wait for the page it leads to."""
        self.llegar(selector, texto)
        with self.pagina.expect_navigation():
            self.pagina.keyboard.press(tecla)

    def desplegar(self, selector: str, texto: str = "") -> None:
        """Reach the head of a folded part and open it."""
        self.llegar(selector, texto)
        self.pagina.keyboard.press("Enter")

    def escribir(self, selector: str, texto: str) -> None:
        """Reach a field and write in it after what it has."""
        self.llegar(selector)
        self.pagina.keyboard.press("Control+End")
        self.pagina.keyboard.type(texto)

    def marcar(self, selector: str) -> None:
        """Reach a box and tick it."""
        self.llegar(selector)
        self.pagina.keyboard.press("Space")
        assert self.pagina.evaluate("document.activeElement.checked")

    def guardado(self) -> None:
        """Wait until the field that has the focus says that it is saved, and demand that it still has it."""
        nombre = self.pagina.evaluate("document.activeElement.name")
        caja = self.pagina.locator(".campo:focus-within .campo__estado")
        expect(caja).to_have_text(re.compile("Guardado a las"))
        assert self.pagina.evaluate("document.activeElement.name") == nombre, "the focus was lost on saving"

    def titulo(self, texto: str) -> None:
        """Demand the heading of the page."""
        expect(self.pagina.get_by_role("heading", level=1)).to_contain_text(texto)
