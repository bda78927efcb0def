"""Filters and tags loaded everywhere: pesos, numbers, dates, terms, hours, countries; links that leave the portal.

Values come in the language that is being drawn (``formato/segun_idioma.py``): Spanish on every screen.
"""

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from formato import enlaces, fechas, segun_idioma

register = template.Library()
register.filter("pesos", segun_idioma.pesos)
register.filter("numero", segun_idioma.numero)
register.filter("fecha_larga", segun_idioma.fecha_larga)
register.filter("fecha_corta", segun_idioma.fecha_corta)
register.filter("fecha_hora", segun_idioma.fecha_hora)
register.filter("periodo", fechas.periodo)
register.filter("hora", fechas.hora)
register.filter("pais", segun_idioma.pais)
register.filter("dominio", enlaces.dominio)


@register.filter
def recorta(texto: str, letras: int) -> str:
    """Give a text in at most so many characters, as ``truncatechars``, which asks Unicode about each letter."""
    return texto if len(texto) <= letras else f"{texto[: letras - 1]}…"


@register.simple_tag
def enlace_externo(direccion: str, texto: str = "", clase: str = "", rel: str = "") -> SafeString:
    """Give a link that leaves the portal: mark, visible domain, «sale del portal» for who listens, same window.

    ``texto`` is what it says (the domain when empty), ``clase`` more classes, ``rel`` more relations. What is no
    address of the web (``javascript:``, ``data:``…) comes out as text.
    """
    sitio = enlaces.dominio(direccion)
    if not sitio:
        return conditional_escape(texto or direccion or "")
    aviso = format_html('<span class="visualmente-oculto">, {}</span>', _("sale del portal"))
    if texto and texto != sitio:
        aviso = format_html(
            ' <span class="externo__sitio"><span class="visualmente-oculto">{}</span> {}</span>',
            _(", sale del portal:"),
            sitio,
        )
    return format_html(
        '<a class="{}" href="{}" rel="{}">{}{}</a>',
        f"externo {clase}".strip(),
        direccion.strip(),
        f"noopener external {rel}".strip(),
        texto or sitio,
        aviso,
    )
