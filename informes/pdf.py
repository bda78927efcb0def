"""The narrow door to WeasyPrint: a template and its context in, the HTML and the bytes of a tagged PDF out.

The same context gives the same bytes: no clock, no random identifier. Nothing is read from the network nor from the
disk but our own static files and the fonts of a package; user text reaches it only through Django's escaping.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import font_source_sans_pro
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

BASE = "portal:/"
FUENTES = Path(font_source_sans_pro.__file__).parent / "files"


def a_pdf(plantilla: str, contexto: dict, *, identificador: str = "") -> tuple[str, bytes]:
    """Draw a template as PDF/UA-1. ``identificador``: what names this document (its digest); by default, its HTML."""
    from weasyprint import HTML  # heavy: only whoever draws pays for it

    html = render_to_string(plantilla, contexto)
    huella = hashlib.sha256((identificador or html).encode("utf-8")).digest()[:16]
    documento = HTML(string=html, base_url=BASE, url_fetcher=_lector()).write_pdf(
        pdf_variant="pdf/ua-1", pdf_tags=True, pdf_identifier=huella, custom_metadata=False
    )
    return html, documento


def _lector():
    """Give the reader of addresses: ``data:``, ``portal:/fuentes/…`` and ``portal:/estaticos/…``; nothing else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class LectorPropio(URLFetcher):
        def fetch(self, url, headers=None):
            if url.startswith("data:"):
                return super().fetch(url, headers)
            return URLFetcherResponse(url, archivo_propio(url).read_bytes())

    return LectorPropio(allowed_protocols={"data", "portal"})


def archivo_propio(url: str) -> Path:
    """Give the file behind one of our addresses. ``ValueError`` for anything else."""
    carpeta, _barra, nombre = url.removeprefix(BASE).partition("/")
    if url.startswith(BASE) and carpeta == "fuentes":
        encontrado = (FUENTES / nombre).resolve()
        if encontrado.parent == FUENTES.resolve() and encontrado.is_file():
            return encontrado
    if url.startswith(BASE) and carpeta == "estaticos" and ".." not in nombre:
        hallado = finders.find(nombre)
        if hallado:
            return Path(hallado)
    raise ValueError(f"Not an address of the portal: {url}")
