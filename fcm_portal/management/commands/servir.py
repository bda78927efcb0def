"""``manage.py servir``: prepare everything and serve, with the background worker, until somebody says stop."""

import os
import sys

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connections

from fcm_portal import base_de_datos
from fcm_portal.arranque import servidor
from fcm_portal.arranque.preparacion import preparar

CUENTAS = [
    ("enlace@pamplona.demo", "Pamplona, enlace municipal"),
    ("responsable@pamplona.demo", "Pamplona, responsable"),
    ("enlace@pereira.demo", "Pereira, enlace municipal"),
    ("responsable@pereira.demo", "Pereira, responsable"),
    ("asesora@fcm.demo", "FCM, asesora"),
    ("coordinacion@fcm.demo", "FCM, coordinación"),
]


class Command(BaseCommand):
    """Serve as in production (or with runserver where the mode has DEBUG)."""

    help = "Prepara los datos y sirve el portal con su trabajador de fondo."
    requires_system_checks = []

    def add_arguments(self, parser):
        """Take the port, and whether to end when the parent process ends."""
        parser.add_argument("--puerto", type=int, default=int(os.environ.get("PORT", "8000")))
        parser.add_argument("--con-padre", action="store_true", help="terminar cuando termine quien lo llamó")

    def handle(self, *args, puerto: int, con_padre: bool, **options):
        """Prepare, serve, and stop the embedded database when nobody else uses it."""
        servidor.atender_senales()
        servidor.exigir_puerto(puerto)
        codigo = 0
        try:
            preparar(self.decir)
            connections.close_all()
            os.environ.setdefault("PORTAL_DIRECCION", f"http://127.0.0.1:{puerto}")
            codigo = servidor.servir(puerto, lambda: self.anunciar(puerto), con_padre=con_padre)
        except servidor.Fin:
            pass
        finally:
            connections.close_all()
            base_de_datos.apagar(settings.VAR / settings.MODO.carpeta_postgres)
        sys.exit(codigo)

    def decir(self, texto: str) -> None:
        """Print a line at once."""
        self.stdout.write(texto)
        self.stdout.flush()

    def anunciar(self, puerto: int) -> None:
        """Print the address and the demonstration accounts."""
        self.decir(f"\nDe cara al mundo está en http://127.0.0.1:{puerto}\n")
        if settings.PORTAL_DEMOSTRACION:
            self.decir("Cuentas de demostración, clave demo-portal-2026:")
            for correo, quien in CUENTAS:
                self.decir(f"  {correo:28} {quien}")
        self.decir("\nCtrl+C para terminar.")
