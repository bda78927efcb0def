"""A town, two colleagues and a row with fields of every kind."""

import pytest

from agenda.models import Accion, Agenda, Eje, Objetivo
from cuentas.models import Rol, Usuario, Vinculacion
from territorio.models import Periodo, Territorio


@pytest.fixture
def pueblo(db):
    departamento, _ = Territorio.objects.get_or_create(
        codigo="99", defaults={"nombre": "Departamento de Prueba", "tipo": "departamento"}
    )
    return Territorio.objects.create(codigo="99999", nombre="Pueblo", tipo="municipio", departamento=departamento)


@pytest.fixture
def ana(pueblo):
    usuario = Usuario.objects.create_user("ana@pueblo.test", "una-clave-larga", nombre="Ana")
    Vinculacion.objects.create(usuario=usuario, territorio=pueblo, rol=Rol.EDICION)
    return usuario


@pytest.fixture
def beto(pueblo):
    usuario = Usuario.objects.create_user("beto@pueblo.test", "una-clave-larga", nombre="Beto")
    Vinculacion.objects.create(usuario=usuario, territorio=pueblo, rol=Rol.EDICION)
    return usuario


@pytest.fixture
def agenda(pueblo):
    periodo, _ = Periodo.objects.get_or_create(
        nombre="2024-2027", defaults={"desde": "2024-01-01", "hasta": "2027-12-31"}
    )
    return Agenda.objects.create(territorio=pueblo, periodo=periodo)


@pytest.fixture
def accion(agenda):
    eje = Eje.objects.create(agenda=agenda, nombre="Eje uno")
    objetivo = Objetivo.objects.create(eje=eje, nombre="Objetivo uno")
    return Accion.objects.create(objetivo=objetivo, nombre="Acción uno", responsable="Planeación")
