"""Evidence of an answer: a checked file or a link, with the date of the document itself."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from diagnostico.models import Evidencia
from formato.campos import CampoFecha
from guardado.archivos import ACEPTA, revisar
from guardado.formularios import FormularioNuevo


class FormularioEvidencia(FormularioNuevo):
    """A file or a link, one of the two."""

    class Meta:
        model = Evidencia
        fields = ["titulo", "enlace", "fecha_documento"]

    subido = forms.FileField(
        label=_("Archivo"),
        required=False,
        help_text=_("PDF, imagen, Word, Excel u OpenDocument de hasta 10 MB."),
        widget=forms.FileInput(attrs={"accept": ACEPTA}),
    )
    enlace = forms.URLField(
        label=_("O un enlace al documento"),
        required=False,
        max_length=500,
        help_text=_("Por ejemplo, la página donde está publicado. Empieza por https://"),
        error_messages={"invalid": _("Copie el enlace completo, como https://www.sitio.gov.co/acuerdo.pdf")},
    )
    fecha_documento = CampoFecha(
        label=_("Fecha del documento"), required=False, help_text=_("La que trae el documento, no la de hoy.")
    )
    field_order = ["titulo", "subido", "enlace", "fecha_documento"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["titulo"].help_text = _("Como lo llaman en la alcaldía: «Acuerdo 012 de 2024».")

    def clean_subido(self):
        """Check the file by its content."""
        subido = self.cleaned_data.get("subido")
        if subido:
            revisar(subido)
        return subido

    def clean(self):
        """Ask for one of the two, not both."""
        datos = super().clean()
        if "subido" in self.errors or "enlace" in self.errors:
            return datos
        if bool(datos.get("subido")) == bool(datos.get("enlace")):
            raise ValidationError(_("Adjunte un archivo o pegue un enlace: uno de los dos."))
        return datos
