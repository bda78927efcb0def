"""An approved agenda, and its stored PDF really drawn, once for each module that asks; nothing of it stays."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import override_settings

from agenda.models import Estado
from agenda.salidas.impresos import archivar
from agenda.salidas.pdf import dibujar_borrador
from tests.documento.fabricas import hacer_agenda, hacer_version


@pytest.fixture(scope="module")
def aprobada(django_db_setup, django_db_blocker, tmp_path_factory):
    """Give an approved agenda: ``agenda``, ``version``, and ``carpeta`` of files."""
    carpeta = tmp_path_factory.mktemp("archivos")
    with override_settings(MEDIA_ROOT=carpeta), django_db_blocker.unblock(), transaction.atomic():
        agenda = hacer_agenda(1)
        version = hacer_version(agenda)
        agenda.publicada, agenda.estado = version, Estado.APROBADA
        agenda.save()
        yield SimpleNamespace(agenda=agenda, version=version, carpeta=carpeta)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def publicado(aprobada, django_db_blocker):
    """Give it with its stored file (``impreso``, ``pdf``) and a draft of one page (``borrador``)."""
    with django_db_blocker.unblock():
        aprobada.impreso = archivar(aprobada.version)
        aprobada.pdf = aprobada.impreso.archivo.open("rb").read()
        aprobada.borrador = dibujar_borrador(aprobada.agenda, edicion="resumen")
    return aprobada


@pytest.fixture
def subir(client):
    """Give a function that sends a file to /verificar/ and gives the answer."""

    def enviar(datos: bytes, nombre: str = "agenda.pdf"):
        return client.post("/verificar/", {"archivo": SimpleUploadedFile(nombre, datos)})

    return enviar
