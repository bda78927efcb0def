"""A small town, its people and the real questionnaire: from the reference data, or made here when there is none."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from cuentas.models import Asignacion, Rol, RolFcm, Usuario, Vinculacion
from diagnostico import cuestionario
from diagnostico.apertura import abrir
from diagnostico.models import AccionSugerida, Cuestionario
from fcm_portal.carga.cuestionario import contenido as contenido_de_la_guia
from territorio.models import Categoria, Periodo, Territorio, Tipo

FIXTURES = Path(settings.BASE_DIR) / "fixtures"


def pytest_collection_modifyitems(items):
    """Start from the reference data, without the demonstration."""
    for item in items:
        if "/tests/diagnostico/" in item.path.as_posix() and not item.get_closest_marker("datos"):
            item.add_marker(pytest.mark.datos("referencia"))


@pytest.fixture(scope="session")
def guia() -> dict:
    return yaml.safe_load((FIXTURES / "guia.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def contenido(guia) -> cuestionario.Contenido:
    return cuestionario.leer(contenido_de_la_guia(guia))


@pytest.fixture(scope="session")
def acciones() -> list[AccionSugerida]:
    filas = yaml.safe_load((FIXTURES / "acciones_sugeridas.yaml").read_text(encoding="utf-8"))["acciones"]
    return [
        AccionSugerida(
            slug=fila["slug"],
            orden=fila["orden"],
            titulo=fila["titulo"],
            objetivo=fila["objetivo"],
            modalidad=fila["modalidad"],
            datos=fila,
        )
        for fila in filas
    ]


@pytest.fixture
def publicado(db, guia) -> Cuestionario:
    """The questionnaire of the guide, published."""
    cuestionario.olvidar()
    datos = contenido_de_la_guia(guia)
    fila, _nueva = Cuestionario.objects.get_or_create(
        version=datos["version"], defaults={"contenido": datos, "huella": "0" * 64}
    )
    yield fila
    cuestionario.olvidar()


@pytest.fixture
def sugeridas(db, acciones) -> None:
    """The suggested actions, in the database."""
    if not AccionSugerida.objects.exists():
        AccionSugerida.objects.bulk_create(acciones)


@pytest.fixture
def periodo(db) -> Periodo:
    fila, _nuevo = Periodo.objects.get_or_create(
        nombre="2024-2027", defaults={"desde": dt.date(2024, 1, 1), "hasta": dt.date(2027, 12, 31)}
    )
    return fila


@pytest.fixture
def departamento(db) -> Territorio:
    fila, _nuevo = Territorio.objects.get_or_create(
        codigo="54", defaults={"nombre": "Norte de Santander", "tipo": Tipo.DEPARTAMENTO}
    )
    return fila


@pytest.fixture
def mutiscua(publicado, periodo, departamento) -> Territorio:
    """A town of the sixth category."""
    fila, nueva = Territorio.objects.get_or_create(
        codigo="54480", defaults={"nombre": "Mutiscua", "tipo": Tipo.MUNICIPIO, "departamento": departamento}
    )
    if nueva:
        Categoria.objects.create(territorio=fila, vigencia=2026, categoria="6")
    return Territorio.objects.select_related("departamento").get(pk=fila.pk)


def _persona(correo: str, **datos) -> Usuario:
    return Usuario.objects.create_user(correo, None, **datos)


def _vinculada(correo: str, territorio: Territorio, rol: Rol) -> Usuario:
    usuario = _persona(correo, nombre=correo.split("@")[0].title())
    Vinculacion.objects.create(usuario=usuario, territorio=territorio, rol=rol)
    return usuario


@pytest.fixture
def enlace(mutiscua) -> Usuario:
    return _vinculada("enlace@mutiscua.test", mutiscua, Rol.EDICION)


@pytest.fixture
def responsable(mutiscua) -> Usuario:
    return _vinculada("alcalde@mutiscua.test", mutiscua, Rol.RESPONSABLE)


@pytest.fixture
def lectora(mutiscua) -> Usuario:
    return _vinculada("lectora@mutiscua.test", mutiscua, Rol.LECTURA)


@pytest.fixture
def extrania(db) -> Usuario:
    return _persona("otra@lejos.test")


@pytest.fixture
def asesora(departamento) -> Usuario:
    usuario = _persona("asesora@fcm.test", rol_fcm=RolFcm.ASESOR)
    Asignacion.objects.create(asesor=usuario, territorio=departamento)
    return usuario


@pytest.fixture
def abierto(mutiscua, enlace):
    """An open diagnostic on the short route."""
    return abrir(mutiscua, enlace)
