"""A stored file as an answer: its length and its strong tag are always known, and a download that broke goes on."""

from __future__ import annotations

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, HttpRequest, HttpResponse
from whitenoise.responders import SlicedFile, StaticFile


def entregar(
    request: HttpRequest, archivo: FieldFile, *, tipo: str, nombre: str, etag: str, adjunto: bool = False
) -> HttpResponse:
    """Give a file, or the one range of bytes that was asked for. ``etag``: quoted, of these very bytes.

    It is never squeezed: it is compressed already, and a squeezed one has neither length nor ranges. Raises
    ``FileNotFoundError`` when the folder lost it.
    """
    abierto, peso = archivo.open("rb"), archivo.size
    tramo = _tramo(request, etag, peso)
    if tramo and tramo[0] > tramo[1]:
        abierto.close()
        respuesta = HttpResponse(status=416, content_type="text/plain")
        respuesta["Content-Range"] = f"bytes */{peso}"
        return respuesta
    if tramo:
        principio, fin = tramo
        respuesta = FileResponse(SlicedFile(abierto, principio, fin), status=206, content_type=tipo, filename=nombre)
        respuesta["Content-Range"] = f"bytes {principio}-{fin}/{peso}"
        respuesta["Content-Length"] = str(fin - principio + 1)
    else:
        respuesta = FileResponse(abierto, content_type=tipo, filename=nombre)
    respuesta["Content-Disposition"] = f'{"attachment" if adjunto else "inline"}; filename="{nombre}"'
    respuesta["Accept-Ranges"] = "bytes"
    respuesta["ETag"] = etag
    respuesta["Content-Encoding"] = "identity"
    return respuesta


def _tramo(request: HttpRequest, etag: str, peso: int) -> tuple[int, int] | None:
    """Give the first and the last byte that were asked for; the first comes after the last when there are no such.

    None for the whole file: nothing was asked, or what cannot be read, or several ranges, or those of another file.
    """
    pedido = request.headers.get("Range", "")
    if request.method != "GET" or not pedido or request.headers.get("If-Range", etag) != etag:
        return None
    try:
        principio, fin = StaticFile.parse_byte_range(pedido)
    except ValueError:
        return None
    if principio < 0:  # «-500»: the last ones
        return max(principio + peso, 0), peso - 1
    if fin is not None and fin < principio:
        return None
    return principio, peso - 1 if fin is None else min(fin, peso - 1)
