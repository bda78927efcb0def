"""The FCM: assignments, step 5, second factor; and forgetting a person."""

import uuid

import pghistory.models
import pgtrigger
import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.apps import apps
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import InternalError, connection, transaction
from django.test import override_settings

from cuentas.models import Acompanamiento, Asignacion, Solicitud, Usuario
from tests.cuentas.mundo import CLAVE, entrar

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]


def test_coordination_assigns_and_takes_away(pais):
    cliente, url = entrar(pais.coordinadora), f"/gente/{pais.otro_asesor.pk}/"
    assert "Todo el departamento" not in cliente.get(url).content.decode()
    assert "Nariño" in cliente.get(f"{url}?q=narino").content.decode()
    for _ in range(2):
        cliente.post(f"{url}asignar/", {"territorio": "25483"})
    assert entrar(pais.otro_asesor).get("/panel/25483/").status_code == 200
    pk = Asignacion.objects.get(asesor=pais.otro_asesor, territorio="25483").pk
    cliente.post(f"{url}asignaciones/{pk}/quitar/")
    assert entrar(pais.otro_asesor).get("/panel/25483/").status_code == 404
    assert cliente.post(f"{url}asignar/", {"territorio": "99"}).status_code == 404
    assert cliente.get(f"/gente/{pais.enlace.pk}/").status_code == 404
    assert entrar(pais.asesora).post(f"{url}asignar/", {"territorio": "25483"}).status_code == 403


def test_coordination_takes_somebody_out_of_the_fcm_but_not_herself(pais):
    cliente = entrar(pais.coordinadora)
    cliente.post(f"/gente/{pais.asesora.pk}/retirar/")
    cliente.post(f"/gente/{pais.coordinadora.pk}/retirar/")
    assert Usuario.objects.get(pk=pais.asesora.pk).rol_fcm == ""
    assert not pais.asesora.asignaciones.exists()
    assert Usuario.objects.get(pk=pais.coordinadora.pk).es_coordinador


def test_step_5_is_asked_once_and_answered_once(pais, django_capture_on_commit_callbacks):
    cliente = entrar(pais.enlace)
    datos = {"clave": str(uuid.uuid4()), "asunto": "Hermanarnos", "texto": "No sabemos {{ 7*7 }} <script>"}
    with django_capture_on_commit_callbacks(execute=True):
        cliente.post("/panel/54518/acompanamiento/", datos)
        cliente.post("/panel/54518/acompanamiento/", datos)
    pedido = Acompanamiento.objects.get()
    assert [uno.to for uno in mail.outbox] == [["asesora@fcm.co"]]
    url = f"/revision/acompanamientos/{pedido.clave}/"
    asesora = entrar(pais.asesora)
    assert "Hermanarnos" in asesora.get("/revision/acompanamientos/").content.decode()
    assert "&lt;script&gt;" in asesora.get(url).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        asesora.post(url, {"respuesta": "Empiecen por aquí"})
        asesora.post(url, {"respuesta": "Otra"})
    assert [uno.to for uno in mail.outbox[1:]] == [["enlace@pamplona.co"]]
    html = cliente.get("/panel/54518/acompanamiento/").content.decode()
    assert "Empiecen por aquí" in html
    assert "{{ 7*7 }}" in html


def test_step_5_of_others_does_not_exist(pais):
    pedido = Acompanamiento.objects.create(territorio=pais.pamplona, asunto="a", texto="b", pedido_por=pais.enlace)
    url = f"/revision/acompanamientos/{pedido.clave}/"
    assert entrar(pais.otro_asesor).get(url).status_code == 404
    assert entrar(pais.otro_asesor).post(url, {"respuesta": "x"}).status_code == 404
    assert entrar(pais.alcaldesa).get(url).status_code == 403
    assert entrar(pais.extrana).get("/panel/54518/acompanamiento/").status_code == 404
    nuevo = {"clave": str(uuid.uuid4()), "asunto": "a", "texto": "b"}
    assert entrar(pais.lectora).post("/panel/54518/acompanamiento/", nuevo).status_code == 403
    assert entrar(pais.asesora).post("/panel/54518/acompanamiento/", nuevo).status_code == 403
    assert entrar(pais.lectora).get("/panel/54518/acompanamiento/").status_code == 200
    ajena = {"clave": str(pedido.clave), "asunto": "c", "texto": "d"}
    entrar(pais.extrana).post("/panel/52001/acompanamiento/", ajena)
    assert Acompanamiento.objects.count() == 1


