"""``manage.py cargar_demostracion``: the demonstration accounts and territories (not in production)."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.test.utils import override_settings

from fcm_portal.demostracion import cargar


class Command(BaseCommand):
    """Load the demonstration once; a second run changes nothing. No mail is sent."""

    help = "Carga las cuentas y los territorios de demostración."

    def handle(self, *args, **opciones):
        if not settings.PORTAL_DEMOSTRACION:
            raise CommandError("En producción no se cargan datos de demostración.")
        with override_settings(EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend"):
            hechos = cargar()
        self.stdout.write(f"Demostración: {hechos['personas']} cuentas, {hechos['territorios']} territorios.")
