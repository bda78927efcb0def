"""What the engine does not write by itself for a PDF to be PDF/A-3a and PDF/UA-1 at once; done before it is saved.

PDF/A wants every property of the metadata to be of a known schema: ``pdfuaid`` is described in an extension schema.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

import pydyf

UA = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
DC = '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">{}</rdf:Description>\n'
FIN = b"</rdf:RDF>"


def rematar(documento, pdf: pydyf.PDF, *, huella: str, sin_dibujo: set[str]) -> None:
    """Complete the metadata (plain, so that any program reads them) and name each attachment once.

    PDF/A wants pictures without interpolation, those of the emoji too. ``sin_dibujo`` receives what had no glyph.
    """
    objeto = pdf.objects[_numero(pdf.catalog["Metadata"])]
    xmp = b"".join(objeto.stream)
    propio = UA + DC.format(_dc("language", documento.metadata.lang or "", "Bag"))
    if huella:
        propio += DC.format(f"<dc:identifier>{escape(huella)}</dc:identifier>")
    objeto.stream = [xmp.replace(FIN, propio.encode("utf-8") + FIN, 1)]
    objeto.compress = False
    for una in pdf.objects:
        if isinstance(una, pydyf.Stream) and "Interpolate" in una.extra:
            una.extra["Interpolate"] = "false"
    _encabezados(pdf)
    sin_dibujo |= {chr(codigo) for fuente in documento.fonts.values() for codigo in fuente.missing}
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))


def _encabezados(pdf: pydyf.PDF) -> None:
    """Say of each table header whether it heads its column (in the head of the table) or its row.

    A reader announces the right header with each cell (PDF 32000-1, 14.8.5.7; the engine leaves ``Scope`` out).
    """
    elementos = {objeto.number: objeto for objeto in pdf.objects if isinstance(objeto, pydyf.Dictionary)}
    for celda in elementos.values():
        if celda.get("S") == "/TH":
            fila = elementos[_numero(celda["P"])]
            grupo = elementos[_numero(fila["P"])]
            celda["A"]["Scope"] = "/Column" if grupo["S"] == "/THead" else "/Row"


def _dc(nombre: str, valor: str, lista: str) -> str:
    return f"<dc:{nombre}><rdf:{lista}><rdf:li>{escape(valor)}</rdf:li></rdf:{lista}></dc:{nombre}>"


def _numero(referencia: bytes) -> int:
    """Give the number of the object behind a reference."""
    return int(referencia.split()[0])
