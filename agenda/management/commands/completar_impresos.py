"""Ask the background worker for the printed files that approved versions lack: ``manage.py completar_impresos``."""

from __future__ import annotations

from django.core.management.base import BaseCommand
from django.db.models import Count, Q
from django.db.models.functions import Concat

from agenda.models import Version
from agenda.tareas import CLASES, dibujar_version


class Command(BaseCommand):
    """Part of each start and of each release. What is stored is not drawn again, so asking twice does no harm."""

    help = "Pide al trabajador de fondo los archivos que les faltan a las versiones aprobadas."

    def add_arguments(self, parser):
        """Take whether to ask for every approved version: those whose act of adoption is not printed yet, too."""
        parser.add_argument("--todas", action="store_true", help="pedir los de todas, también los que están completos")

    def handle(self, *, todas: bool, **opciones):
        """Find the versions and enqueue one task each."""
        hechos = Count(Concat("impresos__edicion", "impresos__idioma"), distinct=True, filter=~Q(impresos__sha256=""))
        versiones = Version.objects.aprobadas().annotate(hechos=hechos).order_by("-aprobada_en")
        faltas = versiones if todas else versiones.filter(hechos__lt=CLASES)
        pedidas = list(faltas.values_list("pk", flat=True))
        for id_version in pedidas:
            dibujar_version.enqueue(id_version)
        self.stdout.write(f"Archivos pedidos para {len(pedidas)} versiones.")
