"""Logging in, signing up, forgetting a password."""

import re

import pytest
from django.core import mail
from django.test import Client, override_settings

from cuentas.consentimiento import VERSION_TEXTO
from cuentas.models import Usuario
from tests.cuentas.mundo import CLAVE, entrar

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]
ALTA = {
    "nombre": "Ana Gómez", "cargo": "Profesional", "dependencia": "Planeación", "email": "Ana@Alcaldia.gov.co",
    "password1": "cafe montaña puente", "password2": "cafe montaña puente", "consentimiento": "on",
}  # fmt: skip


def enlace_del_correo(numero=-1):
    return re.search(r"https?://[^/\s]+(/\S+)", mail.outbox[numero].body).group(1)


def test_login_by_email_in_any_case_leads_to_where_one_works(pais, client):
    assert client.get("/cuenta/entrar/").status_code == 200
    respuesta = client.post("/cuenta/entrar/", {"login": "Enlace@Pamplona.CO", "password": CLAVE})
    assert respuesta["Location"] == "/entrada/"
    assert client.get("/entrada/")["Location"] == "/panel/54518/"


def test_wrong_password_says_the_same_for_known_and_unknown(pais, client):
    for correo in ("enlace@pamplona.co", "nadie@pamplona.co"):
        html = client.post("/cuenta/entrar/", {"login": correo, "password": "no es esta"}).content.decode()
        assert "El correo o la clave no son correctos" in html


def test_five_failures_lock_the_address(pais, client):
    for _ in range(5):
        client.post("/cuenta/entrar/", {"login": "enlace@pamplona.co", "password": "no es esta"})
    html = client.post("/cuenta/entrar/", {"login": "enlace@pamplona.co", "password": CLAVE}).content.decode()
    assert "Demasiados intentos fallidos" in html
    otra = Client().post("/cuenta/entrar/", {"login": "lectora@pamplona.co", "password": CLAVE})
    assert otra.status_code == 302


def test_logout_is_a_post(pais):
    cliente = entrar(pais.enlace)
    assert cliente.get("/cuenta/salir/").status_code == 200
    assert cliente.get("/panel/54518/").status_code == 200
    assert cliente.post("/cuenta/salir/").status_code == 302
    assert cliente.get("/panel/54518/")["Location"].startswith("/cuenta/entrar/")


def test_sign_up_asks_consent_and_confirmation(pais, client, django_capture_on_commit_callbacks):
    html = client.get("/cuenta/crear/").content.decode()
    casilla = re.search(r"<input[^>]*name=\"consentimiento\"[^>]*>", html).group()
    assert "checked" not in casilla
    with django_capture_on_commit_callbacks(execute=True):
        respuesta = client.post("/cuenta/crear/", ALTA)
    assert respuesta["Location"] == "/cuenta/correo/"
    assert "Falta un paso" in client.get("/cuenta/correo/").content.decode()
    ana = Usuario.objects.get(email="ana@alcaldia.gov.co")
    assert (ana.nombre, ana.cargo, ana.dependencia) == ("Ana Gómez", "Profesional", "Planeación")
    assert ana.consentimientos.get().version_texto == VERSION_TEXTO
    assert client.get("/entrada/")["Location"].startswith("/cuenta/entrar/")
    assert client.post(enlace_del_correo()).status_code == 302
    assert client.get("/entrada/")["Location"] == "/cuenta/solicitar/"


def test_without_consent_there_is_no_account(pais, client):
    html = client.post("/cuenta/crear/", {**ALTA, "consentimiento": ""}).content.decode()
    assert "Sin su autorización no podemos crear la cuenta" in html
    assert not Usuario.objects.filter(email="ana@alcaldia.gov.co").exists()


def test_sign_up_with_a_known_address_tells_only_its_owner(pais, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        respuesta = client.post("/cuenta/crear/", {**ALTA, "email": "enlace@pamplona.co"})
    assert respuesta["Location"] == "/cuenta/correo/"
    assert mail.outbox[-1].subject == "Su correo ya tiene cuenta"


@override_settings(EMAIL_BACKEND="django.core.mail.backends.console.EmailBackend", PORTAL_DEMOSTRACION=True)
def test_where_mails_go_to_a_console_the_demonstration_shows_the_link(pais, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=False):
        client.post("/cuenta/crear/", ALTA)
    html = client.get("/cuenta/correo/").content.decode()
    assert re.search(r"href=\"http://testserver/cuenta/correo/[^\"]+/\"", html)


def test_forgotten_password_is_set_again_by_mail(pais, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/cuenta/clave/olvidada/", {"email": "enlace@pamplona.co"})
    assert mail.outbox[-1].subject == "Ponga una clave nueva"
    pagina = client.get(enlace_del_correo(), follow=True)
    assert "Ponga una clave nueva" in pagina.content.decode()
    nueva = "otras tres palabras"
    client.post(pagina.redirect_chain[-1][0], {"password1": nueva, "password2": nueva})
    assert client.post("/cuenta/entrar/", {"login": "enlace@pamplona.co", "password": nueva})["Location"] == "/entrada/"


def test_forgotten_password_of_nobody_says_the_same_and_mails_nothing(pais, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        respuesta = client.post("/cuenta/clave/olvidada/", {"email": "nadie@pamplona.co"})
    assert respuesta["Location"] == "/cuenta/clave/olvidada/enviada/"
    assert mail.outbox == []


@pytest.mark.parametrize(
    "ruta", ["/cuenta/", "/cuenta/clave/", "/cuenta/dos-pasos/", "/cuenta/confirmar/", "/cuenta/salir/"]
)
def test_account_pages_open(pais, ruta):
    assert entrar(pais.enlace).get(ruta, follow=True).status_code == 200


@pytest.mark.parametrize(
    "ruta", ["/cuenta/entrar/", "/cuenta/crear/", "/cuenta/clave/olvidada/", "/cuenta/correo/", "/cuenta/cerrada/",
             "/cuenta/clave/olvidada/enviada/", "/cuenta/clave/nueva/lista/", "/cuenta/clave/nueva/1-x/",
             "/cuenta/correo/no-existe/"]
)  # fmt: skip
def test_entrance_pages_open(pais, client, ruta):
    assert client.get(ruta).status_code == 200


def test_entrance_by_kind_of_person(pais):
    destinos = {pais.coordinadora: "/tablero/", pais.asesora: "/revision/", pais.nueva: "/cuenta/solicitar/"}
    for quien, destino in destinos.items():
        assert entrar(quien).get("/entrada/")["Location"] == destino


def test_own_data_are_changed_in_the_account_page(pais):
    cliente = entrar(pais.enlace)
    cliente.post("/cuenta/", {"nombre": "Ana", "cargo": "Técnica", "dependencia": "Planeación", "telefono": ""})
    pais.enlace.refresh_from_db()
    assert str(pais.enlace) == "Ana"
    assert "<script>" not in cliente.get("/cuenta/").content.decode().split("</head>")[1]
