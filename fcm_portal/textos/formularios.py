"""Forms of the texts of the guide. They are saved with the button: a note, its mark and its source go together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from formato.campos import CampoFecha
from guardado.formularios import FormularioGuardado
from guardado.huella import huella
from guia.models import Ficha, Termino

NOTA = ("hoy", "hoy_verificado", "hoy_fuente", "hoy_en")


class FormularioTexto(FormularioGuardado):
    """What both forms share: fields that make sense together are refused together, and stay as they were typed."""

    autoguardado = False
    juntos: tuple[str, ...] = ()

    def _escribir(self, cambios, errores, datos) -> list[str]:
        """Leave out what a colleague wrote meanwhile in a field that this person did not touch: not theirs to mend."""
        propios = {
            campo: replace(cambio, etiqueta=f"{cambio.etiqueta} · {self.instance}")  # in the worklist of the FCM
            for campo, cambio in cambios.items()
            if huella(cambio.valor) != cambio.visto or huella(getattr(self.instance, campo)) == cambio.visto
        }
        return super()._escribir(propios, errores, datos)

    def revisar(self, valores: dict[str, Any]) -> dict[str, str]:
        """Give the sentence beside the field to correct, and say that its companions wait for it."""
        cambiados = [campo for campo in self.juntos if huella(valores[campo]) != huella(getattr(self.instance, campo))]
        errores = self.revisar_juntos(valores) if cambiados else {}
        espera = _("No se guardó: primero corrija lo que falta en esta nota.")
        return dict.fromkeys(cambiados, espera) | errores if errores else {}

    def revisar_juntos(self, valores: dict[str, Any]) -> dict[str, str]:
        """Give the errors of the fields that go together. Override."""
        return {}


class FormularioFicha(FormularioTexto):
    """A card: its name, its text, and the note of today with its mark, its source and its day."""

    juntos = NOTA
    hoy_verificado = forms.TypedChoiceField(
        label=gettext_lazy("¿Alguien leyó la fuente?"),
        required=False,
        choices=[
            ("", gettext_lazy("No hay nota")),
            ("False", gettext_lazy("No: la nota sale como «sin verificar»")),
            ("True", gettext_lazy("Sí: la nota sale como «leído en fuente»")),
        ],
        coerce=lambda valor: valor == "True",
        empty_value=None,
        widget=forms.RadioSelect,
    )
    hoy_en = CampoFecha(label=gettext_lazy("¿Qué día se leyó?"), required=False)

    class Meta:
        model = Ficha
        fields = ["nombre", "texto", *NOTA]
        widgets = {
            "texto": forms.Textarea({"rows": 5, "maxlength": 2000}),
            "hoy": forms.Textarea({"rows": 4, "maxlength": 1000}),
        }
        labels = {
            "hoy": gettext_lazy("Hoy: qué cambió desde 2009"),
            "hoy_fuente": gettext_lazy("¿Dónde se leyó?"),
        }
        help_texts = {
            "texto": gettext_lazy("Frases cortas y propias, no las de la guía. Solo texto: las etiquetas no se ven."),
            "hoy": gettext_lazy("Déjelo vacío si nada ha cambiado."),
            "hoy_fuente": gettext_lazy("La norma con su artículo, o la dirección de la página."),
        }

    def __init__(self, *args, **kwargs):
        """Ask for a text: a card without words says nothing."""
        super().__init__(*args, **kwargs)
        self.fields["texto"].required = True

    def clean_texto(self) -> str:
        """Refuse more than fits on a card."""
        return hasta(self.cleaned_data["texto"], 2000)

    def clean_hoy(self) -> str:
        """Refuse more than fits in a note."""
        return hasta(self.cleaned_data["hoy"], 1000)

    def revisar_juntos(self, valores: dict[str, Any]) -> dict[str, str]:
        """A note says whether somebody read its source; read means which one and when."""
        errores = {}
        if not valores["hoy"]:
            if valores["hoy_verificado"] is not None:
                errores["hoy_verificado"] = _("No hay nota que marcar. Escriba la nota o escoja «No hay nota».")
            elif valores["hoy_fuente"] or valores["hoy_en"]:
                errores["hoy"] = _("Hay fuente o día, pero no hay nota. Escriba la nota o borre la fuente y el día.")
            return errores
        if valores["hoy_verificado"] is None:
            errores["hoy_verificado"] = _("Diga si alguien leyó una fuente que respalde esta nota.")
        elif valores["hoy_verificado"]:
            if not valores["hoy_fuente"]:
                errores["hoy_fuente"] = _("Escriba dónde se leyó: sin fuente, la nota no puede decir que se leyó.")
            if not valores["hoy_en"]:
                errores["hoy_en"] = _("Escriba el día en que se leyó la fuente.")
        if valores["hoy_en"] and valores["hoy_en"] > localdate():
            errores["hoy_en"] = _("Ese día no ha llegado. Escriba el día en que se leyó la fuente.")
        return errores


class FormularioTermino(FormularioTexto):
    """A term of the glossary. Its address does not change with its name."""

    juntos = ("definicion", "fuente", "verificado")

    class Meta:
        model = Termino
        fields = ["termino", "sigla", "definicion", "fuente", "verificado"]
        widgets = {
            "definicion": forms.Textarea({"rows": 4, "maxlength": 600}),
            "fuente": forms.Textarea({"rows": 2, "maxlength": 500}),
        }
        labels = {"verificado": gettext_lazy("Alguien leyó la fuente de esta definición")}
        help_texts = {"definicion": gettext_lazy("Treinta y cinco palabras o menos.")}

    def clean_definicion(self) -> str:
        """Refuse a definition that is longer than a glance."""
        return hasta(self.cleaned_data["definicion"], 600)

    def clean_fuente(self) -> str:
        """Refuse a source that is longer than a line or two."""
        return hasta(self.cleaned_data["fuente"], 500)

    def revisar_juntos(self, valores: dict[str, Any]) -> dict[str, str]:
        """Read means which source."""
        if valores["verificado"] and not valores["fuente"].strip():
            return {"fuente": _("Escriba dónde se leyó, o quite la marca.")}
        return {}


def hasta(texto: str, letras: int) -> str:
    """Give the text, or raise ``ValidationError`` when it is longer than that."""
    if len(texto) > letras:
        raise forms.ValidationError(
            _("Use máximo %(letras)s letras; ahora tiene %(tiene)s.") % {"letras": letras, "tiene": len(texto)}
        )
    return texto
