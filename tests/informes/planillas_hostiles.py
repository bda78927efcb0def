"""Workbooks as an attacker would write them, by hand: each a few kilobytes, none needs a spreadsheet program."""

from __future__ import annotations

import io
import struct
import zipfile

PRINCIPAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELACION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAQUETE = "http://schemas.openxmlformats.org/package/2006/relationships"
TIPOS = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.sheet.main+xml"/></Types>'
)
RAIZ = (
    f'<Relationships xmlns="{PAQUETE}"><Relationship Id="a" Type="{RELACION}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>'
)
ESTILOS = (
    f'<styleSheet xmlns="{PRINCIPAL}"><numFmts><numFmt numFmtId="170" formatCode="[h]:mm"/></numFmts><cellXfs>'
    '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="170"/></cellXfs></styleSheet>'
)


def hoja(filas: str, antes: str = "", despues: str = "") -> str:
    """Give the XML of a sheet."""
    return f'<worksheet xmlns="{PRINCIPAL}">{antes}<sheetData>{filas}</sheetData>{despues}</worksheet>'


def libro(
    filas: str = "",
    *,
    textos: str = "",
    propiedades: str = "",
    otras: dict[str, str | bytes] | None = None,
    hojas: int = 1,
    destino: str = "worksheets/sheet1.xml",
    modo: str = "",
) -> bytes:
    """Give a workbook whose first sheet is ``filas`` (rows, or a whole part when it begins with «<?» or «<w»)."""
    cuerpo = filas if filas.startswith(("<?", "<w", "<!")) else hoja(filas)
    nombres = "".join(f'<sheet name="H{n}" sheetId="{n}" r:id="h{n}"/>' for n in range(1, hojas + 1))
    relaciones = "".join(
        f'<Relationship Id="h{n}" Type="{RELACION}/worksheet" Target="{destino}"{modo}/>' for n in range(1, hojas + 1)
    )
    partes: dict[str, str | bytes] = {
        "[Content_Types].xml": TIPOS,
        "_rels/.rels": RAIZ,
        "xl/workbook.xml": f'<workbook xmlns="{PRINCIPAL}" xmlns:r="{RELACION}">{propiedades}'
        f"<sheets>{nombres}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PAQUETE}">{relaciones}'
        f'<Relationship Id="s" Type="{RELACION}/styles" Target="styles.xml"/>'
        f'<Relationship Id="t" Type="{RELACION}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/styles.xml": ESTILOS,
        "xl/sharedStrings.xml": textos or f'<sst xmlns="{PRINCIPAL}"/>',
        "xl/worksheets/sheet1.xml": cuerpo,
    }
    return comprimir(partes | (otras or {}))


def comprimir(partes: dict[str, str | bytes]) -> bytes:
    """Give a zip."""
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as paquete:
        for nombre, contenido in partes.items():
            paquete.writestr(nombre, contenido)
    return salida.getvalue()


def risas() -> bytes:
    """Give the billion laughs: ten levels of ten entities."""
    entidades = '<!ENTITY a0 "ja">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 11))
    cuerpo = hoja('<row r="1"><c r="A1" t="inlineStr"><is><t>&a10;</t></is></c></row>')
    return libro(f'<?xml version="1.0"?><!DOCTYPE w [{entidades}]>{cuerpo}')


def textos_repetidos(veces: int = 100_000, largo: int = 32_000) -> bytes:
    """Give one long shared text used by very many cells."""
    texto = "x" * largo
    celdas = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, veces + 1))
    return libro(celdas, textos=f'<sst xmlns="{PRINCIPAL}"><si><t>{texto}</t></si></sst>')


def muchos_textos(cuantos: int) -> bytes:
    """Give very many shared texts that nobody uses."""
    return libro("", textos=f'<sst xmlns="{PRINCIPAL}">{"<si><t>😀</t></si>" * cuantos}</sst>')


def filas_de_libreoffice(cuantas: int = 1_048_576) -> bytes:
    """Give the rows that LibreOffice writes when a format reaches the end of the sheet, with one cell written."""
    fila = (
        '<row r="%d" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" '
        'collapsed="false">%s</row>'
    )
    filas = "".join(fila % (n, '<c r="A1"><v>7</v></c>' if n == 1 else "") for n in range(1, cuantas + 1))
    return libro(hoja(filas, antes='<dimension ref="A1:XFD1048576"/>'))


def directorio_enorme(entradas: int = 60_000) -> bytes:
    """Give a zip of very many empty files."""
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w") as paquete:
        for n in range(entradas):
            paquete.writestr(f"x{n}", b"")
    return salida.getvalue()


def mentir_tamano(datos: bytes, nombre: str, dice: int) -> bytes:
    """Give the same zip, whose directory says that a part uncompresses to ``dice`` bytes."""
    buscado = nombre.encode()
    arreglado = bytearray(datos)
    desde = 0
    while (desde := arreglado.find(b"PK\x01\x02", desde)) >= 0:
        if arreglado[desde + 46 : desde + 46 + len(buscado)] == buscado:
            arreglado[desde + 24 : desde + 28] = struct.pack("<I", dice)
        desde += 4
    return bytes(arreglado)
