"""``manage.py cargar_demostracion``: the demonstration accounts and territories (not in production)."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from agenda.models import Agenda
from agenda.salidas.impresos import archivar
from fcm_portal.demostracion import PAMPLONA, cargar


class Command(BaseCommand):
    """Load the demonstration once; a second run changes nothing. No mail is sent; the first PDF is drawn at once."""

    help = "Carga las cuentas y los territorios de demostración."

    def handle(self, *args, **opciones):
        if not settings.PORTAL_DEMOSTRACION:
            raise CommandError("En producción no se cargan datos de demostración.")
        hechos = cargar()
        if hechos["personas"]:
            archivar(Agenda.objects.get(territorio=PAMPLONA, publicada__isnull=False).publicada)
        self.stdout.write(f"Demostración: {hechos['personas']} cuentas, {hechos['territorios']} territorios.")
