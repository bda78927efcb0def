"""Closed for a while, or without a database: 503 to everybody, and nothing of what was typed is lost."""

import html
import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import OperationalError, connections
from django.test import Client

from cuentas.models import Usuario
from diagnostico.models import Actor
from fcm_portal.percances import mantenimiento

pytestmark = pytest.mark.datos("nada")
NUEVO = "/panel/66001/actores/nuevo/"


@pytest.fixture(autouse=True)
def interruptor(settings, tmp_path):
    """Give each test a switch of its own."""
    settings.PORTAL_MANTENIMIENTO = str(tmp_path / "mantenimiento.json")
    return Path(settings.PORTAL_MANTENIMIENTO)


def leer_formulario(texto: str) -> tuple[str, dict]:
    """Give address and fields of the form that a page shows to send again, as a browser would send it."""
    formulario = re.search(r'<form method="post".*?</form>', texto, re.S).group()
    datos: dict[str, list] = {}
    for etiqueta in re.findall(r"<input[^>]*>", formulario):
        nombre, valor = re.search(r'name="([^"]*)"', etiqueta), re.search(r'value="([^"]*)"', etiqueta)
        if nombre and valor and 'type="hidden"' in etiqueta:
            datos.setdefault(html.unescape(nombre.group(1)), []).append(html.unescape(valor.group(1)))
    for nombre, valor in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\n(.*?)</textarea>', formulario, re.S):
        datos.setdefault(nombre, []).append(html.unescape(valor))
    return html.unescape(re.search(r'action="([^"]*)"', formulario).group(1)), datos


def con_token(usuario, ruta: str) -> tuple[Client, dict]:
    """Give a browser that checks tokens, and the hidden fields of the form of a page."""
    navegador = Client(enforce_csrf_checks=True)
    navegador.force_login(usuario)
    cuerpo = navegador.get(ruta).content.decode()
    principal = cuerpo[cuerpo.index("<main") :].replace('<form method="post"', '<form method="post" action=""', 1)
    return navegador, leer_formulario(principal)[1]


def test_the_command_turns_the_switch_for_everybody(interruptor, capsys):
    call_command("mantenimiento", encender="vuelve a las 10 p. m.", minutos=45)
    assert "cerrado: vuelve a las 10 p. m." in capsys.readouterr().out
    respuesta = Client().get("/guia/")
    assert respuesta.status_code == 503
    assert 2640 <= int(respuesta["Retry-After"]) <= 2700
    texto = respuesta.content.decode()
    assert "Vuelve a las 10 p. m." in texto
    assert "Escribir a " in texto
    assert "frame-ancestors 'none'" in respuesta["Content-Security-Policy"]
    assert respuesta["X-Frame-Options"] == "DENY"
    call_command("mantenimiento", apagar=True)
    assert not interruptor.exists()
    assert "abierto" in capsys.readouterr().out


@pytest.mark.django_db
def test_health_answers_while_closed_and_everything_answers_after(interruptor):
    interruptor.write_text("no es JSON")  # an operator without the command: the file is enough
    assert Client().get("/salud/").status_code == 200
    assert Client().get("/privacidad/").status_code == 503
    mantenimiento.apagar()
    assert Client().get("/privacidad/").status_code == 200


def test_each_asker_gets_a_fitting_answer():
    mantenimiento.encender("vuelve mañana")
    campo = Client().post("/panel/54518/actores/", {"x": "1"}, headers={"HX-Request": "true"})
    assert (campo.status_code, campo.content, campo["Retry-After"]) == (503, b"", "300")
    datos = Client().get("/agendas/54518/2024-2027.json")
    assert datos.status_code == 503
    assert datos.json() == {"estado": "no disponible", "mensaje": "vuelve mañana"}
    assert Client().get("/", headers={"Accept": "application/json"})["Content-Type"] == "application/json"


