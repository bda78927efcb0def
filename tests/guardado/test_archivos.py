"""Uploads: by content and size; served only to those who may see the town."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from cuentas.models import Usuario
from guardado.archivos import MAXIMO_BYTES, recibir

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def carpeta(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def png() -> bytes:
    memoria = io.BytesIO()
    Image.new("RGB", (2, 2)).save(memoria, "PNG")
    return memoria.getvalue()


def docx(extra: str = "") -> bytes:
    memoria = io.BytesIO()
    with zipfile.ZipFile(memoria, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archivo:
        archivo.writestr("[Content_Types].xml", "<Types/>")
        archivo.writestr("word/document.xml", b"0" * 220_000_000 if extra == "bomba" else "<document/>")
        if extra:
            archivo.writestr(extra, "x")
    return memoria.getvalue()


@pytest.mark.parametrize(
    ("nombre", "contenido", "tipo"),
    [
        ("acuerdo.pdf", b"%PDF-1.7\n%%EOF", "application/pdf"),
        ("foto.PNG", png(), "image/png"),
        ("carta.docx", docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
)
def test_known_kinds_are_taken(pueblo, ana, nombre, contenido, tipo):
    archivo = recibir(SimpleUploadedFile(nombre, contenido), pueblo, ana)
    assert (archivo.tipo, archivo.nombre, archivo.tamano) == (tipo, nombre, len(contenido))


@pytest.mark.parametrize(
    ("nombre", "contenido"),
    [
        ("virus.pdf", b"MZ\x90\x00 this program"),
        ("foto.png", b"\x89PNG\r\n\x1a\nrota"),
        ("acuerdo.exe", b"%PDF-1.7"),
        ("foto.pdf", png()),
        ("carta.docx", docx("word/vbaProject.bin")),
        ("carta.docx", b"PK\x03\x04roto"),
        ("bomba.docx", docx("bomba")),
        ("pagina.pdf", b"<html><script>"),
        ("vacio.pdf", b""),
    ],
)
def test_disguised_broken_or_empty_files_get_a_sentence(pueblo, ana, nombre, contenido):
    with pytest.raises(ValidationError) as error:
        recibir(SimpleUploadedFile(nombre, contenido), pueblo, ana)
    assert error.value.messages[0].endswith(".")


def test_a_30_mb_file_gets_a_sentence(pueblo, ana):
    grande = SimpleUploadedFile("grande.pdf", b"%PDF-1.7" + b"0" * 30 * 1024 * 1024)
    assert grande.size > MAXIMO_BYTES
    with pytest.raises(ValidationError, match="10 MB"):
        recibir(grande, pueblo, ana)


def test_served_to_the_town_as_attachment_and_404_to_strangers(pueblo, ana):
    archivo = recibir(SimpleUploadedFile("../../acuerdo.pdf", b"%PDF-1.7"), pueblo, ana)
    de_ana, extrano = Client(), Client()
    de_ana.force_login(ana)
    extrano.force_login(Usuario.objects.create_user("x@otro.test", "una-clave-larga"))
    respuesta = de_ana.get(f"/archivos/{archivo.clave}/")
    assert respuesta.status_code == 200
    assert respuesta["Content-Disposition"] == 'attachment; filename="acuerdo.pdf"'
    assert extrano.get(f"/archivos/{archivo.clave}/").status_code == 404
    assert Client().get(f"/archivos/{archivo.clave}/").status_code == 302
