"""The map of the site, for people and for machines: no public page is forgotten."""

import re

import pytest
from django.urls import reverse
from django.utils.timezone import localdate, now

from agenda.models import Agenda
from fcm_portal.sitio.mapa_sitio import FUERA, SECCIONES
from redes.models import Convocatoria, Entrada, Hermanamiento
from territorio.models import Territorio
from tests.permisos.tabla import TABLA
from tests.permisos.test_matriz import direcciones

pytestmark = pytest.mark.django_db


def publicas() -> set[str]:
    """Give the addresses anybody is served, as the table of permissions says."""
    return {nombre for nombre, (visita, _envio) in TABLA.items() if set(visita.split()) == {"S"}}


def test_every_public_address_is_on_the_map_or_says_why_not():
    en_el_mapa = {pagina.nombre for seccion in SECCIONES for pagina in seccion.paginas}
    assert publicas() - en_el_mapa - set(FUERA) == set()


def test_no_excuse_is_left_over():
    assert {nombre for nombre in FUERA if nombre not in direcciones()} == set()


def test_the_map_leads_everywhere(client):
    pagina = client.get("/mapa-del-sitio/").content.decode().split("<main")[1].split("</main>")[0]
    enlaces = re.findall(r'href="([^"]+)"', pagina)
    for esperado in ("/", "/territorios/", "/agendas/", "/redes/", "/guia/", "/guia/glosario/", "/verificar/"):
        assert esperado in enlaces
    for esperado in (
        "/terminos/",
        "/privacidad/",
        "/derechos-de-autor/",
        "/guia/pasos/",
        "/territorios/?departamento=52",
    ):
        assert esperado in enlaces
    assert {ruta: client.get(ruta).status_code for ruta in enlaces if client.get(ruta).status_code != 200} == {}


def mapa_completo(client) -> str:
    """Follow the index and give every list together."""
    indice = client.get("/sitemap.xml")
    assert indice["Content-Type"].startswith("application/xml")
    listas = re.findall(r"<loc>http://testserver([^<]+)</loc>", indice.content.decode())
    return "".join(client.get(lista.replace("&amp;", "&")).content.decode() for lista in listas)


def test_sitemap_lists_what_is_public_and_nothing_else(client):
    xml = mapa_completo(client)
    rutas = set(re.findall(r"<loc>http://testserver([^<]+)</loc>", xml))
    assert {"/", "/privacidad/", "/guia/pasos/", "/redes/giz/", "/territorios/54518/"} <= rutas
    assert sum(ruta.startswith("/territorios/") for ruta in rutas) == Territorio.objects.con_agenda().count() + 1
    propias = {f"/redes/{slug}/" for slug in Entrada.objects.values_list("pk", flat=True)}
    propias |= {f"/redes/convocatorias/{una.slug}/" for una in Convocatoria.objects.abiertas()}
    propias |= {f"/redes/hermanamientos/{una.pk}/" for una in Hermanamiento.objects.publicos()}
    propias |= {"/redes/", "/redes/convocatorias/", "/redes/hermanamientos/", "/redes/como-recomendamos/"}
    assert propias == {ruta for ruta in rutas if ruta.startswith("/redes/")}
    assert not [ruta for ruta in rutas if re.match(r"/(panel|revision|tablero|admin|gente|buscar)", ruta)]
    assert "/agendas/66001/2024-2027/" not in rutas


def test_sitemap_says_when_an_agenda_was_published_and_forgets_a_withdrawn_one(client):
    agenda = Agenda.objects.get(territorio="54518", periodo="2024-2027")
    dia = localdate(agenda.publicada.aprobada_en).isoformat()
    ruta = reverse("agenda_publica", args=["54518", "2024-2027"])
    assert re.search(rf"<loc>http://testserver{ruta}</loc><lastmod>{dia}", mapa_completo(client))
    Agenda.objects.filter(pk=agenda.pk).update(retirada_publico_en=now(), retirada_publico_razon="Prueba")
    assert ruta not in mapa_completo(client)


def test_robots_keeps_robots_out_of_what_is_private_and_shows_the_map(client):
    respuesta = client.get("/robots.txt")
    assert respuesta["Content-Type"] == "text/plain; charset=utf-8"
    texto = respuesta.content.decode()
    for privada in ("/panel/", "/revision/", "/tablero", "/gente/", "/admin/", "/archivos/"):
        assert f"Disallow: {privada}\n" in texto
    assert texto.endswith("Sitemap: http://testserver/sitemap.xml\n")
    assert "Disallow: /\n" not in texto
