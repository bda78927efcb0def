"""How a sheet is said: each column with its title, its width and where its value comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from informes.hojas.escritas import Columna, Hoja


@dataclass(frozen=True)
class Campo:
    """A column: ``de`` reads its value from a row; ``suma``: it is added up at the end."""

    titulo: str
    ancho: int
    de: Callable[[dict], object]
    formato: str = ""
    suma: bool = False


def clave(de: Callable[[dict], object] = lambda fila: fila["clave"]) -> Campo:
    """Give the column of the identifier, by which a program or another version finds the row."""
    return Campo("Clave", 38, de)


def tabla(titulo: str, campos: list[Campo], filas: Iterable[dict]) -> Hoja:
    """Give a sheet, one row each."""
    return Hoja(
        titulo,
        [Columna(campo.titulo, campo.ancho, campo.formato) for campo in campos],
        [[campo.de(fila) for campo in campos] for fila in filas],
        totales=tuple(lugar for lugar, campo in enumerate(campos) if campo.suma),
    )


def numero(texto: str | None) -> Decimal | None:
    """Give a frozen decimal as a number."""
    return None if texto is None else Decimal(texto)
