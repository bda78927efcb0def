"""The whole of what is about to be sent, at a glance: how each text begins, every action, how much surrounds the plan.

The whole text of each part is read apart (``?parte=``); the actions come from ``agenda.arbol``.
"""

from __future__ import annotations

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from agenda import lectura
from agenda.documento import componer_textos
from agenda.models import Agenda, Reunion
from agenda.preparadas import Preparada
from diagnostico.models import Actor, Antecedente, EjePlan

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


def _cuantas(modelo, campo: str, suyo: str, **otros) -> Coalesce:
    """Count the rows in force whose ``campo`` is the agenda's ``suyo``."""
    filas = modelo.objects.filter(**{campo: OuterRef(suyo)}, **otros).vigentes().order_by()
    return Coalesce(Subquery(filas.values(campo).annotate(n=Count("pk")).values("n")), 0)


LISTAS = {
    "actores": _cuantas(Actor, "territorio", "territorio"),
    "memoria": _cuantas(Antecedente, "territorio", "territorio"),
    "reuniones": _cuantas(Reunion, "agenda", "pk"),
    "plan_de_desarrollo": _cuantas(EjePlan, "territorio", "territorio", periodo=OuterRef("periodo")),
}


@Preparada
def _cuentas(agenda: int) -> QuerySet:
    return Agenda.objects.filter(pk=agenda).order_by().values_list(*LISTAS.values())


def entorno(agenda: Agenda) -> list[tuple[str, str]]:
    """Give how many rows each list around the plan has, with words for none. One query."""
    cuentas = zip(LISTAS, next(iter(_cuentas(agenda.pk))), strict=True)
    return [(lectura.titulo_de_lista(nombre), cuantas or _("ninguno")) for nombre, cuantas in cuentas]
