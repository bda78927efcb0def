"""One table to load: its rows by natural key, and the rule that says what happens to each.

Every loaded row stores ``huella_cargada``, the digest of what was last loaded. File equals that digest: nothing. Row
still equals it: updated. Both differ: the row is kept and reported with both values. Gone from the file: reported.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from django.contrib.postgres.fields import ArrayField
from django.db.models import Model, QuerySet

TANDA = 500


@dataclass
class Fila:
    """A row of the file. ``valores`` go by attribute name and make the digest; ``relacion`` holds keys of others."""

    archivo: str
    linea: int
    clave: tuple
    valores: dict
    relacion: list[str] | None = None


@dataclass
class Tabla:
    """A table of the load. ``enlazar`` gives, just before writing, attributes known only by the database.

    ``campos_nuevos``: those that the files of an earlier release did not bring, so they are not in its digests.
    """

    nombre: str
    consulta: Callable[[], QuerySet]
    clave: tuple[str, ...]
    filas: list[Fila]
    relacion: str = ""
    enlazar: Callable[[list[Fila]], None] | None = None
    campos_enlazados: tuple[str, ...] = ()
    campos_nuevos: frozenset[str] = frozenset()

    @cached_property
    def modelo(self) -> type[Model]:
        """Give the model behind."""
        return self.consulta().model


@dataclass
class Conservada:
    """A row that somebody edited and that the file changed too: field by field, what it has and what the file says."""

    clave: str
    diferencias: list[tuple[str, object, object]]


@dataclass
class Resultado:
    """What happened to one table."""

    nombre: str
    nuevas: int = 0
    cambiadas: int = 0
    iguales: int = 0
    conservadas: list[Conservada] = field(default_factory=list)
    faltantes: list[str] = field(default_factory=list)


def comparable(modelo: type[Model], campo: str, valor):
    """Give a value as the digest sees it: lists of an ArrayField are sets."""
    if isinstance(valor, list | tuple) and isinstance(modelo._meta.get_field(campo), ArrayField):
        return sorted(valor)
    return valor


def huella(valores: dict) -> str:
    """Give the SHA-256 of the canonical JSON of some values."""
    texto = json.dumps(valores, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(texto.encode()).hexdigest()


def del_archivo(tabla: Tabla, fila: Fila) -> dict:
    """Give the comparable values of a row of the file."""
    valores = {campo: comparable(tabla.modelo, campo, valor) for campo, valor in fila.valores.items()}
    if tabla.relacion:
        valores[tabla.relacion] = sorted(fila.relacion or [])
    return valores


def de_la_base(tabla: Tabla, fila: Fila, objeto: Model, relaciones: dict) -> dict:
    """Give the comparable values of the stored row, for the fields that the file brings."""
    valores = {campo: comparable(tabla.modelo, campo, getattr(objeto, campo)) for campo in fila.valores}
    if tabla.relacion:
        valores[tabla.relacion] = sorted(relaciones.get(objeto.pk, []))
    return valores


def huellas(tabla: Tabla, valores: dict) -> set[str]:
    """Give the digests under which a load may have left these values: today's, and that of an earlier release."""
    nuevos = tabla.campos_nuevos & valores.keys()
    if not nuevos or any(valores[campo] for campo in nuevos):
        return {huella(valores)}
    return {huella(valores), huella({campo: valor for campo, valor in valores.items() if campo not in nuevos})}


