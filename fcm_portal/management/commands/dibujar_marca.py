"""``manage.py dibujar_marca``: make again the pictures of ``static/marca/``: what is shared, the country, the icons."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import override

from informes.colores import PAPEL
from informes.graficas import pais
from informes.icono import icono
from informes.tarjeta import Tarjeta, dibujar

CARPETA = Path("static") / "marca"


def tarjeta_del_portal() -> bytes:
    """Give the picture that messengers show beside any page without one of its own."""
    with override("es-co"):
        return dibujar(
            Tarjeta(
                sobre=_("Federación Colombiana de Municipios"),
                titulo=_("Su municipio también cabe en el mundo"),
                lema=_("Siete pasos para preparar su agenda internacional."),
                cifras=(("7", _("pasos")), ("4", _("modalidades")), ("10", _("consejos"))),
                cerca=("",),
            )
        )


def imagenes() -> dict[str, bytes]:
    """Give every picture by the name of its file."""
    return {
        "compartir.png": tarjeta_del_portal(),
        "pais.svg": pais.svg().encode(),
        "icono-192.png": icono(192),
        "icono-512.png": icono(512),
        "icono-recortable-512.png": icono(512, ocupa=0.66, fondo=PAPEL),
        "icono-apple-180.png": icono(180, ocupa=0.76, fondo=PAPEL),
    }


class Command(BaseCommand):
    """Write the pictures; run it again when the places of the municipalities or the drawing change."""

    help = "Dibuja otra vez static/marca/: la imagen de los enlaces compartidos, los puntos del país y los iconos."

    def handle(self, *args, **options):
        """Do it and say how many bytes each has."""
        for nombre, datos in imagenes().items():
            destino = settings.BASE_DIR / CARPETA / nombre
            destino.write_bytes(datos)
            self.stdout.write(f"{destino.relative_to(settings.BASE_DIR)}: {len(datos)} bytes")
