"""Which entries of the directory suit a territory, and why. Pure: it receives a Perfil and never asks for one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from redes.models import Entrada, EstadoEntrada

PUNTOS_TEMA, PUNTOS_MODALIDAD, PUNTOS_ODS = 3, 2, 1


@dataclass(frozen=True)
class Perfil:
    """What of a territory matters to a network or an agency. Slugs, numbers of ODS, ISO codes of border countries."""

    temas: frozenset[str] = frozenset()
    modalidades: frozenset[str] = frozenset()
    ods: frozenset[int] = frozenset()
    categoria: str = ""
    poblacion: int | None = None
    frontera: frozenset[str] = frozenset()
    es_asociacion: bool = False
    ya_tiene: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Afinidad:
    """An entry that suits the territory, how much, and the sentences that say why."""

    entrada: Entrada
    puntos: int
    razones: tuple[str, ...] = field(default=())


def afines(
    perfil: Perfil, entradas: Iterable[Entrada], nombres: Mapping[str, str] | None = None, cuantas: int | None = None
) -> list[Afinidad]:
    """Give the entries that share a theme or a modality with the profile, active and verified first, then by points.

    Entries already joined and inactive ones are left out. ``nombres``: slug → name, to write the reasons.
    """
    dadas = [
        afinidad
        for entrada in entradas
        if entrada.slug not in perfil.ya_tiene and entrada.estado != EstadoEntrada.INACTIVA
        for afinidad in [medir(perfil, entrada, nombres or {})]
        if afinidad.razones
    ]
    dadas.sort(key=_orden)
    return dadas[:cuantas]


def medir(perfil: Perfil, entrada: Entrada, nombres: Mapping[str, str]) -> Afinidad:
    """Score one entry: 3 for each shared theme, 2 for each shared modality, 1 for each shared ODS (ODS alone: none)."""
    temas = [tema for tema in entrada.temas if tema in perfil.temas]
    modalidades = [modalidad for modalidad in entrada.modalidades if modalidad in perfil.modalidades]
    ods = [numero for numero in entrada.ods if numero in perfil.ods]
    razones = []
    if temas:
        razones.append(
            ngettext("Comparte su tema: %(lista)s.", "Comparte sus temas: %(lista)s.", len(temas))
            % {"lista": _lista(temas, nombres)}
        )
    if modalidades:
        razones.append(_("Sirve para: %(lista)s.") % {"lista": _lista(modalidades, nombres)})
    puntos = PUNTOS_TEMA * len(temas) + PUNTOS_MODALIDAD * len(modalidades)
    if razones and entrada.sede_pais in perfil.frontera:
        puntos += PUNTOS_MODALIDAD
        razones.append(_("Tiene sede en un país con el que usted limita."))
    return Afinidad(entrada, puntos + PUNTOS_ODS * len(ods) if razones else 0, tuple(razones))


def _orden(afinidad: Afinidad) -> tuple:
    """Sort: active and verified first, then points, then name."""
    entrada = afinidad.entrada
    return (entrada.estado != EstadoEntrada.ACTIVA, not entrada.verificado, -afinidad.puntos, entrada.clave_busqueda)


def _lista(slugs: list[str], nombres: Mapping[str, str]) -> str:
    """Write names in one line."""
    return ", ".join(nombres.get(slug, slug) for slug in slugs)
