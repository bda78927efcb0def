"""Uploads: checked by content and size, stored under a name of ours, served only through a permission check."""

from __future__ import annotations

import hashlib
import uuid
import zipfile
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import Image

from guardado.models import Archivo

MAXIMO_BYTES = 10 * 1024 * 1024
MAXIMO_ABIERTO = 20 * MAXIMO_BYTES  # what a document may weigh once unpacked: more is a trap for whoever opens it
OOXML = "application/vnd.openxmlformats-officedocument."
TIPOS = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".docx": f"{OOXML}wordprocessingml.document",
    ".xlsx": f"{OOXML}spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
}
ACEPTA = ",".join(TIPOS)


def revisar(subido: UploadedFile) -> str:
    """Give the media type read from the content. Raises ``ValidationError`` with a sentence that says what to do."""
    if subido.size > MAXIMO_BYTES:
        raise ValidationError(_("El archivo pesa más de 10 MB. Redúzcalo o pegue un enlace al documento."))
    if subido.size == 0:
        raise ValidationError(_("El archivo está vacío. Escoja otro."))
    extension = PurePath(subido.name or "").suffix.lower()
    tipo = _tipo_por_contenido(subido)
    subido.seek(0)
    if tipo is None or TIPOS.get(extension) != tipo:
        raise ValidationError(
            _("Ese archivo no es un PDF, una imagen PNG o JPG, ni un documento de Word, Excel u OpenDocument válido.")
        )
    return tipo


def recibir(subido: UploadedFile, territorio, usuario) -> Archivo:
    """Check and store an upload for a territory. Raises ``ValidationError`` (see ``revisar``)."""
    tipo = revisar(subido)
    resumen = hashlib.sha256()
    for trozo in subido.chunks():
        resumen.update(trozo)
    subido.seek(0)
    archivo = Archivo(
        clave=uuid.uuid4(),
        territorio=territorio,
        nombre=_nombre_limpio(subido.name),
        tipo=tipo,
        tamano=subido.size,
        sha256=resumen.hexdigest(),
        subido_por=usuario,
    )
    archivo.archivo.save("archivo", subido, save=False)
    archivo.save()
    return archivo


def _nombre_limpio(nombre: str | None) -> str:
    limpio = "".join(letra for letra in PurePath(nombre or "archivo").name if letra.isprintable())
    raiz, punto, extension = limpio.rpartition(".")
    return f"{raiz[:180]}{punto}{extension[:10]}"


def _tipo_por_contenido(subido) -> str | None:
    subido.seek(0)
    cabeza = subido.read(16)
    if cabeza.startswith(b"%PDF-"):
        return TIPOS[".pdf"]
    if cabeza.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        return _tipo_de_imagen(subido)
    if cabeza.startswith(b"PK\x03\x04"):
        return _tipo_de_zip(subido)
    return None


def _tipo_de_imagen(subido) -> str | None:
    subido.seek(0)
    try:
        with Image.open(subido, formats=("PNG", "JPEG")) as imagen:
            formato = imagen.format
            imagen.verify()
    except Exception:  # Pillow raises many kinds for a broken or hostile file; all mean «not an image»
        return None
    return {"PNG": TIPOS[".png"], "JPEG": TIPOS[".jpg"]}.get(formato)


def _tipo_de_zip(subido) -> str | None:
    subido.seek(0)
    try:
        with zipfile.ZipFile(subido) as paquete:
            if sum(parte.file_size for parte in paquete.infolist()) > MAXIMO_ABIERTO:
                return None
            nombres = set(paquete.namelist())
            if any(nombre.endswith("vbaProject.bin") for nombre in nombres):
                return None
            if "[Content_Types].xml" in nombres:
                if "word/document.xml" in nombres:
                    return TIPOS[".docx"]
                return TIPOS[".xlsx"] if "xl/workbook.xml" in nombres else None
            if "mimetype" in nombres and paquete.getinfo("mimetype").file_size < 100:
                declarado = paquete.read("mimetype").decode("ascii", "replace").strip()
                return declarado if declarado in (TIPOS[".odt"], TIPOS[".ods"]) else None
    except Exception:  # zipfile raises many kinds for a broken or hostile file; all mean «not a document»
        return None
    return None
