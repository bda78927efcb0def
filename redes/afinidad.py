"""Which entries of the directory suit a territory, and why. Pure: it receives a Perfil and never asks for one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import QuerySet
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


class Ficha(NamedTuple):
    """What of an entry decides whether it suits, and what is said of it: a directory of hundreds is read whole."""

    slug: str
    clase: str
    nombre: str
    sigla: str
    estado: str
    verificado: bool
    clave_busqueda: str
    temas: list[str]
    modalidades: list[str]
    ods: list[int]
    sede_pais: str

    __str__ = Entrada.__str__


def fichas(entradas: QuerySet[Entrada]) -> list[Ficha]:
    """Give the entries as ``afines`` needs them. One query."""
    return list(map(Ficha._make, entradas.values_list(*Ficha._fields)))


@dataclass(frozen=True)
class Afinidad:
    """An entry that suits the territory, how much, and the sentences that say why."""

    entrada: Entrada | Ficha
    puntos: int
    razones: tuple[str, ...] = field(default=())


def afines(
    perfil: Perfil,
    entradas: Iterable[Entrada | Ficha],
    nombres: Mapping[str, str] | None = None,
    cuantas: int | None = None,
) -> list[Afinidad]:
    """Give the entries that share a theme or a modality with the profile, active and verified first, then by points.

    Entries already joined and inactive ones are left out. ``nombres``: slug → name, to write the reasons.
    """
    dadas = [
        entrada
        for entrada in entradas
        if entrada.slug not in perfil.ya_tiene
        and entrada.estado != EstadoEntrada.INACTIVA
        and not (perfil.temas.isdisjoint(entrada.temas) and perfil.modalidades.isdisjoint(entrada.modalidades))
    ]
    dadas.sort(key=lambda entrada: _orden(entrada, _puntos(perfil, entrada)))
    return [medir(perfil, entrada, nombres or {}) for entrada in dadas[:cuantas]]  # sentences only for what is shown


def medir(perfil: Perfil, entrada: Entrada | Ficha, nombres: Mapping[str, str]) -> Afinidad:
    """Score one entry: 3 for each shared theme, 2 for each shared modality, 1 for each shared ODS (ODS alone: none)."""
    temas = [tema for tema in entrada.temas if tema in perfil.temas]
    modalidades = [modalidad for modalidad in entrada.modalidades if modalidad in perfil.modalidades]
    razones = []
    if temas:
        razones.append(
            ngettext("Comparte su tema: %(lista)s.", "Comparte sus temas: %(lista)s.", len(temas))
            % {"lista": _lista(temas, nombres)}
        )
    if modalidades:
        razones.append(_("Sirve para: %(lista)s.") % {"lista": _lista(modalidades, nombres)})
    if razones and entrada.sede_pais in perfil.frontera:
        razones.append(_("Tiene sede en un país con el que usted limita."))
    return Afinidad(entrada, _puntos(perfil, entrada), tuple(razones))


def _puntos(perfil: Perfil, entrada: Entrada | Ficha) -> int:
    """Add up what an entry shares; a seat across the border counts as a modality, beside something shared."""
    puntos = PUNTOS_TEMA * sum(tema in perfil.temas for tema in entrada.temas)
    puntos += PUNTOS_MODALIDAD * sum(modalidad in perfil.modalidades for modalidad in entrada.modalidades)
    if not puntos:
        return 0
    if entrada.sede_pais in perfil.frontera:
        puntos += PUNTOS_MODALIDAD
    return puntos + PUNTOS_ODS * sum(numero in perfil.ods for numero in entrada.ods)


def _orden(entrada: Entrada | Ficha, puntos: int) -> tuple:
    """Sort: active and verified first, then points, then name."""
    return (entrada.estado != EstadoEntrada.ACTIVA, not entrada.verificado, -puntos, entrada.clave_busqueda)


def _lista(slugs: list[str], nombres: Mapping[str, str]) -> str:
    """Write names in one line."""
    return ", ".join(nombres.get(slug, slug) for slug in slugs)
