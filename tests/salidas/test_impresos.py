"""Each file of a version is drawn once, stored, and never replaced: an act of adoption makes a later emission."""

import hashlib
import io

import pikepdf
import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, InternalError, transaction

from agenda.models import Adopcion, Impreso, TipoActo
from agenda.salidas import impresos
from agenda.salidas.impresos import OriginalPerdido, archivar, guardar, prever, vigentes
from agenda.tareas import dibujar_version
from tests.documento.fabricas import NOCHE, hacer_agenda, hacer_version

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]
SEIS = [
    ("completa", "es"), ("completa", "en"), ("minima", "es"), ("minima", "en"), ("resumen", "es"), ("resumen", "en"),
]  # fmt: skip


@pytest.fixture
def version(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "archivos"
    settings.PORTAL_SOLO_ORIGINAL = False
    return hacer_version(hacer_agenda(1))


@pytest.fixture
def sin_motor(monkeypatch):
    """Draw with a pen instead of the engine: what is written says what was asked."""

    def dibujo(version, impreso):
        clase = f"{impreso.edicion} {impreso.idioma} {impreso.emision} {impreso.adopcion}"
        return "", f"%PDF-1.7 {version.sha256} {clase}".encode()

    monkeypatch.setattr(impresos, "html_y_pdf", dibujo)


def adoptar(version, numero="045"):
    acto = {"tipo": TipoActo.DECRETO, "numero": numero, "fecha": NOCHE.date(), "autoridad": "Alcaldía de Pamplona"}
    return Adopcion.objects.update_or_create(version=version, defaults=acto)[0]


def test_approval_draws_the_six_files_the_complete_one_first(version, sin_motor):
    dibujar_version.call(version.pk)
    filas = Impreso.objects.order_by("hecho_en")
    assert [(fila.edicion, fila.idioma) for fila in filas] == SEIS
    for fila in filas:
        assert fila.emision == 1
        assert fila.archivo.name == f"versiones/{version.sha256}/{fila.edicion}-{fila.idioma}-1.pdf"
        assert fila.sha256 == hashlib.sha256(fila.archivo.read()).hexdigest()
    assert len({fila.identificador for fila in filas}) == 6


def test_nothing_is_drawn_twice(version, sin_motor, monkeypatch):
    dibujar_version.call(version.pk)
    monkeypatch.setattr(impresos, "html_y_pdf", lambda *_, **__: pytest.fail("drawn again"))
    antes = list(Impreso.objects.values("pk", "sha256", "hecho_en"))
    dibujar_version.call(version.pk)
    archivar(version)
    assert list(Impreso.objects.values("pk", "sha256", "hecho_en")) == antes


def test_an_act_makes_a_second_emission_and_the_original_stays(version, sin_motor):
    original = archivar(version)
    adoptar(version)
    dibujar_version.call(version.pk)
    segunda = vigentes(version)["completa", "es"]
    assert segunda.emision == 2
    assert segunda.adopcion["numero"] == "045"
    assert segunda.sha256 != original.sha256
    assert segunda.identificador != original.identificador
    original.refresh_from_db()
    assert hashlib.sha256(original.archivo.read()).hexdigest() == original.sha256
    assert Impreso.objects.get(sha256=original.sha256).emision == 1
    adoptar(version, numero="046")  # a typing error put right
    assert archivar(version).emision == 3


def test_what_was_not_drawn_yet_simply_prints_the_act(version, sin_motor):
    prever(version)
    adoptar(version)
    dibujar_version.call(version.pk)
    assert {(fila.emision, fila.adopcion["numero"]) for fila in Impreso.objects.all()} == {(1, "045")}


def test_one_that_fails_is_tried_three_times_and_does_not_stop_the_others(version, monkeypatch):
    intentos = []

    def dibujo(version, impreso):
        intentos.append((impreso.edicion, impreso.idioma))
        if (impreso.edicion, impreso.idioma) == ("completa", "en"):
            raise OSError("sin espacio")
        return "", b"%PDF-1.7"

    monkeypatch.setattr(impresos, "html_y_pdf", dibujo)
    dibujar_version.call(version.pk)
    assert intentos.count(("completa", "en")) == 3
    assert list(vigentes(version)) == [clase for clase in SEIS if clase != ("completa", "en")]
    fallido = Impreso.objects.fallidos().get()
    assert (fallido.edicion, fallido.idioma, fallido.sha256) == ("completa", "en", "")
    assert "OSError: sin espacio" in fallido.fallo
    monkeypatch.setattr(impresos, "html_y_pdf", lambda version, impreso: ("", b"%PDF-1.7"))
    dibujar_version.call(version.pk)
    assert not Impreso.objects.fallidos().exists()


def test_the_database_refuses_to_change_or_forget_a_stored_file(version, sin_motor):
    impreso = archivar(version)
    for cambio in ({"sha256": "0" * 64}, {"archivo": "otro.pdf"}, {"emision": 7}, {"adopcion": {"numero": "1"}}):
        with pytest.raises((InternalError, IntegrityError)), transaction.atomic():
            Impreso.objects.filter(pk=impreso.pk).update(**cambio)
    with pytest.raises((InternalError, IntegrityError)), transaction.atomic():
        Impreso.objects.filter(pk=impreso.pk).delete()


def test_a_lost_file_comes_back_only_if_it_is_the_same(version, sin_motor, monkeypatch):
    impreso = archivar(version)
    impreso.archivo.storage.delete(impreso.archivo.name)
    assert guardar(impreso).archivo.read() == impreso.archivo.read()
    impreso.archivo.storage.delete(impreso.archivo.name)
    monkeypatch.setattr(impresos, "html_y_pdf", lambda version, impreso: ("", b"%PDF-1.7 otra letra"))
    with pytest.raises(OriginalPerdido):
        guardar(impreso)


def test_the_identifier_stored_is_the_one_that_a_reader_finds(version):
    for numero in range(40):  # one in sixteen would hold a carriage return, which a reader changes
        version.sha256 = hashlib.sha256(str(numero).encode()).hexdigest()
        identificador = Impreso(version=version).identificar()
        crudo = bytes.fromhex(identificador).replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        assert bytes(pikepdf.Object.parse(b"(" + crudo + b")")).hex() == identificador


def test_a_version_from_before_the_editions_gets_those_that_it_lacks(version, sin_motor):
    archivar(version)
    completa = hacer_version(hacer_agenda(0, codigo="54001"))
    dibujar_version.call(completa.pk)
    salida = io.StringIO()
    call_command("completar_impresos", stdout=salida)
    assert "1 versiones" in salida.getvalue()
    assert list(vigentes(version)) == SEIS


def test_the_command_writes_the_stored_file(version, tmp_path):
    agenda = version.agenda
    agenda.publicada = version
    agenda.save()
    salida = tmp_path / "agenda.pdf"
    call_command("agenda_pdf", "54518", "2024-2027", "-o", str(salida), stdout=io.StringIO())
    impreso = Impreso.objects.get(sha256=hashlib.sha256(salida.read_bytes()).hexdigest())
    assert (impreso.edicion, impreso.idioma, impreso.emision) == ("completa", "es", 1)
    with pikepdf.open(salida) as pdf:
        assert bytes(pdf.trailer.ID[0]).hex() == impreso.identificador
    eleccion = ["--edicion", "resumen", "--idioma", "en"]
    call_command("agenda_pdf", "54518", "2024-2027", "-o", str(salida), *eleccion, stdout=io.StringIO())
    hallado = Impreso.objects.get(sha256=hashlib.sha256(salida.read_bytes()).hexdigest())
    assert (hallado.edicion, hallado.idioma) == ("resumen", "en")
    with pytest.raises(CommandError):
        call_command("agenda_pdf", "66001", "2024-2027", "-o", str(salida))
