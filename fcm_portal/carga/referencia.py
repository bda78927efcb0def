"""The whole load: read and check every file, then write all of it or nothing."""

from __future__ import annotations

from pathlib import Path

from django.db import connection, transaction

from fcm_portal.carga import acciones, agenda2030, cuestionario, directorio, guia, territorios
from fcm_portal.carga.conocidos import de_la_base
from fcm_portal.carga.lectura import Lectura, Problema
from fcm_portal.carga.revision import revisar
from fcm_portal.carga.tabla import Resultado, aplicar
from guia.catalogo import olvidar

TURNO = 20261122  # advisory lock: two loads never run at once


class DatosMalos(Exception):
    """Some files cannot be loaded: nothing was written."""

    def __init__(self, problemas: list[Problema]):
        super().__init__(f"{len(problemas)} problemas")
        self.problemas = sorted(problemas)


@transaction.atomic
def cargar(carpeta: Path) -> list[Resultado]:
    """Load a folder and say what happened to each table. Raises ``DatosMalos`` before writing anything."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURNO])
    lectura, conocidos = Lectura(carpeta), de_la_base()
    contenido = lectura.yaml(guia.ARCHIVO)
    tablas = agenda2030.leer_ods(lectura, conocidos)
    tablas += territorios.leer(lectura, conocidos)
    tablas += guia.leer(lectura, contenido, conocidos)
    tablas += agenda2030.leer_indicadores(lectura, conocidos)
    tablas += directorio.leer(lectura, contenido, conocidos)
    sugeridas = acciones.leer(lectura)
    preguntas = cuestionario.revisar(lectura, contenido, {accion["slug"] for accion in sugeridas}, conocidos)
    tablas.append(acciones.tabla(lectura, sugeridas, conocidos))
    for tabla in tablas:
        revisar(lectura, tabla)
    if lectura.problemas:
        raise DatosMalos(lectura.problemas)
    resultados = [aplicar(tabla) for tabla in tablas]
    resultados.append(cuestionario.aplicar(preguntas))
    transaction.on_commit(olvidar)
    return resultados
