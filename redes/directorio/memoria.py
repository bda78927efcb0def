"""The index kept in the memory of the process, and brought up to date by what the audit wrote since the last look.

The tables of events are append-only and their triggers see every write, so a change made by any process is seen by the
next search without reading the directory again. Transactions commit out of order: an event numbered 100 may appear
after 101 was seen. So the mark under which nothing is looked at again moves to the highest number seen only when every
transaction that was open at that moment has ended. What the running transaction itself wrote may still be undone: those
rows are read again by the next look that misses their events. Deleting leaves no event: the server's count of deleted
rows says when to compare.
"""

from __future__ import annotations

import gc
from dataclasses import dataclass, field
from datetime import date
from threading import RLock

from django.db import connection
from django.utils.timezone import localdate

from guia.catalogo import Catalogo, catalogo
from redes.cosas import HERMANAMIENTO, MODELOS
from redes.directorio.fichas import leer
from redes.directorio.indice import Indice
from redes.models import Hermanamiento

MUCHAS = 5_000  # rows changed at once from which everything is read again

# One statement, so one snapshot for all that it says. In the order of MODELOS.
MIRADA = """
SELECT (SELECT array[count(*), coalesce(max(pgh_id), 0)] FROM redes_entradaevent WHERE pgh_id > %s),
    (SELECT array[count(*), coalesce(max(pgh_id), 0)] FROM redes_convocatoriaevent WHERE pgh_id > %s),
    (SELECT array[count(*), coalesce(max(pgh_id), 0)] FROM redes_hermanamientoevent WHERE pgh_id > %s),
    pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
    coalesce(pg_current_xact_id_if_assigned()::text::bigint, 0),
    pg_stat_get_tuples_deleted('redes_entrada'::regclass)
        + pg_stat_get_tuples_deleted('redes_convocatoria'::regclass)
        + pg_stat_get_tuples_deleted('redes_hermanamiento'::regclass)
"""

NUMERO_PROPIO = "SELECT pg_current_xact_id()::text::bigint"  # higher than that of every transaction that wrote before


@dataclass
class Vista:
    """What is known of the events of one table. ``marca``: up to it everything was seen and nothing else can appear."""

    marca: int = 0
    vistos: dict[int, object] = field(default_factory=dict)  # number over the mark → key of what it changed
    esperada: tuple[int, int] | None = None  # the next mark, and a transaction later than all that wrote under it

    def es_nueva(self, cuantos: int, ultimo: int) -> bool:
        """Say whether the events over the mark are not those that were seen: some came, or some were undone."""
        return cuantos != len(self.vistos) or (cuantos > 0 and ultimo not in self.vistos)

    def mover(self, xmin: int) -> None:
        """Move the mark when all who may have written under the next one have ended. ``xmin``: the first still open."""
        if self.esperada and xmin > self.esperada[1]:
            self.marca, self.esperada = self.esperada[0], None
            self.vistos = {numero: clave for numero, clave in self.vistos.items() if numero > self.marca}


