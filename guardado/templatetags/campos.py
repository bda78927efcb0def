"""``{% campo_editable %}``: the field called ``campo`` in the context, ready to be written on."""

from __future__ import annotations

from django import template

from guardado.dibujo import editable

register = template.Library()


@register.simple_tag(takes_context=True)
def campo_editable(context) -> str:
    """Draw the bound field ``campo``; ``titulo`` of the context makes its legend a heading."""
    return editable(context["campo"], context.get("titulo", ""), context)
