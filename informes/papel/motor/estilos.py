"""A property that nobody declared is looked up, not worked out.

Of the two hundred properties of a box, its sheet declares a dozen. The engine asks each of the others the same
questions before giving it its parent's value or the initial one. Here a style is born with the initial ones, and the
inherited ones are asked of its parent alone. What is asked of an element once is kept without a lock: an element is of
one document, and a document is drawn by one thread.
"""

from __future__ import annotations

from functools import cached_property

from cssselect2 import ElementWrapper
from weasyprint.css import (
    INHERITED,
    INITIAL_NOT_COMPUTED,
    INITIAL_VALUES,
    PHYSICAL_FUNCTIONS,
    AnonymousStyle,
    ComputedStyle,
    Style,
    check_math,
)
from weasyprint.formatting_structure.boxes import Box

PROPIAS = {"float", "display", "position", "page"}  # the engine works these out in its own way
HEREDADAS = frozenset(
    una for una in INHERITED if una not in PROPIAS | set(PHYSICAL_FUNCTIONS) and not una.startswith("text_decoration_")
)
INICIALES = {
    una: valor
    for una, valor in INITIAL_VALUES.items()
    if una not in PROPIAS | set(INHERITED) | set(INITIAL_NOT_COMPUTED)
    and not una.startswith("text_decoration_")
    and not check_math(valor)
}
FISICAS = {}  # a logical property → those that it sets, in one direction or the other
for _fisica, _funcion in PHYSICAL_FUNCTIONS.items():
    for _sentido in ("ltr", "rtl"):
        FISICAS.setdefault(_funcion(block="ttb", inline=_sentido), set()).add(_fisica)
FUERA_DEL_FLUJO = {"left", "right", "inline-start", "inline-end", "footnote"}

_calcular = ComputedStyle.__missing__
_nacer = ComputedStyle.__init__
_nacer_anonimo = AnonymousStyle.__init__


class Una:
    """A property worked out once for each object, without the lock of the one in the standard library."""

    def __init__(self, propiedad: cached_property):
        self.funcion, self.nombre = propiedad.func, propiedad.attrname

    def __get__(self, instancia, clase=None):
        if instancia is None:
            return self
        valor = vars(instancia)[self.nombre] = self.funcion(instancia)
        return valor


def aligerar() -> None:
    """Put it on."""
    ComputedStyle.__init__ = nacer
    ComputedStyle.__missing__ = valor_de
    AnonymousStyle.__init__ = nacer_anonimo
    Box.is_in_normal_flow = en_el_flujo
    for clase in (ElementWrapper, Style):
        for nombre, propiedad in list(vars(clase).items()):
            if isinstance(propiedad, cached_property):
                setattr(clase, nombre, Una(propiedad))


def nacer(self, parent_style, cascaded, *resto):
    """Make a style with the initial values of what is not declared in it."""
    _nacer(self, parent_style, cascaded, *resto)
    self.update(INICIALES)
    for declarada in cascaded:
        self.pop(declarada, None)
        for fisica in FISICAS.get(declarada, ()):
            self.pop(fisica, None)


def nacer_anonimo(self, parent_style):
    """Make the style of a box without an element, in which nothing is declared."""
    self.update(INICIALES)
    _nacer_anonimo(self, parent_style)


def valor_de(self, key):
    """Give the value of a property that was not asked for before, and keep it."""
    if key in HEREDADAS and key not in self.cascaded and self.parent_style is not None:
        valor = self.parent_style[key]
        if not check_math(valor):
            self[key] = valor
            return valor
    return _calcular(self, key)


def en_el_flujo(self):
    """Say whether the box is in normal flow: it does not float, it is not placed, it is not a note."""
    lugar = self.style["position"]
    return (
        lugar not in ("absolute", "fixed")
        and lugar[0] not in ("running()", "note()")
        and self.style["float"] not in FUERA_DEL_FLUJO
    )
