"""Controls drawn by plain Python: Django asks its templates once per option, which costs more than the whole page.

The markup is Django's own (``django/forms/widgets/*.html``); a test holds one against the other.
"""

from __future__ import annotations

from collections.abc import Callable

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe


def _texto(valor) -> str:
    return conditional_escape(valor if isinstance(valor, SafeString) else str(valor))


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


def entrada(widget: dict) -> str:
    """Draw an input."""
    valor = "" if widget["value"] is None else f' value="{_texto(widget["value"])}"'
    control = f'<input type="{_texto(widget["type"])}" name="{_texto(widget["name"])}"{valor}'
    return mark_safe(f"{control}{_atributos(widget['attrs'])}>")


def casilla(widget: dict) -> str:
    """Draw one box or one round button of a group, inside its label when the group wants so."""
    if not widget.get("wrap_label"):
        return entrada(widget)
    numero = widget["attrs"].get("id")
    para = f' for="{_texto(numero)}"' if numero else ""
    return mark_safe(f"<label{para}>{entrada(widget)} {_texto(widget['label'])}</label>")


DIBUJOS: dict[str, Callable[[dict], str]] = {
    "django/forms/widgets/select.html": lista,
    **{
        f"django/forms/widgets/{tipo}.html": entrada
        for tipo in ("input", "text", "hidden", "date", "number", "email", "url", "checkbox")
    },
    **{f"django/forms/widgets/{tipo}_option.html": casilla for tipo in ("input", "checkbox", "radio")},
}
