"""Choices typed by hand: without accents or capitals, by their number or by their label, if exactly one fits. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from django.utils.translation import gettext as _

from formato.texto import sin_acentos
from guardado.planilla.descripcion import Opcion

SEPARADORES = re.compile(r"[;\n]")
MUESTRA = 12  # how many valid choices a refusal lists
UNION = "; "


class Opciones(Sequence[Opcion]):
    """Choices made when somebody first asks for one: most lists of a workbook that comes back are never looked at."""

    def __init__(self, hacer: Callable[[], tuple[Opcion, ...]]):
        self._hacer = hacer

    @cached_property
    def _todas(self) -> tuple[Opcion, ...]:
        return self._hacer()

    @cached_property
    def etiquetas(self) -> dict[str, str]:
        """Give the label of each key."""
        return {opcion.clave: opcion.etiqueta for opcion in self._todas}

    def __getitem__(self, lugar):
        return self._todas[lugar]

    def __len__(self) -> int:
        return len(self._todas)


def distintas(opciones: Iterable[tuple[str, str]] | Callable[[], Iterable[tuple[str, str]]], alias=None) -> Opciones:
    """Give choices whose labels are all different: those that share one get their key behind, in brackets.

    ``opciones``: key and label of each, or what gives them. ``alias``: function from key to other ways of typing it.
    A «;» of a label becomes a comma: it separates choices.
    """
    return Opciones(lambda: _distintas(opciones() if callable(opciones) else opciones, alias))


def _distintas(opciones: Iterable[tuple[str, str]], alias) -> tuple[Opcion, ...]:
    pares = [(str(clave), " ".join(str(etiqueta).replace(";", ",").split())) for clave, etiqueta in opciones]
    veces: dict[str, int] = defaultdict(int)
    for _clave, etiqueta in pares:
        veces[sin_acentos(etiqueta)] += 1
    return tuple(
        Opcion(
            clave,
            etiqueta if veces[sin_acentos(etiqueta)] == 1 else f"{etiqueta} [{clave}]",
            tuple(alias(clave)) if alias else (),
        )
        for clave, etiqueta in pares
    )


def una(texto: str, opciones: Sequence[Opcion]) -> str:
    """Give the key of the choice that a text names. Raises ``ValueError`` with a sentence."""
    exactas = [opcion for opcion in opciones if texto == opcion.etiqueta]
    if len(exactas) == 1:
        return exactas[0].clave
    buscado = _llano(texto)
    halladas = {
        opcion.clave
        for opcion in opciones
        if buscado
        in {
            _llano(opcion.etiqueta),
            _llano(opcion.clave),
            _llano(opcion.clave.replace("-", " ")),
            *map(_llano, opcion.alias),
        }
    }
    if len(halladas) == 1:
        return halladas.pop()
    if halladas:
        raise ValueError(
            _("«%(texto)s» puede ser más de una: escriba %(cuales)s.")
            % {"texto": _corto(texto), "cuales": _lista([o for o in opciones if o.clave in halladas])}
        )
    raise ValueError(
        _("«%(texto)s» no está en la lista. Escoja una de estas: %(cuales)s.")
        % {"texto": _corto(texto), "cuales": _lista(opciones)}
    )


def varias(texto: str, opciones: Sequence[Opcion]) -> list[str]:
    """Give the keys that a text names, one behind another with «;» or on lines of their own; commas if all fit."""
    partes = [parte.strip() for parte in SEPARADORES.split(texto) if parte.strip()]
    claves: list[str] = []
    for parte in partes:
        try:
            hallada = [una(parte, opciones)]
        except ValueError:
            con_comas = [trozo.strip() for trozo in parte.split(",") if trozo.strip()]
            if len(con_comas) < 2:
                raise
            try:
                hallada = [una(trozo, opciones) for trozo in con_comas]
            except ValueError:
                hallada = [una(parte, opciones)]  # the sentence about the whole is the clearer one
        claves += [clave for clave in hallada if clave not in claves]
    return claves


def escrita(claves: Iterable, opciones: Sequence[Opcion]) -> str:
    """Give the labels of some keys as a cell shows them; an unknown key as it is."""
    etiquetas = opciones.etiquetas if isinstance(opciones, Opciones) else {o.clave: o.etiqueta for o in opciones}
    return UNION.join(etiquetas.get(str(clave), str(clave)) for clave in claves)


def _llano(texto: str) -> str:
    return sin_acentos(texto).strip(" .")


def _corto(texto: str) -> str:
    return texto if len(texto) <= 60 else f"{texto[:60]}…"


def _lista(opciones: Sequence[Opcion]) -> str:
    muestra = UNION.join(f"«{opcion.etiqueta}»" for opcion in opciones[:MUESTRA])
    resto = len(opciones) - MUESTRA
    return (
        muestra
        if resto <= 0
        else _("%(muestra)s y %(n)s más, en la lista de la celda")
        % {
            "muestra": muestra,
            "n": resto,
        }
    )
