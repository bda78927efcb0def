"""A sheet of the diagnostic whose rows are there from the beginning: each cell is a field of the form of the screen."""

from __future__ import annotations

import abc
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from diagnostico.models.diagnostico import FilaDeDiagnostico
from diagnostico.permisos import sigue_abierto
from diagnostico.planilla.entorno import Entorno
from guardado.autoria import Autoria, ultimos_cambios
from guardado.formularios import FormularioGuardado
from guardado.planilla.descripcion import Actual, Columna, Crudo, Escrito, Tabla
from guardado.planilla.formas import guardar_celdas, limpio


def solo_leida(campo: str, titulo: str, ancho: int) -> Columna:
    """Give a grey column."""
    return Columna(campo, titulo, editable=False, ancho=ancho)


def cerrado(campos) -> dict[str, str]:
    """Give the refusal of every field: the diagnostic was closed meanwhile."""
    return {campo: _("Este diagnóstico ya está cerrado. Sus respuestas no cambian.") for campo in campos}


class TablaDelDiagnostico(Tabla):
    """A sheet of one diagnostic. Subclasses say its columns."""

    def __init__(self, entorno: Entorno):
        self.titulo = str(self.titulo)
        self.entorno = entorno
        self.columnas = self._columnas()

    @abc.abstractmethod
    def _columnas(self) -> list[Columna]:
        """Give the columns."""


class TablaDeRespuestas(TablaDelDiagnostico):
    """Rows of one model. Subclasses say which rows, what of the questionnaire stands beside, and the form of each."""

    campos: tuple[str, ...] = ()

    @abc.abstractmethod
    def renglones(self) -> list[tuple[str, FilaDeDiagnostico, Actual]]:
        """Give key, stored row and what is beside it, in the order of the guide."""

    @abc.abstractmethod
    def forma(self, clave: str, usuario) -> FormularioGuardado:
        """Give the form of a row."""

    def valores(self, fila) -> dict[str, Any]:
        """Give the stored values of the columns that can be written."""
        return {campo: getattr(fila, campo) for campo in self.campos}

    @cached_property
    def instancias(self) -> dict[str, FilaDeDiagnostico]:
        """Give the stored rows by key."""
        return {clave: fila for clave, fila, _actual in self.renglones()}

    def filas(self) -> list[Actual]:
        """Give the rows."""
        return [actual for _clave, _fila, actual in self.renglones()]

    @cached_property
    def _moldes(self) -> dict[str, FormularioGuardado]:
        return {}

    def limpiar(self, clave: str | None, campo: str, crudo: Crudo) -> Any:
        """Clean by the field of the form of that row."""
        if clave not in self._moldes:
            self._moldes[clave] = self.forma(clave, None)
        return limpio(self._moldes[clave], campo, crudo)

    def guardar(self, clave: str, cambios: dict[str, Escrito], usuario) -> dict[str, str]:
        """Save as the page of the row does; nothing when the diagnostic was closed meanwhile."""
        if not sigue_abierto(self.entorno.diagnostico):
            return cerrado(cambios)
        forma = self.forma(clave, usuario)
        fallos = guardar_celdas(forma, cambios)
        self.tras_guardar(forma)
        return fallos

    def tras_guardar(self, forma: FormularioGuardado) -> None:
        """Do what the page does after saving. Override."""

    def autorias(self, celdas: list[tuple[str, str]]) -> dict[tuple[str, str], Autoria]:
        """Give who last wrote some cells."""
        pedidos: dict[int, set[str]] = {}
        for clave, campo in celdas:
            if clave in self.instancias and campo in self.campos:
                pedidos.setdefault(self.instancias[clave].pk, set()).add(campo)
        if not pedidos:
            return {}
        hallados = ultimos_cambios(type(next(iter(self.instancias.values()))), pedidos)
        return {
            (clave, campo): hallados[self.instancias[clave].pk, campo]
            for clave, campo in celdas
            if clave in self.instancias and (self.instancias[clave].pk, campo) in hallados
        }
