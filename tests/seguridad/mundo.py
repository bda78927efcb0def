"""Every address of the portal with one valid value in each argument, and the people who try it."""

from __future__ import annotations

from html.parser import HTMLParser

from tests.permisos.tabla import APARTE, ESTADOS, PERSONAS, TABLA, VALORES
from tests.permisos.test_matriz import direccion, direcciones, filas, gente, letra, poner_en

__all__ = ["APARTE", "ESTADOS", "PERSONAS", "TABLA", "VALORES", "direccion", "direcciones", "filas", "gente", "letra",
           "poner_en"]  # fmt: skip


class Controles(HTMLParser):
    """Collect the controls of the posting forms of a page: (name, value), by form."""

    def __init__(self) -> None:
        super().__init__()
        self.formularios: list[tuple[str, list[tuple[str, str]]]] = []
        self._dentro = False
        self._area: list[str] | None = None

    def handle_starttag(self, tag, attrs) -> None:
        """Note what a form would send."""
        datos = dict(attrs)
        if tag == "form":
            self._dentro = datos.get("method", "").lower() == "post"
            if self._dentro:
                self.formularios.append((datos.get("action") or "", []))
        elif self._dentro and tag in ("input", "textarea", "select", "button") and datos.get("name"):
            self.formularios[-1][1].append((datos["name"], datos.get("value") or ""))

    def handle_endtag(self, tag) -> None:
        """Leave a form."""
        if tag == "form":
            self._dentro = False


def formularios(html: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Give the posting forms of a page: where each goes and what it sends."""
    lector = Controles()
    lector.feed(html)
    return lector.formularios
