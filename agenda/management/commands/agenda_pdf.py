"""Write the approved PDF of an agenda: ``agenda_pdf 54518 2024-2027 -o agenda.pdf``."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from agenda.models import Edicion, Idioma, Version
from agenda.salidas.impresos import archivar


class Command(BaseCommand):
    help = "Writes the PDF of the approved version of an agenda, drawing and storing it if it is missing."

    def add_arguments(self, parser):
        """Take territory, term, output file and, optionally, a number of version, an edition and a language."""
        parser.add_argument("codigo")
        parser.add_argument("periodo")
        parser.add_argument("-o", "--salida", required=True, help="File to write.")
        parser.add_argument("--numero", type=int, dest="numero", help="Version; by default, the one in force.")
        parser.add_argument("--edicion", choices=Edicion.values, default=Edicion.COMPLETA.value)
        parser.add_argument("--idioma", choices=Idioma.values, default=Idioma.ESPANOL.value)

    def handle(self, *, codigo: str, periodo: str, salida: str, numero: int | None, edicion: str, idioma: str, **otras):
        """Find the version, store its PDF if missing, write a copy."""
        versiones = Version.objects.aprobadas().filter(agenda__territorio=codigo, agenda__periodo=periodo)
        if numero is None:
            version = next((v for v in versiones.select_related("agenda") if v.agenda.publicada_id == v.pk), None)
        else:
            version = versiones.filter(numero=numero).first()
        if version is None:
            raise CommandError(f"No hay una versión aprobada de la agenda {codigo} {periodo}.")
        impreso = archivar(version, edicion, idioma)
        with impreso.archivo.open("rb") as archivo:
            Path(salida).write_bytes(archivo.read())
        self.stdout.write(f"{salida}: versión {version.numero}, SHA-256 del PDF {impreso.sha256}")
