"""What the sheets of one agenda share: its tree with numbers, its rows by kind, the names that sheets point to."""

from __future__ import annotations

from functools import cached_property

from django.db.models import QuerySet

from agenda.arbol import armar, hojas
from agenda.filas import CLASES
from agenda.models import Accion, Agenda, Eje, MetaAnual, Objetivo
from agenda.models.fila import Fila
from agenda.preparadas import Preparada

# The three levels, from the top, and the sheet of each.
TABLAS = {"eje": "ejes", "objetivo": "objetivos", "accion": "acciones"}


def _todas(tipo: str) -> Preparada:
    """Prepare the query of every row of a kind in an agenda, removed ones too; what it hangs from is put on by hand."""
    clase = CLASES[tipo]

    def todas(agenda: int) -> QuerySet:
        filas = clase.modelo.objects.filter(**{clase.camino: agenda}).select_related("retirada_por")
        return filas.select_related("retirada_por", "contraparte__entrada") if tipo == "aliado" else filas

    return Preparada(todas)


TODAS = {tipo: _todas(tipo) for tipo in CLASES}
METAS = Preparada(lambda agenda: MetaAnual.objects.filter(**{f"indicador__{CLASES['indicador'].camino}": agenda}))


class Entorno:
    """One agenda while its workbook is written or compared: each thing is fetched once."""

    def __init__(self, agenda: Agenda):
        self.agenda = agenda
        self._filas: dict[str, dict[int, Fila]] = {}

    @cached_property
    def _arbol(self):
        return armar(*([fila for fila in self.todas(tipo) if self.viva(fila, tipo)] for tipo in TABLAS))

    @cached_property
    def ejes(self) -> list[tuple[Eje, str]]:
        """Give the ejes in force with their numbers."""
        return [(tronco.eje, tronco.numero) for tronco in self._arbol]

    @cached_property
    def objetivos(self) -> list[tuple[Objetivo, str]]:
        """Give the objetivos in force with their numbers."""
        return [(rama.objetivo, rama.numero) for tronco in self._arbol for rama in tronco.objetivos]

    @cached_property
    def acciones(self) -> list[tuple[Accion, str]]:
        """Give the actions in force with their numbers."""
        return [(hoja.accion, hoja.numero) for hoja in hojas(self._arbol)]

    @cached_property
    def acciones_vivas(self) -> dict[int, Accion]:
        """Give the actions in force by primary key, in order."""
        return {accion.pk: accion for accion, _numero in self.acciones}

    def todas(self, tipo: str) -> list[Fila]:
        """Give every row of a kind, removed ones too, with the way up to the agenda. One query each kind."""
        return list(self._por_numero(tipo).values())

    def _por_numero(self, tipo: str) -> dict[int, Fila]:
        """Give the rows of a kind by primary key."""
        if tipo not in self._filas:
            self._filas[tipo] = {fila.pk: fila for fila in TODAS[tipo](self.agenda.pk)}
            padre = CLASES[tipo].padre
            padres = {self.agenda.pk: self.agenda} if padre == "agenda" else self._por_numero(padre)
            for fila in self._filas[tipo].values():
                setattr(fila, padre, padres[getattr(fila, f"{padre}_id")])
        return self._filas[tipo]

    @cached_property
    def metas(self) -> dict[int, dict[int, MetaAnual]]:
        """Give the target of each year, by primary key of its indicator."""
        metas: dict[int, dict[int, MetaAnual]] = {}
        for meta in METAS(self.agenda.pk):
            metas.setdefault(meta.indicador_id, {})[meta.anio] = meta
        return metas

    def viva(self, fila: Fila, tipo: str) -> bool:
        """Say whether a row and everything above it are in force."""
        while tipo != "agenda":
            if fila.retirada_en is not None:
                return False
            tipo = CLASES[tipo].padre
            fila = getattr(fila, tipo)
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
