"""What a page says twice: ``{% repetir "titulo" %}`` (a block), ``{% guardar_en menu %}`` (a part)."""

from __future__ import annotations

from django import template
from django.template.base import NodeList
from django.template.loader_tags import BlockNode
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def repetir(context, nombre: str) -> str:
    """Give a block of the page as it is written there, blanks joined; nothing when there is no such block.

    A template may name a block only once; the title and the description are also what messengers show of a link.
    """
    return mark_safe(" ".join(BlockNode(nombre, NodeList()).render(context).split()))


class _Guardar(template.Node):
    def __init__(self, nombre: str, nodelist: NodeList):
        self.nombre, self.nodelist = nombre, nodelist

    def render(self, context) -> str:
        context[self.nombre] = self.nodelist.render(context)
        return ""


@register.tag
def guardar_en(parser, token) -> template.Node:
    """Draw what it holds into a variable, so that a menu drawn for two widths is worked out once."""
    _etiqueta, nombre = token.split_contents()
    nodelist = parser.parse(("fin_guardar",))
    parser.delete_first_token()
    return _Guardar(nombre, nodelist)
