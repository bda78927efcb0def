"""``manage.py recordar_convocatorias``: tell the territories that a call suits, 30 and 7 days before it closes."""

from __future__ import annotations

from django.core.management.base import BaseCommand
from django.utils.timezone import localdate

from diagnostico.recordatorios import recordar
from diagnostico.tareas import programar as dejar_programado


class Command(BaseCommand):
    """Once a day, from the timer of the server or left to the worker. Twice in a day tells nobody again."""

    help = "Envía los recordatorios de convocatorias de hoy (30 y 7 días antes del cierre)."

    def add_arguments(self, parser):
        """Take who does it."""
        parser.add_argument("--programar", action="store_true", help="dejarlo al trabajador de fondo, cada día")

    def handle(self, *, programar: bool, **opciones):
        """Send them and say how many."""
        if programar:
            dejar_programado()
            self.stdout.write("El trabajador de fondo los enviará cada día.")
            return
        territorios, correos = recordar(localdate())
        self.stdout.write(f"Recordatorios: {correos} correos a {territorios} territorios.")
