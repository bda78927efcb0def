"""Invitations by link."""

import datetime as dt
import re
import uuid

import pytest
import time_machine
from django.core import mail
from django.test import Client

from cuentas.invitaciones import invitar
from cuentas.models import Invitacion, Usuario
from cuentas.vinculos import terminar
from tests.cuentas.mundo import CLAVE, entrar

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]
CUENTA = {"nombre": "Luz", "cargo": "Técnica", "dependencia": "Planeación", "clave": "cafe montaña puente",
          "consentimiento": "on"}  # fmt: skip


def datos(**cambios):
    return {"clave": str(uuid.uuid4()), "email": "luz@pamplona.co", "rol": "edicion", **cambios}


def ruta(enlace):
    return re.search(r"https?://[^/\s]+(/invitacion/[^/\s]+/)", enlace).group(1)


@pytest.fixture
def enlaces(pais, django_capture_on_commit_callbacks):
    """Invite Luz to Pamplona; give the mailed and the handed link."""
    with django_capture_on_commit_callbacks(execute=True):
        _, mano = invitar("c1", "Luz@pamplona.co", pais.alcaldesa, territorio=pais.pamplona, rol="edicion")
    return ruta(mail.outbox[-1].body), ruta(mano)


@pytest.mark.parametrize(
    ("quien", "direccion", "rol"),
    [("alcaldesa", "/panel/54518/personas/", "edicion"), ("coordinadora", "/gente/", "asesor")],
)
def test_one_who_invites_too_many_waits_and_keeps_what_was_typed(pais, settings, quien, direccion, rol):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"invitacion": "2/h/user"}
    cliente = entrar(getattr(pais, quien))
    for n in range(2):
        assert cliente.post(direccion, datos(email=f"p{n}@correo.co", rol=rol)).status_code == 302
    pagina = cliente.post(direccion, datos(email="p3@correo.co", rol=rol)).content.decode()
    assert "Ha enviado muchas invitaciones" in pagina
    assert "p3@correo.co" in pagina
    assert Invitacion.objects.count() == 2


def test_what_one_person_sends_does_not_stop_another(pais, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"invitacion": "1/h/user"}
    for quien, correo in ((pais.alcaldesa, "p1@correo.co"), (pais.coordinadora, "p2@correo.co")):
        assert entrar(quien).post("/panel/54518/personas/", datos(email=correo)).status_code == 302
    assert Invitacion.objects.count() == 2


def test_link_is_shown_to_the_inviter_and_only_its_digest_is_stored(pais, django_capture_on_commit_callbacks):
    cliente = entrar(pais.alcaldesa)
    with django_capture_on_commit_callbacks(execute=True):
        assert cliente.post("/panel/54518/personas/", datos()).status_code == 302
    html = cliente.get("/panel/54518/personas/").content.decode()
    ficha = ruta(html.replace("&amp;", "&")).split("/")[2]
    assert Invitacion.objects.get().huella not in html
    assert Invitacion.objects.get().huella not in ficha
    assert "wa.me" in html
    with time_machine.travel(dt.datetime.now(tz=dt.UTC) + dt.timedelta(minutes=11)):
        assert ficha not in cliente.get("/panel/54518/personas/").content.decode()


def test_the_same_form_twice_invites_once(pais, django_capture_on_commit_callbacks):
    cliente, formulario = entrar(pais.alcaldesa), datos()
    with django_capture_on_commit_callbacks(execute=True):
        cliente.post("/panel/54518/personas/", formulario)
        cliente.post("/panel/54518/personas/", formulario)
    assert Invitacion.objects.count() == 1
    assert [uno.to for uno in mail.outbox] == [["luz@pamplona.co"]]


def test_mailed_link_makes_a_verified_account_and_opens_the_panel(pais, enlaces, client):
    html = client.get(enlaces[0]).content.decode()
    assert "Pamplona, Norte de Santander" in html
    assert "enlace (edición)" in html
    assert client.post(enlaces[0], {**CUENTA, "consentimiento": ""}).status_code == 200
    assert not Usuario.objects.filter(email="luz@pamplona.co").exists()
    assert client.post(enlaces[0], CUENTA)["Location"] == "/panel/54518/"
    assert client.get("/panel/54518/").status_code == 200
    luz = Usuario.objects.get(email="luz@pamplona.co")
    assert luz.vinculaciones.get().rol == "edicion"
    assert luz.consentimientos.count() == 1


