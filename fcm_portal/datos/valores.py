"""One value in its only written form, for a sheet and for JSON, such that reading it back gives the same value.

A text that a spreadsheet could run gets an apostrophe before it, also when it already began with apostrophes before
such a sign; ``sin_apostrofo`` takes exactly that one away. A text that is no formula is never touched.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import uuid
from collections.abc import Iterable, Sequence
from decimal import Decimal

from informes.hojas.separadas import parece_formula

SOSPECHOSOS = frozenset("'=+-@")
SALTOS = re.compile(r"\r\n?")


def canonico(valor):
    """Give a value as it is published: text with LF ends and without outer blanks, lists without empty values."""
    if isinstance(valor, str):
        return (SALTOS.sub("\n", valor) if "\r" in valor else valor).strip()
    if valor is None:
        return None
    if isinstance(valor, uuid.UUID):
        return str(valor)
    if isinstance(valor, list | tuple):
        return [limpio for uno in valor if (limpio := canonico(uno)) != ""]
    return valor


def con_apostrofo(texto: str) -> str:
    """Give a text that no spreadsheet runs."""
    if texto.lstrip()[:1] not in SOSPECHOSOS:  # of fifty thousand rows, nearly all
        return texto
    return f"'{texto}" if parece_formula(texto.lstrip("'")) else texto


def sin_apostrofo(texto: str) -> str:
    """Undo ``con_apostrofo``."""
    return texto[1:] if texto.startswith("'") and parece_formula(texto.lstrip("'")) else texto


def celda(valor) -> str | int:
    """Give a canonical value as a cell of a CSV."""
    if isinstance(valor, str):
        return con_apostrofo(valor)
    if valor is None:
        return ""
    if valor is True or valor is False:
        return "si" if valor else "no"
    if isinstance(valor, int):
        return valor
    if isinstance(valor, list):
        return con_apostrofo(unir(valor))
    return str(plano(valor))


def plano(valor):
    """Give a canonical value as JSON holds it: days and decimals as text."""
    if isinstance(valor, dt.date):
        return valor.isoformat()
    return f"{valor:f}" if isinstance(valor, Decimal) else valor


def unir(valores: Iterable) -> str:
    """Give a list as one text: ``;`` between values, ``\\`` before a ``;`` or a ``\\`` of a value."""
    return ";".join(str(valor).replace("\\", "\\\\").replace(";", "\\;") for valor in valores)


def separar(texto: str) -> list[str]:
    """Undo ``unir``. Blanks around each value are cut; a value with nothing in it is dropped."""
    trozos = re.findall(r"(?:\\.|[^\\;]|\\$)+", texto, re.S)
    return [limpio for trozo in trozos if (limpio := re.sub(r"\\(.)", r"\1", trozo, flags=re.S).strip())]


def huella(valores: Sequence) -> str:
    """Give the mark of a row, other when any of its values is. A letter first: no sheet takes it for a number."""
    texto = json.dumps([plano(valor) for valor in valores], ensure_ascii=False, separators=(",", ":"))
    return f"v{hashlib.sha256(texto.encode()).hexdigest()[:15]}"
