"""The text of the QR code in a photograph or a screenshot. The image is decoded small and within limits."""

from __future__ import annotations

import warnings

from PIL import Image, ImageOps

FORMATOS = ("JPEG", "PNG", "WEBP")
FIRMAS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")
PUNTOS_MAXIMOS = {"JPEG": 120_000_000, "PNG": 25_000_000, "WEBP": 25_000_000}  # a JPEG is decoded already reduced
LADO = 2400  # pixels: a code the size of a coin in a photograph of the whole page still shows


class ImagenIlegible(Exception):
    """It is no image that can be read here: broken, of another kind, or too large."""


def es_imagen(datos: bytes) -> bool:
    """Say whether the bytes begin as an image that is read here."""
    return datos.startswith(FIRMAS)


def leer_qr(archivo) -> str | None:
    """Give the text of the first QR code of an open image file, or None when none is seen.

    Raises ``ImagenIlegible`` for what is no image, is broken, or has more pixels than ``PUNTOS_MAXIMOS``.
    """
    import zxingcpp  # a compiled library: only whoever sends an image loads it

    gris = _en_gris(archivo)
    for imagen in (gris, ImageOps.autocontrast(gris)):
        for codigo in zxingcpp.read_barcodes(imagen, formats=zxingcpp.BarcodeFormat.QRCode):
            if codigo.text:
                return codigo.text
    return None


def _en_gris(archivo) -> Image.Image:
    """Give the image in greys, upright, no side longer than ``LADO``."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit below is smaller
            imagen = Image.open(archivo, formats=FORMATOS)
            if imagen.width * imagen.height > PUNTOS_MAXIMOS[imagen.format]:
                raise ImagenIlegible("too many pixels")
            imagen.draft("L", (LADO, LADO))
            imagen.thumbnail((LADO, LADO))
            return ImageOps.exif_transpose(imagen).convert("L")
    except ImagenIlegible:
        raise
    except Exception as fallo:  # Pillow raises many kinds for a broken or hostile file; all mean the same here
        raise ImagenIlegible(str(fallo)) from fallo
