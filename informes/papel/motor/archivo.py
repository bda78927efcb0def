"""The file is written with the fewest steps: each object is turned into bytes at once, and once.

The engine asks each object what it says to write it, and again to sign the whole; while the file is written, what was
said is kept.

Streams are compressed at the usual level of zlib. The engine asks for its last, which takes three times as long to
save a fiftieth.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from contextvars import ContextVar

import pydyf

NIVEL = 6

escribiendo: ContextVar[bool] = ContextVar("escribiendo", default=False)

_a_bytes = pydyf._to_bytes
_escribir = pydyf.PDF.write


def aligerar() -> None:
    """Put it on."""
    pydyf._to_bytes = a_bytes
    pydyf.Dictionary.data = property(una_vez(diccionario))
    pydyf.Array.data = property(una_vez(lista))
    pydyf.Stream.data = property(una_vez(flujo))
    pydyf.PDF.write = escribir
    pydyf.PDF.page_references = property(paginas)


def escribir(self, *argumentos, **opciones) -> None:
    """Write the file; its objects do not change meanwhile."""
    testigo = escribiendo.set(True)
    try:
        _escribir(self, *argumentos, **opciones)
    finally:
        escribiendo.reset(testigo)


def una_vez(decir: Callable[[pydyf.Object], bytes]) -> Callable[[pydyf.Object], bytes]:
    """Keep what an object with a number says, from the moment in which the file begins to be written."""

    def dicho(self) -> bytes:
        if self.number is None or not escribiendo.get():
            return decir(self)
        guardado = vars(self).get("_dicho")
        if guardado is None:
            guardado = self._dicho = decir(self)
        return guardado

    return dicho


def a_bytes(item) -> bytes:
    """Write a value of a PDF."""
    clase = type(item)
    if clase is bytes:
        return item
    if clase is str:
        return item.encode("ascii")
    if clase is int:
        return b"%d" % item
    if clase is float:
        return b"%d" % item if item.is_integer() else (b"%f" % item).rstrip(b"0")
    return _a_bytes(item)


def diccionario(self) -> bytes:
    """Write a dictionary."""
    return b"<<%b>>" % b"".join(
        [
            b"/%b %b" % (a_bytes(clave), valor if type(valor) is bytes else a_bytes(valor))
            for clave, valor in self.items()
        ]
    )


def lista(self) -> bytes:
    """Write an array."""
    return b"[%b]" % b" ".join(map(a_bytes, self))


def flujo(self) -> bytes:
    """Write a stream, compressed when it asks for it."""
    contenido = b"\n".join([una if type(una) is bytes else a_bytes(una) for una in self.stream])
    extra = pydyf.Dictionary(self.extra.copy())
    if self.compress:
        extra["Filter"] = "/FlateDecode"
        contenido = zlib.compress(contenido, NIVEL)
    extra["Length"] = len(contenido)
    return b"\n".join((extra.data, b"stream", contenido, b"endstream"))


def paginas(self) -> tuple[bytes, ...]:
    """Give the references of the pages: the same tuple while there are no more."""
    hijas = self.pages["Kids"]
    cuantas, referencias = vars(self).get("_paginas", (0, ()))
    if cuantas != len(hijas):
        referencias = tuple(b"%d 0 R" % numero for numero in hijas[::3])
        self._paginas = len(hijas), referencias
    return referencias
