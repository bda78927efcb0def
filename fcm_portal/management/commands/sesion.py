"""``manage.py sesion <correo>``: a session already logged in, for tests and demonstrations."""

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    """Print the key of a new session of one person; the cookie is called ``sessionid``."""

    help = "Imprime la llave de una sesión abierta de esa persona (solo en los modos que admiten demostración)."

    def add_arguments(self, parser):
        """Take the address of the person."""
        parser.add_argument("correo")

    def handle(self, *args, correo: str, **options):
        """Make the session."""
        if not settings.PORTAL_DEMOSTRACION:
            raise CommandError("Este modo no abre sesiones sin clave.")
        persona = get_user_model().objects.filter(email=correo.lower(), is_active=True).first()
        if persona is None:
            raise CommandError(f"No hay ninguna cuenta activa con el correo {correo}.")
        sesion = SessionStore()
        sesion[SESSION_KEY] = str(persona.pk)
        sesion[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        sesion[HASH_SESSION_KEY] = persona.get_session_auth_hash()
        sesion.create()
        self.stdout.write(sesion.session_key)
