"""What the portal changes of django-allauth: its words, where its mails point, who may drop the second factor."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

EN_CONSOLA = "django.core.mail.backends.console.EmailBackend"
LLAVE_ENLACE = "enlace_de_demostracion"


class AdaptadorCuentas(DefaultAccountAdapter):
    """Accounts by e-mail, in plain Spanish."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Esta cuenta está cerrada."),
        "email_password_mismatch": _("El correo o la clave no son correctos. Revíselos y vuelva a intentar."),
        "enter_current_password": _("Esa no es su clave actual."),
        "incorrect_code": _("Ese código no es correcto. Escriba el que la aplicación muestra ahora."),
        "incorrect_password": _("La clave no es correcta."),
        "invalid_password_reset": _("Este enlace ya no sirve. Pida uno nuevo."),
        "too_many_login_attempts": _(
            "Demasiados intentos fallidos. Espere quince minutos o pida una clave nueva con «Olvidé mi clave»."
        ),
        "rate_limited": _("Va muy rápido. Espere un momento y vuelva a intentar."),
    }

    def save_user(self, request, user, form, commit=True):
        """Keep also name, post, office and telephone."""
        for campo in ("nombre", "cargo", "dependencia", "telefono"):
            setattr(user, campo, form.cleaned_data.get(campo, ""))
        return super().save_user(request, user, form, commit)

    def send_mail(self, template_prefix, email, context):
        """Send when the transaction commits: a mail about something undone would lie."""
        mensaje = self.render_mail(template_prefix, email, {"request": self.request, "email": email, **context})
        transaction.on_commit(mensaje.send, robust=True)

    def send_confirmation_mail(self, request, emailconfirmation, signup):
        """Send the mail; where a demonstration only writes mails in a console, keep the link for the next page."""
        super().send_confirmation_mail(request, emailconfirmation, signup)
        if settings.PORTAL_DEMOSTRACION and settings.EMAIL_BACKEND == EN_CONSOLA:
            request.session[LLAVE_ENLACE] = self.get_email_confirmation_url(request, emailconfirmation)

    def get_password_change_redirect_url(self, request):
        """Go back to the account page."""
        return reverse("cuenta")


class AdaptadorSegundoFactor(DefaultMFAAdapter):
    """The second factor: everybody may use it; the people of the FCM may not drop it where it is required."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _("Las personas de la Federación necesitan la verificación en dos pasos."),
        "cannot_generate_recovery_codes": _("Active primero la verificación en dos pasos."),
        "incorrect_code": _("Ese código no es correcto. Escriba el que la aplicación muestra ahora."),
        "unverified_email": _("Confirme primero su correo."),
    }

    def can_delete_authenticator(self, authenticator) -> bool:
        """Keep it for the people of the FCM where it is required."""
        return not (settings.PORTAL_MFA_FCM and authenticator.user.es_fcm)