class Directorio:
    """The index of one database and how far it has been read."""

    def __init__(self, base: tuple):
        """Begin with nothing read."""
        self.base = base
        self.candado = RLock()
        self.indice: Indice | None = None
        self.vistas: dict[str, Vista] = {}
        self.transaccion = self.borradas = 0
        self.quitadas: set[tuple] = set()
        self.guia: Catalogo | None = None
        self.nombres: list = []

    def al_dia(self) -> Indice:
        """Give the index as the database is now: one query when nothing changed."""
        with self.candado:
            guia, hoy = catalogo(), localdate()
            if guia is not self.guia:
                self.guia, antes = guia, self.nombres
                self.nombres = nombres_de(guia)
                if antes != self.nombres:
                    self.indice = None
            if self.indice is not None:
                self._mirar()
            if self.indice is None:
                self._leer_todo(hoy)
            if self.indice.hoy != hoy:
                self.indice.amanecer(hoy)
            return self.indice

    def _leer_todo(self, hoy: date) -> None:
        self.vistas, self.quitadas = {grupo: Vista() for grupo in MODELOS}, set()
        novedades, _xmin, self.transaccion, self.borradas = self._ver()
        posterior = self._numero_propio()
        decididas = self._ver()[1] > posterior
        for (grupo, vista), (_cuantos, ultimo) in zip(self.vistas.items(), novedades, strict=True):
            if decididas:
                vista.marca = ultimo
            else:
                vista.vistos, vista.esperada = self._eventos(grupo, 0), (ultimo, posterior)
        recoge = gc.isenabled()
        gc.disable()  # nothing of what is made now is waste, and its rounds cost as much as the reading
        try:
            self.indice = Indice((ficha for grupo in MODELOS for ficha in leer(grupo)), hoy)
        finally:
            gc.freeze()  # it stays as long as the process: no later round walks it
            if recoge:
                gc.enable()

    def _ver(self) -> tuple[list, int, int, int]:
        with connection.cursor() as cursor:
            cursor.execute(MIRADA, [vista.marca for vista in self.vistas.values()])
            *novedades, xmin, propia, borradas = cursor.fetchone()
        return novedades, xmin, propia, borradas

    def _numero_propio(self) -> int:
        with connection.cursor() as cursor:
            cursor.execute(NUMERO_PROPIO)
            return cursor.fetchone()[0]

    def _eventos(self, grupo: str, marca: int) -> dict[int, object]:
        evento = MODELOS[grupo].pgh_event_model
        return dict(evento.objects.filter(pgh_id__gt=marca).order_by("pgh_id").values_list("pgh_id", "pgh_obj_id"))

    def _mirar(self) -> None:
        """Read again the rows that changed since the last look."""
        novedades, xmin, propia, borradas = self._ver()
        cambiadas: dict[str, set] = {grupo: set() for grupo in MODELOS}
        for (grupo, vista), (cuantos, ultimo) in zip(self.vistas.items(), novedades, strict=True):
            if vista.es_nueva(cuantos, ultimo):
                ahora = self._eventos(grupo, vista.marca)
                antes, vista.vistos = vista.vistos, ahora
                cambiadas[grupo] = {(ahora.get(n) or antes[n]) for n in ahora.keys() ^ antes.keys()}
            vista.mover(xmin)
            if vista.vistos and vista.esperada is None:
                vista.esperada = (max(ultimo, vista.marca), self._numero_propio())
        if propia != self.transaccion:
            for grupo, clave in self.quitadas:
                cambiadas[grupo].add(clave)
            self.quitadas = set()
        self.transaccion = propia
        if borradas != self.borradas:
            self.borradas = borradas
            for grupo, claves in cambiadas.items():
                claves |= self._borradas(grupo)
        if sum(map(len, cambiadas.values())) > MUCHAS:
            self.indice = None
        elif any(cambiadas.values()):
            self._aplicar(cambiadas)

    def _aplicar(self, cambiadas: dict[str, set]) -> None:
        for grupo, claves in cambiadas.items():
            for clave in claves:
                self.indice.quitar(grupo, clave)
            for ficha in leer(grupo, claves) if claves else ():
                self.indice.poner(ficha)
        if self.indice.vivos.bit_count() * 2 < len(self.indice.puestos):
            self.indice = None  # half of its places are switched off
        else:
            self.indice.contar_rangos()

    def _borradas(self, grupo: str) -> set:
        """Give the keys that are in the index and not in the table, or the other way round."""
        filas = Hermanamiento.objects.publicos() if grupo == HERMANAMIENTO else MODELOS[grupo].objects
        return set(filas.order_by().values_list("pk", flat=True)) ^ {c for g, c in self.indice.lugar if g == grupo}

    def apagar(self, grupo: str, claves: set) -> None:
        """Switch off what was to be shown and is not there any more."""
        with self.candado:
            for clave in claves:
                self.indice.quitar(grupo, clave)
                self.quitadas.add((grupo, clave))


def nombres_de(guia: Catalogo) -> list:
    """Give what of the guide is in the index: the names of themes, modalities and goals."""
    return [
        (clave, str(uno.nombre))
        for vocabulario in (guia.temas, guia.modalidades_y_gobernanza, guia.ods)
        for clave, uno in vocabulario.items()
    ]


_guardado: Directorio | None = None


def directorio() -> Directorio:
    """Give what this process knows of the directory of the database it is connected to."""
    global _guardado
    datos = connection.settings_dict
    base = (datos.get("HOST"), datos.get("PORT"), datos["NAME"])
    if _guardado is None or _guardado.base != base:
        _guardado = Directorio(base)
    return _guardado


def al_dia() -> Indice:
    """Give the index, as the database is at this moment. About a second the first time in a process; then one query."""
    return directorio().al_dia()


def olvidar() -> None:
    """Read everything again the next time."""
    global _guardado
    _guardado = None
