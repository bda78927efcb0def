"""What comes in as a file and what goes out as a spreadsheet, when somebody means harm."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from agenda.documento import componer
from agenda.models import Accion, Agenda, Objetivo, Version
from agenda.salidas.hoja import libro
from guardado.archivos import recibir, revisar
from guardado.models import Archivo
from territorio.models import Territorio
from tests.seguridad.mundo import filas, gente  # noqa: F401

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF"


def _zip(**entradas: bytes) -> bytes:
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as paquete:
        for nombre, contenido in entradas.items():
            paquete.writestr(nombre.replace("__", "/"), contenido)
    return salida.getvalue()


def _mal_comprimido() -> bytes:
    """Give a package whose declaration does not decompress."""
    bueno = bytearray(_zip(mimetype=b"application/vnd.oasis.opendocument.text"))
    lugar = bueno.index(b"mimetype") + 8
    bueno[lugar : lugar + 8] = b"\xff" * 8
    return bytes(bueno)


def _nombre_ilegible() -> bytes:
    """Give a package that says its names are UTF-8 when they are not."""
    bueno = bytearray(_zip(aaaa=b"x"))
    for marca, salto in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        lugar = bueno.index(marca) + salto
        bueno[lugar : lugar + 2] = (0x800).to_bytes(2, "little")
    return bytes(bueno).replace(b"aaaa", b"\xff\xfe\xfd\xfc")


@pytest.mark.parametrize(
    ("nombre", "contenido"),
    [
        ("acta.odt", _mal_comprimido()),
        ("acta.odt", _nombre_ilegible()),
        ("acta.docx", b"PK\x03\x04" + b"\0" * 40),
        ("acta.pdf", b"MZ\x90\0" + PDF),
        ("acta.pdf", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("acta.svg", b"<svg/>"),
        ("acta.pdf.exe", PDF),
        ("acta.html", PDF),
        ("acta.docx", _zip(**{"[Content_Types].xml": b"", "word__document.xml": b"", "word__vbaProject.bin": b""})),
    ],
)
def test_a_hostile_file_gets_a_sentence(nombre, contenido):
    with pytest.raises(ValidationError):
        revisar(SimpleUploadedFile(nombre, contenido))


def test_a_bomb_is_never_unpacked():
    bomba = _zip(**{"[Content_Types].xml": b"", "word__document.xml": b"\0" * 30_000_000})
    assert len(bomba) < 100_000
    assert revisar(SimpleUploadedFile("acta.docx", bomba)).endswith("wordprocessingml.document")


def test_the_name_of_a_file_is_never_a_path(gente, client):  # noqa: F811
    malo = SimpleUploadedFile("x.pdf", PDF)
    malo._name = '../../etc/pas"swd\r\nX: y\u202e.pdf'
    archivo = recibir(malo, Territorio.objects.get(pk="54518"), gente["enlace"])
    assert str(archivo.clave) in archivo.archivo.name
    assert ".." not in archivo.archivo.name
    client.force_login(gente["enlace"])
    respuesta = client.get(f"/archivos/{archivo.clave}/")
    assert respuesta["Content-Disposition"].startswith("attachment")
    assert "X" not in respuesta
    assert Archivo.objects.get(pk=archivo.pk).nombre.endswith(".pdf")


def test_a_control_character_does_not_break_the_spreadsheet(gente):  # noqa: F811
    agenda = Agenda.objects.get(territorio="54518", periodo="2024-2027")
    Accion.objects.filter(clave=filas(gente, "agenda")["clave"]).update(
        nombre="=HIPERVINCULO(1)\x0b\x01", descripcion="@x"
    )
    Objetivo.objects.filter(eje__agenda=agenda).update(nombre="+1\x08")
    version = Version.objects.get(pk=agenda.publicada_id)
    version.contenido = componer(agenda)
    assert libro(version)[:2] == b"PK"
