"""CSV in which nothing that a person typed is ever a formula; numbers stay numbers. It loads no library."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

PELIGROSOS = ("=", "+", "-", "@", "\t", "\r", "\n")


def parece_formula(texto: str) -> bool:
    """Say whether a spreadsheet could run a text: it begins, after blanks too, with a sign that starts a formula."""
    return texto.startswith(PELIGROSOS) or texto.lstrip().startswith(PELIGROSOS)


def neutral(valor):
    """Give a value for CSV: text that looks like a formula gets an apostrophe before it; numbers stay numbers."""
    return f"'{valor}" if isinstance(valor, str) and parece_formula(valor) else valor


def a_csv(encabezado: Sequence[str], filas: Iterable[Sequence], separador: str = ",") -> str:
    """Give a CSV, with the mark by which Excel knows that it is UTF-8. None is an empty cell."""
    salida = io.StringIO()
    escritor = csv.writer(salida, delimiter=separador, lineterminator="\r\n")
    escritor.writerow([neutral(titulo) for titulo in encabezado])
    escritor.writerows([["" if valor is None else neutral(valor) for valor in fila] for fila in filas])
    return f"\ufeff{salida.getvalue()}"
