"""What a workbook proposes, one matter a cell or a row, each with its reason when it is refused."""

from __future__ import annotations

import enum
from collections import Counter
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from guardado.planilla.descripcion import Crudo


class Suerte(enum.StrEnum):
    """What a cell or a row would do."""

    CAMBIA = "cambia"
    NUEVA = "nueva"
    RETIRADA = "retirada"
    DEVUELTA = "devuelta"
    CHOQUE = "choque"
    RECHAZADA = "rechazada"


PRESELECCIONADAS = (Suerte.CAMBIA, Suerte.NUEVA)


@dataclass
class Asunto:
    """A cell that changes or a row that comes or goes.

    ``id`` is the same in each comparison of one reception. ``lugar``: «D7». ``fila``: how the row is called.
    ``antes``/``ahora``: texts to be read. ``crudo``: what a form would post. ``visto``: digest of what is stored now;
    ``nueva``: digest of what would be. ``detalle``: cells of a new row (heading, text). ``padre``: the matter that
    has to be accepted with it. ``apagada``: not chosen unless somebody marks it.
    """

    id: str
    suerte: Suerte
    tabla: str
    clave: str
    hoja: str
    lugar: str
    fila: str
    campo: str = ""
    etiqueta: str = ""
    antes: str = ""
    ahora: str = ""
    razon: str = ""
    crudo: Crudo = ""
    visto: str = ""
    nueva: str = ""
    crudos: dict[str, Crudo] = field(default_factory=dict)
    huellas: dict[str, str] = field(default_factory=dict)
    detalle: list[tuple[str, str]] = field(default_factory=list)
    padre: str = ""
    apagada: bool = False

    @property
    def donde(self) -> str:
        """Give the place as people name it: «Acciones!D7»."""
        return f"{self.hoja}!{self.lugar}" if self.lugar else self.hoja

    @property
    def marcada(self) -> bool:
        """Say whether it is chosen before anybody touches anything."""
        return self.suerte in PRESELECCIONADAS and not self.apagada

    @property
    def elegible(self) -> bool:
        """Say whether it can be accepted with a box (a clash is chosen side by side)."""
        return self.suerte not in (Suerte.RECHAZADA, Suerte.CHOQUE)


@dataclass
class Comparacion:
    """Every matter in the order of the workbook. ``avisos``: place and sentence of what was not read."""

    asuntos: list[Asunto] = field(default_factory=list)
    avisos: list[tuple[str, str]] = field(default_factory=list)

    @property
    def cuentas(self) -> Counter:
        """Count by ``Suerte``."""
        return Counter(asunto.suerte for asunto in self.asuntos)

    def de(self, identidad: str) -> Asunto | None:
        """Give a matter by its identity."""
        return next((asunto for asunto in self.asuntos if asunto.id == identidad), None)


def dicho_de_celda(clase: str, texto: str) -> str:
    """Give what is said to stand in a cell of that kind, which is not read, or nothing."""
    return {"=": _("(una fórmula)"), "#": texto, "+": _("(una celda combinada)")}.get(clase, "")


def frase_de_celda(clase: str, texto: str) -> str:
    """Give why a cell of that kind (``lectura.guardar_celda``) is not read, or nothing."""
    if clase == "=":
        return _("Tiene una fórmula: escriba el valor.")
    if clase == "#":
        return _("Muestra un error (%s): escriba el valor.") % texto
    if clase == "+":
        return _("Quedó dentro de una celda combinada: sepárela y escriba aquí su valor.")
    return ""
