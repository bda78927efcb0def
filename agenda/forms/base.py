"""What the forms of the plan share: fields in es-CO, choices from the guide, bounded years."""

from __future__ import annotations

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from agenda.models.presupuesto import MAXIMO_PESOS
from formato.campos import CampoDecimal, CampoFecha, CampoPesos
from guardado.formularios import FormularioGuardado, FormularioNuevo
from guia.catalogo import catalogo

ANIO_MINIMO, ANIO_MAXIMO = 2000, 2100
SIN_ESCOGER = _("Sin escoger")


def campo_es_co(campo: models.Field, **opciones):
    """Give the form field of a model field: pesos, decimals and dates as people write them in Colombia."""
    if isinstance(campo, models.DateField):
        return campo.formfield(form_class=CampoFecha, **opciones)
    if isinstance(campo, models.DecimalField):
        return campo.formfield(form_class=CampoDecimal, **opciones)
    if isinstance(campo, models.BigIntegerField):
        limites = {"min_value": 0, "max_value": MAXIMO_PESOS, "required": False}
        return campo.formfield(form_class=CampoPesos, **limites, **opciones)
    if campo.name.startswith("anio") and isinstance(campo, models.PositiveSmallIntegerField):
        return campo.formfield(min_value=ANIO_MINIMO, max_value=ANIO_MAXIMO, **opciones)
    hecho = campo.formfield(**opciones)
    if isinstance(campo, models.TextField) and isinstance(hecho.widget, forms.Textarea):
        hecho.widget.attrs = {**hecho.widget.attrs, "rows": 4}
    if isinstance(hecho, forms.TypedChoiceField) and hecho.choices and hecho.choices[0][0] == "":
        hecho.choices = [("", SIN_ESCOGER), *hecho.choices[1:]]
    return hecho


class EnDosPartes:
    """Says which fields show at once and which open on demand (``SECUNDARIOS``)."""

    ANCHOS: tuple[str, ...] = ("nombre",)
    SECUNDARIOS: tuple[str, ...] = ()
    secundarios_titulo = ""

    @property
    def anchos(self) -> list:
        """Give the bound fields that take the whole width: long names."""
        return [self[nombre] for nombre in self.ANCHOS if nombre in self.fields and nombre not in self.SECUNDARIOS]

    @property
    def principales(self) -> list:
        """Give the other bound fields that show at once."""
        return [campo for campo in self.visible_fields() if campo.name not in (*self.ANCHOS, *self.SECUNDARIOS)]

    @property
    def secundarios(self) -> list:
        """Give the bound fields that open on demand."""
        return [self[nombre] for nombre in self.SECUNDARIOS]

    @property
    def secundarios_abiertos(self) -> bool:
        """Say whether they are open already: they hold an error or text that waits."""
        return any(campo.errors or campo.name in getattr(self, "vistos", ()) for campo in self.secundarios)


class FormularioDeFila(EnDosPartes, FormularioGuardado):
    """A form over a row of the agenda. Subclasses inherit ``Meta`` from ``MetaEsCo``."""


class MetaEsCo:
    """Base of every ``Meta``."""

    formfield_callback = staticmethod(campo_es_co)


class FormularioNuevoDeFila(EnDosPartes, FormularioNuevo):
    """A form of a row about to be made."""


def opciones(vocabulario: str, *, vacia: bool = True) -> list[tuple]:
    """Give the choices of a vocabulary of the guide."""
    lista = catalogo().opciones(vocabulario)
    return [("", SIN_ESCOGER), *lista] if vacia else lista


def una_de(vocabulario: str, etiqueta: str, *, ayuda: str = "", requerido: bool = False) -> forms.ChoiceField:
    """Give a field that holds one slug of a vocabulary."""
    return forms.ChoiceField(choices=opciones(vocabulario), label=etiqueta, help_text=ayuda, required=requerido)


def varias_de(vocabulario: str, etiqueta: str, *, ayuda: str = "") -> forms.MultipleChoiceField:
    """Give a field that holds several slugs of a vocabulary."""
    return forms.MultipleChoiceField(
        choices=opciones(vocabulario, vacia=False),
        label=etiqueta,
        help_text=ayuda,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def varios_ods(etiqueta: str, *, ayuda: str = "") -> forms.TypedMultipleChoiceField:
    """Give a field that holds the numbers of several goals."""
    return forms.TypedMultipleChoiceField(
        choices=opciones("ods", vacia=False),
        coerce=int,
        label=etiqueta,
        help_text=ayuda,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def instrumentos_por_modalidad() -> list[tuple]:
    """Give the instruments grouped by modality."""
    guia = catalogo()
    grupos = [
        (nombre, [(uno.slug, uno.nombre) for uno in guia.instrumentos.values() if uno.modalidad == slug])
        for slug, nombre in guia.opciones("modalidades_y_gobernanza")
    ]
    return [("", SIN_ESCOGER), *[grupo for grupo in grupos if grupo[1]]]


def orden_de_fechas(fila, inicio, fin) -> dict[str, str]:
    """Give the sentence for an action that would end before it begins, beside the date that changed."""
    if not (inicio and fin) or fin >= inicio:
        return {}
    frases = {
        "inicio": _("Empieza después de la fecha en que termina: revise las dos fechas."),
        "fin": _("Termina antes de la fecha en que empieza: revise las dos fechas."),
    }
    cambiados = [nombre for nombre, valor in (("inicio", inicio), ("fin", fin)) if getattr(fila, nombre) != valor]
    return {nombre: str(frases[nombre]) for nombre in cambiados or ["fin"]}
