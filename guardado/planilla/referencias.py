"""How one sheet names a row of another: by its key, its number, or its name as written in the workbook. Pure."""

from __future__ import annotations

import re
from collections import defaultdict

from django.utils.translation import gettext as _

from formato.texto import sin_acentos

CON_NUMERO = re.compile(r"([0-9A-Za-z][0-9A-Za-z.]{0,11}?)[.)]?(?:\s+[-–·]?\s*|[-–·]\s*)(.+)", re.DOTALL)


class Nombradas:
    """The rows that a table could be named by: those of the workbook, and those of the portal that it lacks."""

    def __init__(self):
        self._por_codigo: dict[str, set[str]] = defaultdict(set)
        self._por_nombre: dict[str, set[str]] = defaultdict(set)
        self._antes: dict[str, set[str]] = defaultdict(set)
        self._claves: set[str] = set()

    def anotar(self, clave: str, *, codigo: str = "", nombre: str = "") -> None:
        """Add a row as the workbook writes it."""
        self._claves.add(clave)
        if codigo:
            self._por_codigo[_llano(codigo)].add(clave)
        if nombre:
            self._por_nombre[_llano(nombre)].add(clave)

    def anotar_guardada(self, clave: str, nombre: str) -> None:
        """Add how the portal calls a row: what other sheets may still say after it was renamed here."""
        self._claves.add(clave)
        self._antes[_llano(nombre)].add(clave)

    def hallar(self, texto: str) -> str:
        """Give the key of the row that a text names. Raises ``ValueError`` with a sentence."""
        limpio = texto.strip()
        if limpio.lower() in self._claves:
            return limpio.lower()
        llano = _llano(limpio)
        halladas: set[str] = set()
        for indice in (self._por_codigo, self._por_nombre, self._antes):
            halladas = indice.get(llano, set())
            if halladas:
                break
        if not halladas:
            partes = CON_NUMERO.fullmatch(limpio)
            halladas = self._por_codigo.get(_llano(partes[1]), set()) if partes else set()
        if len(halladas) == 1:
            return next(iter(halladas))
        corto = limpio if len(limpio) <= 60 else f"{limpio[:60]}…"
        if halladas:
            raise ValueError(_("Hay más de una que se llama «%s»: escriba su número.") % corto)
        raise ValueError(_("«%s» no está en este libro ni en el portal: revise cómo lo escribió.") % corto)


def _llano(texto: str) -> str:
    return sin_acentos(texto).strip(" .")
