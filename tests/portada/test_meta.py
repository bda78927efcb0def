"""What messengers and search engines read of each public page, and the links that share it."""

import re

import pytest
from django.urls import reverse

from cuentas.models import Usuario

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]
PUBLICAS = ("portada", "territorios", "agendas", "guia", "redes", "verificar", "privacidad", "account_login")


def metas(client, camino: str) -> dict[str, str]:
    """Read the tags as a messenger does: property or name, and content."""
    pagina = client.get(camino).content.decode()
    return dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', pagina))


@pytest.mark.parametrize("nombre", PUBLICAS)
def test_every_public_page_says_what_a_shared_link_shows(client, pais_pequeno, settings, nombre):
    settings.PORTAL_DIRECCION = "https://portal.prueba/"
    leidas = metas(client, reverse(nombre))
    assert leidas["og:url"] == "https://portal.prueba" + reverse(nombre)
    assert leidas["og:image"].startswith("https://portal.prueba/static/marca/compartir")
    assert (leidas["og:image:width"], leidas["og:image:height"]) == ("1200", "630")
    assert leidas["og:locale"] == "es_CO"
    assert leidas["twitter:card"] == "summary_large_image"
    assert leidas["og:description"] == leidas["description"]
    for campo in ("og:title", "og:description", "og:image:alt"):
        assert len(leidas[campo]) > 5, campo


def test_canonical_leaves_out_the_search_but_not_the_department(client, pais_pequeno):
    def canonica(consulta: str) -> str:
        pagina = client.get(reverse("territorios") + consulta).content.decode()
        return re.search(r'rel="canonical" href="[a-z]+://[^/]+([^"]+)"', pagina)[1]

    assert canonica("") == canonica("?q=algo&pagina=2") == "/territorios/"
    assert canonica("?departamento=90") == "/territorios/?departamento=90"


def test_a_name_with_markup_is_text_inside_the_tags(client, pais_pequeno):
    pais_pequeno.municipio("90001", 'Villa "><script>alert(1)</script>')
    pagina = client.get(reverse("territorio_publico", args=["90001"])).content.decode()
    assert "<script>alert" not in pagina
    titulo = re.search(r'property="og:title" content="([^"]*)"', pagina)[1]
    assert titulo == "Villa &quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;, Prueba"


def test_an_error_and_a_page_of_work_are_not_for_sharing(client, pais_pequeno):
    assert "og:url" not in client.get("/territorios/99999/").content.decode()
    client.force_login(Usuario.objects.create_user("ana@prueba.co", "clave-larga-1"))
    assert "og:url" not in client.get(reverse("cuenta")).content.decode()


def test_links_to_share_carry_the_whole_address(client, pais_pequeno, settings):
    settings.PORTAL_DIRECCION = "https://portal.prueba"
    pais_pequeno.municipio("90001", "Uno & Dos")
    pagina = client.get(reverse("territorio_publico", args=["90001"])).content.decode()
    direccion = "https%3A%2F%2Fportal.prueba%2Fterritorios%2F90001%2F"
    mensaje = "Uno%20%26%20Dos%2C%20Prueba%2C%20de%20cara%20al%20mundo"
    assert f'href="https://wa.me/?text={mensaje}%20{direccion}"' in pagina
    assert f'href="mailto:?subject={mensaje}&amp;body={mensaje}%0A%0A{direccion}"' in pagina
    assert '<a href="https://portal.prueba/territorios/90001/">https://portal.prueba/territorios/90001/</a>' in pagina
