"""Django registration of the roof."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Settings, addresses, pages over several floors, loading and demonstration commands."""

    name = "fcm_portal"
    verbose_name = "Portal"

    def ready(self):
        """Register the checks of ``manage.py check`` and make the lookups of texts and addresses cheap."""
        from django.conf import settings

        from fcm_portal.arranque import comprobaciones, direcciones, traducciones  # noqa: F401

        traducciones.recordar(settings.LANGUAGE_CODE)
        direcciones.recordar()
