"""What a workbook is made of: sheets, columns and rows, described by the floor that owns them."""

from __future__ import annotations

import abc
import enum
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from guardado.autoria import Autoria

Crudo = str | list[str]


class Clase(enum.StrEnum):
    """What the cells of a column hold."""

    TEXTO = "texto"
    ENTERO = "entero"
    PESOS = "pesos"
    NUMERO = "numero"
    FECHA = "fecha"
    SI_NO = "si-no"
    OPCION = "opcion"
    VARIAS = "varias"
    REFERENCIA = "referencia"


@dataclass(frozen=True)
class Opcion:
    """A choice: ``clave`` is what a form posts, ``etiqueta`` what people see, ``alias`` other ways of typing it."""

    clave: str
    etiqueta: str
    alias: tuple[str, ...] = ()


@dataclass(frozen=True)
class Columna:
    """A column and the field it holds.

    ``editable`` False: greyed, only to be read; what is typed there is not looked at. ``al_nacer``: read only in new
    rows (who a partner is). ``a``: of a ``REFERENCIA``, the ``nombre`` of the Tabla it points to; its value is that
    row's ``clave``. ``ancho`` in characters. ``minimo``/``maximo``: of a number; of text ``maximo`` is its letters.
    """

    campo: str
    titulo: str
    clase: Clase = Clase.TEXTO
    opciones: Sequence[Opcion] = ()
    a: str = ""
    editable: bool = True
    al_nacer: bool = False
    ayuda: str = ""
    ancho: int = 20
    minimo: int | None = None
    maximo: int | None = None


class Valores(Mapping[str, Any]):
    """The values of a row, each read when it is asked for: most are never compared."""

    def __init__(self, campos: Sequence[str], dar: Callable[[str], Any]):
        self._campos, self._dar = campos, dar

    def __getitem__(self, campo: str) -> Any:
        if campo not in self._campos:
            raise KeyError(campo)
        return self._dar(campo)

    def __iter__(self) -> Iterator[str]:
        return iter(self._campos)

    def __len__(self) -> int:
        return len(self._campos)


@dataclass(frozen=True)
class Actual:
    """A row as stored now. ``valores``: clean values by ``campo``, as ``huella`` digests them; of another row its key.

    ``clave`` in lower case. ``codigo``: its visible number («2.1»). ``retirada``: marked as removed;
    ``retirada_como`` says when and by whom.
    """

    clave: str
    nombre: str
    valores: Mapping[str, Any]
    codigo: str = ""
    retirada: bool = False
    retirada_como: str = ""


@dataclass(frozen=True)
class Escrito:
    """A cell to be saved: raw value, and the digest that its writer saw."""

    crudo: Crudo
    visto: str


class Tabla(abc.ABC):
    """One sheet. Subclasses fill the attributes; ``agrega``/``retira``: whole rows (a ``TablaAbierta``)."""

    nombre: str = ""  # key inside the workbook: «acciones»
    titulo: str = ""  # name of the sheet: «Acciones»
    para_que: str = ""  # one sentence of the instructions
    columnas: list[Columna]
    agrega: bool = False
    retira: bool = False
    en_blanco: int = 30  # rows left to write new ones, each with its ``clave`` already
    campo_codigo: str = ""  # column of the visible number; a new row may type one there, for others to name it
    campo_nombre: str = "nombre"  # column by which other sheets name a row

    @abc.abstractmethod
    def filas(self) -> list[Actual]:
        """Give the rows in force, in order. Constant queries."""

    def retiradas(self) -> list[Actual]:
        """Give the removed rows that could be given back."""
        return []

    def ajenas(self, claves: set[str]) -> set[str]:
        """Give which of some unknown keys belong to a row of somebody else's workbook."""
        return set()

    def columna(self, clave: str, campo: str) -> Columna:
        """Give the column of a field; override where the rows of one column hold different kinds."""
        return next(columna for columna in self.columnas if columna.campo == campo)

    @abc.abstractmethod
    def limpiar(self, clave: str | None, campo: str, crudo: Crudo) -> Any:
        """Give the clean value (``clave`` None: a new row). Raises ``ValidationError`` with the form's sentences."""

    def porcentaje(self, clave: str | None, campo: str, celdas: dict[str, list[str]]) -> str:
        """Give why a percentage («25 %») does not go in a number, or «». ``celdas``: its row (``guardar_celda``)."""
        return _("Aquí no va un porcentaje: escriba solo el número, sin el signo %.")

    def inicial(self, campo: str) -> Any:
        """Give what a new row holds in a field that nobody filled in."""
        return None

    def solo_al_nacer(self, columna: Columna) -> bool:
        """Say whether a column of an existing row is only to be read."""
        return not columna.editable or columna.al_nacer or columna.campo == self.campo_codigo

    def obligatorios(self) -> set[str]:
        """Give the fields without which a new row cannot be made."""
        return set()

    def revisar(self, clave: str | None, valores: dict[str, Any], cambiados: set[str]) -> dict[str, str]:
        """Give the errors between fields, field → sentence, for the row as it would be. Pure."""
        return {}

    @abc.abstractmethod
    def guardar(self, clave: str, cambios: dict[str, Escrito], usuario) -> dict[str, str]:
        """Save cells of a row by the form's own way; give the sentence of each that was not saved."""

    def nombre_de(self, tabla: str, clave) -> str:
        """Give the name of the row of another sheet to which a ``REFERENCIA`` points."""
        return str(clave or "")

    def autorias(self, celdas: list[tuple[str, str]]) -> dict[tuple[str, str], Autoria]:
        """Give who last wrote some cells (clave, campo) and when."""
        return {}


class TablaAbierta(Tabla):
    """A sheet to which people add rows, and from which they take them."""

    agrega = True
    retira = True

    @abc.abstractmethod
    def crear(self, clave: str, crudos: dict[str, Crudo], usuario) -> dict[str, str]:
        """Make a row, once; give the sentences by field («» for the row) when it could not be made."""

    @abc.abstractmethod
    def retirar(self, clave: str, usuario) -> None:
        """Mark a row as removed."""

    @abc.abstractmethod
    def restaurar(self, clave: str) -> None:
        """Bring a removed row back."""


@dataclass
class Planilla:
    """A workbook of one thing of a territory. ``ambito`` says which («2024-2027», a number of diagnostic).

    ``titulo`` names the workbook and ``archivo`` the file, without extension; ``instrucciones`` are its paragraphs.
    ``esquema`` grows when an older workbook can no longer be read.
    """

    tipo: str
    territorio: Any
    ambito: str
    titulo: str
    archivo: str
    tablas: list[Tabla]
    instrucciones: list[str] = field(default_factory=list)
    esquema: int = 1
    direccion: str = ""

    def tabla(self, nombre: str) -> Tabla:
        """Give a sheet by its key. Raises ``StopIteration`` for an unknown one."""
        return next(tabla for tabla in self.tablas if tabla.nombre == nombre)
