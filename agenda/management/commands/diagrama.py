"""Print the state diagram of the agenda, made from the table, as the README shows it."""

from django.core.management.base import BaseCommand

from agenda.diagrama import diagrama


class Command(BaseCommand):
    """``manage.py diagrama``."""

    help = "Print the states and moves of the agenda as Markdown (Mermaid diagram and tables)."

    def handle(self, *args, **options):
        """Write it to standard output."""
        self.stdout.write(diagrama(), ending="")
