"""What the list of each register shows besides its rows: groups of actors, matrix of the plan. Pure."""

from __future__ import annotations

from diagnostico.models import Actor, EjePlan
from diagnostico.registros import Registro
from guia.catalogo import catalogo


def contexto_de_lista(registro: Registro, filas: list) -> dict:
    """Give the extra facts of the list of a register."""
    if registro.modelo is Actor:
        grupos = por_grupo(filas)
        return {"grupos": grupos, "sin_nadie": [g["ficha"] for g in grupos if not g["actores"]]}
    if registro.modelo is EjePlan:
        return matriz(filas)
    return {}


def por_grupo(actores: list[Actor]) -> list[dict]:
    """Give the groups of the guide in their order, with their actors (none: nobody yet)."""
    grupos = [
        {"ficha": ficha, "actores": [actor for actor in actores if actor.grupo == slug]}
        for slug, ficha in catalogo().grupos_actores.items()
    ]
    conocidos = set(catalogo().grupos_actores)
    otros = [actor for actor in actores if actor.grupo not in conocidos]
    return grupos + ([{"ficha": None, "actores": otros}] if otros else [])


def matriz(ejes: list[EjePlan]) -> dict:
    """Give the matrix plan × modalities (step 3): columns, and per row whether each modality is marked."""
    columnas = list(catalogo().modalidades_y_gobernanza.values())
    return {
        "columnas": columnas,
        "renglones": [(eje, [(c, c.slug in eje.modalidades) for c in columnas]) for eje in ejes],
        "totales": [(c, sum(c.slug in eje.modalidades for eje in ejes)) for c in columnas],
    }
