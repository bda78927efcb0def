"""A small world for the flow: two departments, three towns, nine people, one agenda with its closed diagnostic."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest
from django.utils.timezone import now

from agenda import requisitos
from agenda.flujo import mover
from agenda.models import Accion, Agenda, Eje, Indicador, MetaAnual, Objetivo, Partida
from cuentas.models import Asignacion, Rol, RolFcm, Usuario, Vinculacion
from diagnostico.models import Cuestionario, Diagnostico
from territorio.models import Periodo, Territorio, Tipo


def territorio(codigo: str, nombre: str, tipo=Tipo.MUNICIPIO, departamento=None) -> Territorio:
    """Make a territory."""
    return Territorio.objects.create(codigo=codigo, nombre=nombre, tipo=tipo, departamento=departamento)


def persona(nombre: str, rol_fcm: str = "") -> Usuario:
    """Make a person."""
    return Usuario.objects.create_user(
        f"{nombre}@prueba.co", nombre=nombre, rol_fcm=rol_fcm, cargo=f"Cargo de {nombre}", dependencia="Oficina"
    )


@pytest.fixture
def mundo(db):
    """Give the world as attributes."""
    cauca = territorio("19", "Cauca", Tipo.DEPARTAMENTO)
    huila = territorio("41", "Huila", Tipo.DEPARTAMENTO)
    caldono = territorio("19137", "Caldono", departamento=cauca)
    toribio = territorio("19821", "Toribío", departamento=cauca)
    aipe = territorio("41016", "Aipe", departamento=huila)
    periodo = Periodo.objects.create(nombre="2024-2027", desde=dt.date(2024, 1, 1), hasta=dt.date(2027, 12, 31))
    m = SimpleNamespace(cauca=cauca, huila=huila, caldono=caldono, toribio=toribio, aipe=aipe, periodo=periodo)
    for nombre, rol in (("lectora", Rol.LECTURA), ("enlace", Rol.EDICION), ("responsable", Rol.RESPONSABLE)):
        quien = persona(nombre)
        Vinculacion.objects.create(usuario=quien, territorio=caldono, rol=rol)
        setattr(m, nombre, quien)
    m.extrana = persona("extrana")
    Vinculacion.objects.create(usuario=m.extrana, territorio=aipe, rol=Rol.RESPONSABLE)
    for nombre, donde in (("asesora", cauca), ("colega", cauca), ("lejana", huila)):
        quien = persona(nombre, RolFcm.ASESOR)
        Asignacion.objects.create(asesor=quien, territorio=donde)
        setattr(m, nombre, quien)
    m.parte = persona("parte", RolFcm.ASESOR)
    Asignacion.objects.create(asesor=m.parte, territorio=cauca)
    Vinculacion.objects.create(usuario=m.parte, territorio=caldono, rol=Rol.LECTURA)
    m.coordinacion = persona("coordinacion", RolFcm.COORDINADOR)
    m.agenda = Agenda.objects.create(territorio=caldono, periodo=periodo, objetivo_general="Abrir el café al mundo")
    cuestionario = Cuestionario.objects.create(version="1", contenido={}, huella="0" * 64)
    m.diagnostico = Diagnostico.objects.create(
        territorio=caldono, periodo=periodo, numero=1, cuestionario=cuestionario, cerrado_en=now(), resultado={}
    )
    return m


@pytest.fixture
def plan(mundo):
    """Give the agenda an eje, an objetivo, an action with money, a partner and an indicator."""
    eje = Eje.objects.create(agenda=mundo.agenda, nombre="Café con destino")
    objetivo = Objetivo.objects.create(eje=eje, nombre="Vender afuera")
    accion = Accion.objects.create(
        objetivo=objetivo, nombre="Misión comercial a Trieste", modalidad="cooperacion", temas=["cultura"],
        responsable="Secretaría de Gobierno", inicio=dt.date(2026, 3, 1), fin=dt.date(2027, 6, 30),
    )  # fmt: skip
    Partida.objects.create(accion=accion, anio=2027, fuente="propios", valor=85_000_000, certeza="comprometido")
    indicador = Indicador.objects.create(accion=accion, nombre="Familias vinculadas", unidad="familias", linea_base=112)
    MetaAnual.objects.create(indicador=indicador, anio=2027, valor=300)
    mundo.eje, mundo.objetivo, mundo.accion, mundo.indicador = eje, objetivo, accion, indicador
    return mundo


@pytest.fixture
def sin_faltantes(monkeypatch):
    """Answer that nothing is missing; the list returned can be filled by the test."""
    faltas: list = []
    monkeypatch.setattr(requisitos, "faltas_de", lambda agenda: faltas)
    return faltas


@pytest.fixture
def mover_a(mundo, sin_faltantes):
    """Give a function that makes several moves: ``mover_a("enviar", "tomar")``, each by who makes it."""
    hace = {
        "enviar": mundo.responsable, "retirar": mundo.responsable, "actualizar": mundo.enlace,
        "tomar": mundo.asesora, "soltar": mundo.asesora, "devolver": mundo.asesora, "aprobar": mundo.asesora,
        "retirar_publicacion": mundo.coordinacion, "restituir_publicacion": mundo.coordinacion,
    }  # fmt: skip

    def hacer(*movimientos: str):
        for nombre in movimientos:
            comentario = "Una razón." if nombre in ("devolver", "retirar_publicacion") else ""
            ultima = mover(mundo.agenda, nombre, hace[nombre], comentario)
        return ultima

    return hacer


@pytest.fixture
def entrar(client):
    """Give a function that logs a person in and gives the client."""

    def como(usuario):
        client.force_login(usuario)
        return client

    return como
