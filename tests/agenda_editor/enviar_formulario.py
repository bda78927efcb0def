"""What a browser without JavaScript would post from a page: every field it was given, with the digests it saw."""

from __future__ import annotations

from html.parser import HTMLParser


class _Lector(HTMLParser):
    def __init__(self):
        super().__init__()
        self.formas, self.actual, self.area, self.selector = [], None, None, None

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "form":
            self.actual = {"_action": a.get("action", "")}
            self.formas.append(self.actual)
        elif self.actual is None:
            return
        elif tag == "input" and a.get("name"):
            if a.get("type") in ("checkbox", "radio"):
                if "checked" in a:
                    self.actual.setdefault(a["name"], []).append(a.get("value", "on"))
            elif a.get("type") != "file":
                self.actual.setdefault(a["name"], []).append(a.get("value", "") or "")
        elif tag == "textarea" and a.get("name"):
            self.area = a["name"]
            self.actual.setdefault(self.area, []).append("")
        elif tag == "select" and a.get("name"):
            self.selector = a["name"]
        elif tag == "option" and self.selector and "selected" in a:
            self.actual.setdefault(self.selector, []).append(a.get("value", ""))

    def handle_data(self, data):
        if self.area:
            self.actual[self.area][-1] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.actual = None
        elif tag == "textarea":
            if self.area:
                self.actual[self.area][-1] = self.actual[self.area][-1].removeprefix("\n").removeprefix("\r\n")
            self.area = None
        elif tag == "select":
            self.selector = None


def formulario_con(respuesta, campo: str) -> dict:
    """Give the data of the form of a page that has a field."""
    lector = _Lector()
    lector.feed(respuesta.content.decode())
    return next(forma for forma in lector.formas if campo in forma)


def enviar(cliente, direccion: str, campo: str, **cambios):
    """Open a page, change fields of the form that has ``campo`` and post it."""
    datos = formulario_con(cliente.get(direccion), campo)
    destino = datos.pop("_action") or direccion
    return cliente.post(destino, datos | cambios)
