"""People of the tests of the registers: Alicia of Pamplona, Carlos of Pereira, and two advisors of the FCM."""

from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cuentas.models import Asignacion, Rol, RolFcm, Usuario, Vinculacion


def entrar(nombre, codigo="", rol=Rol.EDICION, rol_fcm="", asignado=""):
    """Give a browser in which a person is logged in; ``usuario`` hangs on it."""
    usuario = Usuario.objects.create_user(f"{nombre}@prueba.co", rol_fcm=rol_fcm)
    if codigo:
        Vinculacion.objects.create(usuario=usuario, territorio_id=codigo, rol=rol)
    if asignado:
        Asignacion.objects.create(asesor=usuario, territorio_id=asignado)
    cliente = Client()
    cliente.force_login(usuario)
    cliente.usuario = usuario
    return cliente


@pytest.fixture
def gente(db, settings, tmp_path):
    """Alicia edits Pamplona, Luz reads it, Carlos edits Pereira; Ana and Bea advise Norte de Santander; Dora, Huila."""
    settings.MEDIA_ROOT = tmp_path
    return SimpleNamespace(
        alicia=entrar("alicia", "54518"),
        luz=entrar("luz", "54518", Rol.LECTURA),
        carlos=entrar("carlos", "66001"),
        ana=entrar("ana", rol_fcm=RolFcm.ASESOR, asignado="54"),
        bea=entrar("bea", rol_fcm=RolFcm.ASESOR, asignado="54"),
        dora=entrar("dora", rol_fcm=RolFcm.ASESOR, asignado="41"),
        nadie=Client(),
    )


def pdf(nombre="acuerdo.pdf", contenido=b"%PDF-1.4\nacuerdo"):
    """Give a document as a browser uploads it."""
    return SimpleUploadedFile(nombre, contenido)
