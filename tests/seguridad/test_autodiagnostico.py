"""The self-check kept without an account: whose it becomes, and what it does not tell about who has an account."""

from __future__ import annotations

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from cuentas.models import Usuario
from diagnostico.models import Autodiagnostico
from tests.diagnostico.expres_en_la_red import NO, SI, A

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]
CLAVE = "cafe montaña puente"


def alta(client, correo: str):
    datos = {"nombre": "Ana Gómez", "cargo": "Profesional", "dependencia": "Planeación", "email": correo,
             "password1": CLAVE, "password2": CLAVE, "consentimiento": "on"}  # fmt: skip
    return client.post("/cuenta/crear/", datos)


def conservar(client, codigo: str = NO) -> str:
    return client.post(f"{A}conservar/", {"r": codigo})["Location"]


@pytest.fixture
def conocida(db) -> Usuario:
    return Usuario.objects.create_user("conocida@malo.test", password=CLAVE, nombre="Quien ya tiene cuenta")


def test_keeping_again_does_not_tell_whether_an_address_has_an_account(conocida):
    iguales = []
    for correo in (conocida.email, "nadie@malo.test"):
        curioso = Client()
        antes = conservar(curioso)
        assert alta(curioso, correo).status_code == 302
        iguales.append(antes == conservar(curioso))
    assert iguales == [True, True]


def test_who_wrote_the_address_wrong_keeps_it_with_the_next_account(client):
    conservar(client)
    alta(client, "ana@mutiscua.tset")
    alta(client, "ana@mutiscua.test")
    assert Autodiagnostico.objects.get().persona.email == "ana@mutiscua.test"


def test_the_next_person_to_sign_up_here_takes_theirs_and_not_that_of_who_waits_for_a_mail(client):
    conservar(client, NO)
    alta(client, "primera@pueblo.test")
    conservar(client, SI)
    alta(client, "segunda@pueblo.test")
    de_quien = {fila.persona.email: set(fila.respuestas.values()) for fila in Autodiagnostico.objects.all()}
    assert de_quien == {"primera@pueblo.test": {"no"}, "segunda@pueblo.test": {"si"}}


def test_once_somebody_entered_nobody_takes_it_in_the_same_browser(client):
    conservar(client)
    alta(client, "ana@mutiscua.test")
    ana = Usuario.objects.get(email="ana@mutiscua.test")
    Client().force_login(ana)  # confirmed in her telephone
    alta(client, "otra@pueblo.test")
    assert Autodiagnostico.objects.get().persona == ana


def test_who_finds_somebody_elses_in_their_account_is_told(client, conocida):
    conservar(client)
    from cuentas.altas import marcar_correo

    marcar_correo(conocida, verificado=True)
    respuesta = client.post("/cuenta/entrar/", {"login": conocida.email, "password": CLAVE})
    assert any("Si no es suyo" in str(mensaje) for mensaje in get_messages(respuesta.wsgi_request))
    assert "autodiagnosticos" not in client.session


def test_a_planted_key_takes_nothing_that_has_an_owner(client, conocida):
    Client().force_login(conocida)
    ajeno = Autodiagnostico.objects.create(
        persona=Usuario.objects.get(pk=conocida.pk), cuestionario_id=NO.split(".")[0], respuestas={"p1-1": "si"}
    )
    sesion = client.session
    sesion["autodiagnosticos"] = [str(ajeno.clave)]
    sesion.save()
    alta(client, "mala@malo.test")
    ajeno.refresh_from_db()
    assert ajeno.persona == conocida


def test_an_address_without_its_last_bar_keeps_the_answers(client):
    respuesta = client.get(f"{A.rstrip('/')}?r={NO}")
    assert respuesta["Location"].endswith(f"{A}?r={NO}")
