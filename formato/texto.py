"""Text without accents, for searching and sorting without the database's collation."""

import re
import unicodedata


class _SinMarcas(dict):
    """What ``translate`` asks of each letter: itself, or nothing when it is a mark. Each is looked up once."""

    def __missing__(self, numero: int) -> int | None:
        self[numero] = None if unicodedata.combining(chr(numero)) else numero
        return self[numero]


SIN_MARCAS = _SinMarcas()
LATINAS = re.compile("[\u0300-\u036f]+")  # the marks of the languages written in Latin letters


def sin_acentos(texto: str) -> str:
    """Give the search key of a text: NFKD, no marks, lower case, ``ñ`` as ``n``, single blanks."""
    base = sin_marcas(texto)
    if not base.isascii():
        base = LATINAS.sub("", base).translate(SIN_MARCAS)
    return " ".join(base.casefold().split())


def sin_marcas(texto: str) -> str:
    """Give a text in NFKD without the three marks of Spanish: mostly there are no others."""
    if texto.isascii():
        return texto
    return unicodedata.normalize("NFKD", texto).replace("\u0301", "").replace("\u0303", "").replace("\u0308", "")
