"""What anyone fills in to report an error, and what the FCM answers."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from redes.models import EstadoReporte, Motivo, Reporte


class FormularioReporte(forms.ModelForm):
    """An error on one thing of the directory. ``asunto`` is a trap: people do not see it and programs fill it."""

    asunto = forms.CharField(label=gettext_lazy("No escriba aquí"), required=False, max_length=200)

    class Meta:
        model = Reporte
        fields = ["motivo", "texto", "correo"]
        widgets = {"motivo": forms.RadioSelect, "texto": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["motivo"].choices = Motivo.choices
        self.fields["texto"].help_text = _("Si puede, diga dónde se lee el dato correcto. Hasta 2.000 letras.")
        self.fields["correo"].label = _("Su correo, si quiere respuesta (opcional)")
        self.fields["correo"].help_text = _(
            "Solo lo ve la Federación, para responderle. Lo borramos cuando cerramos el reporte y, en todo caso, "
            "a los seis meses."
        )
        self.fields["correo"].widget.attrs["autocomplete"] = "email"

    @property
    def a_la_vista(self) -> list:
        """Give the fields that people see."""
        return [self["motivo"], self["texto"], self["correo"]]

    def clean_texto(self) -> str:
        """Ask for something that can be looked into."""
        texto = self.cleaned_data["texto"].strip()
        if len(texto) < 10:
            raise forms.ValidationError(_("Cuente un poco más: qué vio y dónde."))
        return texto


class FormularioCierre(forms.Form):
    """What was done with a report."""

    estado = forms.ChoiceField(
        label=gettext_lazy("¿Qué hizo?"),
        widget=forms.RadioSelect,
        choices=[
            (EstadoReporte.CORREGIDO, gettext_lazy("Corregí el directorio")),
            (EstadoReporte.DESCARTADO, gettext_lazy("No había nada que cambiar")),
        ],
    )
    respuesta = forms.CharField(
        label=gettext_lazy("Qué se hizo"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