@pytest.mark.django_db
@pytest.mark.datos("demostracion")
def test_what_was_typed_comes_back_and_is_saved_when_it_is_sent_again():
    navegador, ocultos = con_token(Usuario.objects.get(email="enlace@pereira.demo"), NUEVO)
    habia = Actor.objects.count()
    nombre = 'Cámara de "Comercio" <b>de</b> Pamplona & cía.'
    datos = ocultos | {"grupo": "adel", "organizacion": nombre, "compromiso": "Dos líneas\r\nde texto"}
    mantenimiento.encender("vuelve a las 10 p. m.")
    respuesta = navegador.post(NUEVO, datos)
    texto = respuesta.content.decode()
    assert respuesta.status_code == 503
    assert "Enviar otra vez" in texto
    assert "<b>de</b>" not in texto
    assert html.escape(nombre) in texto
    assert Actor.objects.count() == habia
    mantenimiento.apagar()
    direccion, otra_vez = leer_formulario(texto)
    assert direccion == NUEVO
    assert navegador.post(direccion, otra_vez).status_code == 302
    actor = Actor.objects.get(organizacion=nombre)
    assert actor.compromiso.splitlines() == ["Dos líneas", "de texto"]


def test_several_values_of_a_field_files_and_the_query_come_back():
    mantenimiento.encender("")
    from django.core.files.uploadedfile import SimpleUploadedFile

    archivo = SimpleUploadedFile("acta.pdf", b"%PDF-1.4")
    datos = {"temas": ["turismo", "educacion"], "texto": "una frase larga", "acta": archivo}
    texto = Client().post("/x/?paso=2&de=a%20b", datos).content.decode()
    direccion, otra_vez = leer_formulario(texto)
    assert direccion == "/x/?paso=2&de=a%20b"
    assert otra_vez["temas"] == ["turismo", "educacion"]
    assert 'enctype="multipart/form-data"' in texto
    assert re.search(r'<input type="file"[^>]* name="acta"', texto)
    assert "%PDF" not in texto


def test_another_site_cannot_have_its_form_sent_with_a_good_token():
    mantenimiento.encender("")
    ajeno = Client(enforce_csrf_checks=True)
    texto = ajeno.post(
        "/panel/54518/personas/", {"email": "malo@x.co", "mensaje": "texto del atacante"}
    ).content.decode()
    assert "atacante" not in texto
    assert "malo@x.co" not in texto
    assert "<form" not in texto
    assert "Vuelva atrás con su navegador" in texto


@pytest.mark.parametrize(
    "datos",
    [
        {"login": "ana@x.co", "password": "mi clave secreta"},
        {"code": "123 456", "texto": "una frase"},
        {"texto": "palabra " * 30_000},
        {f"campo{n}": "una frase" for n in range(501)},
    ],
    ids=["password", "code", "too long", "too many"],
)
def test_secrets_and_excesses_are_not_shown(datos):
    mantenimiento.encender("")
    texto = Client().post("/cuenta/entrar/", datos).content.decode()
    assert "Enviar otra vez" not in texto
    assert "secreta" not in texto
    assert len(texto) < 10_000


def test_an_address_that_looks_like_another_host_is_never_an_action():
    mantenimiento.encender("")
    texto = Client().post("/x", {"texto": "una frase"}, PATH_INFO="//malo.example/x").content.decode()
    assert 'action="/%2Fmalo.example/x"' in texto
    assert 'href="//' not in texto


def _sin_base(monkeypatch):
    def cae(*args, **kwargs):
        raise OperationalError("could not connect to server")

    connections["default"].close()
    for nombre in ("get_new_connection", "ensure_connection", "cursor"):
        monkeypatch.setattr(type(connections["default"]), nombre, cae)


@pytest.mark.django_db(transaction=True)
@pytest.mark.datos("demostracion")
def test_without_a_database_the_answer_is_the_same_and_the_text_stays(monkeypatch):
    navegador, ocultos = con_token(Usuario.objects.get(email="enlace@pereira.demo"), NUEVO)
    navegador.raise_request_exception = False
    with monkeypatch.context() as parche:
        _sin_base(parche)
        visita = navegador.get("/panel/66001/")
        envio = navegador.post(NUEVO, ocultos | {"grupo": "adel", "organizacion": "Universidad del Otún"})
        campo = navegador.post(NUEVO, ocultos, headers={"HX-Request": "true"})
        salud = navegador.get("/salud/")
    assert (visita.status_code, envio.status_code, campo.status_code, salud.status_code) == (503, 503, 503, 503)
    assert visita["Retry-After"] == envio["Retry-After"] == "30"
    assert campo.content == b""
    assert "No podemos leer ni guardar" in visita.content.decode()
    direccion, otra_vez = leer_formulario(envio.content.decode())
    assert otra_vez["organizacion"] == ["Universidad del Otún"]
    assert navegador.post(direccion, otra_vez).status_code == 302
    assert Actor.objects.filter(organizacion="Universidad del Otún").exists()
