"""The page as the engine reads it: a tree from the standard library, and no styles for what is not there.

What the portal prints is well formed, so reading it costs a few milliseconds and not a quarter of a second. Text that
is not comes from nowhere but a test; it is read as any page of the web is.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from functools import cache
from importlib.resources import files

import cssselect2
from weasyprint import CSS, HTML

VACIOS = re.compile(r"<(area|base|br|col|hr|img|link|meta|wbr)\b([^<>]*?)/?>")
NOTAS = re.compile(r"^::(?:footnote|note)-.*$", re.MULTILINE)
MARCAS = re.compile(r"^::marker\b", re.MULTILINE)


class Impresa(HTML):
    """A page to print. Its text has no footnotes, and no element but ``li`` has a marker.

    The engine's own sheet gives each element six styles for them: most of the styles, and a fifth of the memory.
    """

    def __init__(self, html: str, base_url: str, lector):
        raiz = leer(html)
        if raiz is None:
            super().__init__(string=html, base_url=base_url, url_fetcher=lector)
            return
        self.base_url, self.url_fetcher, self.media_type = base_url, lector, "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(raiz, content_language=None)
        self.etree_element = raiz

    def _ua_stylesheets(self, forms=False):
        return super()._ua_stylesheets(forms) if forms else [_hoja_del_motor()]


def leer(html: str) -> ET.Element | None:
    """Give the tree of a page with its ``head`` and its ``body``; None when it is not well formed."""
    try:
        raiz = ET.fromstring(VACIOS.sub(r"<\1\2/>", html))
    except ET.ParseError:
        return None
    if raiz.tag != "html" or [hija.tag for hija in raiz] != ["head", "body"]:
        return None
    for suelto in (raiz[0], raiz[1]):
        suelto.tail = None
    raiz.text = None
    return raiz


@cache
def _hoja_del_motor() -> CSS:
    """Give the engine's own sheet without the rules for what our pages do not have."""
    hoja = (files("weasyprint") / "css" / "html5_ua.css").read_text("utf-8")
    return CSS(string=MARCAS.sub("li::marker", NOTAS.sub("", hoja)))
