"""Text without accents, for searching and sorting without the database's collation."""

import unicodedata


def sin_acentos(texto: str) -> str:
    """Give the search key of a text: NFKD, no marks, lower case, ``ñ`` as ``n``, single blanks."""
    descompuesto = unicodedata.normalize("NFKD", texto)
    base = "".join(letra for letra in descompuesto if not unicodedata.combining(letra))
    return " ".join(base.casefold().split())
