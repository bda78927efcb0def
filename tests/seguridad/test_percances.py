"""What goes wrong, in hostile hands: strange hosts while closed, markup that comes back, a switch written by hand."""

from __future__ import annotations

import json
import re

import pytest
from django.contrib.messages import get_messages
from django.core.cache import cache
from django.test import Client

from diagnostico.models import Actor
from fcm_portal.percances import mantenimiento
from guardado.formularios import firmar_autor
from tests.seguridad.mundo import gente  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]
NUEVO = "/panel/54518/actores/nuevo/"
MARCADO = "\"'></textarea><script>alert(1)</script><img src=x onerror=alert(1)> y más"


@pytest.fixture
def interruptor(settings, tmp_path):
    archivo = tmp_path / "mantenimiento.json"
    settings.PORTAL_MANTENIMIENTO = str(archivo)
    return archivo


def con_token(usuario=None) -> tuple[Client, str]:
    client = Client(enforce_csrf_checks=True)
    if usuario:
        client.force_login(usuario)
    pagina = client.get("/cuenta/crear/" if usuario is None else NUEVO).content.decode()
    return client, re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', pagina).group(1)


@pytest.mark.parametrize("donde", ["valor", "nombre", "direccion"])
def test_markup_in_what_was_typed_comes_back_as_text(interruptor, gente, donde):  # noqa: F811
    client, token = con_token(gente["enlace"])
    datos = {"csrfmiddlewaretoken": token, "nombre": "con blancos y todo"}
    ruta = NUEVO
    if donde == "direccion":
        ruta = f"{NUEVO}?x={MARCADO}"
    else:
        datos |= {"nombre": MARCADO} if donde == "valor" else {MARCADO: "uno dos"}
    mantenimiento.encender("un rato")
    respuesta = client.post(ruta, datos)
    texto = respuesta.content.decode()
    assert respuesta.status_code == 503
    assert "Aquí está lo que usted escribió" in texto
    assert "<script>alert" not in texto
    assert "<img src=x" not in texto
    assert "unsafe" not in respuesta["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("cabeceras", "formularios"), [({}, ["/cuenta/crear/"]), ({"HTTP_ORIGIN": "http://malo.example"}, [])]
)
def test_a_strange_host_while_closed_is_never_written_in_the_page(interruptor, cabeceras, formularios):
    client, token = con_token()
    mantenimiento.encender("un rato")
    datos = {"csrfmiddlewaretoken": token, "nombre": "uno dos"}
    respuesta = client.post("/cuenta/crear/", datos, HTTP_HOST="malo.example", **cabeceras)
    assert respuesta.status_code == 503
    assert "malo.example" not in respuesta.content.decode()
    assert re.findall(r'<form method="post" action="([^"]*)"', respuesta.content.decode()) == formularios


@pytest.mark.parametrize(
    "contenido",
    ['{"hasta": "2026-11-23T10:00"}', '{"hasta": "mañana"}', '{"hasta": 7}', "[]", "null", "{", "\udcff",
     '{"hasta": "9999-12-31T23:59"}', '{"hasta": "0001-01-01T00:00"}', '{"mensaje": null}'],
)  # fmt: skip
def test_a_switch_written_by_hand_closes_and_breaks_nothing(interruptor, client, contenido):
    interruptor.write_bytes(contenido.encode("utf-8", "surrogateescape"))
    respuesta = client.get("/")
    assert respuesta.status_code == 503
    assert int(respuesta["Retry-After"]) >= 30


def test_the_hour_written_by_hand_is_that_of_the_country(interruptor):
    interruptor.write_text(json.dumps({"hasta": "2026-11-23T10:00"}))
    assert mantenimiento.leer().hasta.isoformat() == "2026-11-23T10:00:00-05:00"


def test_without_cookies_the_text_is_promised_once(gente):  # noqa: F811
    sin_cookies = Client(enforce_csrf_checks=True)
    autor = firmar_autor(gente["enlace"])
    respuesta = sin_cookies.post(NUEVO, {"organizacion": "uno dos", "autor": autor})
    assert respuesta["Location"].startswith("/cuenta/entrar/?next=")
    assert len(list(get_messages(respuesta.wsgi_request))) == 1
    assert not Actor.objects.filter(organizacion="uno dos").exists()


@pytest.mark.parametrize("consulta", ["a" * 3900, "pamplna " * 450, "hermanameinto " * 250, "%", "a e i o u " * 300])
def test_a_hostile_search_is_cut_and_comes_back_as_text(client, consulta):
    cache.clear()
    texto = client.get("/buscar/", {"q": consulta + MARCADO}).content.decode()
    assert "<script>alert" not in texto
    assert len(re.search(r'id="id_q" name="q" value="([^"]*)"', texto).group(1)) <= 100 * 6
