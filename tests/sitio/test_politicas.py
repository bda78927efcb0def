"""The policies: version, date, whether the Federation confirmed them, and what Ley 1581 asks them to say."""

import re

import pytest

from cuentas.consentimiento import TEXTO, VERSION_TEXTO
from fcm_portal.models import PoliticaConfirmada

pytestmark = pytest.mark.django_db
RUTAS = {"terminos": "/terminos/", "privacidad": "/privacidad/", "derechos_autor": "/derechos-de-autor/"}
PROPUESTO = "Texto propuesto, por confirmar por la Federación."


def leer(client, ruta: str) -> str:
    """Give what a person reads of a page."""
    pagina = client.get(ruta).content.decode().split("<main")[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", pagina).split())


@pytest.mark.parametrize("nombre", RUTAS)
def test_each_says_its_version_its_date_and_that_it_is_a_proposal(client, nombre):
    texto = leer(client, RUTAS[nombre])
    version = "2026-11-23, publicada el 23" if nombre == "derechos_autor" else "2026-11, publicada el 22"
    assert f"Versión {version} de noviembre de 2026." in texto
    assert PROPUESTO in texto


def test_a_confirmed_wording_is_no_proposal_and_the_next_version_is_again(client):
    confirmada = PoliticaConfirmada.objects.create(
        politica="terminos", version="2026-11", confirmada_el="2027-01-15", acto="Acta 3"
    )
    texto = leer(client, "/terminos/")
    assert PROPUESTO not in texto
    assert "Confirmada por la Federación el 15 de enero de 2027. Acta 3." in texto
    assert PROPUESTO in leer(client, "/privacidad/")
    PoliticaConfirmada.objects.filter(pk=confirmada.pk).update(version="2026-10")
    assert PROPUESTO in leer(client, "/terminos/")


def test_privacy_says_what_the_decree_asks(client):
    texto = leer(client, "/privacidad/")
    assert str(TEXTO) in texto
    assert VERSION_TEXTO in texto
    for dicho in (
        "responsable del tratamiento", "Ley 1581 de 2012", "Decreto 1377 de 2013", "Diez días hábiles", "artículo 14",
        "quince días hábiles", "artículo 15", "artículo 8", "Superintendencia de Industria y Comercio", "Cookies",
    ):  # fmt: skip
        assert dicho in texto, dicho


def test_copyright_tells_apart_program_texts_and_agendas(client):
    texto = leer(client, "/derechos-de-autor/")
    for dicho in ("CC BY 4.0", "licencia MIT", "no se publican", "La guía de 2009"):
        assert dicho in texto, dicho


@pytest.mark.parametrize("ruta", ["/", *RUTAS.values()])
def test_the_foot_leads_to_the_policies(client, ruta):
    pie = client.get(ruta).content.decode().split('<footer class="pie">')[1]
    for otra in RUTAS.values():
        assert f'href="{otra}"' in pie


def test_no_cookie_is_left_to_a_visitor(client):
    for ruta in ("/", "/guia/", "/buscar/?q=agua", *RUTAS.values()):
        assert client.get(ruta).cookies == {}, ruta


def test_documents_say_when_they_were_published(client):
    agenda = leer(client, "/agendas/54518/2024-2027/")
    assert re.search(r"Descargas de la versión publicada el \d+ de \w+ de 20\d\d", agenda)
    assert re.search(r"Agenda completa \(PDF\).{0,80} en español \d+,\d.KB", agenda)
    assert re.search(r"Datos \(JSON\).{0,40} en español \d+,\d.KB", agenda)
    for ruta in ("/guia/", "/guia/pasos/"):
        assert "Guía publicada en abril de 2009. Texto del portal: versión del 22 de noviembre de 2026." in leer(
            client, ruta
        )
