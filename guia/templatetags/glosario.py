"""Definitions in place: a term of the glossary says what it means where it is first read on a page.

The button opens its definition without JavaScript (``popover``); a browser that has never heard of popovers
shows the definition in brackets.
"""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from guia.catalogo import catalogo
from guia.terminos import Definicion

register = template.Library()


@register.simple_tag(takes_context=True)
def con_terminos(context: template.Context, texto: str) -> SafeString:
    """Give a text, escaped, with a definition at the first mention on this page of each term it names."""
    trozos = catalogo().terminos.trozos(str(texto), dichos_en(context))
    return format_html_join(
        "",
        "{}",
        ((boton(trozo.texto, trozo.definicion) if trozo.definicion else trozo.texto,) for trozo in trozos),
    )


@register.simple_tag(takes_context=True)
def termino(context: template.Context, slug: str, texto: str = "") -> SafeString | str:
    """Give a term by its slug, as its acronym or as ``texto``; defined the first time on this page."""
    definicion = catalogo().terminos.por_slug.get(slug)
    if definicion is None:
        return texto or slug
    dicho, dichos = texto or definicion.sigla or definicion.termino, dichos_en(context)
    if slug in dichos:
        return dicho
    dichos.add(slug)
    return boton(dicho, definicion)


def dichos_en(context: template.Context) -> set[str]:
    """Give the slugs already defined on this page, kept with the request: an include with ``only`` shares no more."""
    request = getattr(context, "request", None)
    if request is None:
        return context.render_context.setdefault("terminos_dichos", set())
    if not hasattr(request, "terminos_dichos"):
        request.terminos_dichos = set()
    return request.terminos_dichos


def boton(texto: str, definicion: Definicion) -> SafeString:
    """Draw a term and its definition."""
    nombre = f"{definicion.termino} ({definicion.sigla})" if definicion.sigla else definicion.termino
    return format_html(
        '<button type="button" class="termino" popovertarget="que-es-{0}">{1}</button>'
        '<span class="definicion" popover id="que-es-{0}"><b>{2}.</b> {3} <button type="button" '
        'class="definicion__cerrar" popovertarget="que-es-{0}" popovertargetaction="hide">{4}</button></span>',
        definicion.slug,
        texto,
        nombre,
        definicion.definicion,
        _("Cerrar"),
    )
