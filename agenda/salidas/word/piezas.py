"""What a document is made of: runs, paragraphs, headings, tables, pictures, fields. What people wrote is only text."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from agenda.salidas.word.estilos import ANCHO

PROHIBIDAS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML cannot hold them
CIFRAS_LARGAS = 17  # signs of an amount that is written smaller so as not to be cut
JUNTAS = 6  # rows of a table that is not cut
RENGLON = re.compile("\r\n|\r|\n|\u2028|\u2029|\x85")


def legible(texto) -> str:
    """Give a text without what XML cannot hold."""
    return PROHIBIDAS.sub("", str(texto))


def de_derecha(texto: str) -> bool:
    """Say whether a text is read from right to left: its first letter with a direction says so."""
    for letra in texto:
        direccion = unicodedata.bidirectional(letra)
        if direccion in ("L", "R", "AL"):
            return direccion != "L"
    return False


@dataclass(frozen=True)
class Trozo:
    """A piece of text. ``suyo``: the town wrote it, in Spanish; ``estilo``: that of a character.

    ``lengua``: the one it is in, when it is neither that of the document nor the town's.
    """

    texto: str
    negrita: bool = False
    suyo: bool = False
    estilo: str = ""
    lengua: str = ""


def con_montos(filas: Iterable[Sequence], cuantos: int) -> list[float]:
    """Share the width among the first column and ``cuantos`` of money, wide enough for the longest amount."""
    largo = max((len(celda) for fila in filas for celda in fila[-cuantos:] if isinstance(celda, str)), default=0)
    parte = min(80 / cuantos, 21, max(13, 1.05 * min(largo, CIFRAS_LARGAS + 2) + 1.7))
    return [100 - parte * cuantos, *[parte] * cuantos]


def nodo(nombre: str, *hijos, **atributos):
    """Give an element of the document, its attributes in the same namespace."""
    elemento = OxmlElement(f"w:{nombre}")
    for clave, valor in atributos.items():
        elemento.set(qn(f"w:{clave}"), str(valor))
    elemento.extend(hijos)
    return elemento


def corrida(trozo: Trozo, extranjera: bool):
    """Give a run. ``extranjera``: the document is not in Spanish, so that the town's words say their language."""
    propiedades = nodo("rPr")
    if trozo.estilo:
        propiedades.append(nodo("rStyle", val=trozo.estilo))
    if trozo.negrita:
        propiedades.extend((nodo("b"), nodo("bCs")))
    if de_derecha(trozo.texto):
        propiedades.append(nodo("rtl"))
    if lengua := trozo.lengua or (trozo.suyo and extranjera and "es-CO"):
        propiedades.append(nodo("lang", val=lengua))
    run = nodo("r", propiedades) if len(propiedades) else nodo("r")
    for i, linea in enumerate(RENGLON.split(legible(trozo.texto))):
        if i:
            run.append(nodo("br"))
        for j, parte in enumerate(linea.split("\t")):
            if j:
                run.append(nodo("tab"))
            if parte:
                texto = nodo("t")
                texto.text = parte
                texto.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                run.append(texto)
    return run


def campo(instruccion: str, resultado: str = "", negrita: bool = False) -> list:
    """Give the runs of a field, with the text it shows until somebody updates it."""
    orden = nodo("instrText")
    orden.text = f" {instruccion} "
    orden.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    runs = [nodo("r", nodo("fldChar", fldCharType="begin")), nodo("r", orden)]
    runs.append(nodo("r", nodo("fldChar", fldCharType="separate")))
    if resultado:
        runs.append(corrida(Trozo(resultado, negrita), False))
    return [*runs, nodo("r", nodo("fldChar", fldCharType="end"))]


