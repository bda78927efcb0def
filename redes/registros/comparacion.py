"""The facts of a row as a person reads them, beside those that were public before. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from formato.fechas import fecha_larga
from formato.paises import pais
from guia.catalogo import catalogo
from redes.registros.situacion import campos_de


@dataclass(frozen=True)
class Hecho:
    """One fact: what it is, what it says now, what was public before (None: nothing was, or it is the same)."""

    campo: str
    nombre: str
    valor: str
    antes: str | None = None


def hechos(fila, anterior=None) -> list[Hecho]:
    """Give the facts of a row, but its document; ``anterior``: what was public before, or None."""
    lista = []
    for campo in campos_de(fila):
        if campo == "archivo" or (campo == "anio" and fila.fecha and fila.fecha.year == fila.anio):
            continue
        atributo = fila._meta.get_field(campo).attname
        ahora = getattr(fila, atributo)
        antes = None
        if anterior is not None and getattr(anterior, atributo) != ahora:
            antes = legible(campo, getattr(anterior, atributo))
        texto = str(fila.entrada) if campo == "entrada" else legible(campo, ahora)
        lista.append(Hecho(campo, capfirst(str(fila._meta.get_field(campo).verbose_name)), texto, antes))
    return lista


def legible(campo: str, valor) -> str:
    """Give a stored value in words."""
    if valor in (None, "", []):
        return _("sin dato")
    if campo == "pais":
        return str(pais(valor))
    if campo == "temas":
        return "; ".join(str(uno) for uno in catalogo().nombres("temas", valor))
    if campo in ("fecha", "vigente_hasta", "desde", "pagada_hasta"):
        return fecha_larga(valor)
    return capfirst(str(valor)) if campo == "tipo_acuerdo" else str(valor)
