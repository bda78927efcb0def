"""The same thing sent twice at the same moment, with real commits: one row, one answer, no error page."""

from __future__ import annotations

import threading
import uuid

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from agenda.models import Accion, Agenda, Eje, Indicador, Objetivo, Sugerencia
from agenda.sugeridas import diagnostico_de, propuestas
from cuentas.invitaciones import invitar
from cuentas.models import Acompanamiento, Asignacion, Invitacion, Rol, RolFcm, Solicitud, Usuario, Vinculacion
from diagnostico.apertura import abrir
from diagnostico.cierre import cerrar
from diagnostico.models import Actor, Diagnostico, Evidencia
from guardado.huella import huella
from guardado.models import Desencuentro
from guia.catalogo import catalogo
from redes.models import Contraparte
from territorio.models import Territorio

PUEBLO, PERIODO = "54261", "2024-2027"
pytestmark = [pytest.mark.datos("referencia"), pytest.mark.django_db(transaction=True)]


def a_la_vez(*envios: tuple[Usuario | None, str, dict], errores: set[int] = frozenset()) -> list:
    """Send every form at the same moment, each from a browser of its own; give the answers, none an error page."""
    barrera = threading.Barrier(len(envios))
    respuestas: list = [None] * len(envios)

    def enviar(n: int, persona: Usuario, ruta: str, datos: dict) -> None:
        try:
            navegador = Client(raise_request_exception=False)
            if persona:
                navegador.force_login(persona)
            barrera.wait(timeout=20)
            respuestas[n] = navegador.post(ruta, datos)
        finally:
            connections.close_all()

    hilos = [threading.Thread(target=enviar, args=(n, *envio)) for n, envio in enumerate(envios)]
    for hilo in hilos:
        hilo.start()
    for hilo in hilos:
        hilo.join(timeout=60)
    estados = [respuesta.status_code for respuesta in respuestas]
    assert all(estado < 400 or estado in errores for estado in estados), estados
    return respuestas


def dos_veces(persona: Usuario, ruta: str, datos: dict) -> list:
    """Send one form three times at once: an impatient double click and one more."""
    return a_la_vez(*[(persona, ruta, datos)] * 3)


@pytest.fixture
def responsable() -> Usuario:
    persona = Usuario.objects.create_user("responsable@vez.test")
    Vinculacion.objects.create(usuario=persona, territorio_id=PUEBLO, rol=Rol.RESPONSABLE)
    return persona


@pytest.fixture
def enlace() -> Usuario:
    persona = Usuario.objects.create_user("enlace@vez.test")
    Vinculacion.objects.create(usuario=persona, territorio_id=PUEBLO, rol=Rol.EDICION)
    return persona


@pytest.fixture
def coordinadora() -> Usuario:
    return Usuario.objects.create_user("coordina@vez.test", rol_fcm=RolFcm.COORDINADOR)


@pytest.fixture
def agenda(responsable) -> Agenda:
    diagnostico = abrir(Territorio.objects.get(pk=PUEBLO), responsable)
    diagnostico.respuestas.update(valor="no")
    cerrar(diagnostico, responsable)
    return Agenda.objects.create(territorio_id=PUEBLO, periodo_id=PERIODO)


@pytest.fixture
def accion(agenda) -> Accion:
    eje = Eje.objects.create(agenda=agenda, nombre="Eje", orden=1)
    objetivo = Objetivo.objects.create(eje=eje, nombre="Objetivo", orden=1)
    return Accion.objects.create(objetivo=objetivo, nombre="Acción", orden=1)


def editor(nombre: str, *resto, **consulta) -> str:
    ruta = reverse(nombre, args=[PUEBLO, PERIODO, *resto])
    return ruta + ("?" + "&".join(f"{clave}={valor}" for clave, valor in consulta.items()) if consulta else "")


