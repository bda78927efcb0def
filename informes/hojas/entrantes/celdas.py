"""What a workbook that came back holds, as plain values: cells, rows, sheets, and why a file cannot be read."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from decimal import Decimal

COLUMNAS = 16_384
FILAS = 1_048_576
LUGAR = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
Valor = str | int | Decimal | dt.date | bool | None


class PlanillaIlegible(Exception):
    """Why a file cannot be read as our workbook: ``str(error)`` is a sentence for people, with what to do."""


@dataclass(frozen=True, slots=True)
class Celda:
    """One cell.

    ``valor``: text (outer blanks kept, LF line ends), int, Decimal (at most 15 significant digits, as Excel shows
    them: 0.1 + 0.2 is 0.3), date (a date with an hour gives its day), bool, or None when empty. A date typed as text
    stays text; a number shown as a percentage is the text that people see («25 %», which the file keeps as 0.25).
    ``lugar``: «D7». ``formula``: it holds a formula, and ``valor`` is only the last result that the program kept.
    ``error``: it shows an error («#N/D»), which is then the text in ``valor``. ``combinada``: it is hidden under a
    merged cell: empty because of that, not because somebody erased it.
    """

    lugar: str
    valor: Valor = None
    formula: bool = False
    error: bool = False
    combinada: bool = False


@dataclass(slots=True)
class Fila:
    """A row with something written: ``numero`` (1 is the first of the sheet); ``oculta``: it is hidden, and counts."""

    numero: int
    oculta: bool = False
    _por_columna: dict[int, Celda] = field(default_factory=dict)

    @property
    def celdas(self) -> list[Celda]:
        """Give the cells with something written, by column."""
        llenas = ((n, celda) for n, celda in self._por_columna.items() if celda.valor is not None or celda.formula)
        return [celda for _n, celda in sorted(llenas, key=lambda par: par[0])]

    def en(self, columna: int) -> Celda:
        """Give the cell of a column (1 is A); an empty one when nothing is written there."""
        return self._por_columna.get(columna) or Celda(lugar(columna, self.numero))

    def poner(self, columna: int, celda: Celda) -> None:
        """Put a cell, while reading."""
        self._por_columna[columna] = celda

    def tapar(self, columna: int) -> None:
        """Mark the cell of a column as hidden under a merged one, while reading; what it held does not count."""
        self._por_columna[columna] = Celda(lugar(columna, self.numero), combinada=True)


@dataclass(slots=True)
class Libro:
    """A workbook: its sheets by title, in their order, hidden ones too (``ocultas``). Empty rows are left out."""

    hojas: dict[str, list[Fila]] = field(default_factory=dict)
    ocultas: set[str] = field(default_factory=set)


def lugar(columna: int, fila: int) -> str:
    """Give the name of a cell as people see it: (4, 7) → «D7»."""
    letras = ""
    while columna:
        columna, resto = divmod(columna - 1, 26)
        letras = chr(65 + resto) + letras
    return f"{letras}{fila}"


def partes_de(nombre: str) -> tuple[int, int]:
    """Give column and row of «D7» → (4, 7). Raises ``ValueError``."""
    hallado = LUGAR.fullmatch(nombre)
    if hallado is None:
        raise ValueError(nombre)
    columna = 0
    for letra in hallado[1]:
        columna = columna * 26 + ord(letra) - 64
    fila = int(hallado[2])
    if not (columna <= COLUMNAS and 1 <= fila <= FILAS):
        raise ValueError(nombre)
    return columna, fila
