"""XML of strangers read in one pass, without a tree and without entities, stopping before it costs anything.

A DTD is refused, so no entity exists. What expat would hold whole in memory (one tag, one comment) is refused at
``TROZO_ENTERO`` bytes: version 2.5 also scans an unfinished one again with each chunk (CVE-2023-52425).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import IO
from xml.parsers import expat

TROZO = 64 * 1024
TROZO_ENTERO = 512 * 1024
PROFUNDIDAD = 64
NOMBRES = 1_000
ESPACIOS = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
}


class XmlInaceptable(Exception):
    """The XML is broken, declares a DTD, or asks for more than its budget."""


class XmlExcesivo(XmlInaceptable):
    """The XML may be right, but asks for more than its budget of bytes or elements."""


class Presupuesto:
    """How much may still be read, shared by the parts of a package: uncompressed bytes and elements."""

    def __init__(self, octetos: int, elementos: int):
        self.octetos = octetos
        self.elementos = elementos


def recorrer(
    flujo: IO[bytes],
    presupuesto: Presupuesto,
    al_abrir: Callable[[str, dict[str, str]], None],
    al_cerrar: Callable[[str], None] | None = None,
    al_leer: Callable[[str], None] | None = None,
) -> None:
    """Call back for each element of the namespaces of a spreadsheet (local names) and each run of text.

    Attributes keep their names; those with a namespace are «namespace name». Raises ``XmlInaceptable`` and lets
    through what the callbacks raise.
    """
    lector = expat.ParserCreate(namespace_separator=" ")
    lector.buffer_text = True
    lector.buffer_size = TROZO
    profundidad = 0
    locales: dict[str, str] = {}
    de_atributos: set[str] = set()

    def local_de(nombre: str) -> str:
        espacio, _, local = nombre.rpartition(" ")
        local = local if espacio in ESPACIOS else ""
        locales[nombre] = local
        contar_nombres()
        return local

    def contar_nombres() -> None:
        if len(locales) + len(de_atributos) > NOMBRES:  # expat keeps each name it meets
            raise XmlInaceptable("nombres")

    def abrir(nombre: str, atributos: dict[str, str]) -> None:
        nonlocal profundidad
        profundidad += 1
        presupuesto.elementos -= 1
        if profundidad > PROFUNDIDAD:
            raise XmlInaceptable("profundidad")
        if presupuesto.elementos < 0:
            raise XmlExcesivo("elementos")
        if not de_atributos.issuperset(atributos):
            de_atributos.update(atributos)
            contar_nombres()
        local = locales.get(nombre)
        if local is None:
            local = local_de(nombre)
        if local:
            al_abrir(local, atributos)

    def cerrar(nombre: str) -> None:
        nonlocal profundidad
        profundidad -= 1
        if al_cerrar and locales[nombre]:
            al_cerrar(locales[nombre])

    def rechazar(*_nada) -> None:
        raise XmlInaceptable("DTD")

    lector.StartElementHandler = abrir
    lector.EndElementHandler = cerrar
    lector.StartDoctypeDeclHandler = rechazar
    lector.EntityDeclHandler = rechazar
    if al_leer:
        lector.CharacterDataHandler = al_leer
    leidos = 0
    try:
        while trozo := flujo.read(TROZO):
            leidos += len(trozo)
            presupuesto.octetos -= len(trozo)
            if presupuesto.octetos < 0:
                raise XmlExcesivo("octetos")
            lector.Parse(trozo, False)
            if leidos - lector.CurrentByteIndex > TROZO_ENTERO:
                raise XmlInaceptable("trozo")
        lector.Parse(b"", True)
    except expat.ExpatError as error:
        raise XmlInaceptable(str(error)) from error
