"""Pages of error: three ways out for who reads them, addresses people guess, what was typed."""

import re

import pytest
from django.test import Client, RequestFactory

from fcm_portal.percances.caminos import palabras
from fcm_portal.percances.errores import error_interno
from tests.cuentas.mundo import entrar

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]


def salidas(texto: str) -> list[str]:
    """Give the addresses of «Puede seguir por aquí»."""
    return re.findall(r'href="([^"]+)"', texto[texto.index("Puede seguir por aquí") :].split("</ul>")[0])


@pytest.mark.parametrize(
    ("camino", "adonde"),
    [
        ("/territorio/54518", "/territorios/54518/"),
        ("/agenda/54518", "/territorios/54518/"),
        ("/agendas/54518/", "/territorios/54518/"),
        ("/Agenda/54518/2024-2027", "/agendas/54518/2024-2027/"),
        ("/ingreso", "/cuenta/entrar/"),
        ("/login/", "/cuenta/entrar/"),
        ("/Iniciar_Sesión", "/cuenta/entrar/"),
        ("/registro", "/cuenta/crear/"),
        ("/diagnostico", "/autodiagnostico/"),
        ("/diagnostico/54518/", "/panel/54518/diagnostico/"),
        ("/municipios", "/territorios/"),
        ("/index.php", "/"),
    ],
)
def test_a_guessed_address_leads_to_the_true_one(client, camino, adonde):
    respuesta = client.get(camino)
    assert (respuesta.status_code, respuesta["Location"]) == (302, adonde)


def test_digits_of_another_alphabet_are_no_code(client):
    assert client.get("/agenda/٥٤٥١٨/٢٠٢٤-٢٠٢٧").status_code == 404


def test_only_a_visit_is_led_elsewhere(client):
    assert client.post("/login/", {"x": "1"}).status_code == 404


def test_not_found_searches_with_the_words_of_the_address(client):
    texto = client.get("/territorios/san-jose-de-%22cucuta%22/").content.decode()
    assert 'action="/buscar/"' in texto
    assert re.search(r'name="q" value="san jose de cucuta"', texto)


def test_not_found_proposes_what_is_like_it(client):
    texto = client.get("/agendaz/que-no-hay/").content.decode()
    assert "¿Buscaba esto?" in texto
    assert 'href="/agendas/"' in texto[texto.index("¿Buscaba esto?") :].split("</ul>")[0]
    assert "¿Buscaba esto?" not in client.get("/zzzzzz/").content.decode()


@pytest.mark.parametrize(("camino", "escrito"), [("/" + "a" * 5000, "a" * 60), ("/", ""), ("/x/y.html", "y")])
def test_words_of_an_address_are_few(camino, escrito):
    assert palabras(camino) == escrito


def test_ways_out_fit_who_reads(pais):
    de_fuera = salidas(Client().get("/no-existe/?a=1").content.decode())
    assert de_fuera == ["/", "/cuenta/entrar/?next=/no-existe/", "mailto:contacto@portal.example"]
    de_dentro = salidas(entrar(pais.enlace).get("/no-existe/").content.decode())
    assert de_dentro == ["/entrada/", "/cuenta/solicitar/", "mailto:contacto@portal.example"]


def test_who_may_not_is_told_who_can_help(pais):
    texto = entrar(pais.lectora).get("/panel/54518/actores/nuevo/").content.decode()
    assert salidas(texto) == ["/panel/54518/", "/panel/54518/personas/", "mailto:contacto@portal.example"]
    texto = entrar(pais.enlace).get("/tablero/").content.decode()
    assert salidas(texto) == ["/entrada/", "/guia/", "mailto:contacto@portal.example"]


def test_who_lost_permission_while_writing_can_copy_the_text(pais):
    enviado = {"organizacion": "Una frase <i>larga</i>"}
    texto = entrar(pais.lectora).post("/panel/54518/actores/nuevo/", enviado).content.decode()
    assert "Copie lo que escribió" in texto
    assert "Una frase &lt;i&gt;larga&lt;/i&gt;" in texto
    assert "Enviar otra vez" not in texto


def test_a_button_opened_as_a_page_says_so(pais):
    respuesta = entrar(pais.alcaldesa).get("/panel/54518/personas/1/rol/")
    assert respuesta.status_code == 405
    assert respuesta["Allow"] == "POST"
    assert "Es la de un botón" in respuesta.content.decode()


def test_too_much_at_once_is_413_with_a_page(client):
    respuesta = client.post("/cuenta/entrar/", {"texto": "x"}, CONTENT_LENGTH=str(65 * 1024 * 1024))
    assert respuesta.status_code == 413
    assert "10 MB" in respuesta.content.decode()
    respuesta = client.post("/cuenta/entrar/", {"texto": "x" * 3 * 1024 * 1024})
    assert respuesta.status_code == 413
    assert len(salidas(respuesta.content.decode())) == 3


def test_our_own_failure_keeps_the_text_and_asks_no_database(django_assert_num_queries):
    peticion = RequestFactory().post("/panel/54518/actores/nuevo/?a=1", {"compromiso": "dos <b>frases</b>"})
    peticion._dont_enforce_csrf_checks = True
    with django_assert_num_queries(0):
        respuesta = error_interno(peticion)
    texto = respuesta.content.decode()
    assert respuesta.status_code == 500
    assert "dos &lt;b&gt;frases&lt;/b&gt;" in texto
    assert 'action="/panel/54518/actores/nuevo/?a=1"' in texto


PROPIO = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}


@pytest.mark.parametrize(
    ("cabeceras", "vuelve"),
    [
        (PROPIO, True),
        ({"Origin": "http://malo.example", "Sec-Fetch-Site": "cross-site"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "http://testserver", "Sec-Fetch-Site": "same-site"}, False),
        ({}, False),
    ],
)
def test_a_stale_token_gives_the_text_back_only_to_a_page_of_ours(pais, cabeceras, vuelve):
    navegador = Client(enforce_csrf_checks=True)
    navegador.force_login(pais.enlace)
    respuesta = navegador.post("/cuenta/?a=1", {"nombre": "Ana de Pamplona"}, headers=cabeceras)
    texto = respuesta.content.decode()
    assert respuesta.status_code == 403
    assert ("Ana de Pamplona" in texto) is vuelve
    assert ("Enviar otra vez" in texto) is vuelve
    if vuelve:
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', texto[texto.index('id="reenvio-titulo"') :])
        bueno = {"nombre": "Ana de Pamplona", "csrfmiddlewaretoken": token.group(1)}
        assert navegador.post("/cuenta/?a=1", bueno, headers=cabeceras).status_code in (200, 302)


def test_a_password_is_never_given_back(pais):
    navegador = Client(enforce_csrf_checks=True)
    texto = navegador.post(
        "/cuenta/entrar/", {"login": "a@b.co", "password": "mi clave"}, headers=PROPIO
    ).content.decode()
    assert "mi clave" not in texto
    assert "Enviar otra vez" not in texto
