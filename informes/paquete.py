"""A ZIP of Office (XLSX, DOCX) made again so that the same content always gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

COMIENZO = (1980, 1, 1, 0, 0, 0)  # the first day a ZIP can write
PROPIEDADES = "docProps/core.xml"
FECHADAS = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def fijo(datos: bytes, momento: dt.datetime | None = None) -> bytes:
    """Give the package without clock: every entry with one date and the same mode, its properties dated ``momento``.

    The order of the entries stays: some readers want the list of types first. Without ``momento``, 1 January 1980.
    """
    cuando = momento or dt.datetime(*COMIENZO, tzinfo=dt.UTC)
    if cuando.tzinfo:
        cuando = cuando.astimezone(dt.UTC)
    marca = f"{cuando:%Y-%m-%dT%H:%M:%SZ}".encode()
    salida = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(datos)) as viejo, zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as nuevo:
        for entrada in viejo.infolist():
            cuerpo = viejo.read(entrada)
            if entrada.filename == PROPIEDADES:
                cuerpo = FECHADAS.sub(rb"\g<1>" + marca + rb"\g<3>", cuerpo)
            fija = zipfile.ZipInfo(entrada.filename, COMIENZO)
            fija.compress_type = zipfile.ZIP_DEFLATED
            fija.create_system = 3
            fija.external_attr = 0o600 << 16
            nuevo.writestr(fija, cuerpo)
    return salida.getvalue()
