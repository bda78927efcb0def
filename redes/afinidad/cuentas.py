"""The points of an entry or a call, with what is told of them. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from redes.afinidad.pesos import PESOS

Razon = str | Callable[[], str]


@dataclass(frozen=True)
class Afinidad:
    """An entry that suits: points, reasons and warnings as fragments of a sentence, and what each fact added.

    Hundreds are measured to show a dozen: a reason may be a function, which writes it for who reads it.
    """

    entrada: object
    puntos: int
    dichas: tuple[Razon, ...] = ()
    avisos: tuple[str, ...] = ()
    suma: tuple[tuple[str, int], ...] = ()

    @cached_property
    def razones(self) -> tuple[str, ...]:
        """Give its reasons."""
        return tuple(razon if isinstance(razon, str) else razon() for razon in self.dichas)

    @property
    def porque(self) -> str:
        """Give its reasons in one sentence, without the stop."""
        return "; ".join(self.razones)

    @property
    def reparos(self) -> str:
        """Give its warnings in one sentence, without the stop."""
        return "; ".join(self.avisos)


class Cuentas:
    """The points of one entry as they are added up, with the fragments that tell them."""

    def __init__(self):
        self.suma: dict[str, int] = {}
        self.razones: list[Razon] = []
        self.avisos: list[str] = []

    def dar(self, hecho: str, razon: Razon = "", veces: int = 1, aviso: str = "") -> None:
        """Add a fact of the table; it happened ``veces`` times."""
        if veces and (puntos := PESOS[hecho].por(veces)):
            self.suma[hecho] = self.suma.get(hecho, 0) + puntos
        if razon:
            self.razones.append(razon)
        if aviso:
            self.avisos.append(aviso)

    def cerrar(self, entrada) -> Afinidad:
        """Give the result."""
        return Afinidad(
            entrada, sum(self.suma.values()), tuple(self.razones), tuple(self.avisos), tuple(self.suma.items())
        )
