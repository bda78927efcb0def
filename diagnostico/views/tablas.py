"""What the list of each register shows besides its rows: groups of actors, matrix of the plan. Pure."""

from __future__ import annotations

from django.core.paginator import Paginator

from diagnostico.models import Actor, EjePlan
from diagnostico.registros import Registro
from guia.catalogo import catalogo

POR_PAGINA = 30


def contexto_de_lista(registro: Registro, filas: list, numero: str | None = None) -> dict:
    """Give a page of the rows of a register (``numero``: which one) and the extra facts, which count all the rows."""
    grupos = por_grupo(filas) if registro.modelo is Actor else []
    if grupos:
        filas = [actor for grupo in grupos for actor in grupo["actores"]]
    pagina = Paginator(filas, POR_PAGINA).get_page(numero)
    contexto = {"filas": list(pagina), "pagina": pagina}
    if registro.modelo is Actor:
        sin_nadie = [grupo["ficha"] for grupo in grupos if not grupo["actores"]]
        return contexto | {"grupos": por_grupo(contexto["filas"]), "sin_nadie": sin_nadie}
    if registro.modelo is EjePlan:
        return contexto | matriz(contexto["filas"], filas)
    return contexto


def por_grupo(actores: list[Actor]) -> list[dict]:
    """Give the groups of the guide in their order, with their actors (none: nobody yet)."""
    grupos = [
        {"ficha": ficha, "actores": [actor for actor in actores if actor.grupo == slug]}
        for slug, ficha in catalogo().grupos_actores.items()
    ]
    conocidos = set(catalogo().grupos_actores)
    otros = [actor for actor in actores if actor.grupo not in conocidos]
    return grupos + ([{"ficha": None, "actores": otros}] if otros else [])


def matriz(hoja: list[EjePlan], ejes: list[EjePlan]) -> dict:
    """Give the matrix plan × modalities (step 3): columns, per row of a page which are marked, and totals of all."""
    columnas = list(catalogo().modalidades_y_gobernanza.values())
    return {
        "columnas": columnas,
        "renglones": [(eje, [(c, c.slug in eje.modalidades) for c in columnas]) for eje in hoja],
        "totales": [(c, sum(c.slug in eje.modalidades for eje in ejes)) for c in columnas],
    }
