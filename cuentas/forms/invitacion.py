"""Inviting somebody, and the account that an invited person makes."""

from __future__ import annotations

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cuentas.forms.claves import AYUDA_CLAVE
from cuentas.forms.entrada import DatosPersona
from cuentas.models import Usuario
from cuentas.roles import DESCRIPCIONES, DESCRIPCIONES_FCM, OPCIONES, OPCIONES_FCM


class FormularioInvitar(forms.Form):
    """Invite to a territory. ``clave`` is made when drawn, so that a double click invites once."""

    clave = forms.UUIDField(widget=forms.HiddenInput)
    email = forms.EmailField(label=_("Correo electrónico de la persona"), max_length=254)
    rol = forms.ChoiceField(label=_("Qué podrá hacer"), choices=OPCIONES, widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["rol"].descripciones = DESCRIPCIONES

    def clean_email(self) -> str:
        """Keep addresses in lower case."""
        return self.cleaned_data["email"].lower()


class FormularioInvitarFcm(FormularioInvitar):
    """Invite to the FCM."""

    rol = forms.ChoiceField(
        label=_("Qué hará en la Federación"),
        choices=OPCIONES_FCM,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["rol"].descripciones = DESCRIPCIONES_FCM


class FormularioCuentaInvitada(DatosPersona):
    """The account of an invited person: the address is that of the invitation."""

    clave = forms.CharField(
        label=_("Clave"),
        strip=False,
        help_text=AYUDA_CLAVE,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    field_order = ["nombre", "cargo", "dependencia", "clave", "consentimiento"]

    def __init__(self, *args, email: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.email = email

    def clean(self):
        """Check the password against who the person is."""
        datos = super().clean()
        if clave := datos.get("clave"):
            try:
                validate_password(clave, Usuario(email=self.email, nombre=datos.get("nombre", "")))
            except ValidationError as error:
                self.add_error("clave", error)
        return datos