@override_settings(PORTAL_MFA_FCM=True)
def test_second_factor_is_required_of_the_fcm_only(pais):
    asesora = entrar(pais.asesora)
    assert asesora.get("/revision/acompanamientos/")["Location"] == "/cuenta/dos-pasos/activar/"
    assert entrar(pais.coordinadora).get("/admin/")["Location"] == "/cuenta/dos-pasos/activar/"
    assert entrar(pais.enlace).get("/panel/54518/").status_code == 200
    assert asesora.post("/cuenta/salir/").status_code == 302


def codigo(secreto):
    return format_hotp_value(hotp_value(secreto, next(iter(yield_hotp_counters_from_time()))))


@override_settings(PORTAL_MFA_FCM=True)
def test_second_factor_is_set_up_asked_and_kept(pais, client):
    client.post("/cuenta/entrar/", {"login": "asesora@fcm.co", "password": CLAVE})
    pagina = client.get("/cuenta/dos-pasos/activar/", follow=True)
    if pagina.redirect_chain:
        client.post(pagina.redirect_chain[-1][0], {"password": CLAVE})
        pagina = client.get("/cuenta/dos-pasos/activar/")
    secreto = pagina.context["form"].secret
    assert client.post("/cuenta/dos-pasos/activar/", {"code": "000000"}).status_code == 200
    assert client.post("/cuenta/dos-pasos/activar/", {"code": codigo(secreto)}).status_code == 302
    for ruta in ("/cuenta/dos-pasos/", "/cuenta/dos-pasos/respaldo/", "/cuenta/dos-pasos/respaldo/nuevos/",
                 "/cuenta/dos-pasos/desactivar/", "/revision/acompanamientos/"):  # fmt: skip
        assert client.get(ruta).status_code == 200, ruta
    client.post("/cuenta/dos-pasos/desactivar/")
    assert Authenticator.objects.filter(user=pais.asesora, type="totp").exists()
    client.post("/cuenta/salir/")
    respuesta = client.post("/cuenta/entrar/", {"login": "asesora@fcm.co", "password": CLAVE})
    assert respuesta["Location"].startswith("/cuenta/dos-pasos/codigo/")
    assert client.get(respuesta["Location"]).status_code == 200
    assert client.get("/revision/acompanamientos/")["Location"].startswith("/cuenta/entrar/")


def test_anybody_may_use_a_second_factor(pais, client):
    secreto = generate_totp_secret()
    TOTP.activate(pais.enlace, secreto)
    client.post("/cuenta/entrar/", {"login": "enlace@pamplona.co", "password": CLAVE})
    assert client.post("/cuenta/dos-pasos/codigo/", {"code": "123"}).status_code == 200
    assert client.post("/cuenta/dos-pasos/codigo/", {"code": codigo(secreto)})["Location"] == "/entrada/"


@pytest.fixture
def auditoria(pais):
    """Make sure the triggers of the audit are there (a base made without migrations lacks them)."""
    pghistory.models.Context.install_pgh_attach_context_func()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_trigger WHERE tgname LIKE 'pgtrigger_append_only%%' LIMIT 1")
        falta = cursor.fetchone() is None
    if falta:
        pgtrigger.install()


def test_forgetting_a_person_blanks_the_audit_too_and_nothing_else_can(pais, auditoria, caplog):
    persona = pais.enlace
    persona.nombre, persona.telefono = "Ana Gómez", "300 000 0000"
    persona.save()
    Solicitud.objects.create(usuario=persona, territorio=pais.pasto, mensaje="Soy Ana")
    cliente = entrar(persona)
    eventos = apps.get_model("cuentas", "UsuarioEvent").objects.filter(pgh_obj_id=persona.pk)
    assert eventos.filter(nombre="Ana Gómez").exists()
    with pytest.raises(InternalError), transaction.atomic():
        eventos.update(nombre="")
    call_command("olvidar_persona", "ENLACE@pamplona.co", "--si")
    persona.refresh_from_db()
    assert (persona.nombre, persona.telefono, persona.is_active) == ("", "", False)
    assert "pamplona.co" not in persona.email
    assert not eventos.exclude(nombre="", telefono="", cargo="").exists()
    assert not eventos.filter(email__contains="pamplona.co").exists()
    assert not apps.get_model("cuentas", "SolicitudEvent").objects.exclude(mensaje="").exists()
    assert cliente.get("/panel/54518/").status_code == 302
    assert "olvidar_persona" in caplog.text
    assert eventos.order_by("pgh_id").last().pgh_context.metadata["orden"] == "olvidar_persona"
    with pytest.raises(InternalError), transaction.atomic():
        eventos.delete()


def test_forgetting_nobody_says_so(pais):
    with pytest.raises(CommandError, match="No hay ninguna cuenta"):
        call_command("olvidar_persona", "nadie@x.co", "--si")
