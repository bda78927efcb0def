"""Logging in and creating an account."""

from __future__ import annotations

from allauth.account.forms import LoginForm, SignupForm
from django import forms
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from cuentas.consentimiento import EXPLICACION, TEXTO, otorgar
from cuentas.forms.claves import AYUDA_CLAVE, presentar
from cuentas.models import Usuario


class DatosPersona(forms.Form):
    """Who the person is, and the consent without which there is no account."""

    nombre = forms.CharField(
        label=_("Nombre y apellidos"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    cargo = forms.CharField(
        label=_("Cargo"),
        max_length=150,
        help_text=_("Por ejemplo: profesional universitaria, secretario de Planeación."),
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    dependencia = forms.CharField(
        label=_("Dependencia"),
        max_length=150,
        help_text=_("La oficina donde trabaja. Por ejemplo: Secretaría de Planeación."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    consentimiento = forms.BooleanField(
        label=TEXTO,
        help_text=EXPLICACION,
        error_messages={"required": _("Sin su autorización no podemos crear la cuenta.")},
    )


class FormularioEntrar(LoginForm):
    """E-mail and password (fields ``login`` and ``password``)."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        presentar(self, login=_("Correo electrónico"), password=_("Clave"))


class FormularioCrear(SignupForm, DatosPersona):
    """Self sign-up: the address is confirmed before the first login."""

    field_order = ["nombre", "cargo", "dependencia", "email", "password1", "password2", "consentimiento"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        presentar(self, email=_("Correo electrónico"), password1=_("Clave"), password2=_("La misma clave otra vez"))
        self.fields["email"].help_text = _("Mejor el institucional, si lo tiene. Con él entrará al portal.")
        self.fields["password1"].help_text = AYUDA_CLAVE

    def try_save(self, request):
        """Create the account; a double click that loses the race is answered as an account that already exists."""
        try:
            return super().try_save(request)
        except IntegrityError:
            self.account_already_exists = True
            return super().try_save(request)

    @transaction.atomic
    def save(self, request) -> Usuario:
        """Create the account and its consent together."""
        usuario = super().save(request)
        otorgar(usuario)
        return usuario
