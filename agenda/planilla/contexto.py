"""What the sheets of one agenda share: its tree with numbers, its rows by kind, the names that sheets point to."""

from __future__ import annotations

from functools import cached_property

from agenda.arbol import Tronco, arbol
from agenda.filas import CLASES, filas_de
from agenda.models import Accion, Agenda, Eje, Objetivo
from agenda.models.fila import Fila

TABLAS = {"eje": "ejes", "objetivo": "objetivos", "accion": "acciones"}


class Entorno:
    """One agenda while its workbook is written or compared: each thing is fetched once."""

    def __init__(self, agenda: Agenda):
        self.agenda = agenda
        self._filas: dict[str, list[Fila]] = {}

    @cached_property
    def troncos(self) -> list[Tronco]:
        """Give the tree in force, numbered, each row with the way up loaded."""
        troncos = arbol(self.agenda)
        for tronco in troncos:
            tronco.eje.agenda = self.agenda
            for rama in tronco.objetivos:
                rama.objetivo.eje = tronco.eje
                for hoja in rama.acciones:
                    hoja.accion.objetivo = rama.objetivo
        return troncos

    @cached_property
    def ejes(self) -> list[tuple[Eje, str]]:
        """Give the ejes in force with their numbers."""
        return [(tronco.eje, tronco.numero) for tronco in self.troncos]

    @cached_property
    def objetivos(self) -> list[tuple[Objetivo, str]]:
        """Give the objetivos in force with their numbers."""
        return [(rama.objetivo, rama.numero) for tronco in self.troncos for rama in tronco.objetivos]

    @cached_property
    def acciones(self) -> list[tuple[Accion, str]]:
        """Give the actions in force with their numbers."""
        return [
            (hoja.accion, hoja.numero) for tronco in self.troncos for rama in tronco.objetivos for hoja in rama.acciones
        ]

    @cached_property
    def acciones_vivas(self) -> dict[int, Accion]:
        """Give the actions in force by primary key, in order."""
        return {accion.pk: accion for accion, _numero in self.acciones}

    def todas(self, tipo: str) -> list[Fila]:
        """Give every row of a kind, removed ones too, with the way up loaded. One query each kind."""
        if tipo not in self._filas:
            filas = filas_de(self.agenda, tipo).select_related("retirada_por", *self._camino(tipo))
            if tipo == "aliado":
                filas = filas.select_related("retirada_por", "contraparte__entrada", *self._camino(tipo))
            if tipo == "indicador":
                filas = filas.prefetch_related("metas")
            self._filas[tipo] = list(filas)
            for fila in self._filas[tipo]:
                self._arriba(fila, tipo)
        return self._filas[tipo]

    def _camino(self, tipo: str) -> list[str]:
        *camino, _agenda = CLASES[tipo].camino.split("__")
        return ["__".join(camino)] if camino else []

    def _arriba(self, fila: Fila, tipo: str) -> None:
        """Put the agenda that is already here at the end of the way up."""
        *camino, _agenda = CLASES[tipo].camino.split("__")
        for paso in camino:
            fila = getattr(fila, paso)
        fila.agenda = self.agenda

    def viva(self, fila: Fila, tipo: str) -> bool:
        """Say whether a row and everything above it are in force."""
        *camino, _agenda = CLASES[tipo].camino.split("__")
        if fila.retirada_en is not None:
            return False
        for paso in camino:
            fila = getattr(fila, paso)
            if fila.retirada_en is not None:
                return False
        return True

    def nombre(self, tabla: str, clave) -> str:
        """Give the name of a row of the plan by its key, with its number while it is in force."""
        return self._nombres.get((tabla, str(clave)), str(clave or ""))

    @cached_property
    def _nombres(self) -> dict[tuple[str, str], str]:
        listas = {"ejes": self.ejes, "objetivos": self.objetivos, "acciones": self.acciones}
        return {
            (tabla, str(fila.clave)): f"{numero} {fila.nombre}"
            for tabla, filas in listas.items()
            for fila, numero in filas
        }
