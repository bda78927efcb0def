"""Keeping a self-check: it becomes of whoever opens the account, nobody else reads it, a diagnostic starts from it."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils.timezone import now

from cuentas.models import Rol, Usuario, Vinculacion
from cuentas.olvido import olvidar
from diagnostico.apertura import abrir
from diagnostico.autodiagnostico.conservar import POR_PERSONA
from diagnostico.cierre import cerrar
from diagnostico.models import Autodiagnostico, Respuesta
from tests.diagnostico.expres_en_la_red import CUANTAS, NO, SI, VERSION, A, resultado, texto

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]
MUTISCUA = "54480"
CLAVE = "cafe montaña puente"
ALTA = {
    "nombre": "Ana Gómez", "cargo": "Profesional", "dependencia": "Planeación", "email": "ana@mutiscua.test",
    "password1": CLAVE, "password2": CLAVE, "consentimiento": "on",
}  # fmt: skip
MEZCLA = f"{VERSION}.sn{'p' * (CUANTAS - 2)}"


def guardar(client, codigo=NO, territorio=MUTISCUA):
    return client.post(f"{A}conservar/", {"r": codigo, "t": territorio})


def de(usuario, **datos) -> Autodiagnostico:
    return Autodiagnostico.objects.create(
        persona=usuario, cuestionario_id=VERSION, respuestas={"p1-1": "si", "p1-2": "no"}, **datos
    )


def test_from_visitor_to_owner_through_sign_up(client, extrania, django_capture_on_commit_callbacks):
    respuesta = guardar(client, MEZCLA)
    propio = Autodiagnostico.objects.get()
    pagina = f"{A}conservado/{propio.clave}/"
    assert respuesta["Location"].startswith("/cuenta/crear/?next=")
    assert propio.persona is None
    assert propio.territorio_id == MUTISCUA
    assert propio.respuestas["p1-1"] == "si"
    assert propio.respuestas["p1-2"] == "no"
    assert len(propio.respuestas) == CUANTAS
    assert "Guardamos sus respuestas" in client.get(respuesta["Location"]).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/cuenta/crear/", ALTA | {"next": pagina})
    ana = Usuario.objects.get(email="ana@mutiscua.test")
    propio.refresh_from_db()
    assert propio.persona == ana  # before the address is confirmed: that may happen in another browser
    enlace = re.search(r"https?://[^/\s]+(/\S+)", mail.outbox[-1].body).group(1)
    assert client.post(enlace)["Location"] == pagina
    leido = texto(client.get(pagina))
    assert "Está guardado en su cuenta" in leido
    assert "Pedir entrar a Mutiscua" in leido
    for lugar in ("/cuenta/", "/cuenta/solicitar/"):
        assert pagina in client.get(lugar).content.decode()


def test_the_address_confirmed_in_another_browser_loses_nothing(client, extrania, django_capture_on_commit_callbacks):
    guardar(client)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/cuenta/crear/", ALTA)
    otro = Client()
    otro.post(re.search(r"https?://[^/\s]+(/\S+)", mail.outbox[-1].body).group(1))
    entrada = otro.post("/cuenta/entrar/", {"login": "ana@mutiscua.test", "password": CLAVE})
    assert entrada.status_code == 302
    assert f"{A}conservado/" in otro.get("/cuenta/").content.decode()


def test_who_has_an_account_takes_it_by_logging_in(client, extrania):
    guardar(client)
    client.force_login(extrania)
    assert Autodiagnostico.objects.get().persona == extrania


def test_logged_in_it_is_kept_at_once_and_twice_is_once(client, extrania):
    client.force_login(extrania)
    primera, segunda = guardar(client), guardar(client)
    propio = Autodiagnostico.objects.get(persona=extrania)
    assert primera["Location"] == segunda["Location"] == f"{A}conservado/{propio.clave}/"


def test_a_visitor_who_clicks_twice_leaves_one(client):
    guardar(client), guardar(client)
    assert Autodiagnostico.objects.count() == 1


def test_nobody_else_sees_it_nor_deletes_it(client, extrania, enlace):
    propio = de(extrania)
    pagina = f"{A}conservado/{propio.clave}/"
    assert client.get(pagina)["Location"].startswith("/cuenta/entrar/")
    client.force_login(enlace)
    for metodo, direccion in (("get", pagina), ("get", f"{pagina}borrar/"), ("post", f"{pagina}borrar/")):
        assert getattr(client, metodo)(direccion).status_code == 404
    assert Autodiagnostico.objects.filter(pk=propio.pk).exists()


def test_one_that_waits_for_its_account_is_seen_by_nobody(client, enlace):
    guardar(client)
    propio = Autodiagnostico.objects.get()
    otra = Client()
    otra.force_login(enlace)
    assert otra.get(f"{A}conservado/{propio.clave}/").status_code == 404


def test_its_owner_deletes_it_after_being_asked(client, extrania):
    propio = de(extrania)
    client.force_login(extrania)
    assert "no se puede recuperar" in texto(client.get(f"{A}conservado/{propio.clave}/borrar/"))
    assert client.post(f"{A}conservado/{propio.clave}/borrar/")["Location"] == "/cuenta/"
    assert not Autodiagnostico.objects.exists()


def test_what_nobody_claims_in_thirty_days_goes(client, extrania):
    viejo, ajeno = de(None, creado_en=now() - timedelta(days=31)), de(extrania, creado_en=now() - timedelta(days=900))
    reciente = de(None, creado_en=now() - timedelta(days=29))
    guardar(client, SI)
    quedan = set(Autodiagnostico.objects.values_list("pk", flat=True))
    assert viejo.pk not in quedan
    assert {ajeno.pk, reciente.pk} < quedan


def test_a_person_keeps_a_few(client, extrania):
    for dia in range(POR_PERSONA):
        de(extrania, creado_en=now() - timedelta(days=dia + 1))
    client.force_login(extrania)
    guardar(client, SI)
    propios = Autodiagnostico.objects.de(extrania)
    assert propios.count() == POR_PERSONA
    assert propios.first().respuestas["p1-1"] == "si"


def test_forgetting_a_person_deletes_theirs(extrania, enlace):
    de(extrania), de(enlace)
    olvidar(extrania)
    assert [propio.persona for propio in Autodiagnostico.objects.all()] == [enlace]


def test_too_many_from_one_network_are_told_to_wait(client, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"autodiagnostico": "2/h/ip"}
    for codigo in (SI, NO):
        assert guardar(client, codigo)["Location"].startswith("/cuenta/crear/")
    respuesta = guardar(client, MEZCLA)
    assert respuesta["Location"] == resultado(MEZCLA, MUTISCUA)
    assert "Espere unos minutos" in client.get(respuesta["Location"]).content.decode()
    assert Autodiagnostico.objects.count() == 2


@pytest.mark.parametrize("codigo", ["", "x", f"{VERSION}.sss", f"{VERSION}.{'-' * CUANTAS}"])
def test_what_is_not_a_whole_self_check_is_not_kept(client, codigo):
    assert guardar(client, codigo).status_code in (302, 404)
    assert not Autodiagnostico.objects.exists()


def test_a_diagnostic_starts_from_it_once_with_answers_to_confirm(client, enlace, mutiscua, sugeridas):
    client.force_login(enlace)
    guardar(client, MEZCLA)
    propio = Autodiagnostico.objects.get()
    panel = f"/panel/{MUTISCUA}/diagnostico/"
    assert "Ir al diagnóstico" in texto(client.get(f"{A}conservado/{propio.clave}/"))
    assert "Empezar con las respuestas de mi autodiagnóstico" in texto(client.get(panel))
    client.post(panel, {"ruta": "corta", "autodiagnostico": "1"})
    diagnostico = mutiscua.diagnosticos.get()
    copiadas = diagnostico.respuestas.filter(por_confirmar=True)
    assert {fila.clave: fila.valor for fila in copiadas} == propio.respuestas
    assert not diagnostico.respuestas.filter(por_confirmar=False).exclude(valor="").exists()
    propio.refresh_from_db()
    assert propio.usado_en == diagnostico
    assert "ya empezó el diagnóstico" in texto(client.get(f"{A}conservado/{propio.clave}/"))
    cerrar(diagnostico, enlace)
    assert "mi autodiagnóstico" not in texto(client.get(panel))


def test_while_a_diagnostic_is_open_it_does_not_promise_to_begin_one(client, enlace, abierto, mutiscua):
    propio = de(enlace, territorio=mutiscua)
    client.force_login(enlace)
    leido = texto(client.get(f"{A}conservado/{propio.clave}/"))
    assert "ya tiene un diagnóstico abierto" in leido
    assert "Puede empezar" not in leido


def test_without_ticking_it_the_diagnostic_starts_empty(client, enlace, mutiscua):
    de(enlace, territorio=mutiscua)
    client.force_login(enlace)
    client.post(f"/panel/{MUTISCUA}/diagnostico/", {"ruta": "corta"})
    assert not Respuesta.objects.filter(diagnostico__territorio=mutiscua).exclude(valor="").exists()


def test_over_an_earlier_diagnostic_it_changes_its_answers_and_leaves_what_else_was_written(enlace, mutiscua):
    anterior = abrir(mutiscua, enlace)
    anterior.respuestas.filter(clave="p1-1").update(valor="no_aplica", razon_no_aplica="Nunca", observacion="Vea")
    anterior.respuestas.filter(clave="p2-1").update(valor="si")
    cerrar(anterior, enlace)
    nuevo = abrir(mutiscua, enlace, desde=de(enlace, territorio=mutiscua))
    una, otra = nuevo.respuestas.get(clave="p1-1"), nuevo.respuestas.get(clave="p2-1")
    assert (una.valor, una.razon_no_aplica, una.observacion, una.por_confirmar) == ("si", "", "Vea", True)
    assert (otra.valor, otra.por_confirmar) == ("si", True)


def test_it_serves_one_diagnostic_only(enlace, mutiscua):
    propio = de(enlace)
    cerrado = abrir(mutiscua, enlace, desde=propio)
    cerrar(cerrado, enlace)
    cerrado.respuestas.all().update(valor="")
    otra_vez = abrir(mutiscua, enlace, desde=propio)
    assert not otra_vez.respuestas.exclude(valor="").exists()


def test_it_is_offered_only_for_its_town_or_when_none_was_said(client, enlace, mutiscua):
    de(enlace, territorio_id="54518")
    client.force_login(enlace)
    panel = f"/panel/{MUTISCUA}/diagnostico/"
    assert "mi autodiagnóstico" not in texto(client.get(panel))
    de(enlace)
    assert "mi autodiagnóstico" in texto(client.get(panel))


def test_who_only_reads_is_offered_nothing(client, lectora, mutiscua):
    propio = de(lectora, territorio=mutiscua)
    client.force_login(lectora)
    assert "mi autodiagnóstico" not in texto(client.get(f"/panel/{MUTISCUA}/diagnostico/"))
    leido = texto(client.get(f"{A}conservado/{propio.clave}/"))
    assert "Ir al diagnóstico" not in leido
    assert "Solo usted lo ve" in leido


def test_a_link_given_later_opens_the_way(client, extrania, mutiscua):
    de(extrania, territorio=mutiscua)
    client.force_login(extrania)
    Vinculacion.objects.create(usuario=extrania, territorio=mutiscua, rol=Rol.EDICION)
    assert "Empezar con las respuestas de mi autodiagnóstico" in texto(client.get(f"/panel/{MUTISCUA}/diagnostico/"))
