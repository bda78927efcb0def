"""The mark as an icon of a telephone: the three sectors of ``static/marca/icono.svg``, as PNG of any size."""

from __future__ import annotations

import io

from informes.colores import MAR_HONDO, SOL, TEJA

SECTORES = ((110, 305, MAR_HONDO), (305, 395, SOL), (35, 110, TEJA))  # from, to in degrees clockwise from the east
RADIO = 15 / 16  # of half a side, as in the SVG
FINO = 4  # drawn this many times larger and brought down: smooth edges


def icono(lado: int, *, ocupa: float = 1, fondo: str | None = None) -> bytes:
    """Give a square PNG of ``lado`` pixels. ``ocupa``: part of it that the mark takes; ``fondo``: none is transparent.

    A maskable icon loses what is outside a circle of 80 %: https://www.w3.org/TR/appmanifest/#icon-masks.
    """
    from PIL import Image, ImageDraw  # heavy: only whoever draws pays for it

    grande = Image.new("RGBA", (lado * FINO, lado * FINO), fondo or "#ffffff00")
    centro = lado * FINO / 2
    radio = centro * RADIO * ocupa
    caja = (centro - radio, centro - radio, centro + radio, centro + radio)
    lienzo = ImageDraw.Draw(grande)
    for desde, hasta, color in SECTORES:
        lienzo.pieslice(caja, desde, hasta, fill=color)
    imagen = grande.resize((lado, lado), Image.Resampling.LANCZOS)
    salida = io.BytesIO()
    imagen.quantize(64).save(salida, "PNG", optimize=True)
    return salida.getvalue()
