"""How a bound field presents itself to ``components/campo.html``, for every form of the portal."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.core.exceptions import FieldDoesNotExist
from django.forms import BoundField, CheckboxSelectMultiple, MultiValueField, RadioSelect, Select
from django.forms.renderers import DjangoTemplates
from django.utils.functional import cached_property
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from formato.fechas import fecha_larga
from formato.numeros import numero
from guardado.controles import DIBUJOS, grupo, opcion_con_texto, seleccion
from guardado.huella import huella


class Campo(BoundField):
    """A bound field that knows its digest, its state of saving and how to be read without a form."""

    def build_widget_attrs(self, attrs, widget=None) -> dict:
        """Give the attributes of the control; a new row does not let the back button restore its text.

        The browser would put it beside a fresh ``clave``, and sending it again would make a twin.
        """
        atributos = super().build_widget_attrs(attrs, widget)
        if "clave" in self.form.fields and "autocomplete" not in (widget or self.field.widget).attrs:
            atributos["autocomplete"] = "off"
        return atributos

    @cached_property
    def widget_type(self) -> str:
        """Give the kind of control, as Django does (it is asked for several times a field)."""
        return super().widget_type

    def as_widget(self, widget=None, attrs=None, only_initial=False) -> str:
        """Draw the control; a plain select without the dictionary of each option."""
        control = widget or self.field.widget
        if type(control) is not Select or only_initial or not isinstance(self.form.renderer, Pintor):
            return super().as_widget(widget, attrs, only_initial)
        atributos = self.build_widget_attrs(attrs or {}, control)
        if self.auto_id and "id" not in control.attrs:
            atributos.setdefault("id", self.auto_id)
        return seleccion(control, self.html_name, self.value(), atributos)

    @property
    def guardable(self) -> bool:
        """Say whether this field is saved by itself (it belongs to a form that keeps)."""
        return getattr(self.form, "guarda", False) and not self.solo_lectura

    @property
    def automatico(self) -> bool:
        """Say whether it saves itself while one writes (otherwise only with the button)."""
        return self.guardable and self.form.autoguardado

    @property
    def solo_lectura(self) -> bool:
        """Say whether it is shown as text."""
        return getattr(self.form, "solo_lectura", False)

    @property
    def nombre_visto(self) -> str:
        """Give the name of the hidden input that carries the digest."""
        return f"visto-{self.html_name}"

    @cached_property
    def visto(self) -> str:
        """Give the digest its writer saw: the posted one when text waits unsaved, the stored one otherwise."""
        return self.form.vistos.get(self.name) or huella(_guardado(self.form.instance, self.name))

    @property
    def pagina(self) -> str:
        """Give the address where the field is saved (a template would take a field called so for ``direccion``)."""
        return self.form.direccion

    @property
    def estado(self) -> str:
        """Give the state of saving of this answer (``Estado``), empty when nothing happened."""
        resultado = getattr(self.form, "resultados", {}).get(self.name)
        return resultado.estado if resultado else ""

    @property
    def desencuentros(self) -> list:
        """Give the open clashes of this field."""
        return getattr(self.form, "desencuentros", {}).get(self.name, [])

    @property
    def disparo(self) -> str:
        """Give when htmx saves: on change, and one second after the last key where one writes."""
        if self.widget_type in {"select", "radioselect", "checkbox", "checkboxselectmultiple", "lazyselect"}:
            return "change"
        if self.widget_type == "date":
            return "change delay:1s"  # with a keyboard, the year 2026 goes through 0002, 0020 and 0202
        return "input delay:1s, change"

    @property
    def opciones(self) -> str:
        """Draw the options of a choice field, each with its description (``field.descripciones``) if it has one."""
        descripciones = getattr(self.field, "descripciones", {})
        control = self.field.widget
        if type(control) in (RadioSelect, CheckboxSelectMultiple) and not _agrupadas(control.choices):
            propios = self.build_widget_attrs({"id": control.attrs.get("id") or self.auto_id})
            return grupo(control, self.html_name, self.value(), propios, descripciones)
        return mark_safe(
            "".join(
                opcion_con_texto(opcion.data, descripciones.get(opcion.data["value"], "")) for opcion in self.subwidgets
            )
        )

    @property
    def obligatorio(self) -> bool:
        """Say whether it must be filled in."""
        return self.field.required and not isinstance(self.field, MultiValueField)

    @property
    def texto_legible(self) -> str:
        """Give the value as a person reads it: labels of choices, es-CO numbers and dates, «sin dato» when empty."""
        valor = self.value()
        if valor in (None, "", [], ()):
            return _("Sin dato")
        opciones = getattr(self.field, "choices", None)
        if opciones is not None:
            elegidos = {str(uno) for uno in valor} if isinstance(valor, list | tuple | set) else {str(valor)}
            return ", ".join(str(etiqueta) for clave, etiqueta in _planas(opciones) if str(clave) in elegidos)
        if isinstance(valor, bool):
            return _("Sí") if valor else _("No")
        if isinstance(valor, dt.date):
            return fecha_larga(valor)
        if isinstance(valor, int | Decimal):
            return numero(valor)
        return str(valor)


def _guardado(fila, nombre: str):
    """Give the stored value; of another row its key, which has the same digest and need not be fetched."""
    try:
        definicion = fila._meta.get_field(nombre)
    except FieldDoesNotExist:
        return getattr(fila, nombre)
    return getattr(fila, definicion.attname if definicion.many_to_one or definicion.one_to_one else nombre)


def _agrupadas(opciones) -> bool:
    return any(isinstance(etiqueta, list | tuple) for _clave, etiqueta in opciones)


def _planas(opciones):
    for clave, etiqueta in opciones:
        if isinstance(etiqueta, list | tuple):
            yield from etiqueta
        else:
            yield clave, etiqueta


class Pintor(DjangoTemplates):
    """Form renderer of the portal (``FORM_RENDERER``)."""

    bound_field_class = Campo

    def render(self, template_name, context, request=None) -> str:
        """Draw the simple controls without a template (see ``guardado.controles``)."""
        dibujo = DIBUJOS.get(template_name)
        return dibujo(context["widget"]) if dibujo else super().render(template_name, context, request)
