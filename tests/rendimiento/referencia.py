"""A fixed piece of work by which the CPU of this machine, at this moment, is compared with the machine of the budgets.

It is of the same kind as drawing a page (templates, forms, queries put into SQL), so what makes one slow, another
process on the same core or a smaller cache, makes the other slow as well. It is Django's alone: nothing that the
portal makes faster may make it faster too.
"""

from __future__ import annotations

import time
from functools import lru_cache

from django import forms
from django.forms.renderers import DjangoTemplates
from django.template import Context, Template, engines

from agenda.models import Accion

TARDA = 28.4  # ms of CPU: the least seen on two AMD EPYC 7003 cores with Python 3.11, idle
FILAS = [{"nombre": f"Fila {n} & más", "clave": f"{n:05}", "valor": n * 1_250_000, "llena": n % 3} for n in range(150)]
PLANTILLA = (
    '{% for fila in filas %}<tr id="f-{{ fila.clave }}"><th scope="row">'
    '<a href="/panel/{{ fila.clave }}/">{{ fila.nombre }}</a></th>'
    '<td data-etiqueta="Total">{{ fila.valor|floatformat:"2g" }}</td>'
    '<td>{% if fila.llena and fila.nombre != "nada" %}{{ fila.nombre|truncatechars:20 }}'
    "{% else %}sin fechas{% endif %}</td></tr>{% endfor %}"
    "{% for campo in formulario %}{{ campo.as_field_group }}{% endfor %}"
)


class Formulario(forms.Form):
    """Ten fields, drawn by Django's own templates."""

    default_renderer = DjangoTemplates

    uno, dos, tres, cuatro, cinco, seis, siete, ocho = (
        forms.CharField(help_text="Ayuda", label="Campo") for _vez in range(8)
    )
    nueve, diez = (forms.ChoiceField(choices=[(n, f"Opción {n}") for n in range(20)]) for _vez in range(2))


@lru_cache(maxsize=1)
def _plantilla() -> Template:
    return engines["django"].from_string(PLANTILLA).template


def trabajar() -> float:
    """Do the work once; give the milliseconds of CPU it took."""
    inicio = time.process_time()
    _plantilla().render(Context({"filas": FILAS, "formulario": Formulario()}))
    for _vez in range(6):
        str(
            Accion.objects.filter(retirada_en=None, objetivo__eje__agenda__territorio="66001")
            .select_related("objetivo__eje__agenda")
            .order_by("orden", "pk")
            .query
        )
    return (time.process_time() - inicio) * 1000
