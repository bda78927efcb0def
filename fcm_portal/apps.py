"""Django registration of the roof."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Settings, addresses, pages over several floors, loading and demonstration commands."""

    name = "fcm_portal"
    verbose_name = "Portal"

    def ready(self):
        """Register the checks of ``manage.py check``."""
        from fcm_portal import comprobaciones  # noqa: F401
