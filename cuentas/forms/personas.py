"""The person's own data, requests to join, answers to them, roles."""

from __future__ import annotations

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cuentas.models import Acompanamiento, Rol, Solicitud, Usuario
from cuentas.roles import DESCRIPCIONES, OPCIONES


class FormularioDatos(forms.ModelForm):
    """What a person says of themselves."""

    marca_opcionales = True

    class Meta:
        model = Usuario
        fields = ["nombre", "cargo", "dependencia", "telefono"]
        help_texts = {
            "nombre": _("Solo la ven las personas de su territorio y de la Federación."),
            "cargo": _("Aparece en los documentos de su territorio."),
            "dependencia": _("Aparece en los documentos de su territorio."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nombre"].required = True


class FormularioSolicitud(forms.ModelForm):
    """Ask to join a territory."""

    marca_opcionales = True

    class Meta:
        model = Solicitud
        fields = ["rol", "mensaje"]
        labels = {"rol": _("Qué necesita hacer"), "mensaje": _("Mensaje para quien responde")}
        help_texts = {"mensaje": _("Diga quién es y por qué pide entrar: ayuda a que le respondan pronto.")}
        widgets = {"rol": forms.RadioSelect, "mensaje": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["rol"].choices = OPCIONES
        self.fields["rol"].descripciones = DESCRIPCIONES


class FormularioRespuesta(forms.Form):
    """Approve a request with a role, or deny it with a reason."""

    marca_opcionales = True
    decision = forms.ChoiceField(
        label=_("Respuesta"),
        choices=[*((rol.value, format_lazy(_("Sí, como {rol}"), rol=rol.label)) for rol in Rol), ("no", _("No"))],
    )
    respuesta = forms.CharField(
        label=_("Motivo, si responde que no"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class FormularioRol(forms.Form):
    """Change what a person may do in the territory."""

    rol = forms.ChoiceField(label=_("Rol"), choices=OPCIONES)


class FormularioAcompanamiento(forms.ModelForm):
    """Ask the FCM for help (step 5)."""

    clave = forms.UUIDField(widget=forms.HiddenInput)

    class Meta:
        model = Acompanamiento
        fields = ["asunto", "texto"]
        widgets = {"texto": forms.Textarea(attrs={"rows": 6})}
        help_texts = {
            "asunto": _("En una línea. Por ejemplo: «Queremos hermanarnos y no sabemos por dónde empezar»."),
            "texto": _("Qué quieren hacer, qué han intentado y para cuándo lo necesitan."),
        }


class FormularioRespuestaAcompanamiento(forms.Form):
    """The answer of the FCM."""

    respuesta = forms.CharField(label=_("Respuesta"), max_length=4000, widget=forms.Textarea(attrs={"rows": 8}))
