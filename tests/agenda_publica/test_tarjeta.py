"""The picture of a published agenda: for whom, of which version, kept by browsers, and gone when it is withdrawn."""

from __future__ import annotations

import io
import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from agenda.models import Version
from agenda.publicado.tarjeta import componer_tarjeta
from tests.agenda_publica.test_publica import otra_publicada, publicada  # noqa: F401

pytestmark = pytest.mark.datos("nada")
PAGINA = "/agendas/19137/2024-2027/"
TARJETA = f"{PAGINA}tarjeta.png"


@pytest.fixture(autouse=True)
def _sin_memoria():
    """Forget the pictures of an earlier test."""
    cache.clear()


@pytest.mark.parametrize("movimientos", [(), ("enviar",), ("enviar", "tomar"), ("enviar", "tomar", "devolver")])
def test_a_draft_has_no_picture(plan, mover_a, client, movimientos):
    mover_a(*movimientos) if movimientos else None
    for url in (TARJETA, f"{PAGINA}v1/tarjeta.png"):
        assert client.get(url).status_code == 404


def test_anyone_gets_the_picture_of_an_approved_agenda(publicada, client):  # noqa: F811
    respuesta = client.get(TARJETA)
    assert respuesta.headers["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(respuesta.content)).size == (1200, 630)
    assert len(respuesta.content) <= 100 * 1024
    assert client.get(f"{PAGINA}v1/tarjeta.png").content == respuesta.content


def test_it_says_what_the_frozen_document_says(publicada):  # noqa: F811
    tarjeta = componer_tarjeta(Version.objects.get().contenido, demostracion=True)
    assert (tarjeta.sobre, tarjeta.titulo, tarjeta.bajo) == ("Agenda Estratégica 2024–2027", "Caldono", "Cauca")
    assert tarjeta.encendidos == ("19137",)
    assert ("1", "acción") in tarjeta.cifras
    assert "DEMOSTRACIÓN" in tarjeta.demostracion


def test_a_browser_that_has_it_is_not_sent_it_again(publicada, client):  # noqa: F811
    respuesta = client.get(TARJETA)
    assert "public" in respuesta.headers["Cache-Control"]
    otra = client.get(TARJETA, headers={"if-none-match": respuesta.headers["ETag"]})
    assert (otra.status_code, otra.content) == (304, b"")


def test_it_is_drawn_once(publicada, client, monkeypatch):  # noqa: F811
    client.get(TARJETA)
    monkeypatch.setattr("agenda.views.tarjeta.dibujar", lambda tarjeta: pytest.fail("drawn again"))
    assert client.get(TARJETA).status_code == 200


def test_withdrawn_answers_410_with_the_reason(publicada, mover_a, client):  # noqa: F811
    mover_a("retirar_publicacion")
    for url in (TARJETA, f"{PAGINA}v1/tarjeta.png"):
        respuesta = client.get(url)
        assert respuesta.status_code == 410
        assert "Una razón." in respuesta.content.decode()


def test_page_names_the_picture_of_its_version_and_one_address(publicada, mover_a, client):  # noqa: F811
    def de(url: str, patron: str) -> str:
        return re.search(patron, client.get(url).content.decode())[1]

    imagen, canonica = r'og:image" content="[a-z]+://[^/]+([^"]+)"', r'canonical" href="[a-z]+://[^/]+([^"]+)"'
    assert de(PAGINA, imagen) == de(f"{PAGINA}v1/", imagen) == f"{PAGINA}v1/tarjeta.png"
    assert de(PAGINA, canonica) == de(f"{PAGINA}v1/", canonica) == PAGINA
    mover_a("actualizar", "enviar", "tomar", "aprobar")
    assert de(PAGINA, imagen) == f"{PAGINA}v2/tarjeta.png"
    assert de(f"{PAGINA}v1/", canonica) == f"{PAGINA}v1/"


def test_page_says_its_day_and_how_to_share_it(publicada, client):  # noqa: F811
    pagina = client.get(PAGINA).content.decode()
    assert re.search(r"Publicada el \d+ de [a-z]+ de \d{4} · versión 1", pagina)
    mensaje = "Agenda%20Estrat%C3%A9gica%20de%20Caldono%2C%20Cauca%202024%E2%80%932027"
    assert f"https://wa.me/?text={mensaje}%20http" in pagina


def test_queries_of_the_picture_do_not_grow(publicada, client):  # noqa: F811
    def consultas() -> int:
        cache.clear()
        with CaptureQueriesContext(connection) as hechas:
            assert client.get(TARJETA).status_code == 200
        return len(hechas)

    pocas = consultas()
    for i in range(5):
        otra_publicada(publicada, i)
    assert consultas() == pocas <= 5
