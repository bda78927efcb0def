"""What a file would change, and the writing of it: all or nothing.

A row is written over only when its author saw it: the mark ``huella`` of the file is still that of the stored row. A
file without marks follows the rule of the load of reference data: a row that somebody edited here is kept.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from pathlib import Path

import pghistory
from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from fcm_portal.carga import directorio
from fcm_portal.carga.referencia import TURNO
from fcm_portal.carga.tabla import TANDA, comparable, huella
from fcm_portal.datos.consultas import huella_de
from fcm_portal.datos.recepcion.archivo import ArchivoMalo, leer
from fcm_portal.datos.recepcion.destinos import Destino
from fcm_portal.datos.recepcion.lectura import Fila, Leida, Rechazo, campo_no_toma, entender, reconocer
from fcm_portal.datos.valores import canonico
from redes.models import Membresia


@dataclass
class Diferencia:
    """A row that is not as the file says: attribute, what is stored, what the file says."""

    clave: str
    campos: list[tuple[str, object, object]]


@dataclass
class Comparacion:
    """What a file would do."""

    leida: Leida
    nuevas: list[Model] = field(default_factory=list)
    cambiadas: list[Model] = field(default_factory=list)
    diferencias: list[Diferencia] = field(default_factory=list)
    conservadas: list[Diferencia] = field(default_factory=list)
    iguales: int = 0
    faltantes: int = 0

    @property
    def rechazos(self) -> list[Rechazo]:
        """Give why rows cannot be loaded, in the order of the file."""
        return sorted(self.leida.rechazos)


def cargar(ruta: Path, conjunto: str = "", ensayo: bool = False, sobrescribir: bool = False) -> Comparacion:
    """Read a file and write what it changes. Nothing is written in a trial, or when any row is refused.

    Raises ``ArchivoMalo`` when the file cannot be read or written.
    """
    recibido = leer(ruta)
    destino = reconocer(recibido, conjunto)
    leida = entender(recibido, destino)
    try:
        with transaction.atomic(), pghistory.context(orden="cargar_datos", archivo=ruta.name):
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURNO])
            comparacion = comparar(leida, sobrescribir)
            if not (ensayo or comparacion.rechazos):
                _escribir(comparacion)
    except IntegrityError as error:
        raise ArchivoMalo("La base no admite alguna fila tal como quedaría: no se cargó nada.") from error
    return comparacion


def comparar(leida: Leida, sobrescribir: bool) -> Comparacion:
    """Hold the rows of a file against the stored ones; refusals that only this shows are noted."""
    destino, comparacion = leida.destino, Comparacion(leida)
    existentes = {destino.clave_de(objeto): objeto for objeto in destino.todas()}
    visibles = {destino.clave_de(objeto) for objeto in destino.visibles()}
    nombres = {columna.ruta: columna.nombre for columna in destino.columnas}
    claves_usadas = _claves_usadas(destino)
    malas = {rechazo.linea for rechazo in leida.rechazos}  # what is refused changes nothing
    for fila in (fila for fila in leida.filas if fila.linea not in malas):
        objeto = existentes.get(fila.clave)
        if objeto is None:
            comparacion.nuevas.append(_nueva(destino, fila, claves_usadas))
            leida.rechazos += _lo_que_falta(comparacion.nuevas[-1], fila, nombres)
        elif fila.clave not in visibles:
            razon = "ya hay un registro con esa clave que no es público: confírmelo o retírelo en el portal."
            leida.rechazos.append(Rechazo(fila.linea, destino.conjunto.clave[0], razon))
        else:
            _comparar_fila(comparacion, objeto, fila, nombres, sobrescribir)
    comparacion.faltantes = len(visibles - {fila.clave for fila in leida.filas})
    return comparacion


def _comparar_fila(comparacion: Comparacion, objeto: Model, fila: Fila, nombres: dict, sobrescribir: bool) -> None:
    destino = comparacion.leida.destino
    valores = {ruta: valor for ruta, valor in fila.valores.items() if ruta != "clave"}
    distintos = [
        (nombres[ruta], actual, valor)
        for ruta, valor in valores.items()
        if (actual := canonico(getattr(objeto, ruta))) != valor
    ]
    if not distintos:
        comparacion.iguales += 1
        return
    diferencia = Diferencia(" · ".join(fila.clave), distintos)
    if not (sobrescribir or _se_puede(destino, objeto, fila)):
        comparacion.conservadas.append(diferencia)
        return
    for ruta, valor in valores.items():
        setattr(objeto, ruta, valor)
    comparacion.cambiadas.append(objeto)
    comparacion.diferencias.append(diferencia)


def _se_puede(destino: Destino, objeto: Model, fila: Fila) -> bool:
    """Say whether nobody changed a row since the file was downloaded or, without a mark, since it was loaded."""
    if fila.huella:
        return fila.huella == huella_de(objeto, destino.conjunto.columnas)
    return _como_se_cargo(objeto)


def _como_se_cargo(objeto: Model) -> bool:
    cargada = getattr(objeto, "huella_cargada", "")
    if not cargada:
        return False
    campos = directorio.campos_de(objeto)
    return huella({campo: comparable(type(objeto), campo, getattr(objeto, campo)) for campo in campos}) == cargada


def _claves_usadas(destino: Destino) -> set[uuid.UUID]:
    return set(Membresia.objects.values_list("clave", flat=True)) if destino.modelo is Membresia else set()


def _nueva(destino: Destino, fila: Fila, claves_usadas: set[uuid.UUID]) -> Model:
    valores = dict(fila.valores)
    if "clave" in valores and (not valores["clave"] or valores["clave"] in claves_usadas):
        del valores["clave"]  # the model gives another
    objeto = destino.modelo(**valores)
    if hasattr(objeto, "poner_clave_busqueda"):
        objeto.poner_clave_busqueda()
    return objeto


def _lo_que_falta(objeto: Model, fila: Fila, nombres: dict) -> list[Rechazo]:
    """Say which columns a new row needs and the file does not have."""
    return [
        Rechazo(fila.linea, nombre, "falta la columna, y una fila nueva la necesita.")
        for ruta, nombre in nombres.items()
        if ruta not in fila.valores and ruta != "clave" and campo_no_toma(type(objeto), ruta, getattr(objeto, ruta))
    ]


def _escribir(comparacion: Comparacion) -> None:
    modelo = comparacion.leida.destino.modelo
    modelo._default_manager.bulk_create(comparacion.nuevas, batch_size=TANDA)
    if comparacion.cambiadas:
        campos = {ruta for fila in comparacion.leida.filas for ruta in fila.valores} - {"clave", modelo._meta.pk.name}
        for objeto in comparacion.cambiadas:
            if hasattr(objeto, "poner_clave_busqueda"):
                objeto.poner_clave_busqueda()
                campos.add("clave_busqueda")
        modelo._default_manager.bulk_update(comparacion.cambiadas, sorted(campos), batch_size=TANDA // 2)
