"""Whether a file is a stored one with some bytes changed, when its marks are gone: the bytes are compared."""

from __future__ import annotations

from collections.abc import Iterable
from os.path import commonprefix

from agenda.models import Impreso

BASTA = 0.5  # part of the stored file, from both its ends, that a changed copy still has: no other document comes near


def el_que_fue(datos: bytes, impresos: Iterable[Impreso]) -> Impreso | None:
    """Give the stored file of which these bytes are a changed copy. It reads each one that there is in its folder."""
    for impreso in impresos:
        try:
            with impreso.archivo.open("rb") as archivo:
                guardado = archivo.read()
        except FileNotFoundError:
            continue
        if iguales(datos, guardado) >= BASTA * len(guardado):
            return impreso
    return None


def iguales(datos: bytes, guardado: bytes) -> int:
    """Give how many bytes two files have in common at the start and at the end, none counted twice."""
    principio = len(commonprefix([datos, guardado]))
    return principio + len(commonprefix([datos[principio:][::-1], guardado[principio:][::-1]]))
