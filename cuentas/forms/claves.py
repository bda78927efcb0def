"""Passwords and codes, with our words over the forms of django-allauth."""

from __future__ import annotations

from allauth.account.forms import ChangePasswordForm, ReauthenticateForm, ResetPasswordForm, ResetPasswordKeyForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

AYUDA_CLAVE = _("Diez caracteres o más. Tres palabras sueltas sirven y se recuerdan bien.")


def presentar(formulario: forms.Form, **etiquetas) -> None:
    """Put our labels on fields of allauth, without placeholders (they vanish while one writes)."""
    for nombre, etiqueta in etiquetas.items():
        campo = formulario.fields[nombre]
        campo.label, campo.help_text = etiqueta, ""
        campo.widget.attrs.pop("placeholder", None)


class FormularioOlvidada(ResetPasswordForm):
    """Ask for a link that sets a new password."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        presentar(self, email=_("Correo electrónico"))


class FormularioClaveNueva(ResetPasswordKeyForm):
    """Set a new password from the mailed link."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        presentar(self, password1=_("Clave nueva"), password2=_("La misma clave otra vez"))
        self.fields["password1"].help_text = AYUDA_CLAVE


class FormularioCambiarClave(ChangePasswordForm):
    """Change the password knowing the old one."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        presentar(
            self, oldpassword=_("Clave actual"), password1=_("Clave nueva"), password2=_("La misma clave otra vez")
        )
        self.fields["password1"].help_text = AYUDA_CLAVE


class FormularioConfirmar(ReauthenticateForm):
    """Say the password again before something delicate."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        presentar(self, password=_("Clave"))


def _presentar_codigo(formulario: forms.Form) -> None:
    presentar(formulario, code=_("Código"))
    formulario.fields["code"].widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code"}


class FormularioCodigo(AuthenticateForm):
    """The code of the second factor, when logging in."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _presentar_codigo(self)
        self.fields["code"].help_text = _("Seis números de su aplicación, o uno de sus códigos de respaldo.")


class FormularioConfirmarCodigo(ReauthenticateCodeForm):
    """The code of the second factor, before something delicate."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _presentar_codigo(self)


class FormularioActivar(ActivateTOTPForm):
    """The first code, which proves that the application was set up."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _presentar_codigo(self)
        self.fields["code"].help_text = _("Los seis números que la aplicación muestra ahora.")
