"""The whole of what is about to be sent, at a glance: how each text begins, every action, how much surrounds the plan.

The whole text of each part is read apart (``?parte=``); the actions come from ``agenda.arbol``.
"""

from __future__ import annotations

from django.db.models import Count, Value
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from agenda import lectura
from agenda.documento import componer_textos
from agenda.models import Agenda

PALABRAS = 40  # of each text; what it says first is enough to recognise it


def textos(agenda: Agenda) -> tuple[list[tuple[str, str]], list[str]]:
    """Give the beginning of each text that is written, under its title, and the titles of those that are not."""
    escritos, vacios = [], []
    for bloque in lectura.textos(componer_textos(agenda)):
        entero = bloque.texto or " · ".join(f"{etiqueta}: {valor}" for etiqueta, valor in bloque.filas)
        if entero:
            escritos.append((bloque.titulo, Truncator(" ".join(entero.split())).words(PALABRAS)))
        else:
            vacios.append(bloque.titulo)
    return escritos, vacios


def entorno(agenda: Agenda) -> list[tuple[str, str]]:
    """Give how many rows each list around the plan has, with words for none. One query."""
    territorio = agenda.territorio
    listas = {
        "actores": territorio.actores.vigentes(),
        "memoria": territorio.antecedentes.vigentes(),
        "reuniones": agenda.reuniones.vigentes(),
        "plan_de_desarrollo": territorio.ejes_plan.vigentes().filter(periodo=agenda.periodo_id),
    }
    primera, *otras = (
        filas.order_by().annotate(lista=Value(nombre)).values_list("lista").annotate(Count("pk"))
        for nombre, filas in listas.items()
    )
    cuentas = dict.fromkeys(listas, 0) | dict(primera.union(*otras, all=True))
    return [(lectura.titulo_de_lista(nombre), cuantas or _("ninguno")) for nombre, cuantas in cuentas.items()]
