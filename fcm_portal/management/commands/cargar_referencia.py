"""Load the reference data: territories, guide, ODS, directory, twinnings, questionnaire, suggested actions."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from fcm_portal.carga import informe
from fcm_portal.carga.referencia import DatosMalos, cargar


class Command(BaseCommand):
    """Idempotent and atomic: run it as often as you like."""

    help = "Carga los datos de referencia de fixtures/ y dice qué cambió."

    def add_arguments(self, parser):
        """Take another folder, and a quiet mode for scripts."""
        parser.add_argument(
            "--carpeta", type=Path, default=settings.BASE_DIR / "fixtures", help="carpeta con los archivos"
        )

    def handle(self, *args, carpeta: Path, verbosity: int, **opciones):
        """Load, then print the report; exit code 1 when any row is bad."""
        try:
            resultados = cargar(carpeta)
        except DatosMalos as error:
            raise CommandError("\n".join(informe.problemas(error.problemas))) from error
        if verbosity:
            for linea in informe.lineas(resultados):
                self.stdout.write(linea)