def aplicar(tabla: Tabla) -> Resultado:
    """Write one table and say what happened. Runs inside the transaction of the whole load."""
    resultado = Resultado(tabla.nombre)
    if tabla.enlazar:
        tabla.enlazar(tabla.filas)
    existentes = {tuple(getattr(objeto, parte) for parte in tabla.clave): objeto for objeto in tabla.consulta()}
    relaciones = leer_relaciones(tabla)
    nuevas, cambiadas, con_relacion = [], [], {}
    for fila in tabla.filas:
        valores = del_archivo(tabla, fila)
        digest = huella(valores)
        objeto = existentes.pop(fila.clave, None)
        if objeto is None:
            nuevas.append(escribir(tabla.modelo(), fila, digest, tabla))
            con_relacion[nuevas[-1].pk] = fila.relacion
            resultado.nuevas += 1
            continue
        cargada = getattr(objeto, "huella_cargada", "")
        if cargada in huellas(tabla, valores):
            resultado.iguales += 1
            continue
        actuales = de_la_base(tabla, fila, objeto, relaciones)
        if huella(actuales) == digest:
            resultado.iguales += 1
            if hasattr(objeto, "huella_cargada"):
                cambiadas.append(escribir(objeto, fila, digest, tabla))
        elif cargada in huellas(tabla, actuales):
            resultado.cambiadas += 1
            cambiadas.append(escribir(objeto, fila, digest, tabla))
            con_relacion[objeto.pk] = fila.relacion
        else:
            diferencias = [
                (campo, actuales[campo], valores[campo]) for campo in valores if actuales[campo] != valores[campo]
            ]
            resultado.conservadas.append(Conservada(nombre_de_clave(fila.clave), diferencias))
    resultado.faltantes = sorted(
        nombre_de_clave(clave) for clave, objeto in existentes.items() if getattr(objeto, "huella_cargada", "si")
    )
    guardar(tabla, nuevas, cambiadas)
    guardar_relaciones(tabla, con_relacion)
    return resultado


def escribir(objeto: Model, fila: Fila, digest: str, tabla: Tabla) -> Model:
    """Put the values of the file on a row, with its search key and its digest; nothing reaches the database yet."""
    for campo, valor in zip(tabla.clave, fila.clave, strict=True):
        setattr(objeto, campo, valor)
    for campo, valor in fila.valores.items():
        setattr(objeto, campo, valor)
    if hasattr(objeto, "poner_clave_busqueda"):
        objeto.poner_clave_busqueda()
    if hasattr(objeto, "huella_cargada"):
        objeto.huella_cargada = digest
    return objeto


def guardar(tabla: Tabla, nuevas: list[Model], cambiadas: list[Model]) -> None:
    """Write the rows, many at a time."""
    tabla.modelo._default_manager.bulk_create(nuevas, batch_size=TANDA)
    if cambiadas:
        campos = {campo for fila in tabla.filas for campo in fila.valores} | {"huella_cargada"}
        if hasattr(cambiadas[0], "poner_clave_busqueda"):
            campos.add("clave_busqueda")
        tabla.modelo._default_manager.bulk_update(cambiadas, sorted(campos - set(tabla.clave)), batch_size=TANDA // 2)


def leer_relaciones(tabla: Tabla) -> dict:
    """Give, for each stored row, the keys it is related to."""
    if not tabla.relacion:
        return {}
    intermedia, desde, hacia = columnas_de_relacion(tabla)
    relaciones: dict = {}
    for propio, otro in intermedia._default_manager.values_list(desde, hacia):
        relaciones.setdefault(propio, []).append(otro)
    return relaciones


def guardar_relaciones(tabla: Tabla, con_relacion: dict) -> None:
    """Leave each written row related to exactly what the file says."""
    if not tabla.relacion:
        return
    intermedia, desde, hacia = columnas_de_relacion(tabla)
    intermedia._default_manager.filter(**{f"{desde}__in": list(con_relacion)}).delete()
    intermedia._default_manager.bulk_create(
        [intermedia(**{desde: propio, hacia: otro}) for propio, otros in con_relacion.items() for otro in otros or []],
        batch_size=TANDA,
    )


def columnas_de_relacion(tabla: Tabla) -> tuple[type[Model], str, str]:
    """Give the table in the middle of a many-to-many and the names of its two columns."""
    campo = tabla.modelo._meta.get_field(tabla.relacion)
    return campo.remote_field.through, f"{campo.m2m_field_name()}_id", f"{campo.m2m_reverse_field_name()}_id"


def nombre_de_clave(clave: tuple) -> str:
    """Give a natural key as a person reads it."""
    return " · ".join(str(parte) for parte in clave)