@dataclass
class Papel:
    """The document being written, from top to bottom."""

    documento: object
    idioma: str
    marcas: list[tuple[int, str, str]] = field(default_factory=list)  # level, heading, bookmark
    tablas: int = 0

    @property
    def extranjera(self) -> bool:
        """Say whether the document is not in the language of the town."""
        return self.idioma != "es"

    def poner(self, elemento):
        """Put an element at the end."""
        self.documento.element.body[-1].addprevious(elemento)  # the last one is the section
        return elemento

    def renglones(self, trozos: Iterable[Trozo], estilo: str = "", derecha: bool = False, pegado: bool = False):
        """Give a paragraph of some pieces, without putting it. ``pegado``: on the page of what follows."""
        trozos = [trozo for trozo in trozos if trozo.texto]
        propiedades = nodo("pPr")
        if estilo:
            propiedades.append(nodo("pStyle", val=estilo))
        if pegado:
            propiedades.append(nodo("keepNext"))
        al_reves = de_derecha("".join(trozo.texto for trozo in trozos))
        if al_reves:
            propiedades.append(nodo("bidi"))
        if derecha:
            propiedades.append(nodo("jc", val="left" if al_reves else "right"))  # «left» is where a line begins
        parrafo = nodo("p", propiedades) if len(propiedades) else nodo("p")
        parrafo.extend(corrida(trozo, self.extranjera) for trozo in trozos)
        return parrafo

    def parrafo(self, *trozos: Trozo | str, estilo: str = "", pegado: bool = False):
        """Put a paragraph; a plain text is ours."""
        piezas = [Trozo(t) if isinstance(t, str) else t for t in trozos]
        return self.poner(self.renglones(piezas, estilo, pegado=pegado))

    def textos(self, texto: str, estilo: str = "", suyo: bool = True, lengua: str = "") -> None:
        """Put what somebody wrote: one paragraph for each blank line, line ends kept."""
        for parte in re.split(r"\n\s*\n", RENGLON.sub("\n", texto.strip())):
            if parte.strip():
                self.parrafo(Trozo(parte.strip("\n"), suyo=suyo, lengua=lengua), estilo=estilo)

    def titulo(self, texto: str, nivel: int, suyo: bool = False, lengua: str = "") -> None:
        """Put a heading with the bookmark that the table of contents reads."""
        marca, numero = f"_Toc{len(self.marcas) + 1:06}", len(self.marcas) + 1
        self.marcas.append((nivel, texto, marca))
        parrafo = self.renglones([], f"Heading{nivel}")
        parrafo.extend(
            (
                nodo("bookmarkStart", id=numero, name=marca),
                corrida(Trozo(texto, suyo=suyo, lengua=lengua), self.extranjera),
                nodo("bookmarkEnd", id=numero),
            )
        )
        self.poner(parrafo)

    def lista(self, textos: Iterable[str], numerada: bool = False, suyo: bool = False) -> None:
        """Put a list."""
        for texto in textos:
            self.parrafo(Trozo(texto, suyo=suyo), estilo="ListNumber" if numerada else "ListBullet")

    def leyenda(self, palabra: str, texto: str) -> None:
        """Put the caption of the table that follows, with the number that Word keeps: «Tabla 3. …»."""
        self.tablas += 1
        parrafo = self.renglones([Trozo(f"{palabra} ")], "Caption")
        parrafo.extend(campo(r"SEQ Tabla \* ARABIC", str(self.tablas)))
        parrafo.append(corrida(Trozo(f". {texto}"), self.extranjera))
        self.poner(parrafo)

    def imagen(self, datos: bytes, ancho_cm: float, descripcion: str) -> None:
        """Put a picture with its alternative text."""
        self.documento.add_picture(io.BytesIO(datos), width=Cm(ancho_cm))
        dibujo = self.documento.paragraphs[-1]._p
        for propiedades in dibujo.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
            propiedades.set("descr", legible(descripcion))
            propiedades.set("name", legible(descripcion)[:60])

    def salto(self) -> None:
        """Begin a new page."""
        self.poner(nodo("p", nodo("r", nodo("br", type="page"))))

    def tabla(
        self,
        encabezado: Sequence[str],
        filas: Iterable[Sequence],
        partes: Sequence[float],
        *,
        numeros: Sequence[int] = (),
        suyas: Sequence[int] = (),
        total: bool = False,
        titulos_de_fila: bool = True,
    ) -> None:
        """Put a table: its head repeats, no row is cut, a short one stays whole. A cell is a text or pieces of one.

        ``partes``: the share of the width of each column; ``numeros``: columns to the right; ``suyas``: columns that
        the town wrote; ``total``: the last row is the sum. A row of one cell is a subtitle across the table.
        """
        anchos = [round(ANCHO * parte / sum(partes)) for parte in partes]
        primera, ultima, columna = bool(encabezado), total, titulos_de_fila
        mirada = nodo(
            "tblLook", val=f"{0x600 + 0x20 * primera + 0x40 * ultima + 0x80 * columna:04X}", firstRow=int(primera),
            lastRow=int(ultima), firstColumn=int(columna), lastColumn=0, noHBand=1, noVBand=1,
        )  # fmt: skip
        propiedades = nodo(
            "tblPr", nodo("tblStyle", val="Agenda"), nodo("tblW", w=sum(anchos), type="dxa"),
            nodo("tblLayout", type="fixed"), mirada,
        )  # fmt: skip
        tabla = nodo("tbl", propiedades, nodo("tblGrid", *(nodo("gridCol", w=ancho) for ancho in anchos)))
        if encabezado:
            tabla.append(self._fila(list(encabezado), anchos, numeros, (), cabeza=True))
        filas = [list(fila) for fila in filas]
        junta = len(filas) <= JUNTAS
        for n, fila in enumerate(filas, start=1):
            tabla.append(self._fila(fila, anchos, numeros, suyas, pegada=junta and n < len(filas)))
        self.poner(tabla)
        self.poner(nodo("p", nodo("pPr", nodo("spacing", after="60", line="120", lineRule="exact"))))

    def _fila(self, celdas: list, anchos: list[int], numeros, suyas, cabeza: bool = False, pegada: bool = False):
        propiedades = nodo("trPr", nodo("cantSplit"))
        if cabeza:
            propiedades.append(nodo("tblHeader"))
        fila = nodo("tr", propiedades)
        if len(celdas) == 1 and len(anchos) > 1:
            medidas = nodo("tcPr", nodo("tcW", w=sum(anchos), type="dxa"), nodo("gridSpan", val=len(anchos)))
            fila.append(nodo("tc", medidas, *self._celda(celdas[0], False, False, pegado=True)))  # with what follows
            return fila
        for j, (celda, ancho) in enumerate(zip(celdas, anchos, strict=True)):
            medidas = nodo("tcPr", nodo("tcW", w=ancho, type="dxa"))
            largo = j in numeros and isinstance(celda, str) and len(celda) > CIFRAS_LARGAS
            estilo = "CeldaDeCabeza" if cabeza else "CeldaChica" if largo else "Celda"
            fila.append(nodo("tc", medidas, *self._celda(celda, j in numeros, j in suyas, estilo, pegada)))
        return fila

    def _celda(self, celda, derecha: bool, suya: bool, estilo: str = "Celda", pegado: bool = False) -> list:
        """Give the paragraphs of a cell: a text, or pieces of one; a list of lists is several paragraphs."""
        if not isinstance(celda, list):
            celda = [[Trozo(str(celda), suyo=suya)]]
        elif not celda or not isinstance(celda[0], list):
            celda = [celda]
        return [self.renglones(trozos, estilo, derecha, pegado) for trozos in celda]

    def hechos(self, filas: Iterable[tuple[str, str]]) -> None:
        """Put facts, each a name and what it says."""
        self.tabla((), [(nombre, texto) for nombre, texto in filas], (22, 78), suyas=(1,))

    def enlace(self, direccion: str):
        """Give a link that shows its own address, without putting it."""
        relacion = self.documento.part.relate_to(
            direccion, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
        )
        enlace = parse_xml(f"<w:hyperlink {nsdecls('w', 'r')}/>")
        enlace.set(qn("r:id"), relacion)
        enlace.append(corrida(Trozo(direccion, estilo="Hyperlink"), False))
        return enlace
