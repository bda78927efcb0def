"""What the rule is told of a territory and of those that already belong. Nothing here asks the database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

PEQUENAS = ("4", "5", "6")  # categories for which a fee, or company much larger, weighs more


class Miembro(NamedTuple):
    """A Colombian territory known to belong to an entry. ``departamento`` is a DANE code; ``categoria`` Ley 617."""

    codigo: str
    nombre: str
    departamento: str
    categoria: str


@dataclass(frozen=True)
class Perfil:
    """What of a territory matters to a network, an agency or a call.

    ``temas`` and ``modalidades``: slugs. ``ods``: numbers. ``categoria``: Ley 617 (ESP, 1 to 6; empty: unknown).
    ``poblacion``: inhabitants. ``departamento``: DANE code; ``vecinos``: DANE codes. ``frontera``: ISO codes of border
    countries (``frontera_departamento``: those of its department). ``ya_tiene``: slugs of the entries it belongs to.
    ``hermanados``: ISO code → cities it is twinned with.
    """

    temas: frozenset[str] = frozenset()
    modalidades: frozenset[str] = frozenset()
    ods: frozenset[int] = frozenset()
    categoria: str = ""
    poblacion: int | None = None
    frontera: frozenset[str] = frozenset()
    frontera_departamento: frozenset[str] = frozenset()
    es_asociacion: bool = False
    ya_tiene: frozenset[str] = frozenset()
    codigo: str = ""
    nombre: str = ""
    departamento: str = ""
    departamento_nombre: str = ""
    region: str = ""
    es_capital: bool = False
    es_area_metropolitana: bool = False
    pdet: bool | None = None
    vecinos: frozenset[str] = frozenset()
    hermanados: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def sin_temas(self) -> bool:
        """Say whether no diagnostic has said yet on what it works."""
        return not (self.temas or self.modalidades)

    @property
    def pequeno(self) -> bool:
        """Say whether it is of category 4, 5 or 6: a yearly fee weighs more."""
        return self.categoria in PEQUENAS

    def admitido(self, categorias: Iterable[str]) -> bool:
        """Say whether a list of categories admits it; an empty list admits all, an unknown category is not refused."""
        return not categorias or not self.categoria or self.categoria in categorias
