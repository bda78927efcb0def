"""The world of the flow, and stored PDFs that nobody had to draw."""

from __future__ import annotations

import hashlib

import pytest
from django.core.files.base import ContentFile
from django.utils.timezone import now

from agenda.models import Agenda, Impreso, Version
from territorio.models import Territorio
from tests.agenda_flujo.mundo import entrar, mover_a, mundo, plan, sin_faltantes  # noqa: F401


@pytest.fixture(autouse=True)
def carpeta(settings, tmp_path):
    """Keep the files of each test apart."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def publicar(agenda: Agenda, numero: int = 1, datos: bytes | None = b"%PDF-1.7 de prueba") -> Version:
    """Approve a version of an agenda, with a stored PDF (None: not drawn yet)."""
    version = Version.objects.create(
        agenda=agenda, numero=numero, contenido={"de": agenda.pk, "n": numero}, acta={}, resultado="aprobada",
        sha256=hashlib.sha256(f"{agenda.pk} {numero}".encode()).hexdigest(), aprobada_en=now(),
    )  # fmt: skip
    if datos is not None:
        guardar_pdf(version, datos)
    Agenda.objects.filter(pk=agenda.pk).update(publicada=version)
    return version


def guardar_pdf(version: Version, datos: bytes, emision: int = 1, **cambios) -> Impreso:
    """Store a PDF of a version."""
    impreso = Impreso(
        version=version, emision=emision, sha256=hashlib.sha256(datos).hexdigest(), hecho_en=now(), **cambios
    )
    impreso.identificador = impreso.identificar()
    impreso.archivo.save("x.pdf", ContentFile(datos), save=False)
    impreso.save()
    return impreso


def otro_pueblo(m, codigo: str, nombre: str, estado: str = "aprobada", departamento=None) -> Agenda:
    """Make an agenda of another town."""
    donde = departamento or m.cauca
    pueblo = Territorio.objects.create(codigo=codigo, nombre=nombre, tipo="municipio", departamento=donde)
    return Agenda.objects.create(territorio=pueblo, periodo=m.periodo, estado=estado)


@pytest.fixture
def en_fondo(django_capture_on_commit_callbacks):
    """Give a context in which what is asked for is done when it closes, as the worker would."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
