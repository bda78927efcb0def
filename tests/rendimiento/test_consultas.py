"""A page makes as many queries with ten times the rows: no list asks once per row."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from agenda.models import Accion, Agenda, Indicador
from cuentas.models import Acompanamiento, Rol, Usuario, Vinculacion
from diagnostico.models import Actor, Antecedente, EjePlan
from redes.models import Contraparte, Entrada

pytestmark = pytest.mark.django_db
PEREIRA, PAMPLONA = "66001", "54518"
TOPE = 60  # queries no page may pass, whatever it shows


def multiplicar(filas: QuerySet, veces: int = 10, **cambios: Callable[[int], object]) -> None:
    """Copy rows until there are ten times as many, each with an identity of its own."""
    originales = list(filas)
    assert originales, f"no row of {filas.model.__name__} to copy"
    copias = []
    for vuelta in range(1, veces):
        for original in originales:
            copia = filas.model(
                **{campo.attname: getattr(original, campo.attname) for campo in original._meta.concrete_fields}
            )
            copia.pk = None
            if hasattr(copia, "clave"):
                copia.clave = uuid.uuid4()
            for campo, valor in cambios.items():
                setattr(copia, campo, valor(vuelta * 1000 + len(copias)))
            copias.append(copia)
    filas.model._base_manager.bulk_create(copias)


def mas_personas() -> None:
    """Give Pereira thirty more people."""
    for numero in range(30):
        persona = Usuario.objects.create_user(f"p{numero}@rendimiento.test")
        Vinculacion.objects.create(usuario=persona, territorio_id=PEREIRA, rol=Rol.LECTURA)


def mas_acompanamientos() -> None:
    """Give Pereira thirty requests."""
    for numero in range(30):
        Acompanamiento.objects.create(territorio_id=PEREIRA, asunto=f"Ayuda {numero}", texto="Ayuda")


def mas_acciones() -> None:
    """Give Pereira's agenda ten times its actions and indicators."""
    acciones = Accion.objects.filter(objetivo__eje__agenda__territorio=PEREIRA)
    multiplicar(acciones)
    multiplicar(Indicador.objects.filter(accion__in=acciones))


ENLACE, RESPONSABLE = "enlace@pereira.demo", "responsable@pereira.demo"
ASESORA, COORDINACION = "asesora@fcm.demo", "coordinacion@fcm.demo"
EDITOR = f"/panel/{PEREIRA}/agenda/2024-2027/"
CASOS = {
    "personas": (f"/panel/{PEREIRA}/personas/", RESPONSABLE, mas_personas),
    "acompañamiento": (f"/panel/{PEREIRA}/acompanamiento/", ENLACE, mas_acompanamientos),
    "acompañamientos FCM": ("/revision/acompanamientos/", ASESORA, mas_acompanamientos),
    "gente": ("/gente/", COORDINACION, mas_personas),
    "panel": (f"/panel/{PEREIRA}/", ENLACE, mas_acciones),
    "editor de la agenda": (EDITOR, ENLACE, mas_acciones),
    "enviar": (f"{EDITOR}enviar/", RESPONSABLE, mas_acciones),
    "revisión": ("/revision/", ASESORA, mas_acciones),
    "redes": ("/redes/", "", lambda: multiplicar(Entrada.objects.all(), slug=lambda n: f"red-{n}")),
    "agendas": ("/agendas/", "", None),
    "agenda pública": (f"/agendas/{PAMPLONA}/2024-2027/", "", None),
    "tablero": ("/tablero/", COORDINACION, None),
    "portada": ("/", "", None),
    "actores": (f"/panel/{PEREIRA}/actores/", ENLACE, lambda: multiplicar(Actor.objects.filter(territorio=PEREIRA))),
    "memoria": (
        f"/panel/{PAMPLONA}/memoria/",
        "enlace@pamplona.demo",
        lambda: multiplicar(Antecedente.objects.filter(territorio=PAMPLONA)),
    ),
    "plan": (
        f"/panel/{PEREIRA}/plan-de-desarrollo/",
        ENLACE,
        lambda: multiplicar(EjePlan.objects.filter(territorio=PEREIRA)),
    ),
    "contrapartes": (
        f"/panel/{PEREIRA}/contrapartes/",
        ENLACE,
        lambda: multiplicar(Contraparte.objects.all(), nombre=lambda n: f"Contraparte {n}", entrada_id=lambda n: None),
    ),
}


def consultas(cliente, ruta: str) -> int:
    """Count the queries of one visit."""
    with CaptureQueriesContext(connection) as captura:
        respuesta = cliente.get(ruta)
    assert respuesta.status_code == 200, respuesta.status_code
    return len(captura)


@pytest.mark.parametrize("caso", CASOS)
def test_queries_do_not_grow_with_the_rows(client, caso):
    ruta, correo, crecer = CASOS[caso]
    if correo:
        client.force_login(Usuario.objects.get(email=correo))
    client.get(ruta)  # catalogues and counters are kept from here on
    antes = consultas(client, ruta)
    assert antes <= TOPE
    if crecer:
        assert Agenda.objects.exists()
        crecer()
        assert consultas(client, ruta) <= antes
