"""Load back a table of ``/datos/``, corrected or not: CSV of any spreadsheet, or JSON."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from fcm_portal.datos.recepcion import informe
from fcm_portal.datos.recepcion.archivo import ArchivoMalo
from fcm_portal.datos.recepcion.carga import cargar


class Command(BaseCommand):
    """Atomic: a file with a bad row loads nothing. Rows that somebody edited here are kept, unless told otherwise."""

    help = "Carga una tabla de /datos/ (directorio, convocatorias, hermanamientos o membresías) y dice qué cambió."

    def add_arguments(self, parser):
        """Take the file, the name of its table, a trial, and the permission to write over edited rows."""
        parser.add_argument("archivo", type=Path, help="archivo CSV o JSON")
        parser.add_argument("--conjunto", default="", help="qué tabla es, si sus columnas no lo dicen")
        parser.add_argument("--ensayo", action="store_true", help="muestra qué cambiaría, sin escribir")
        parser.add_argument(
            "--sobrescribir", action="store_true", help="escribe también sobre lo que cambió en el portal"
        )

    def handle(self, *args, archivo: Path, conjunto: str, ensayo: bool, sobrescribir: bool, verbosity: int, **opciones):
        """Load, then print the report; exit code 1 when anything is wrong."""
        try:
            comparacion = cargar(archivo, conjunto, ensayo, sobrescribir)
        except ArchivoMalo as error:
            raise CommandError(str(error)) from error
        if verbosity:
            for linea in informe.lineas(comparacion):
                self.stdout.write(linea)
        if comparacion.rechazos:
            raise CommandError("\n".join(informe.rechazos(comparacion.rechazos)))
        if ensayo and verbosity:
            self.stdout.write("Es un ensayo: no se escribió nada.")
