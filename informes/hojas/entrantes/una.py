"""One sheet read in a stream: rows and cells with something written, formulas marked, merged cells marked."""

from __future__ import annotations

from collections.abc import Callable

from informes.hojas.entrantes.celdas import FILAS, Celda, Fila, PlanillaIlegible, lugar, partes_de
from informes.hojas.entrantes.paquete import Paquete
from informes.hojas.entrantes.valores import Conversor
from informes.hojas.entrantes.xml_acotado import Presupuesto, recorrer

MAXIMO_CELDAS = 100_000
MAXIMO_COMBINADAS = 20_000
MAXIMO_EN_CELDA = 32_767
MAXIMO_LETRAS = 3_000_000


class LectorDeHoja:
    """Reads the sheets of one workbook; cells and letters are counted over all of them.

    ``excesiva`` makes the refusal of a workbook with too many.
    """

    def __init__(self, conversor: Conversor, excesiva: Callable[[], PlanillaIlegible]):
        self._conversor = conversor
        self._excesiva = excesiva
        self._celdas = 0
        self._letras = 0

    def leer(self, paquete: Paquete, nombre: str, presupuesto: Presupuesto) -> list[Fila]:
        """Give the rows with something written, by number."""
        self._filas: dict[int, Fila] = {}
        self._combinadas: list[str] = []
        self._fila = self._columna = 0
        self._oculta = False
        self._dentro = ""
        self._en_celda = False
        with paquete.abrir(nombre) as flujo:
            recorrer(flujo, presupuesto, self._abrir, self._cerrar, self._leer)
        self._marcar_combinadas()
        return [self._filas[numero] for numero in sorted(self._filas)]

    def _abrir(self, local: str, atributos: dict[str, str]) -> None:
        if local == "c":
            self._columna = partes_de(atributos["r"])[0] if "r" in atributos else self._columna + 1
            self._tipo = atributos.get("t", "n")
            self._estilo = int(atributos.get("s") or 0)
            self._escrito: list[str] = []
            self._largo = 0
            self._formula = False
            self._en_celda = True
        elif local == "row":
            self._fila = int(atributos["r"]) if "r" in atributos else self._fila + 1
            if not 1 <= self._fila <= FILAS:
                raise ValueError(self._fila)
            self._columna = 0
            self._oculta = atributos.get("hidden") in ("1", "true")
        elif local == "f":
            self._formula = True
        elif local in ("v", "t") and self._en_celda:
            self._dentro = self._dentro or local
        elif local == "rPh":
            self._dentro = "rPh"
        elif local == "mergeCell":
            self._combinadas.append(atributos.get("ref", ""))
            if len(self._combinadas) > MAXIMO_COMBINADAS:
                raise self._excesiva()

    def _cerrar(self, local: str) -> None:
        if local == self._dentro:
            self._dentro = ""
        elif local == "c":
            self._en_celda = False
            self._guardar()

    def _leer(self, texto: str) -> None:
        if self._dentro in ("v", "t"):
            self._largo += len(texto)
            if self._largo > 2 * MAXIMO_EN_CELDA:
                raise self._excesiva()
            self._escrito.append(texto)

    def _guardar(self) -> None:
        valor, error = self._conversor.convertir(self._tipo, self._estilo, "".join(self._escrito))
        if valor is None and not self._formula:
            return
        if isinstance(valor, str):
            self._letras += max(len(valor), self._largo)
        self._celdas += 1
        if self._celdas > MAXIMO_CELDAS or self._letras > MAXIMO_LETRAS:
            raise self._excesiva()
        self._en(self._fila).poner(
            self._columna, Celda(lugar(self._columna, self._fila), valor, formula=self._formula, error=error)
        )

    def _en(self, numero: int) -> Fila:
        fila = self._filas.get(numero)
        if fila is None:
            fila = self._filas[numero] = Fila(numero, oculta=self._oculta)
        return fila

    def _marcar_combinadas(self) -> None:
        """Mark the cells that a merge hides, in rows that hold something: an empty one was not erased by anybody."""
        vistas = 0
        for rango in self._combinadas:
            desde, _, hasta = rango.partition(":")
            columna, fila = partes_de(desde)
            ultima_columna, ultima_fila = partes_de(hasta or desde)
            vistas += min(ultima_fila - fila + 1, len(self._filas))
            filas = [] if vistas > MAXIMO_COMBINADAS else self._con_algo(fila, ultima_fila)
            vistas += len(filas) * (ultima_columna - columna + 1)
            if vistas > MAXIMO_COMBINADAS:
                raise self._excesiva()
            for numero in filas:
                for otra in range(columna, ultima_columna + 1):
                    if (otra, numero) != (columna, fila):
                        self._filas[numero].tapar(otra)

    def _con_algo(self, primera: int, ultima: int) -> list[int]:
        """Give the rows of a range that hold something."""
        if ultima - primera < len(self._filas):
            return [numero for numero in range(primera, ultima + 1) if numero in self._filas]
        return [numero for numero in self._filas if primera <= numero <= ultima]
