"""A small country: two departments, three towns, their people, an advisor, a coordinator and a stranger."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.test import Client

from cuentas.altas import crear_cuenta
from cuentas.models import Asignacion, Rol, RolFcm, Usuario, Vinculacion
from territorio.models import Periodo, Territorio, Tipo

CLAVE = "tres-palabras-sueltas"


def persona(correo: str, nombre: str = "", **datos) -> Usuario:
    return crear_cuenta(correo, CLAVE, verificado=True, nombre=nombre or correo.split("@")[0], **datos)


def vincular(usuario: Usuario, territorio: Territorio, rol: str) -> Vinculacion:
    return Vinculacion.objects.create(usuario=usuario, territorio=territorio, rol=rol)


def entrar(usuario: Usuario) -> Client:
    cliente = Client()
    cliente.force_login(usuario)
    return cliente


@pytest.fixture
def pais(db) -> SimpleNamespace:
    """Give the towns and the people."""
    cache.clear()
    Periodo.objects.create(nombre="2024-2027", desde=dt.date(2024, 1, 1), hasta=dt.date(2027, 12, 31))
    norte = Territorio.objects.create(codigo="54", nombre="Norte de Santander", tipo=Tipo.DEPARTAMENTO)
    narino = Territorio.objects.create(codigo="52", nombre="Nariño", tipo=Tipo.DEPARTAMENTO)
    cundinamarca = Territorio.objects.create(codigo="25", nombre="Cundinamarca", tipo=Tipo.DEPARTAMENTO)

    def pueblo(codigo, nombre, departamento):
        return Territorio.objects.create(codigo=codigo, nombre=nombre, tipo=Tipo.MUNICIPIO, departamento=departamento)

    m = SimpleNamespace(
        norte=norte,
        narino=narino,
        pamplona=pueblo("54518", "Pamplona", norte),
        pamplonita=pueblo("54520", "Pamplonita", norte),
        pasto=pueblo("52001", "Pasto", narino),
        narino_cun=pueblo("25483", "Nariño", cundinamarca),
        alcaldesa=persona("alcaldesa@pamplona.co"),
        enlace=persona("enlace@pamplona.co"),
        lectora=persona("lectora@pamplona.co"),
        extrana=persona("extrana@pasto.co"),
        nueva=persona("nueva@correo.co"),
        asesora=persona("asesora@fcm.co", rol_fcm=RolFcm.ASESOR),
        otro_asesor=persona("otro@fcm.co", rol_fcm=RolFcm.ASESOR),
        coordinadora=persona("coordinadora@fcm.co", rol_fcm=RolFcm.COORDINADOR),
    )
    vincular(m.alcaldesa, m.pamplona, Rol.RESPONSABLE)
    vincular(m.enlace, m.pamplona, Rol.EDICION)
    vincular(m.lectora, m.pamplona, Rol.LECTURA)
    vincular(m.extrana, m.pasto, Rol.RESPONSABLE)
    Asignacion.objects.create(asesor=m.asesora, territorio=norte)
    Asignacion.objects.create(asesor=m.otro_asesor, territorio=m.pasto)
    return m
