"""Write the approved PDF of an agenda: ``agenda_pdf 54518 2024-2027 -o agenda.pdf``."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from agenda.models import Version
from agenda.pdf import archivar


class Command(BaseCommand):
    help = "Writes the PDF of the approved version of an agenda, drawing and storing it if it is missing."

    def add_arguments(self, parser):
        """Take territory, term, output file and, optionally, a number of version."""
        parser.add_argument("codigo")
        parser.add_argument("periodo")
        parser.add_argument("-o", "--salida", required=True, help="File to write.")
        parser.add_argument("--numero", type=int, dest="numero", help="Version; by default, the one in force.")

    def handle(self, *, codigo: str, periodo: str, salida: str, numero: int | None, **opciones) -> None:
        """Find the version, store its PDF if missing, write a copy."""
        versiones = Version.objects.aprobadas().filter(agenda__territorio=codigo, agenda__periodo=periodo)
        if numero is None:
            version = next((v for v in versiones.select_related("agenda") if v.agenda.publicada_id == v.pk), None)
        else:
            version = versiones.filter(numero=numero).first()
        if version is None:
            raise CommandError(f"No hay una versión aprobada de la agenda {codigo} {periodo}.")
        archivar(version)
        with version.pdf.open("rb") as archivo:
            Path(salida).write_bytes(archivo.read())
        self.stdout.write(f"{salida}: versión {version.numero}, SHA-256 del PDF {version.pdf_sha256}")
