"""The data of an agenda sent to /verificar/: the same content is authentic however it is laid out, and nothing else."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agenda.verificacion.dictamen import Veredicto, dictaminar
from agenda.versiones import canonico, sobre

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]


def cambiar(datos: bytes, lugar: int, bit: int) -> bytes:
    """Give the same bytes with one of them changed."""
    return datos[:lugar] + bytes([datos[lugar] ^ bit]) + datos[lugar + 1 :]


@pytest.fixture
def datos(aprobada) -> bytes:
    """Give the bytes that the portal serves."""
    return canonico(sobre(aprobada.version))


def test_what_the_portal_serves_is_authentic(aprobada, client, subir):
    servido = client.get("/agendas/54518/2024-2027/v1.json").content
    respuesta = subir(servido, "agenda.json")
    cuerpo = respuesta.content.decode()
    assert "<h1>Documento auténtico</h1>" in cuerpo
    assert "Comparamos todo el contenido y el acta" in cuerpo
    assert "byte por byte, el que guarda" not in cuerpo


def test_the_same_data_laid_out_by_another_program_are_authentic(aprobada, datos):
    leido = json.loads(datos)
    for otra in (json.dumps(leido, indent=2), json.dumps(dict(reversed(leido.items())), ensure_ascii=False)):
        assert dictaminar(otra.encode()).veredicto == Veredicto.AUTENTICO
    assert dictaminar(b"\xef\xbb\xbf" + datos + b"\r\n").veredicto == Veredicto.AUTENTICO


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(donde=st.floats(0, 1, exclude_max=True), bit=st.integers(1, 255))
def test_one_byte_changed_anywhere_is_altered(aprobada, donde, bit):
    datos = canonico(sobre(aprobada.version))
    assert dictaminar(cambiar(datos, int(donde * len(datos)), bit)).veredicto == Veredicto.ALTERADO


def test_one_byte_changed_in_its_own_hash_is_altered(aprobada, datos):
    """Where the hash itself is spoilt, or the end of the file, the content still says which version it is."""
    for atras in range(1, 90):
        for bit in (1, 0x20, 0x80):
            assert dictaminar(cambiar(datos, len(datos) - atras, bit)).veredicto == Veredicto.ALTERADO, (atras, bit)


@pytest.mark.parametrize("donde", ["acta", "contenido", "esquema", "sha256", "mas"])
def test_a_change_in_any_part_of_the_envelope_is_altered(aprobada, datos, donde):
    leido = json.loads(datos)
    cambios = {
        "acta": leido["acta"] | {"demostracion": not leido["acta"]["demostracion"]},
        "contenido": leido["contenido"] | {"version": 7},
        "esquema": 99,
        "sha256": "0" * 64,
        "mas": "una clave nueva",
    }
    cambiado = json.dumps(leido | {donde: cambios[donde]}, separators=(",", ":")).encode()
    assert dictaminar(cambiado).veredicto == Veredicto.ALTERADO


def test_a_key_written_twice_is_altered(aprobada, datos):
    doble = datos.replace(b'"contenido":', b'"contenido":{"titulo":"falso"},"contenido":', 1)
    assert json.loads(doble)["contenido"] == aprobada.version.contenido
    assert dictaminar(doble).veredicto == Veredicto.ALTERADO
