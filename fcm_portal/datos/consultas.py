"""Rows of a model as its columns say, asked a batch at a time: fifty thousand need the memory of one.

Each batch begins after the last key of the one before, by index. A cursor of the server would sort and keep all the
rows before it gave the first one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from fcm_portal.datos.cambios import cambio_de
from fcm_portal.datos.columna import SI_NO, TEXTO, Columna, Conjunto
from fcm_portal.datos.valores import canonico, huella
from formato.paises import pais

TANDA = 1000
HUELLA = "huella"


def columna_huella() -> Columna:
    """Give the column that tells whether a row changed since it was downloaded."""
    que_es = _("Marca de la fila. Sirve para saber, al cargarla, si el portal cambió desde la descarga.")
    return Columna(HUELLA, TEXTO, que_es, ayuda=True)


def columna_demostracion(significado) -> Columna:
    """Give the column that marks what is not real."""
    return Columna("demostracion", SI_NO, significado, campo="es_demostracion")


def leidas(columnas: Sequence[Columna]) -> list[Columna]:
    """Give the columns that are asked of the database."""
    return [columna for columna in columnas if columna.nombre not in (HUELLA, "pais_nombre")]


def por_tandas(consulta: QuerySet, orden: Sequence[str], campos: Sequence[str], tanda: int = TANDA) -> Iterator[tuple]:
    """Give some fields of the rows, in the order of ``orden``: one or two fields that together are unique."""
    resto = consulta.order_by(*orden)
    while True:
        filas = list(resto.values_list(*orden, *campos)[:tanda])
        yield from (fila[len(orden) :] for fila in filas)
        if len(filas) < tanda:
            return
        ultima = dict(zip(orden, filas[-1], strict=False))
        primero = orden[0]
        despues = Q(**{f"{primero}__gt": ultima[primero]})
        if len(orden) > 1:
            despues |= Q(**{primero: ultima[primero], f"{orden[1]}__gt": ultima[orden[1]]})
        resto = consulta.order_by(*orden).filter(despues)


def de_modelo(
    consulta: Callable[[], QuerySet], columnas: Sequence[Columna], orden: Sequence[str] = ("slug",)
) -> Iterator[list]:
    """Give the rows of a model; ``huella`` and the name of a country are put in their places."""
    pedidas = leidas(columnas)
    propias = [n for n, columna in enumerate(pedidas) if not columna.ayuda]
    nombres = [columna.nombre for columna in columnas]
    en_pais = pedidas.index(next(c for c in pedidas if c.nombre == "pais")) if "pais_nombre" in nombres else None
    donde_pais = nombres.index("pais_nombre") if en_pais is not None else None
    con_huella = HUELLA in nombres
    for datos in por_tandas(consulta(), orden, [columna.ruta for columna in pedidas]):
        fila = [canonico(valor) for valor in datos]
        marca = huella([fila[n] for n in propias]) if con_huella else ""
        if donde_pais is not None:
            fila.insert(donde_pais, pais(fila[en_pais]))
        yield [*fila, marca] if con_huella else fila


def conjunto_de(
    consulta: Callable[[], QuerySet],
    columnas: tuple[Columna, ...],
    *nombradas: type[Model],
    orden: Sequence[str] = ("slug",),
    **textos,
) -> Conjunto:
    """Give the table of the rows of a model. ``nombradas``: other models from which they take a name."""
    return Conjunto(
        columnas=columnas,
        filas=lambda: de_modelo(consulta, columnas, orden),
        contar=lambda: consulta().count(),
        cambio=lambda: cambio_de(consulta(), *nombradas),
        **textos,
    )


def huella_de(objeto: Model, columnas: Sequence[Columna]) -> str:
    """Give the mark of one stored row, as ``de_modelo`` would."""
    return huella([valor_de(objeto, columna) for columna in leidas(columnas) if not columna.ayuda])


def valor_de(objeto: Model, columna: Columna):
    """Give what a row publishes in one column."""
    return canonico(getattr(objeto, columna.ruta))
