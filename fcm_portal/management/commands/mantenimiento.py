"""``manage.py mantenimiento``: close the portal for a while, and open it again."""

from django.conf import settings
from django.core.management.base import BaseCommand

from fcm_portal.percances import mantenimiento


class Command(BaseCommand):
    """Turn the switch that every worker reads; without options say how it is. The database is not asked."""

    help = "Cierra el portal por un rato (503, sin perder lo escrito) o lo abre otra vez."
    requires_system_checks = []

    def add_arguments(self, parser):
        """Take one of two moves and, with the first, how many minutes it lasts."""
        grupo = parser.add_mutually_exclusive_group()
        grupo.add_argument("--encender", metavar="FRASE", help="hasta cuándo, como «vuelve a las 10 p. m.»")
        grupo.add_argument("--apagar", action="store_true")
        parser.add_argument("--minutos", type=int, help="cuánto dura, para que los navegadores sepan esperar")

    def handle(self, *args, encender: str | None, apagar: bool, minutos: int | None, **options):
        """Do it and say it."""
        if encender is not None:
            mantenimiento.encender(encender, minutos)
        elif apagar:
            mantenimiento.apagar()
        aviso = mantenimiento.leer()
        estado = "abierto" if aviso is None else f"cerrado: {aviso.mensaje or 'sin mensaje'}"
        self.stdout.write(f"El portal está {estado} ({settings.PORTAL_MANTENIMIENTO}).")
