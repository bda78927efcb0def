"""Hand-made territories, agendas and agreements for the public pages. Nothing else is in the database."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.cache import cache
from django.utils.timezone import now

from agenda.models import Agenda, Version
from diagnostico.models import Cuestionario, Diagnostico
from guia.catalogo import olvidar
from territorio.models import Periodo, Territorio


@pytest.fixture(autouse=True)
def _sin_memoria():
    """Forget what an earlier test left drawn."""
    cache.clear()
    olvidar()
    yield
    cache.clear()
    olvidar()


class Pais:
    """A small country of one department."""

    def __init__(self):
        self.periodo, _creado = Periodo.objects.get_or_create(
            nombre="2024-2027", defaults={"desde": dt.date(2024, 1, 1), "hasta": dt.date(2027, 12, 31)}
        )
        self.departamento = Territorio.objects.create(codigo="90", nombre="Prueba", tipo="departamento")
        self.cuestionario = Cuestionario.objects.create(version="prueba", contenido={})

    def municipio(self, codigo: str, nombre: str, **datos) -> Territorio:
        """Make a municipality with a place on the map."""
        lugar = {"latitud": 4.5, "longitud": -74.0, "poblacion": 20_000, "tipo": "municipio", **datos}
        return Territorio.objects.create(codigo=codigo, nombre=nombre, departamento=self.departamento, **lugar)

    def diagnostico(self, territorio: Territorio) -> Diagnostico:
        """Open a diagnostic."""
        return Diagnostico.objects.create(
            territorio=territorio, periodo=self.periodo, numero=1, cuestionario=self.cuestionario
        )

    def agenda(self, territorio: Territorio, estado: str = "borrador", **datos) -> Agenda:
        """Begin an agenda in a state that needs no reviewer."""
        return Agenda.objects.create(territorio=territorio, periodo=self.periodo, estado=estado, **datos)

    def publicada(self, territorio: Territorio, objetivo: str = "Vender café", estado: str = "aprobada") -> Agenda:
        """Make an agenda with a version in force."""
        agenda = self.agenda(territorio, estado, objetivo_general="Texto de trabajo que nadie debe leer")
        agenda.publicada = Version.objects.create(
            agenda=agenda,
            numero=1,
            contenido={"textos": {"titulo": "Café con destino", "objetivo_general": objetivo}},
            sha256=territorio.pk.zfill(64),
            resultado="aprobada",
            acta={},
            aprobada_en=now(),
        )
        agenda.save()
        return agenda


@pytest.fixture
def pais_pequeno(db) -> Pais:
    """Give the small country."""
    return Pais()
