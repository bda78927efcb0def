"""Contact data and confirmed policies in the admin, for the coordination."""

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fcm_portal.models import Contacto, PoliticaConfirmada
from fcm_portal.sitio.politicas import POLITICAS


@admin.register(Contacto)
class ContactoAdmin(admin.ModelAdmin):
    """One form: what is left empty is not shown. Its list leads to it."""

    fieldsets = [
        (None, {
            "description": _("Aparece al pie de todas las páginas. Deje vacío lo que no quiera mostrar."),
            "fields": ["organizacion", "direccion", "ciudad", "codigo_postal", "telefono", "horario", "correo"],
        }),
        (_("Notificaciones y datos personales"), {"fields": ["correo_judicial", "correo_datos", "area_datos"]}),
        (_("En la red"), {"fields": ["sitio_web", "facebook", "instagram", "linkedin", "x", "youtube"]}),
    ]  # fmt: skip

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Let one row be made."""
        return super().has_add_permission(request) and not Contacto.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        """Refuse: it is emptied field by field."""
        return False

    def changelist_view(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """Go to the form: there is one row at most."""
        if Contacto.objects.exists():
            return redirect(reverse("admin:fcm_portal_contacto_change", args=[1]))
        return redirect(reverse("admin:fcm_portal_contacto_add"))


class FormularioPolitica(forms.ModelForm):
    """Which policy, chosen among those that have a page."""

    politica = forms.ChoiceField(
        label=_("Política"),
        choices=[(nombre, una.titulo) for nombre, una in POLITICAS.items()],
    )


@admin.register(PoliticaConfirmada)
class PoliticaConfirmadaAdmin(admin.ModelAdmin):
    """The wording of a policy, confirmed by the Federation."""

    form = FormularioPolitica
    list_display = ["politica", "version", "confirmada_el", "acto"]