def test_opening_a_diagnostic(responsable, enlace):
    ruta = reverse("diagnostico", args=[PUEBLO])
    a_la_vez((responsable, ruta, {"ruta": "corta"}), (enlace, ruta, {"ruta": "completa"}), (enlace, ruta, {}))
    diagnostico = Diagnostico.objects.get(territorio=PUEBLO)
    assert diagnostico.respuestas.count() == 35


def test_beginning_an_agenda(responsable, enlace):
    ruta = editor("agenda_comenzar")
    a_la_vez((responsable, ruta, {}), (enlace, ruta, {}), (enlace, ruta, {}))
    assert Agenda.objects.filter(territorio=PUEBLO).count() == 1


def test_two_editors_on_one_field(responsable, enlace, accion):
    ruta = editor("accion", accion.clave)
    visto = huella(accion.nombre)
    a_la_vez(
        (responsable, ruta, {"nombre": "Uno", "visto-nombre": visto}),
        (enlace, ruta, {"nombre": "Dos", "visto-nombre": visto}),
    )
    accion.refresh_from_db()
    perdido = Desencuentro.objects.get(campo="nombre")
    assert {accion.nombre, perdido.valor} == {"Uno", "Dos"}


def test_two_editors_on_two_fields_both_keep(responsable, enlace, accion):
    ruta = editor("accion", accion.clave)
    vacio = huella("")
    a_la_vez(
        (responsable, ruta, {"descripcion": "Uno", "visto-descripcion": vacio}),
        (enlace, ruta, {"responsable": "Planeación", "visto-responsable": vacio}),
    )
    accion.refresh_from_db()
    assert (accion.descripcion, accion.responsable) == ("Uno", "Planeación")
    assert not Desencuentro.objects.exists()


def test_new_rows_of_the_agenda(enlace, accion):
    eje, objetivo = accion.objetivo.eje, accion.objetivo
    dos_veces(enlace, editor("agenda_eje_nuevo"), {"clave": uuid.uuid4(), "nombre": "Otro eje"})
    dos_veces(
        enlace, editor("agenda_objetivo_nuevo", eje=eje.clave), {"clave": uuid.uuid4(), "nombre": "Otro objetivo"}
    )
    dos_veces(
        enlace,
        editor("agenda_accion_nueva", objetivo=objetivo.clave),
        {"clave": uuid.uuid4(), "nombre": "Otra", "modalidad": "redes-internacionales"},
    )
    assert (Eje.objects.count(), Objetivo.objects.count(), Accion.objects.count()) == (2, 2, 2)
    dos_veces(enlace, editor("agenda_fila", "accion", accion.clave, "duplicar"), {"clave": uuid.uuid4()})
    assert Accion.objects.count() == 3


@pytest.mark.parametrize("coleccion", ["hitos", "tramites", "presupuesto", "indicadores", "aliados"])
def test_new_rows_of_an_action(enlace, accion, coleccion):
    contraparte = Contraparte.objects.create(territorio_id=PUEBLO, nombre="Ciudad", tipo="gobierno-local")
    datos = {
        "clave": uuid.uuid4(), "nombre": "Fila", "unidad": "número", "anio": 2026, "fuente": "propios",
        "valor": "1.000", "certeza": "comprometido", "moneda": "COP", "quien": f"contraparte:{contraparte.clave}",
        "rol": "par", "etapa": "identificada", "estado": "pendiente", "sentido": "aumenta", "acumulacion": "anual",
        "fecha": "2026-05-01",
    }  # fmt: skip
    datos |= {f"nueva-{campo}": valor for campo, valor in datos.items()}
    dos_veces(enlace, editor("agenda_filas", accion.clave, coleccion), datos)
    relacion = {"presupuesto": "partidas"}.get(coleccion, coleccion)
    assert getattr(accion, relacion).count() == 1


