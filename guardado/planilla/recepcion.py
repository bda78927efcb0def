"""An upload becomes a Recepcion: its cells are kept, nothing else is written. And what it proposes today."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from guardado.models import Recepcion
from guardado.planilla.asuntos import Comparacion
from guardado.planilla.comparacion import aligerar, comparar
from guardado.planilla.descripcion import Planilla
from guardado.planilla.frases import instrucciones
from guardado.planilla.lectura import interpretar
from informes.hojas.entrantes import bytes_de, leer

NOMBRE_MAXIMO = 200


def recibir(subido, planilla: Planilla, usuario) -> Recepcion:
    """Read an upload and keep its cells. The same file, still open, is not kept twice.

    Raises ``PlanillaIlegible`` with a sentence for people.
    """
    datos = bytes_de(subido)
    marca, contenido = interpretar(leer(datos), planilla, instrucciones())
    aligerar(planilla.tablas, contenido, marca)
    resumen = hashlib.sha256(datos).hexdigest()
    igual = Recepcion.objects.de(planilla).filter(sha256=resumen, cerrada_en=None).first()
    return igual or Recepcion.objects.create(
        territorio=planilla.territorio,
        tipo=planilla.tipo,
        ambito=planilla.ambito,
        libro=marca,
        usuario=usuario,
        nombre=_nombre_limpio(subido.name),
        sha256=resumen,
        contenido=contenido,
    )


def _nombre_limpio(nombre: str | None) -> str:
    limpio = "".join(letra for letra in PurePath(nombre or "planilla.xlsx").name if letra.isprintable())
    return limpio[-NOMBRE_MAXIMO:] or "planilla.xlsx"


def proponer(planilla: Planilla, recepcion: Recepcion) -> Comparacion:
    """Give what a reception proposes now: without what was accepted of it, or left as it was."""
    aceptados = recepcion.aceptado.get("asuntos", {})
    dejados = recepcion.aceptado.get("dejados", {})
    hecha = comparar(planilla.tablas, recepcion.contenido, recepcion.libro, _aceptado_del_libro(planilla, recepcion))
    hecha.asuntos = [
        asunto for asunto in hecha.asuntos if asunto.id not in aceptados and dejados.get(asunto.id, "-") != asunto.visto
    ]
    return hecha


def _aceptado_del_libro(planilla: Planilla, recepcion: Recepcion) -> dict:
    """Give digests and names that were accepted of the same workbook, in the order in which it came."""
    juntos: dict[str, dict] = {"vistos": {}, "nombres": {}}
    hermanas = Recepcion.objects.de(planilla).filter(libro=recepcion.libro, recibida_en__lte=recepcion.recibida_en)
    for aceptado in hermanas.order_by("recibida_en", "pk").values_list("aceptado", flat=True):
        for tabla, filas in aceptado.get("vistos", {}).items():
            for clave, campos in filas.items():
                juntos["vistos"].setdefault(tabla, {}).setdefault(clave, {}).update(campos)
        for tabla, nombres in aceptado.get("nombres", {}).items():
            juntos["nombres"].setdefault(tabla, {}).update(nombres)
    return juntos
