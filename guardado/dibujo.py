"""An editable field drawn by plain Python: thirty lookups of a template per field cost more than the page around it.

``components/campo.html`` says when it is used. What a foot seldom says (what was just saved, two texts of one field)
stays in ``components/campo_pie.html``, which is also what an automatic save answers with; a test holds one against
the other.
"""

from __future__ import annotations

from django.template import Context
from django.template.loader import get_template
from django.urls import reverse
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from guardado.pintor import Campo


def editable(campo: Campo, titulo: str, contexto: Context) -> SafeString:
    """Draw label, hint, control and foot. ``titulo``: the tag (``h2``) that makes the legend a heading, or empty."""
    nombre, errores = escape(campo.html_name), campo.errors
    clase = f"campo campo--{campo.widget_type}{' campo--error' if errores else ''}"
    return mark_safe(
        f'<div class="{clase}" id="campo-{nombre}"{_envio(campo, nombre) if campo.automatico else ""}>\n'
        f"{_control(campo, titulo)}\n{_pie(campo, errores, contexto)}\n</div>"
    )


def _envio(campo: Campo, nombre: str) -> str:
    """Give what htmx needs to save the field by itself."""
    return (
        f' data-campo="{nombre}" hx-post="{escape(campo.pagina)}" hx-trigger="{campo.disparo}" hx-include="this"'
        f' hx-params="{nombre},{escape(campo.nombre_visto)},unido-{nombre}" hx-target="find .campo__pie"'
        ' hx-swap="outerHTML" hx-sync="body:queue all"'
    )


def _control(campo: Campo, titulo: str) -> str:
    texto, numero = conditional_escape(campo.label), escape(campo.id_for_label)
    ayuda = ""
    if campo.help_text:
        frase = conditional_escape(campo.help_text)
        ayuda = f'<p class="campo__ayuda" id="{escape(campo.auto_id)}_helptext">{frase}</p>\n'
    ayuda += _en_la_guia(campo, texto)
    if not campo.use_fieldset and campo.widget_type == "checkbox":
        nombre = f'<span class="opcion__texto"><span class="opcion__nombre">{texto}</span></span>'
        return f'<label class="opcion opcion--sola" for="{numero}">{campo}{nombre}</label>\n{ayuda}'
    opcional = ""
    if getattr(campo.form, "marca_opcionales", False) and not campo.obligatorio:
        opcional = f' <span class="campo__opcional">{_("(opcional)")}</span>'
    if not campo.use_fieldset:
        return f'<label class="campo__etiqueta" for="{numero}">{texto}{opcional}</label>\n{ayuda}{campo}'
    if titulo:
        texto = f'<{titulo} class="campo__titulo">{texto}</{titulo}>'
    descrito = campo.aria_describedby
    descrito = f' aria-describedby="{escape(descrito)}"' if descrito else ""
    return (
        f'<fieldset{descrito}>\n<legend class="campo__etiqueta">{texto}{opcional}</legend>\n{ayuda}'
        f'<div class="opciones">{campo.opciones}</div>\n</fieldset>'
    )


def _en_la_guia(campo: Campo, texto: str) -> str:
    """Give the link to what the guide says of this field, where its form names a part (``en_la_guia``).

    It opens beside the form: nothing that was typed is left behind.
    """
    lugar = getattr(campo.form, "en_la_guia", {}).get(campo.name, "")
    if not lugar:
        return ""
    bloque, _almohadilla, ficha = lugar.partition("#")
    direccion = reverse("guia_bloque", args=[bloque]) + (f"#{ficha}" if ficha else "")
    return (
        f'<p class="campo__ayuda"><a href="{direccion}" target="_blank">{_("Leer en la guía")}'
        f'<span class="visualmente-oculto">: {texto} {_("(abre otra pestaña)")}</span></a></p>\n'
    )


def _pie(campo: Campo, errores, contexto: Context) -> str:
    """Draw the foot of a field of which nothing has happened yet, but perhaps an error."""
    if campo.estado or campo.desencuentros:
        with contexto.push(campo=campo):
            return get_template("components/campo_pie.html").template.render(contexto)
    partes = ['<div class="campo__pie">']
    if campo.guardable:
        partes.append(f'<input type="hidden" name="{escape(campo.nombre_visto)}" value="{escape(campo.visto)}">')
    if errores:
        aviso = f'<span class="visualmente-oculto">{_("Error:")} </span>'
        frases = " ".join(f"{aviso}{conditional_escape(error)}" for error in errores)
        partes.append(f'<p class="campo__error" id="{escape(campo.auto_id)}_error">{frases}</p>')
    if campo.automatico:
        partes.append(f'<p class="campo__estado">{_("No se guardó.") if errores else ""}</p>')
    return "".join([*partes, "</div>"])
