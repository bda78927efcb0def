"""The marks by which a file says which version it is, read from its raw bytes. Pure.

The file may be cut, changed or hostile, so nothing is parsed: marks are looked for in the places where they stand, and
a byte that spoils one leaves the others. Streams are inflated one after the other, within limits, for what they hide.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

IDENTIFICADOR = re.compile(rb"\s{0,8}\[\s{0,8}(?:<([0-9A-Fa-f]{32})>|\(((?:[^\\)]|\\.){1,96})\))", re.DOTALL)
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)  # of a PDF literal string
LETRAS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\r\n": b"", b"\n": b"", b"\r": b""}
HUELLA = re.compile(rb"(?<![0-9A-Fa-f])[0-9A-Fa-f]{64}(?![0-9A-Fa-f])")
PROPIAS = (b"dc:identifier", b'"sha256"')  # metadata of the PDF, envelope of the data
MENCION = b"/verificar/"  # links and QR: any document may carry them
BORRADOR = re.compile(rb"\s{0,4}[>(]\s{0,4}BORRADOR")  # after «Keywords»: templates/agenda/pdf
CERCA = 200  # bytes after the name of a mark in which its value is looked for

APARICIONES = 4_000  # of one name: more is noise
MARCAS = 100  # of each kind: more than one document can claim
FLUJOS = 4_000
INFLADO_POR_FLUJO = 4 * 1024 * 1024  # bytes; the largest attached document is under a tenth of this
INFLADO_EN_TOTAL = 48 * 1024 * 1024
TROZO = 256 * 1024


@dataclass
class Marcas:
    """What a file says of itself: identifiers of stored files, hashes it calls its own, hashes it only mentions.

    ``borrador``: it says that it is a draft.
    """

    identificadores: set[str] = field(default_factory=set)
    propias: set[str] = field(default_factory=set)
    mencionadas: set[str] = field(default_factory=set)
    borrador: bool = False

    def buscar(self, datos: bytes) -> None:
        """Add the marks of some bytes."""
        for lugar in _apariciones(datos, b"/ID"):
            if hallado := IDENTIFICADOR.match(datos, lugar):
                _sumar(self.identificadores, hallado.group(1) or _literal(hallado.group(2)).hex().encode())
        for nombre in PROPIAS:
            self._huellas(self.propias, datos, nombre)
        self._huellas(self.mencionadas, datos, MENCION)
        self.borrador = self.borrador or any(BORRADOR.match(datos, lugar) for lugar in _apariciones(datos, b"Keywords"))

    @staticmethod
    def _huellas(donde: set[str], datos: bytes, nombre: bytes) -> None:
        for lugar in _apariciones(datos, nombre):
            if hallada := HUELLA.search(datos, lugar, lugar + CERCA):
                _sumar(donde, hallada.group())


def leer_marcas(datos: bytes) -> Marcas:
    """Give the marks of a file, of any kind. Bounded: at most ``INFLADO_EN_TOTAL`` bytes come out of its streams."""
    marcas = Marcas()
    marcas.buscar(datos)
    for trozo in inflar(datos):
        marcas.buscar(trozo)
    return marcas


def inflar(datos: bytes) -> Iterator[bytes]:
    """Give what the deflated streams of a file hold, by pieces that overlap; what is no such stream is skipped.

    Each stream ends where the next «stream» or «endstream» stands, so no byte is read twice.
    """
    cotas = list(_apariciones(datos, b"stream", 2 * FLUJOS))
    resta = INFLADO_EN_TOTAL
    for inicio, fin in pairwise([*cotas, len(datos)]):
        if datos[inicio - 9 : inicio - 6] == b"end":
            continue
        inicio += 2 if datos[inicio : inicio + 2] == b"\r\n" else 1
        if not _parece_inflable(datos, inicio):
            continue
        for trozo, nuevos in _inflar_uno(memoryview(datos)[inicio:fin], min(INFLADO_POR_FLUJO, resta)):
            resta -= nuevos
            yield trozo
        if resta <= 0:
            return


def _inflar_uno(datos: memoryview, tope: int) -> Iterator[tuple[bytes, int]]:
    """Give the pieces of one stream, each with the end of the one before, and how many bytes of it are new."""
    motor, cola, salidos, leidos = zlib.decompressobj(), b"", 0, 0
    while salidos < tope and not motor.eof:
        entrada = motor.unconsumed_tail
        if not entrada:
            entrada = bytes(datos[leidos : leidos + TROZO])
            leidos += len(entrada)
        if not entrada:
            return
        try:
            trozo = motor.decompress(entrada, TROZO)
        except zlib.error:
            return
        salidos += len(trozo)
        if trozo:
            yield cola + trozo, len(trozo)
            cola = (cola + trozo)[-2 * CERCA :]


def _parece_inflable(datos: bytes, inicio: int) -> bool:
    """Say whether a zlib header stands there."""
    cabeza = datos[inicio : inicio + 2]
    return len(cabeza) == 2 and cabeza[0] & 0x0F == 8 and (cabeza[0] << 8 | cabeza[1]) % 31 == 0


def _apariciones(datos: bytes, nombre: bytes, cuantas: int = APARICIONES) -> Iterator[int]:
    """Give where each of the first appearances of a name ends."""
    lugar = -1
    for _n in range(cuantas):
        lugar = datos.find(nombre, lugar + 1)
        if lugar < 0:
            return
        yield lugar + len(nombre)


def _literal(escrito: bytes) -> bytes:
    """Give the bytes of a PDF literal string."""

    def leer(hallado: re.Match) -> bytes:
        octal, letra = hallado.groups()
        return bytes([int(octal, 8) & 0xFF]) if octal else LETRAS.get(letra, letra)

    return ESCAPE.sub(leer, escrito)


def _sumar(conjunto: set[str], hallado: bytes) -> None:
    if len(conjunto) < MARCAS:
        conjunto.add(hallado.decode("ascii").lower())
