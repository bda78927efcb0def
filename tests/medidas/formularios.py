"""What drawing a form costs: our template pack beside Django's own field groups and beside ``{% crispy %}``.

Same form, same values, in turns; CPU, not wall time. Two forms: twenty fields of every kind, empty and with their
errors, and the longest of the portal, that of an action of an agenda (unsaved, with the choices of the guide).
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from tests.medidas.renglon import renglon, titulo

VUELTAS = 41
NATIVA = "{% for campo in forma %}{{ campo.as_field_group }}{% endfor %}"
NUESTRA = '{% for campo in forma %}{% include "components/campo.html" %}{% endfor %}'
CRISPY = "{% load crispy_forms_tags %}{% crispy forma %}"


def _sueltos():
    """Give a class of form with twenty fields of every kind, each with its hint."""
    from django import forms

    def campo(n: int):
        comun = {"label": f"Pregunta {n}", "help_text": f"Ayuda de la pregunta {n}", "required": n % 2 == 0}
        return (
            lambda: forms.CharField(**comun),
            lambda: forms.CharField(widget=forms.Textarea, **comun),
            lambda: forms.ChoiceField(choices=[(m, f"Opción {m}") for m in range(12)], **comun),
            lambda: forms.MultipleChoiceField(
                choices=[(m, f"Opción {m}") for m in range(6)], widget=forms.CheckboxSelectMultiple, **comun
            ),
            lambda: forms.DateField(**comun),
        )[n % 5]()

    return type("Veinte", (forms.Form,), {f"c{n}": campo(n) for n in range(20)})


def _accion() -> Callable:
    """Give what makes the form of an action; nothing of it is in the database."""
    from agenda.forms.accion import FormularioAccion
    from agenda.models import Accion, Agenda, Eje, Objetivo

    agenda = Agenda(territorio_id="66001", periodo_id="2024-2027")
    fila = Accion(objetivo=Objetivo(eje=Eje(agenda=agenda)), nombre="Misión comercial", ods=[8, 17])

    def hacer(_datos, renderer=None):
        return FormularioAccion(instance=fila, usuario=None, direccion="/", renderer=renderer)

    return hacer


def _dibujos(clase: Callable, datos) -> dict[str, Callable[[], object]]:
    """Give the ways to draw a new form of a class; Django's own with the renderer that Django brings."""
    from django.forms.renderers import DjangoTemplates
    from django.template import engines

    plantillas = {nombre: engines["django"].from_string(texto) for nombre, texto in MANERAS.items()}

    def forma(renderer=None):
        una = clase(datos, renderer=renderer)
        una.errors  # noqa: B018 (validated before the clock starts)
        return una

    return {
        nombre: lambda plantilla=plantilla, propio=nombre != "Django": (
            forma(None if propio else DjangoTemplates()),
            plantilla,
        )
        for nombre, plantilla in plantillas.items()
    }


NUESTRO, TOPE = "our templates", 1.0  # must cost no more than the native field groups
MANERAS = {"Django": NATIVA, "Django, our controls": NATIVA, NUESTRO: NUESTRA, "{% crispy %}": CRISPY}


def _medianas(dibujos: dict[str, Callable[[], tuple]]) -> dict[str, float]:
    """Give the median CPU of each, in ms, taken in turns."""
    tiempos: dict[str, list[float]] = {nombre: [] for nombre in dibujos}
    for vuelta in range(VUELTAS):
        for nombre, preparar in dibujos.items():
            forma, plantilla = preparar()
            inicio = time.process_time()
            plantilla.render({"forma": forma})
            if vuelta:  # the first fills the caches of templates
                tiempos[nombre].append((time.process_time() - inicio) * 1000)
    return {nombre: statistics.median(lista) for nombre, lista in tiempos.items()}


def medir() -> bool:
    """Compare on a clone with the guide and the directory; ``False`` when our pack costs more than Django's own."""
    from django.db import connection

    from tests import bases

    clon = bases.clonar("referencia")
    connection.settings_dict["NAME"] = clon
    try:
        return comparar_formularios()
    finally:
        connection.close()
        bases.borrar(clon)


def comparar_formularios() -> bool:
    """Print each form drawn in each way; say whether our pack never costs more than Django's own field groups."""
    bien = True
    casos = (
        ("A form of twenty fields, empty", _sueltos(), None),
        ("A form of twenty fields, with its errors", _sueltos(), {}),
        ("The form of an action, whose fields save themselves", _accion(), None),
    )
    for caso, clase, datos in casos:
        medianas = _medianas(_dibujos(clase, datos))
        titulo(
            f"{caso}, drawn in each way (CPU, median of {VUELTAS - 1})",
            "Django's own",
            "this way",
        )
        for nombre, mediana in medianas.items():
            tope = TOPE if nombre == NUESTRO else None
            bien &= renglon(nombre, medianas["Django"], mediana, tope, decimales=2)
    return bien
