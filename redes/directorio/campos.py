"""Selects over a table too long for a list: they show some rows and accept any."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db.models import QuerySet
from django.forms.models import ModelChoiceField, ModelChoiceIterator


class _Algunas(ModelChoiceIterator):
    """The options that are shown, asked for once."""

    mostrar: Callable[[], list[tuple]]

    def __iter__(self) -> Iterator[tuple]:
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        yield from self.mostrar()

    def __len__(self) -> int:
        return len(self.mostrar()) + (self.field.empty_label is not None)

    def __bool__(self) -> bool:
        return True


def mostrar_algunas(campo: ModelChoiceField, todas: QuerySet, mostrar: Callable[[], list[tuple]]) -> None:
    """Let a field accept any row of ``todas`` and show only the options (value, text) that ``mostrar`` gives."""
    dadas: list[tuple] = []

    def una_vez() -> list[tuple]:
        if not dadas:
            dadas.extend(mostrar())
        return dadas

    def iterador(campo: ModelChoiceField) -> _Algunas:
        opciones = _Algunas(campo)
        opciones.mostrar = una_vez
        return opciones

    campo.iterator = iterador
    campo.queryset = todas