def test_a_suggestion_accepted_by_two_people(responsable, enlace, agenda):
    slug = propuestas(agenda, diagnostico_de(agenda))[0].plantilla.slug
    ruta = editor("agenda_sugerencia", slug)
    a_la_vez(*[(persona, ruta, {"decision": "aceptar", "indicador": "1"}) for persona in (responsable, enlace, enlace)])
    assert (Accion.objects.count(), Sugerencia.objects.count(), Eje.objects.count()) == (1, 1, 1)
    assert Indicador.objects.count() <= 1


def test_new_rows_of_the_territory(enlace):
    actor = {"clave": uuid.uuid4(), "grupo": "gobierno-local", "organizacion": "Alcaldía"}
    actor["grupo"] = next(iter(catalogo().grupos_actores))
    dos_veces(enlace, reverse("actor_nuevo", args=[PUEBLO]), actor)
    assert Actor.objects.count() == 1
    contraparte = {"clave": uuid.uuid4(), "nombre": "Ciudad", "tipo": "gobierno-local", "pais": "ES"}
    dos_veces(enlace, reverse("contraparte_nueva", args=[PUEBLO]), contraparte)
    assert Contraparte.objects.filter(territorio=PUEBLO).count() == 1


def test_evidence(enlace):
    diagnostico = abrir(Territorio.objects.get(pk=PUEBLO), enlace)
    ruta = reverse("evidencia_nueva", args=[PUEBLO, diagnostico.respuestas.first().clave])
    dos_veces(enlace, ruta, {"clave": uuid.uuid4(), "titulo": "Acta", "enlace": "https://ejemplo.co/"})
    assert Evidencia.objects.count() == 1


def test_closing_a_diagnostic(responsable, enlace):
    diagnostico = abrir(Territorio.objects.get(pk=PUEBLO), enlace)
    diagnostico.respuestas.update(valor="si")
    ruta = reverse("diagnostico_revisar", args=[PUEBLO])
    a_la_vez((responsable, ruta, {}), (enlace, ruta, {}))
    assert Diagnostico.objects.get().cerrado_en


def test_requests(enlace):
    dos_veces(
        enlace, reverse("acompanamientos", args=[PUEBLO]), {"clave": uuid.uuid4(), "asunto": "Ayuda", "texto": "Ayuda"}
    )
    assert Acompanamiento.objects.count() == 1
    dos_veces(enlace, reverse("solicitar_vinculacion"), {"territorio": "54518", "rol": Rol.EDICION, "mensaje": "Hola"})
    assert Solicitud.objects.count() == 1


def test_inviting_and_assigning(responsable, coordinadora):
    invita = {"clave": uuid.uuid4(), "email": "nueva@vez.test", "rol": Rol.EDICION}
    dos_veces(responsable, reverse("personas", args=[PUEBLO]), invita)
    assert Invitacion.objects.count() == 1
    asesora = Usuario.objects.create_user("asesora@vez.test", rol_fcm=RolFcm.ASESOR)
    dos_veces(coordinadora, reverse("asignar", args=[asesora.pk]), {"territorio": "54"})
    assert Asignacion.objects.count() == 1


def test_an_invitation_used_by_two_people(responsable):
    territorio = Territorio.objects.get(pk=PUEBLO)
    _invitacion, enlace_ = invitar(str(uuid.uuid4()), "x@vez.test", responsable, territorio=territorio, rol=Rol.LECTURA)
    ruta = "/" + enlace_.split("/", 3)[3]
    una, otra = Usuario.objects.create_user("x@vez.test"), Usuario.objects.create_user("z@vez.test")
    a_la_vez((una, ruta, {}), (una, ruta, {}), (otra, ruta, {}), errores={403})
    assert Vinculacion.objects.exclude(usuario=responsable).count() == 1


def test_a_new_account_twice(db):
    clave = "Una-clave-larga-2026"
    datos = {"nombre": "Ana", "cargo": "Profesional", "dependencia": "Planeación", "email": "ana@vez.test"}
    datos |= {"password1": clave, "password2": clave, "consentimiento": "on"}
    dos_veces(None, reverse("account_signup"), datos)
    assert Usuario.objects.filter(email="ana@vez.test").count() == 1
