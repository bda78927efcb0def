"""Forms of the counterparts."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from formato.paises import opciones_paises
from guardado.formularios import FormularioGuardado, FormularioNuevo
from redes.directorio.campos import mostrar_algunas
from redes.directorio.entradas import para_escoger
from redes.models import Contraparte, Entrada

CAMPOS = ["nombre", "tipo", "ciudad", "pais", "entrada"]


def preparar_campos(formulario: forms.ModelForm) -> None:
    """Give the fields of a counterpart their hints and choices."""
    campos = formulario.fields
    campos["nombre"].help_text = _("Como aparece en sus documentos oficiales.")
    campos["pais"] = forms.ChoiceField(
        label=_("País"),
        choices=[("", _("Escoja un país")), *opciones_paises()],
        required=False,
        help_text=_("Compruebe que el país existe y que la ciudad queda en él."),
    )
    dada = formulario.initial.get("entrada") or formulario.instance.entrada_id
    campos["entrada"].label = _("Entrada del directorio")
    campos["entrada"].empty_label = _("No está en el directorio")
    campos["entrada"].help_text = _(
        "Si es una red o agencia del directorio, escójala aquí o búsquela antes por su nombre."
    )
    ademas = [getattr(dada, "pk", dada)]
    mostrar_algunas(campos["entrada"], Entrada.objects.only("slug", "nombre", "sigla"), lambda: para_escoger(ademas))


class ContraparteNueva(FormularioNuevo):
    """A counterpart that does not exist yet."""

    class Meta:
        model = Contraparte
        fields = CAMPOS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        preparar_campos(self)


class ContraparteGuardada(FormularioGuardado):
    """A counterpart of a town, field by field."""

    class Meta:
        model = Contraparte
        fields = CAMPOS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        preparar_campos(self)


class Verificacion(forms.Form):
    """How the FCM confirmed that a counterpart exists."""

    como = forms.CharField(
        label=_("Cómo se verificó"),
        max_length=250,
        help_text=_("Por ejemplo: sitio oficial de la ciudad, embajada, Cancillería."),
    )
