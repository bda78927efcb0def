"""A hash however it is written, and the QR code of a picture: of the screen, of a photograph, of somebody else."""

from __future__ import annotations

import io
import struct
import time
import zlib

import pytest
import segno
from PIL import Image, ImageFilter

from agenda.salidas.pdf import direccion_de_verificacion
from agenda.verificacion.huellas import HUELLA, normalizar, sitio

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]
SHA = "0123456789abcdef" * 4


@pytest.mark.parametrize("escrita", [
    SHA, SHA.upper(), f"  {SHA}\n", f"SHA-256: {SHA}", f"Huella: {SHA}.", f"«{SHA}»", f"<{SHA}>",
    " ".join(SHA[i : i + 4] for i in range(0, 64, 4)), "·".join(SHA[i : i + 16] for i in range(0, 64, 16)),
    "\u200b".join(SHA[i : i + 8] for i in range(0, 64, 8)), "-\n".join(SHA[i : i + 32] for i in range(0, 64, 32)),
    f"https://portal.example/verificar/{SHA}/", f"https://portal.example/verificar/{SHA}", f"/verificar/{SHA}/?x=1#y",
    f"https://otro.example/?a=%2Fverificar%2F{SHA}%2F", f"vea https://portal.example/verificar/{SHA.upper()}/ hoy",
])  # fmt: skip
def test_a_hash_is_read_however_it_is_written(escrita):
    assert normalizar(escrita) == SHA


@pytest.mark.parametrize("escrita", ["", "x", SHA[:-1], SHA + "0", SHA + SHA, "g" * 64, f"{SHA} {SHA}", "/" * 500])
def test_what_is_no_hash_stays_one(escrita):
    assert not HUELLA.fullmatch(normalizar(escrita)) or normalizar(escrita) == SHA and escrita.startswith(f"{SHA} ")


def test_the_site_of_an_address():
    assert sitio("https://Portal.Example:8000/verificar/") == "portal.example"
    assert sitio("portal.example/verificar/") == sitio("javascript:alert(1)") == sitio("https://[") == ""


def imagen(texto: str, tipo: str = "PNG", **cambios) -> bytes:
    """Give a picture of a QR code on a white page, as a photograph when asked."""
    codigo = io.BytesIO()
    segno.make(texto, error="m", micro=False).save(codigo, kind="png", scale=5)
    hoja = Image.new("RGB", (1600, 1200), "white")
    hoja.paste(Image.open(codigo).convert("RGB"), (300, 500))
    if cambios.get("foto"):
        hoja = hoja.rotate(11, fillcolor="gray", expand=True).filter(ImageFilter.GaussianBlur(1.2)).convert("L")
    salida = io.BytesIO()
    hoja.save(salida, tipo)
    return salida.getvalue()


@pytest.mark.parametrize(("tipo", "foto"), [("PNG", False), ("JPEG", True), ("WEBP", True)])
def test_a_picture_of_the_code_leads_to_the_page_of_its_hash(aprobada, subir, client, tipo, foto):
    direccion = direccion_de_verificacion(aprobada.version.sha256)
    respuesta = subir(imagen(direccion, tipo, foto=foto), f"foto.{tipo.lower()}")
    assert respuesta.status_code == 302
    assert respuesta.headers["Location"] == f"/verificar/{aprobada.version.sha256}/"
    assert "Huella auténtica" in client.get(respuesta.headers["Location"]).content.decode()


def test_a_code_of_another_site_is_pointed_out(aprobada, subir, client):
    respuesta = subir(imagen(f"https://estafa.example/verificar/{aprobada.version.sha256}/"))
    pagina = client.get(respuesta.headers["Location"]).content.decode()
    assert "lleva a «estafa.example», que no es este portal" in pagina


def test_a_code_of_something_else_and_a_picture_without_one_get_a_sentence(aprobada, subir):
    assert "no es el de una agenda" in subir(imagen("https://example.org/menu")).content.decode()
    blanca = io.BytesIO()
    Image.new("L", (800, 600), 255).save(blanca, "PNG")
    assert "no se ve un código QR" in subir(blanca.getvalue()).content.decode()


def png_enorme(lado: int) -> bytes:
    """Give a PNG of a few KB that says it is ``lado`` × ``lado`` pixels."""

    def parte(nombre: bytes, datos: bytes) -> bytes:
        return struct.pack(">I", len(datos)) + nombre + datos + struct.pack(">I", zlib.crc32(nombre + datos))

    cabeza = struct.pack(">IIBBBBB", lado, lado, 8, 2, 0, 0, 0)
    lineas = zlib.compress(bytes(min(lado * (3 * lado + 1), 50_000_000)), 9)
    return b"\x89PNG\r\n\x1a\n" + parte(b"IHDR", cabeza) + parte(b"IDAT", lineas) + parte(b"IEND", b"")


@pytest.mark.parametrize("lado", [6_000, 60_000])
def test_an_enormous_picture_is_refused_before_it_is_opened(aprobada, subir, lado):
    desde = time.process_time()
    assert "dañada o es demasiado grande" in subir(png_enorme(lado), "x.png").content.decode()
    assert time.process_time() - desde < 2


def test_a_cut_picture_gets_a_sentence(aprobada, subir):
    entera = imagen("https://example.org/")
    for parte in (2, 20, 200):
        respuesta = subir(entera[: len(entera) // parte], "x.png")
        assert respuesta.status_code == 200
        assert 'id="archivo-error"' in respuesta.content.decode()
