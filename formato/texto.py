"""Text without accents, for searching and sorting without the database's collation."""

import unicodedata


class _SinMarcas(dict):
    """What ``translate`` asks of each letter: itself, or nothing when it is a mark. Each is looked up once."""

    def __missing__(self, numero: int) -> int | None:
        self[numero] = None if unicodedata.combining(chr(numero)) else numero
        return self[numero]


SIN_MARCAS = _SinMarcas()


def sin_acentos(texto: str) -> str:
    """Give the search key of a text: NFKD, no marks, lower case, ``ñ`` as ``n``, single blanks."""
    base = texto if texto.isascii() else unicodedata.normalize("NFKD", texto).translate(SIN_MARCAS)
    return " ".join(base.casefold().split())
