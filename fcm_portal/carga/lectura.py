"""Reading the files: rows with their line number, and every problem collected with file, line and reason."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import yaml


@dataclass(frozen=True, order=True)
class Problema:
    """Why a file cannot be loaded."""

    archivo: str
    linea: int
    razon: str

    def __str__(self) -> str:
        return f"{self.archivo}, línea {self.linea}: {self.razon}"


@dataclass(frozen=True)
class Renglon:
    """One row of a CSV, its cells already read."""

    archivo: str
    linea: int
    celdas: dict

    def __getitem__(self, columna: str):
        return self.celdas[columna]


class Mapa(dict):
    """A YAML mapping that remembers its line."""

    linea = 0


@dataclass
class Lectura:
    """A folder being read. ``problemas`` collects everything wrong; nothing is written while it is not empty."""

    carpeta: Path
    problemas: list[Problema] = field(default_factory=list)

    def problema(self, archivo: str, linea: int, razon: str) -> None:
        """Note one problem."""
        self.problemas.append(Problema(archivo, linea, razon))

    def csv(self, archivo: str, columnas: dict[str, Callable]) -> list[Renglon]:
        """Read a CSV whose header has exactly these columns; each cell goes through its reader."""
        texto = self.texto(archivo)
        if texto is None:
            return []
        lector = csv.reader(io.StringIO(texto, newline=""), strict=True)
        try:
            encabezado = next(lector, [])
            if not self.encabezado_correcto(archivo, encabezado, columnas):
                return []
            return [
                fila
                for celdas in lector
                if (fila := self.renglon(archivo, lector.line_num, encabezado, celdas, columnas))
            ]
        except csv.Error as error:
            self.problema(archivo, lector.line_num, f"El CSV está mal escrito ({error}).")
            return []

    def encabezado_correcto(self, archivo: str, encabezado: list[str], columnas: dict) -> bool:
        """Check the names of the columns, whatever their order."""
        faltan, sobran = set(columnas) - set(encabezado), set(encabezado) - set(columnas)
        for nombre in sorted(faltan):
            self.problema(archivo, 1, f"Falta la columna «{nombre}».")
        for nombre in sorted(sobran):
            self.problema(archivo, 1, f"La columna «{nombre}» no se conoce.")
        if len(encabezado) != len(set(encabezado)):
            self.problema(archivo, 1, "Hay columnas repetidas.")
            return False
        return not (faltan or sobran)

    def renglon(
        self, archivo: str, linea: int, encabezado: list[str], celdas: list[str], columnas: dict
    ) -> Renglon | None:
        """Read the cells of one row; None when any is wrong."""
        if len(celdas) != len(encabezado):
            self.problema(archivo, linea, f"Tiene {len(celdas)} celdas y el encabezado {len(encabezado)}.")
            return None
        leidas, bien = {}, True
        for nombre, celda in zip(encabezado, celdas, strict=True):
            try:
                leidas[nombre] = columnas[nombre](celda.strip())
            except ValueError as error:
                self.problema(archivo, linea, f"Columna «{nombre}»: {error}")
                bien = False
        return Renglon(archivo, linea, leidas) if bien else None

    def yaml(self, archivo: str) -> Mapa:
        """Read a YAML file whose top is a mapping; an empty one when it cannot be read."""
        texto = self.texto(archivo)
        if texto is None:
            return Mapa()
        try:
            contenido = yaml.load(texto, CargadorConLineas)
        except yaml.MarkedYAMLError as error:
            marca = error.problem_mark or error.context_mark
            self.problema(archivo, marca.line + 1 if marca else 1, f"El YAML está mal escrito ({error.problem}).")
            return Mapa()
        if not isinstance(contenido, Mapa):
            self.problema(archivo, 1, "Se esperaba un mapa con claves y valores.")
            return Mapa()
        return contenido

    def texto(self, archivo: str) -> str | None:
        """Read a file as UTF-8; None when it cannot be."""
        try:
            return (self.carpeta / archivo).read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            self.problema(archivo, 1, "Falta el archivo.")
        except UnicodeDecodeError as error:
            self.problema(archivo, error.object[: error.start].count(b"\n") + 1, "No está escrito en UTF-8.")
        return None


class CargadorConLineas(yaml.CSafeLoader):
    """A safe YAML loader whose mappings remember their line and refuse repeated keys."""


def construir_mapa(cargador: CargadorConLineas, nodo: yaml.MappingNode) -> Mapa:
    """Build one mapping."""
    mapa = Mapa()
    mapa.linea = nodo.start_mark.line + 1
    for nodo_clave, nodo_valor in nodo.value:
        clave = cargador.construct_object(nodo_clave, deep=True)
        if clave in mapa:
            raise yaml.constructor.ConstructorError(
                None, None, f"la clave «{clave}» está repetida", nodo_clave.start_mark
            )
        mapa[clave] = cargador.construct_object(nodo_valor, deep=True)
    return mapa


CargadorConLineas.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, construir_mapa)
