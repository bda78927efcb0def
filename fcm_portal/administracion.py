"""The admin: for the coordination only, through the portal's own login."""

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _


class SitioAdministracion(AdminSite):
    """Django's admin that tells a person without permission 403, instead of asking to log in again."""

    site_header = site_title = _("De cara al mundo: administración")
    index_title = _("Coordinación")

    def login(self, request, extra_context=None):
        """Send to the portal's login, second factor included. (Imported late: this module loads before the models.)"""
        from allauth.account.decorators import secure_admin_login

        return secure_admin_login(super().login)(request, extra_context)

    def has_permission(self, request) -> bool:
        """Let the coordination in; refuse anyone else who has logged in."""
        if super().has_permission(request):
            return True
        if request.user.is_authenticated:
            raise PermissionDenied
        return False


class AdministracionConfig(AdminConfig):
    """Registers the site above as the default one."""

    default_site = "fcm_portal.administracion.SitioAdministracion"
