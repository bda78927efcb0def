"""The empty document: letter paper, the styles that a person finds in their list, numbered headings, language."""

from __future__ import annotations

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor, Twips

from informes.colores import LINEA, MAR_CLARO, MAR_HONDO, TINTA, TINTA_SUAVE

LETRA = "Calibri"
ANCHO = 9972  # of the text, in twentieths of a point: letter paper with margins of two centimetres
LENGUAS = {"es": "es-CO", "en": "en-GB"}
TITULOS = {1: (18, 20, 8), 2: (14, 14, 6), 3: (12, 12, 4)}  # size, space before, space after, in points
W = nsdecls("w")


def nuevo(idioma: str):
    """Give an empty document of python-docx with our styles. ``idioma``: «es» or «en»."""
    documento = Document()
    _sin_sobras(documento)
    _pagina(documento.sections[0])
    _lengua(documento, LENGUAS[idioma])
    _parrafos(documento)
    _numerar(documento)
    documento.styles.element.append(parse_xml(_TABLA))
    for estilo in _PROPIOS:
        documento.styles.element.append(parse_xml(estilo))
    ajustes = documento.settings.element
    ajustes.append(
        parse_xml(
            f'<w:compat {W}><w:compatSetting w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        )
    )
    return documento


def _sin_sobras(documento) -> None:
    """Take out what the template brings and nobody asked for: its picture, and a hundred styles of table."""
    paquete = documento.part.package
    for llave, relacion in list(paquete.rels.items()):
        if relacion.reltype.endswith("/thumbnail"):
            del paquete.rels[llave]
    estilos = documento.styles.element
    for estilo in list(estilos):
        if estilo.get(qn("w:type")) == "table" and estilo.get(qn("w:styleId")) not in ("TableNormal", "TableGrid"):
            estilos.remove(estilo)


def _pagina(seccion) -> None:
    """Make it letter paper; the first page, the cover, has neither header nor footer."""
    seccion.page_width, seccion.page_height = Cm(21.59), Cm(27.94)
    seccion.left_margin = seccion.right_margin = Cm(2)
    seccion.top_margin, seccion.bottom_margin = Cm(2.3), Cm(2)
    seccion.header_distance = seccion.footer_distance = Cm(1)
    seccion.different_first_page_header_footer = True


def _lengua(documento, lengua: str) -> None:
    """Set the language of the whole document, by which a reader pronounces it and a dictionary corrects it."""
    defecto = documento.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for viejo in defecto.findall(qn("w:lang")):
        defecto.remove(viejo)
    defecto.append(parse_xml(f'<w:lang {W} w:val="{lengua}" w:eastAsia="{lengua}" w:bidi="ar-SA"/>'))


def _letra(estilo, tamano: float, color: str, negrita: bool | None = None) -> None:
    fuente = estilo.font
    fuente.name, fuente.size, fuente.bold = LETRA, Pt(tamano), negrita
    fuente.color.rgb = RGBColor.from_string(color[1:])
    fuentes = estilo.element.rPr.rFonts
    for atributo in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fuentes.attrib.pop(qn(f"w:{atributo}"), None)
    fuentes.set(qn("w:cs"), LETRA)


def _parrafos(documento) -> None:
    """Dress the paragraphs: everything hangs from «Normal» and the headings."""
    estilos = documento.styles
    normal = estilos["Normal"]
    _letra(normal, 10.5, TINTA)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.12
    for nivel, (tamano, antes, despues) in TITULOS.items():
        titulo = estilos[f"Heading {nivel}"]
        _letra(titulo, tamano, MAR_HONDO, negrita=True)
        formato = titulo.paragraph_format
        formato.space_before, formato.space_after, formato.keep_with_next = Pt(antes), Pt(despues), True
    titulo = estilos["Title"]
    _letra(titulo, 30, MAR_HONDO, negrita=True)
    for borde in titulo.element.pPr.findall(qn("w:pBdr")):
        titulo.element.pPr.remove(borde)
    titulo.paragraph_format.space_before, titulo.paragraph_format.space_after = Pt(24), Pt(8)
    _letra(estilos["Subtitle"], 16, TINTA_SUAVE)
    estilos["Subtitle"].font.italic = False
    _letra(estilos["Caption"], 9.5, TINTA_SUAVE, negrita=True)
    leyenda = estilos["Caption"].paragraph_format
    leyenda.space_before, leyenda.space_after, leyenda.keep_with_next = Pt(8), Pt(3), True
    for nombre in ("Header", "Footer"):
        _letra(estilos[nombre], 8.5, TINTA_SUAVE)
        orilla = estilos[nombre].element.pPr
        orilla.remove(orilla.find(qn("w:tabs")))
        estilos[nombre].paragraph_format.tab_stops.add_tab_stop(Twips(ANCHO), WD_TAB_ALIGNMENT.RIGHT)


def _numerar(documento) -> None:
    """Number the headings by themselves: «4» and «4.1», right after somebody moves a part too."""
    raiz = documento.part.numbering_part.element
    niveles = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{n + 1}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{texto}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
        for n, texto in enumerate(("%1.", "%1.%2."))
    )
    esquema = parse_xml(
        f'<w:abstractNum {W} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>{niveles}</w:abstractNum>'
    )
    primero = raiz.find(qn("w:num"))
    primero.addprevious(esquema)
    raiz.append(parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for nivel in (1, 2):
        propiedades = documento.styles[f"Heading {nivel}"].element.get_or_add_pPr()
        numeros = propiedades.get_or_add_numPr()
        if nivel > 1:
            numeros.get_or_add_ilvl().val = nivel - 1
        numeros.get_or_add_numId().val = 90


_BORDE = f'w:val="single" w:sz="4" w:space="0" w:color="{LINEA[1:]}"'
_TABLA = f"""<w:style {W} w:type="table" w:customStyle="1" w:styleId="Agenda"><w:name w:val="Agenda"/>
<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="1"/><w:qFormat/>
<w:tblPr><w:tblBorders><w:bottom {_BORDE}/><w:insideH {_BORDE}/></w:tblBorders>
<w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/>
<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr>
<w:shd w:val="clear" w:color="auto" w:fill="{MAR_HONDO[1:]}"/></w:tcPr></w:tblStylePr>
<w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>
<w:top w:val="single" w:sz="8" w:space="0" w:color="{MAR_HONDO[1:]}"/></w:tcBorders></w:tcPr></w:tblStylePr>
<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>"""


def _estilo(clave: str, nombre: str, clase: str, cuerpo: str, base: str = "") -> str:
    """Give a style in XML."""
    sobre = f'<w:basedOn w:val="{base}"/>' if base else ""
    propio = "" if nombre.startswith("toc") or nombre == "Hyperlink" else ' w:customStyle="1"'
    return (
        f'<w:style {W} w:type="{clase}"{propio} w:styleId="{clave}"><w:name w:val="{nombre}"/>{sobre}'
        f'<w:uiPriority w:val="39"/><w:qFormat/>{cuerpo}</w:style>'
    )


_PUNTOS = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{ANCHO}"/></w:tabs>'
_PROPIOS = (
    _estilo("TOC1", "toc 1", "paragraph", f'<w:pPr>{_PUNTOS}<w:spacing w:before="50" w:after="0" w:line="240" '
            'w:lineRule="auto"/></w:pPr><w:rPr><w:b/><w:sz w:val="18"/></w:rPr>', "Normal"),
    _estilo("TOC2", "toc 2", "paragraph", f'<w:pPr>{_PUNTOS}<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
            '<w:ind w:left="340"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>',
            "Normal"),
    _estilo("Hyperlink", "Hyperlink", "character",
            f'<w:rPr><w:color w:val="{MAR_HONDO[1:]}"/><w:u w:val="single"/></w:rPr>'),
    _estilo("Celda", "Celda", "paragraph", '<w:pPr><w:spacing w:before="10" w:after="10" w:line="240" '
            'w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>', "Normal"),
    _estilo("CeldaChica", "Celda chica", "paragraph", '<w:rPr><w:sz w:val="16"/></w:rPr>', "Celda"),
    _estilo("CeldaDeCabeza", "Celda de cabeza", "paragraph", '<w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/>'
            '<w:color w:val="FFFFFF"/></w:rPr>', "Celda"),
    _estilo("Nota", "Nota", "paragraph", f'<w:rPr><w:color w:val="{TINTA_SUAVE[1:]}"/><w:sz w:val="18"/></w:rPr>',
            "Normal"),
    _estilo("Destacado", "Destacado", "paragraph", f'<w:pPr><w:pBdr><w:left w:val="single" w:sz="24" w:space="8" '
            f'w:color="{MAR_HONDO[1:]}"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{MAR_CLARO[1:]}"/>'
            '<w:ind w:left="170"/></w:pPr>', "Normal"),
    _estilo("SinNumero", "Título sin número", "paragraph", '<w:pPr><w:keepNext/><w:spacing w:before="0" '
            f'w:after="80"/></w:pPr><w:rPr><w:b/><w:color w:val="{MAR_HONDO[1:]}"/><w:sz w:val="36"/></w:rPr>',
            "Normal"),
    _estilo("Suave", "Suave", "character", f'<w:rPr><w:color w:val="{TINTA_SUAVE[1:]}"/></w:rPr>'),
)  # fmt: skip
