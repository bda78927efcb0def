"""The narrow door to WeasyPrint: a template and its context in, the HTML and the bytes of a tagged PDF out.

What comes out is PDF/A-3a and PDF/UA-1 at once. The same context gives the same bytes: no clock, no random identifier.
Nothing is read from the network nor from the disk but our own static files and the fonts of a package; user text
reaches it only through Django's escaping.
"""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import font_source_sans_pro
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from informes.papel.letras import SUSTITUTOS, imprimible, sustituir

BASE = "portal:/"
FUENTES = Path(font_source_sans_pro.__file__).parent / "files"


@dataclass(frozen=True)
class Adjunto:
    """A file that travels inside the PDF as the data from which it was made. ``fecha``: with its time zone."""

    nombre: str
    datos: bytes
    descripcion: str
    fecha: dt.datetime


def a_pdf(
    plantilla: str, contexto: dict, *, identificador: bytes = b"", huella: str = "", adjunto: Adjunto | None = None
) -> tuple[str, bytes]:
    """Draw a template. ``identificador``: first element of the trailer's ``/ID``; by default, from the HTML.

    ``huella``: what ``dc:identifier`` says in the metadata, which are written without compression. A sign that no font
    of the machine can draw is printed as «□»; the HTML that is given back is the one that was drawn.
    """
    html = imprimible(render_to_string(plantilla, contexto))
    datos, sin_dibujo = escribir(html, identificador, huella, adjunto)
    for sustituto in SUSTITUTOS:
        if not sin_dibujo:
            break
        html = sustituir(html, sin_dibujo, sustituto)
        datos, sin_dibujo = escribir(html, identificador, huella, adjunto)
    return html, datos


def escribir(
    html: str, identificador: bytes = b"", huella: str = "", adjunto: Adjunto | None = None
) -> tuple[bytes, set[str]]:
    """Give the bytes, and the characters for which the engine found no glyph."""
    from weasyprint import Attachment  # heavy: only whoever draws pays for it

    from informes.papel.arbol import Impresa
    from informes.papel.conformidad import rematar
    from informes.papel.motor import preparar

    preparar()
    sin_dibujo: set[str] = set()
    with _sin_recoger():
        datos = Impresa(html, BASE, lector()).write_pdf(
            pdf_variant="pdf/a-3a",
            pdf_identifier=identificador or hashlib.sha256(html.encode("utf-8")).digest()[:16],
            attachments=[_adjuntar(adjunto, Attachment)] if adjunto else None,
            finisher=partial(rematar, huella=huella, sin_dibujo=sin_dibujo),
        )
    return datos, sin_dibujo


@contextmanager
def _sin_recoger():
    """Leave Python's collector of cycles at rest: the tree of a document is all alive until its last page is drawn.

    Looking through it again and again took from a tenth to a third of the time; it comes back with the last page.
    """
    estaba = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if estaba:
            gc.enable()


def _adjuntar(adjunto: Adjunto, clase):
    """Give the attachment as the engine wants it, dated in UTC by its document and not by the clock."""
    fecha = adjunto.fecha.astimezone(dt.UTC)
    return clase(
        string=adjunto.datos.decode("utf-8"),
        name=adjunto.nombre,
        description=adjunto.descripcion,
        created=fecha,
        modified=fecha,
        relationship="Data",
    )


def lector():
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
