"""What a PDF shows, glyph by glyph, read from its content streams and from the fonts inside it."""

from __future__ import annotations

import io

import pikepdf
from fontTools.ttLib import TTFont


def glifos(pdf: pikepdf.Pdf):
    """Give ``(name of the font, program of the font, code of the glyph)`` for each glyph shown on a page."""
    programas: dict[str, TTFont | None] = {}
    for pagina in pdf.pages:
        fuentes = pagina.obj.Resources.get("/Font", {})
        actual = ""
        for operandos, operador in pikepdf.parse_content_stream(pagina):
            if str(operador) == "Tf":
                actual = str(operandos[0])
            elif str(operador) in ("Tj", "TJ"):
                fuente = fuentes[actual]
                if actual not in programas:
                    programas[actual] = programa(fuente)
                partes = operandos[0] if str(operador) == "TJ" else operandos
                crudo = b"".join(bytes(parte) for parte in partes if isinstance(parte, pikepdf.String))
                for codigo in codigos(fuente, crudo):
                    yield str(fuente.BaseFont), programas[actual], codigo


def codigos(fuente: pikepdf.Dictionary, crudo: bytes) -> list[int]:
    """Give the codes in a string: two bytes each. The identity is the only encoding in which code and glyph agree."""
    assert fuente.Subtype == "/Type0", fuente.BaseFont
    assert fuente.Encoding == "/Identity-H", fuente.BaseFont
    return [int.from_bytes(crudo[i : i + 2], "big") for i in range(0, len(crudo), 2)]


def programa(fuente: pikepdf.Dictionary) -> TTFont | None:
    """Give the embedded program of a font."""
    descriptor = fuente.DescendantFonts[0].FontDescriptor
    archivo = descriptor.get("/FontFile2") or descriptor.get("/FontFile3")
    return TTFont(io.BytesIO(archivo.read_bytes()), lazy=True)
