"""Every link that leaves the portal says so: mark, domain, ``rel``, same window. What is no address never is a link."""

import re
from html.parser import HTMLParser

import pytest
from django.template import Context, Template

from fcm_portal.models import Contacto
from formato.enlaces import dominio
from redes.models import Convocatoria, Entrada
from tests.navegador.paginas import PAGINAS

PROPIOS = {"testserver", "127.0.0.1", "localhost"}


class Enlaces(HTMLParser):
    """Reads the ``<a>`` of a page: attributes and what is read of each."""

    def __init__(self):
        super().__init__()
        self.vistos: list[tuple[dict, str]] = []
        self._abierto: tuple[dict, list[str]] | None = None

    def handle_starttag(self, tag, attrs):
        """Begin a link."""
        if tag == "a":
            self._abierto = (dict(attrs), [])

    def handle_data(self, data):
        """Keep what a link says."""
        if self._abierto:
            self._abierto[1].append(data)

    def handle_endtag(self, tag):
        """End a link."""
        if tag == "a" and self._abierto:
            self.vistos.append((self._abierto[0], " ".join("".join(self._abierto[1]).split())))
            self._abierto = None


def sin_aviso(html: str) -> list[str]:
    """Give the external links of a page that do not say that they leave."""
    lector = Enlaces()
    lector.feed(html)
    malos = []
    for atributos, texto in lector.vistos:
        destino = atributos.get("href") or ""
        if not re.match(r"(?i)\s*(?:[a-z]+:)?//", destino) or re.sub(r"^.*?//|[:/?#].*$", "", destino) in PROPIOS:
            continue
        completo = (
            {"noopener", "external"} <= set((atributos.get("rel") or "").split())
            and "externo" in (atributos.get("class") or "").split()
            and "target" not in atributos
            and "sale del portal" in texto
            and dominio(destino) in texto
        )
        if not completo:
            malos.append(f"{destino} «{texto}»")
    return malos


def test_a_link_without_the_notice_is_noticed():
    assert sin_aviso('<a href="https://unesco.org/">UNESCO</a> <a href="//x.co">X</a> <a href="/guia/">G</a>') == [
        "https://unesco.org/ «UNESCO»",
        "//x.co «X»",
    ]


PUBLICAS = [ruta for ruta, correo in PAGINAS if not correo and "→" not in ruta]


@pytest.mark.django_db
def test_every_external_link_of_the_public_pages_says_that_it_leaves(client):
    entrada = Entrada.objects.get(pk="giz")
    Convocatoria.objects.create(slug="ayudas", entrada=entrada, titulo="Ayudas", enlace="https://www.giz.de/ayudas")
    Contacto(sitio_web="https://www.ejemplo.org/", facebook="https://facebook.com/ejemplo").save()
    rutas = [*PUBLICAS, "/guia/creditos/", "/territorios/05001/", *(f"/redes/{e.pk}/" for e in Entrada.objects.all())]
    halladas, externos = {}, 0
    for ruta in rutas:
        html = client.get(ruta).content.decode()
        externos += html.count('class="externo')
        if malos := sin_aviso(html):
            halladas[ruta] = malos
    assert halladas == {}
    assert externos > 100


@pytest.mark.parametrize(
    ("direccion", "sitio"),
    [
        ("https://www.unesco.org/es?x=1", "unesco.org"),
        ("http://giz.de", "giz.de"),
        ("HTTPS://GIZ.DE/", "giz.de"),
        ("javascript:alert(1)", ""),
        (" java\tscript:alert(1)", ""),
        ("data:text/html,<script>", ""),
        ("//giz.de", ""),
        ("www.giz.de", ""),
        ("https://giz.de@malo.co/", ""),
        ("https://localhost/", ""),
        ('https://a.co/"><script>', ""),
        ("https://[::1", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_only_addresses_of_the_web_have_a_domain(direccion, sitio):
    assert dominio(direccion) == sitio


def dibujar(**contexto) -> str:
    """Draw the tag as a page would."""
    return Template("{% enlace_externo direccion texto %}").render(Context(contexto))


def test_what_is_no_address_is_text():
    assert dibujar(direccion="javascript:alert(1)", texto="<b>Pulse</b>") == "&lt;b&gt;Pulse&lt;/b&gt;"
    assert dibujar(direccion="javascript:alert(1)", texto="") == "javascript:alert(1)"


def test_a_link_says_its_text_its_domain_and_that_it_leaves():
    lector = Enlaces()
    lector.feed(dibujar(direccion="https://www.unesco.org/es", texto="UNESCO"))
    ((atributos, texto),) = lector.vistos
    assert texto == "UNESCO , sale del portal: unesco.org"
    assert atributos == {"class": "externo", "href": "https://www.unesco.org/es", "rel": "noopener external"}


@pytest.mark.django_db
def test_an_entry_with_a_script_as_address_draws_no_link(client):
    Entrada.objects.filter(pk="giz").update(sitio_web="javascript:alert(1)")
    assert 'href="javascript:' not in client.get("/redes/giz/").content.decode()
