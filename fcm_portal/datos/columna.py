"""What a table says of itself: its columns and its texts. Writers, dictionary, catalogue and loader read only this."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TEXTO, ENTERO, DECIMAL, FECHA = "texto", "entero", "decimal", "fecha"
SI_NO, LISTA, LISTA_DE_ENTEROS, DIRECCION = "si-no", "lista", "lista-de-enteros", "direccion"
TIPOS: dict[str, Promise] = {
    TEXTO: _("Texto. Los cambios de línea son de un solo carácter (LF)."),
    ENTERO: _("Número entero sin separador de miles."),
    DECIMAL: _("Número con punto decimal. En el archivo para programas (JSON) va entre comillas."),
    FECHA: _("Fecha como 2026-11-22."),
    SI_NO: _("«si» o «no». En JSON, true o false."),
    LISTA: _("Varios textos separados con punto y coma; uno que va dentro del texto se escribe «\\;». En JSON, lista."),
    LISTA_DE_ENTEROS: _("Varios números enteros separados con punto y coma. En JSON, una lista."),
    DIRECCION: _("Dirección web completa."),
}


@dataclass(frozen=True)
class Columna:
    """A column. ``campo``: path of the model that holds it (its own name when empty); ``ayuda``: only for who reads.

    ``fuente``: where the value comes from, when it is not what the table says of all.
    """

    nombre: str
    tipo: str
    significado: str | Promise
    unidad: str | Promise = ""
    fuente: str | Promise = ""
    campo: str = ""
    valores: tuple[str, ...] = ()
    ayuda: bool = False

    @property
    def ruta(self) -> str:
        """Give the path of the model behind it."""
        return self.campo or self.nombre


@dataclass(frozen=True)
class Cambio:
    """When the rows of a table last changed, and a mark that is other when they are. Both empty: no rows yet."""

    marca: str
    modificado: dt.datetime | None = None
    publicado: dt.datetime | None = None


@dataclass(frozen=True)
class Conjunto:
    """A table that is published. ``filas`` gives its values in the order of ``columnas``, one row at a time.

    ``contar``: how many rows; where only reading all of them tells, how many agendas they come from, and
    ``de_agendas`` says so. ``se_carga``: what is downloaded can be loaded.
    """

    slug: str
    titulo: str | Promise
    que_es: str | Promise
    fila_es: str | Promise
    fuente: str | Promise
    claves: tuple[str | Promise, ...]
    columnas: tuple[Columna, ...]
    filas: Callable[[], Iterable[Sequence]]
    contar: Callable[[], int]
    cambio: Callable[[], Cambio]
    clave: tuple[str, ...] = ("slug",)
    se_carga: bool = False
    de_agendas: bool = False

    @property
    def nombres(self) -> list[str]:
        """Give the names of its columns."""
        return [columna.nombre for columna in self.columnas]
