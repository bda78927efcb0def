"""The sentences of a workbook and of its preview: «14 cambian, 3 nuevas, 1 se retira, 2 rechazadas, 1 choque»."""

from __future__ import annotations

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guardado.planilla.asuntos import Suerte


def instrucciones() -> str:
    """Give the name of the first sheet."""
    return _("Instrucciones")


def cuentas(por_suerte: Counter) -> str:
    """Give what a workbook proposes, in one line."""
    partes = [
        _frase(por_suerte[Suerte.CAMBIA], lambda n: ngettext("%(n)s celda cambia", "%(n)s celdas cambian", n)),
        _frase(por_suerte[Suerte.NUEVA], lambda n: ngettext("%(n)s fila nueva", "%(n)s filas nuevas", n)),
        _frase(por_suerte[Suerte.RETIRADA], lambda n: ngettext("%(n)s fila se retira", "%(n)s filas se retiran", n)),
        _frase(por_suerte[Suerte.DEVUELTA], lambda n: ngettext("%(n)s fila vuelve", "%(n)s filas vuelven", n)),
        _frase(por_suerte[Suerte.CHOQUE], lambda n: ngettext("%(n)s choque", "%(n)s choques", n)),
        _frase(por_suerte[Suerte.RECHAZADA], lambda n: ngettext("%(n)s rechazada", "%(n)s rechazadas", n)),
    ]
    return ", ".join(parte for parte in partes if parte)


def hechos(por_suerte: Counter) -> str:
    """Give what was accepted, in one line."""
    celdas = por_suerte[Suerte.CAMBIA] + por_suerte[Suerte.CHOQUE]
    partes = [
        _frase(celdas, lambda n: ngettext("%(n)s celda cambiada", "%(n)s celdas cambiadas", n)),
        _frase(por_suerte[Suerte.NUEVA], lambda n: ngettext("%(n)s fila agregada", "%(n)s filas agregadas", n)),
        _frase(por_suerte[Suerte.RETIRADA], lambda n: ngettext("%(n)s fila retirada", "%(n)s filas retiradas", n)),
        _frase(por_suerte[Suerte.DEVUELTA], lambda n: ngettext("%(n)s fila devuelta", "%(n)s filas devueltas", n)),
    ]
    return ", ".join(parte for parte in partes if parte)


def _frase(n: int, molde) -> str:
    return molde(n) % {"n": n} if n else ""
