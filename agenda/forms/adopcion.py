"""The act by which the town adopts an approved version."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from agenda.forms.base import MetaEsCo
from agenda.models import Adopcion


class FormularioAdopcion(forms.ModelForm):
    """Kind, number, date, authority and gazette, with the document when there is one."""

    documento = forms.FileField(
        label=_("Archivo del acto"), required=False, help_text=_("PDF o imagen, hasta 10 MB. Es opcional.")
    )

    class Meta(MetaEsCo):
        model = Adopcion
        fields = ["tipo", "numero", "fecha", "autoridad", "gaceta"]
        help_texts = {"autoridad": _("Por ejemplo: Concejo Municipal, Alcaldía."), "gaceta": _("Si ya se publicó.")}

    def clean_fecha(self):
        """Refuse an act of tomorrow."""
        fecha = self.cleaned_data["fecha"]
        if fecha > localdate():
            raise ValidationError(_("La fecha del acto no puede ser futura."))
        return fecha
