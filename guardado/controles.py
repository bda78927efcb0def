"""Controls drawn by plain Python: Django asks its templates once per option, which costs more than the whole page.

The markup is Django's own (``django/forms/widgets/*.html``); a test holds one against the other.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from django.forms import Select
from django.forms.widgets import ChoiceWidget
from django.utils.safestring import SafeString, mark_safe


def _texto(valor) -> str:
    """Escape what is not safe yet, as Django does: its own function looks for lazy texts in each call."""
    return valor if isinstance(valor, SafeString) else escape(str(valor))


def _atributos(atributos: dict) -> str:
    partes = []
    for nombre, valor in atributos.items():
        if valor is not False:
            partes.append(f" {_texto(nombre)}" if valor is True else f' {_texto(nombre)}="{_texto(valor)}"')
    return "".join(partes)


def _opcion(opcion: dict) -> str:
    return f'<option value="{_texto(opcion["value"])}"{_atributos(opcion["attrs"])}>{_texto(opcion["label"])}</option>'


def lista(widget: dict) -> str:
    """Draw a select."""
    partes = [f'<select name="{_texto(widget["name"])}"{_atributos(widget["attrs"])}>']
    for grupo, opciones, _indice in widget["optgroups"]:
        filas = "\n".join(_opcion(opcion) for opcion in opciones)
        partes.append(f'<optgroup label="{_texto(grupo)}">\n{filas}\n</optgroup>' if grupo else filas)
    return mark_safe("\n".join([*partes, "</select>"]))


def seleccion(control: Select, nombre: str, valor, atributos: dict) -> str:
    """Draw a plain select straight from its choices: a list of countries asks for 250 dictionaries otherwise."""
    elegidos = set(control.format_value(valor))
    partes = [f'<select name="{_texto(nombre)}"{_atributos(control.build_attrs(control.attrs, atributos))}>']
    for clave, etiqueta in control.choices:
        if isinstance(etiqueta, list | tuple):
            filas = "\n".join(_renglon(hija, texto, elegidos) for hija, texto in etiqueta)
            partes.append(f'<optgroup label="{_texto(clave)}">\n{filas}\n</optgroup>')
        else:
            partes.append(_renglon(clave, etiqueta, elegidos))
    return mark_safe("\n".join([*partes, "</select>"]))


def _renglon(clave, etiqueta, elegidos: set[str]) -> str:
    clave = "" if clave is None else str(clave)
    marca = ""
    if clave in elegidos:
        marca = " selected"
        elegidos.clear()  # only the first, as in Django
    return f'<option value="{escape(clave)}"{marca}>{_texto(etiqueta)}</option>'


def entrada(widget: dict) -> str:
    """Draw an input."""
    valor = "" if widget["value"] is None else f' value="{_texto(widget["value"])}"'
    control = f'<input type="{_texto(widget["type"])}" name="{_texto(widget["name"])}"{valor}'
    return mark_safe(f"{control}{_atributos(widget['attrs'])}>")


def area(widget: dict) -> str:
    """Draw a text area."""
    valor = "" if widget["value"] is None else _texto(widget["value"])
    return mark_safe(f'<textarea name="{_texto(widget["name"])}"{_atributos(widget["attrs"])}>\n{valor}</textarea>')


def casilla(widget: dict) -> str:
    """Draw one box or one round button of a group, inside its label when the group wants so."""
    if not widget.get("wrap_label"):
        return entrada(widget)
    numero = widget["attrs"].get("id")
    para = f' for="{_texto(numero)}"' if numero else ""
    return mark_safe(f"<label{para}>{entrada(widget)} {_texto(widget['label'])}</label>")


def opcion_con_texto(widget: dict, descripcion: str) -> str:
    """Draw one box or round button of a group beside its name and what it means, all of it a label."""
    detalle = f'<span class="opcion__descripcion">{_texto(descripcion)}</span>' if descripcion else ""
    return mark_safe(
        f'<label class="opcion" for="{_texto(widget["attrs"].get("id", ""))}">{entrada(widget)}'
        f'<span class="opcion__texto"><span class="opcion__nombre">{_texto(widget["label"])}</span>{detalle}</span>'
        "</label>"
    )


def grupo(control: ChoiceWidget, nombre: str, valor, atributos: dict, descripciones: dict) -> str:
    """Draw round buttons or boxes, each beside its name and what it means, numbered and marked as Django would."""
    elegidos, varios, partes = set(control.format_value(valor)), control.allow_multiple_selected, []
    base = control.build_attrs(control.attrs, atributos)
    numerado = base.pop("id", "")
    comienzo = f'<input type="{_texto(control.input_type)}" name="{_texto(nombre)}" value="'
    comunes = _atributos(base)
    for n, (clave, etiqueta) in enumerate(control.choices):
        marca = str(clave) in elegidos
        if marca and not varios:
            elegidos = set()  # only the first, as in Django
        suyo = _texto(control.id_for_label(numerado, n)) if numerado else ""
        identidad = f' id="{suyo}"' if numerado else ""
        detalle = descripciones.get(clave, "")
        detalle = f'<span class="opcion__descripcion">{_texto(detalle)}</span>' if detalle else ""
        partes.append(
            f'<label class="opcion" for="{suyo}">{comienzo}{"" if clave is None else _texto(clave)}"{comunes}'
            f'{identidad}{" checked" if marca else ""}><span class="opcion__texto">'
            f'<span class="opcion__nombre">{_texto(etiqueta)}</span>{detalle}</span></label>'
        )
    return mark_safe("".join(partes))


DIBUJOS: dict[str, Callable[[dict], str]] = {
    "django/forms/widgets/select.html": lista,
    "django/forms/widgets/textarea.html": area,
    **{
        f"django/forms/widgets/{tipo}.html": entrada
        for tipo in ("input", "text", "hidden", "date", "number", "email", "url", "checkbox")
    },
    **{f"django/forms/widgets/{tipo}_option.html": casilla for tipo in ("input", "checkbox", "radio")},
}