def test_handed_link_makes_an_account_that_still_confirms_its_address(pais, enlaces, client):
    assert client.post(enlaces[1], CUENTA)["Location"] == "/cuenta/correo/"
    assert client.get("/panel/54518/").status_code == 302
    entrada = Client().post("/cuenta/entrar/", {"login": "luz@pamplona.co", "password": CUENTA["clave"]})
    assert entrada["Location"] == "/cuenta/correo/"


def test_used_link_does_not_serve_again(pais, enlaces, client):
    client.post(enlaces[0], CUENTA)
    assert client.get(enlaces[0])["Location"] == "/panel/54518/"
    assert Client().get(enlaces[1]).status_code == 410
    assert entrar(pais.nueva).post(enlaces[1]).status_code == 410


def test_existing_account_joins_after_login(pais, client, django_capture_on_commit_callbacks):
    _, mano = invitar("c2", "nueva@correo.co", pais.alcaldesa, territorio=pais.pamplona, rol="lectura")
    html = client.get(ruta(mano)).content.decode()
    assert "Ya tiene una cuenta" in html
    entrada = client.post(f"/cuenta/entrar/?next={ruta(mano)}", {"login": "nueva@correo.co", "password": CLAVE})
    assert entrada["Location"] == ruta(mano)
    assert not pais.nueva.vinculaciones.exists()
    assert client.post(ruta(mano))["Location"] == "/panel/54518/"
    assert pais.nueva.vinculaciones.get().rol == "lectura"


def test_wrong_person_sees_a_clear_page_and_gets_nothing(pais, enlaces):
    cliente = entrar(pais.extrana)
    for respuesta in (cliente.get(enlaces[0]), cliente.post(enlaces[0])):
        assert respuesta.status_code == 403
        assert "Esta invitación es para otra persona" in respuesta.content.decode()
    assert pais.extrana.vinculaciones.count() == 1


def test_expired_revoked_and_broken_links(pais, enlaces, client):
    assert client.get(enlaces[0][:-5] + "xxxx/").status_code == 404
    assert client.get("/invitacion/nada/").status_code == 404
    with time_machine.travel(dt.datetime.now(tz=dt.UTC) + dt.timedelta(days=15)):
        assert "venció" in client.get(enlaces[0]).content.decode()
    pk = Invitacion.objects.get().pk
    entrar(pais.alcaldesa).post(f"/panel/54518/personas/invitaciones/{pk}/anular/")
    respuesta = client.post(enlaces[0], CUENTA)
    assert respuesta.status_code == 410
    assert not Usuario.objects.filter(email="luz@pamplona.co").exists()


def test_who_left_cannot_come_back_through_an_old_link(pais, enlaces, client):
    assert terminar(pais.alcaldesa.vinculaciones.get(), pais.coordinadora) == ""
    assert client.post(enlaces[0], CUENTA).status_code == 410


def test_only_the_responsable_and_the_coordination_invite(pais):
    for quien, codigo in ((pais.enlace, 403), (pais.lectora, 403), (pais.asesora, 403), (pais.extrana, 404)):
        assert entrar(quien).post("/panel/54518/personas/", datos()).status_code == codigo
    assert entrar(pais.coordinadora).post("/panel/54518/personas/", datos()).status_code == 302
    assert Invitacion.objects.count() == 1


def test_invitation_to_the_fcm(pais, client):
    cliente = entrar(pais.coordinadora)
    assert cliente.post("/gente/", datos(rol="asesor", email="nuevo@fcm.co")).status_code == 302
    mano = ruta(cliente.get("/gente/").content.decode().replace("&amp;", "&"))
    client.post(mano, CUENTA)
    assert Usuario.objects.get(email="nuevo@fcm.co").rol_fcm == "asesor"


def test_nobody_can_forge_a_role_or_a_territory(pais):
    cliente = entrar(pais.alcaldesa)
    assert cliente.post("/panel/54518/personas/", datos(rol="coordinador")).status_code == 200
    assert cliente.post("/gente/", datos(rol="asesor")).status_code == 403
    assert not Invitacion.objects.exists()
