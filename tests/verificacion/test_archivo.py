"""A file sent to /verificar/: authentic, replaced, withdrawn, altered, unknown; and nothing of it is kept."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import subprocess
import time
import zlib

import pikepdf
import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agenda.models import Agenda, Impreso, Transicion, Version
from agenda.verificacion.dictamen import MAXIMO_BYTES, Veredicto, dictaminar
from agenda.verificacion.marcas import leer_marcas
from tests.documento.fabricas import NOCHE

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]
MEGA = 1024 * 1024


def titulo(respuesta) -> str:
    return re.search(r"<h1>(.*?)</h1>", respuesta.content.decode(), re.S).group(1)


def otra_version(publicado, **cambios) -> Version:
    """Freeze the same text again, as version 2."""
    contenido = publicado.version.contenido | {"version": 2}
    datos = {"acta": publicado.version.acta, "resultado": "aprobada", "aprobada_en": NOCHE} | cambios
    return Version.objects.create(
        agenda=publicado.agenda, numero=2, contenido=contenido, sha256="2" * 64, enviada_en=NOCHE, **datos
    )


def cambiar(datos: bytes, lugar: int, bit: int = 1) -> bytes:
    """Give the same bytes with one of them changed."""
    return datos[:lugar] + bytes([datos[lugar] ^ bit]) + datos[lugar + 1 :]


# what it is


def test_the_stored_file_is_authentic_and_in_force(publicado, subir):
    respuesta = subir(publicado.pdf)
    assert respuesta.status_code == 200
    cuerpo = respuesta.content.decode()
    assert titulo(respuesta) == "Documento auténtico"
    for frase in (
        "byte por byte",
        "Pamplona",
        "versión 1",
        "Está en vigor",
        "Agenda completa",
        publicado.version.sha256,
    ):
        assert frase in cuerpo, frase


def test_replaced_by_a_newer_version(publicado, subir):
    Agenda.objects.filter(pk=publicado.agenda.pk).update(publicada=otra_version(publicado))
    Version.objects.filter(pk=publicado.version.pk).update(resultado="reemplazada")
    respuesta = subir(publicado.pdf)
    assert titulo(respuesta) == "Documento auténtico, pero reemplazado"
    assert "<title>Documento auténtico, pero reemplazado" in respuesta.content.decode()
    assert "Fue reemplazada por la versión 2" in respuesta.content.decode()
    assert "Está en vigor" not in respuesta.content.decode()
    assert 'href="/agendas/54518/2024-2027/"' in respuesta.content.decode()


def test_withdrawn_with_its_reason_and_no_link_to_the_text(publicado, subir):
    de_pamplona = Agenda.objects.filter(pk=publicado.agenda.pk)
    de_pamplona.update(retirada_publico_en=now(), retirada_publico_razon="Cifras en revisión.")
    Transicion.objects.create(
        agenda=publicado.agenda, version=publicado.version, movimiento="retirar_publicacion", de="aprobada",
        a="aprobada", comentario="Cifras en revisión.",
    )  # fmt: skip
    dichos = ((publicado.pdf, "Documento auténtico, pero retirado"), (publicado.pdf[:-1], "Documento alterado"))
    for datos, dicho in dichos:
        respuesta = subir(datos)
        assert titulo(respuesta) == dicho
        assert "Cifras en revisión." in respuesta.content.decode()
        assert "/agendas/54518/2024-2027/v1" not in respuesta.content.decode()


def test_an_emission_of_before_the_act_of_adoption_says_so(publicado, subir):
    otra = Impreso(version=publicado.version, emision=2, adopcion={"tipo": "acuerdo"}, sha256="e" * 64, hecho_en=now())
    otra.identificador = otra.identificar()
    otra.archivo.save("x.pdf", ContentFile(b"%PDF-1.7 con acto"), save=False)
    otra.save()
    respuesta = subir(publicado.pdf)
    assert titulo(respuesta) == "Documento auténtico"
    assert "emisión anterior al acto" in respuesta.content.decode()
    assert "Descargar la emisión más reciente" in respuesta.content.decode()
    assert "Descargar el PDF original" not in respuesta.content.decode()  # what is served is the later emission


def test_an_unapproved_version_is_as_unknown_as_none(publicado, subir):
    def sin_lo_propio(respuesta) -> str:
        return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", respuesta.content.decode())

    Version.objects.filter(pk=publicado.version.pk).update(resultado="enviada", acta=None, aprobada_en=None)
    nadie = sin_lo_propio(subir(b"%PDF-1.7\n%%EOF\n"))
    assert "Documento desconocido" in nadie
    for datos in (publicado.pdf, publicado.pdf[:-1], cambiar(publicado.pdf, 1000)):
        assert sin_lo_propio(subir(datos)) == nadie


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="poppler-utils is missing")
def test_the_code_printed_on_the_document_is_read(publicado, subir, tmp_path):
    (tmp_path / "a.pdf").write_bytes(publicado.pdf)
    subprocess.run(["pdftoppm", "-r", "90", "-jpeg", str(tmp_path / "a.pdf"), str(tmp_path / "p")], check=True)
    ultima = sorted(tmp_path.glob("p*.jpg"))[-1]
    assert subir(ultima.read_bytes(), "p.jpg").headers.get("Location") == f"/verificar/{publicado.version.sha256}/"


# one byte


def lugares(pdf: bytes) -> list[int]:
    """Give a byte of every part of the file: header, each mark, streams, cross references, end."""
    claves = [b"%PDF-", b"/ID", b"dc:identifier", b"<?xpacket", b"EmbeddedFile", b"stream", b"/Metadata", b"startxref"]
    vistos = [pdf.find(clave) + salto for clave in claves for salto in (0, len(clave) + 3, 20)]
    hallada = re.search(rb"dc:identifier>([0-9a-f]{64})", pdf)
    vistos += [hallada.start(1), hallada.start(1) + 63, pdf.rfind(b"startxref") + 12, len(pdf) - 1, len(pdf) - 3]
    return sorted({lugar for lugar in vistos if 0 <= lugar < len(pdf)})


def test_one_byte_changed_in_any_part_is_altered(publicado):
    probados = lugares(publicado.pdf)
    assert len(probados) > 20
    for lugar in probados:
        for bit in (1, 0x20, 0x80):
            dado = dictaminar(cambiar(publicado.pdf, lugar, bit))
            assert dado.veredicto == Veredicto.ALTERADO, (lugar, bit)
            assert dado.publicada.version == publicado.version


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(donde=st.floats(0, 1, exclude_max=True), bit=st.integers(1, 255))
def test_one_byte_changed_anywhere_is_altered(publicado, donde, bit):
    assert dictaminar(cambiar(publicado.pdf, int(donde * len(publicado.pdf)), bit)).veredicto == Veredicto.ALTERADO


def test_each_mark_is_enough_by_itself(publicado):
    """Three marks in three places: a byte spoils one at most."""
    pdf, sha256 = publicado.pdf, publicado.version.sha256
    sin_id = re.sub(rb"/ID ?\[", b"/Xx [", pdf)
    sin_xmp = pdf.replace(b"dc:identifier", b"dc:zzzzzzzzzz")
    assert leer_marcas(sin_id).identificadores == set()
    assert leer_marcas(re.sub(rb"/ID ?\[", b"/Xx [", sin_xmp)).propias == {sha256}  # of the attached data
    sin_flujos = re.sub(rb"stream", b"strxxm", sin_id)
    assert leer_marcas(sin_flujos).propias == {sha256}  # of the metadata
    assert leer_marcas(re.sub(rb"stream", b"strxxm", sin_xmp)).identificadores == {publicado.impreso.identificador}


def test_a_file_with_one_mark_is_altered_when_that_mark_is_spoiled(publicado):
    """Those stored before the metadata said the digest carry only the ``/ID`` and, in links, the address."""
    enlace = f"/URI (https://portal.example/verificar/{publicado.version.sha256}/)".encode()
    relleno = bytes(range(64)) * 400
    viejo = Impreso(version=publicado.version, emision=2, hecho_en=now(), sha256="0" * 64)
    viejo.identificador = viejo.identificar()
    marca = f"/ID [<{viejo.identificador}> <00>]".encode()
    datos = b"%PDF-1.7\n" + relleno + enlace + relleno + marca + b"\n%%EOF\n"
    viejo.sha256 = hashlib.sha256(datos).hexdigest()
    viejo.archivo.save("x.pdf", ContentFile(datos), save=False)
    viejo.save()
    lugar = datos.index(marca) + 10
    assert leer_marcas(cambiar(datos, lugar)).identificadores != {viejo.identificador}
    for malo in (cambiar(datos, lugar), datos.replace(marca, b""), datos.replace(marca, marca + b" " * 50)):
        dado = dictaminar(malo)
        assert (dado.veredicto, dado.impreso) == (Veredicto.ALTERADO, viejo)
    assert dictaminar(b"%PDF-1.7\n" + enlace + datos[20_000:40_000]).veredicto == Veredicto.MENCION
    (publicado.carpeta / viejo.archivo.name).unlink()
    assert dictaminar(cambiar(datos, lugar)).veredicto == Veredicto.MENCION


def test_each_file_of_a_version_has_its_own_identifier(publicado):
    otros = Impreso.objects.filter(version=publicado.version).values_list("identificador", flat=True)
    assert len(set(otros)) == 6


@pytest.mark.parametrize("como", [
    {}, {"linearize": True}, {"qdf": True}, {"compress_streams": False}, {"deterministic_id": True},
    {"object_stream_mode": pikepdf.ObjectStreamMode.disable},
    {"encryption": pikepdf.Encryption(owner="a", user="", R=6, metadata=False)},
])  # fmt: skip
def test_saved_again_by_a_program_is_altered(publicado, como):
    salida = io.BytesIO()
    with pikepdf.open(io.BytesIO(publicado.pdf)) as pdf:
        pdf.save(salida, **como)
    assert salida.getvalue() != publicado.pdf
    dado = dictaminar(salida.getvalue())
    assert dado.veredicto == Veredicto.ALTERADO
    assert dado.publicada.version == publicado.version


@pytest.mark.parametrize("quedan", [0.999, 0.9, 0.75])
def test_cut_short_is_altered(publicado, quedan):
    assert dictaminar(publicado.pdf[: int(len(publicado.pdf) * quedan)]).veredicto == Veredicto.ALTERADO


def test_bytes_before_or_after_make_it_altered(publicado, subir):
    for datos in (publicado.pdf + b"\n", publicado.pdf + b"x" * 5000, b"\n" + publicado.pdf):
        respuesta = subir(datos)
        assert titulo(respuesta) == "Documento alterado"
        assert 'href="/agendas/54518/2024-2027/v1.pdf"' in respuesta.content.decode()


def test_an_altered_edition_links_to_the_same_edition(publicado, subir):
    resumen = Impreso.objects.get(version=publicado.version, edicion="resumen", idioma="en")
    resumen.archivo.save("x.pdf", ContentFile(b"x"), save=False)
    resumen.sha256, resumen.hecho_en = "a" * 64, now()
    resumen.save()
    datos = f"%PDF-1.7\n/ID [<{resumen.identificador}> <00>]".encode()
    assert 'href="/agendas/54518/2024-2027/v1.resumen.en.pdf"' in subir(datos).content.decode()


def test_a_document_that_only_cites_it_is_not_called_altered(publicado, subir):
    datos = f"%PDF-1.4\n/URI (https://portal.example/verificar/{publicado.version.sha256}/)\n%%EOF".encode()
    respuesta = subir(datos)
    assert titulo(respuesta) == "No es el archivo original"
    assert "Pamplona" in respuesta.content.decode()


# what it is not


def ajeno(texto: str = "Otro documento") -> bytes:
    salida = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Title"] = texto
        pdf.save(salida)
    return salida.getvalue()


def test_somebody_elses_pdf_is_unknown(publicado, subir):
    respuesta = subir(ajeno())
    assert respuesta.status_code == 200
    assert titulo(respuesta) == "Documento desconocido"
    assert "no provenga de este portal" in respuesta.content.decode()
    assert "Pamplona" not in respuesta.content.decode()


def test_a_draft_is_recognised(publicado, subir):
    assert titulo(subir(publicado.borrador)) == "Es un borrador"


def con_clave() -> bytes:
    salida = io.BytesIO()
    with pikepdf.open(io.BytesIO(ajeno())) as pdf:
        pdf.save(salida, encryption=pikepdf.Encryption(owner="a", user="b", R=6))
    return salida.getvalue()


@pytest.mark.parametrize(("datos", "frase"), [
    (b"", "está vacío"),
    (b"hola", "no es un PDF, ni los datos de una agenda"),
    (bytes(5000), "no es un PDF, ni los datos de una agenda"),
    (b"PK\x03\x04 un libro", "para trabajar y no se verifican"),
    (con_clave(), "protegido con clave"),
    (b"%PDF-", "Ninguna agenda aprobada"),
    (b"{", "no están completos"),
    (b'{"contenido": NaN}', "no están completos"),
    (b"[" * 100_000, "no es un PDF"),
    (b'{"contenido":' + b"[" * 200_000, "no están completos"),
    (b"\x89PNG\r\n\x1a\n roto", "Esa imagen está dañada"),
])  # fmt: skip
def test_anything_else_gets_a_sentence(publicado, subir, datos, frase):
    respuesta = subir(datos)
    assert respuesta.status_code == 200
    assert frase in respuesta.content.decode()


def test_no_file_at_all_gets_a_sentence(client, publicado):
    assert "Escoja el archivo" in client.post("/verificar/", {}).content.decode()
    assert "Escoja el archivo" in client.post("/verificar/", {"archivo": "texto"}).content.decode()


def test_a_file_of_30_mb_is_refused_with_a_sentence(publicado, subir):
    respuesta = subir(b"%PDF-1.7" + bytes(30 * MEGA))
    assert respuesta.status_code == 413
    assert "más de 15 MB" in respuesta.content.decode()
    assert subir(bytes(MAXIMO_BYTES)).status_code == 200


def test_a_bomb_is_answered_quickly(publicado):
    bomba = zlib.compress(bytes(200 * MEGA), 9)
    hostiles = {
        "one stream that inflates a thousand times": (b"stream\n" + bomba + b"\nendstream\n") * 40,
        "many streams that begin and do not end": b"stream\n\x78\x9c\x03\x00" * (MAXIMO_BYTES // 11),
        "a stream that gives nothing": b"stream\n\x78\x9c" + b"\x00\x00\x00\xff\xff" * (MAXIMO_BYTES // 6),
        "marks without end": b"/ID[(" * (MAXIMO_BYTES // 5),
        "names of marks": b"dc:identifier" * (MAXIMO_BYTES // 13),
        "digits": b"a" * MAXIMO_BYTES,
        "JSON": b'{"contenido":' + b"[[],[]]," * (MAXIMO_BYTES // 8),
    }
    for nombre, datos in hostiles.items():
        desde = time.process_time()
        assert dictaminar(datos[:MAXIMO_BYTES]).veredicto == Veredicto.DESCONOCIDO, nombre
        assert time.process_time() - desde < 4, nombre


# how it is done


def test_nothing_is_kept_and_queries_are_few(publicado, subir):
    antes = sorted(publicado.carpeta.rglob("*"))
    filas = Impreso.objects.count()
    for datos in (publicado.pdf, cambiar(publicado.pdf, 5000), ajeno()):
        with CaptureQueriesContext(connection) as hechas:
            subir(datos)
        assert len(hechas) <= 12, [una["sql"][:80] for una in hechas]
    assert sorted(publicado.carpeta.rglob("*")) == antes
    assert Impreso.objects.count() == filas


def test_the_form_carries_its_token_and_asks_for_no_account(publicado):
    navegador = Client(enforce_csrf_checks=True)
    archivo = io.BytesIO(publicado.pdf)
    assert navegador.post("/verificar/", {"archivo": archivo}).status_code == 403
    pagina = navegador.get("/verificar/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', pagina).group(1)
    archivo.seek(0)
    respuesta = navegador.post("/verificar/", {"archivo": archivo, "csrfmiddlewaretoken": token})
    assert titulo(respuesta) == "Documento auténtico"


def test_one_network_may_not_ask_without_end(publicado, subir):
    estados = [subir(b"hola").status_code for _n in range(32)]
    assert set(estados[:30]) == {200}
    assert estados[30:] == [429, 429]
    assert "Espere unos minutos" in subir(b"hola").content.decode()
