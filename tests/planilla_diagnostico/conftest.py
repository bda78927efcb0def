"""Mutiscua fills its diagnostic in a spreadsheet: people and an open diagnostic."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cuentas.models import Asignacion, Rol, RolFcm, Usuario, Vinculacion
from diagnostico.apertura import abrir
from guardado.models import Recepcion
from territorio.models import Territorio

PAGINA = "/panel/54480/diagnostico/1/planilla/"


def pytest_collection_modifyitems(items):
    """Start from the reference data, without the demonstration."""
    for item in items:
        if "/tests/planilla_diagnostico/" in item.path.as_posix() and not item.get_closest_marker("datos"):
            item.add_marker(pytest.mark.datos("referencia"))


@pytest.fixture
def mutiscua(db) -> Territorio:
    return Territorio.objects.select_related("departamento").get(pk="54480")


def persona(correo: str, territorio=None, rol=Rol.EDICION, **datos) -> Usuario:
    usuario = Usuario.objects.create_user(correo, None, nombre=correo.split("@")[0].title(), **datos)
    if territorio:
        Vinculacion.objects.create(usuario=usuario, territorio=territorio, rol=rol)
    return usuario


@pytest.fixture
def enlace(mutiscua) -> Usuario:
    return persona("marta@mutiscua.test", mutiscua)


@pytest.fixture
def otro(mutiscua) -> Usuario:
    return persona("jairo@mutiscua.test", mutiscua)


@pytest.fixture
def lectora(mutiscua) -> Usuario:
    return persona("lucia@mutiscua.test", mutiscua, Rol.LECTURA)


@pytest.fixture
def asesora(mutiscua) -> Usuario:
    usuario = persona("asesora@fcm.test", rol_fcm=RolFcm.ASESOR)
    Asignacion.objects.create(asesor=usuario, territorio=mutiscua.departamento)
    return usuario


@pytest.fixture
def abierto(mutiscua, enlace):
    """An open diagnostic on the short route."""
    return abrir(mutiscua, enlace)


@pytest.fixture
def bajar(client, enlace, abierto):
    """Download the workbook as the enlace."""

    def hacer(quien=enlace, pagina: str = PAGINA) -> bytes:
        client.force_login(quien)
        respuesta = client.get(f"{pagina}planilla.xlsx")
        assert respuesta.status_code == 200
        return respuesta.content

    return hacer


@pytest.fixture
def subir(client, enlace, abierto):
    """Upload a workbook as the enlace and give the page that follows, as text."""

    def hacer(datos: bytes, quien=enlace, pagina: str = PAGINA) -> str:
        client.force_login(quien)
        subido = SimpleUploadedFile("planilla.xlsx", datos)
        return client.post(pagina, {"planilla": subido}, follow=True).content.decode()

    return hacer


@pytest.fixture
def aceptar(client, enlace):
    """Accept what the last workbook proposes: all that comes marked, or what is said."""

    def hacer(quien=enlace, **datos) -> str:
        client.force_login(quien)
        recepcion = Recepcion.objects.first()
        cuerpo = datos or {"hacer": "todo"}
        return client.post(f"{PAGINA}{recepcion.clave}/", cuerpo, follow=True).content.decode()

    return hacer
