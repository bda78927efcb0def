"""The foot of every page: what the coordination writes appears at once, and nothing else does."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from cuentas.models import Usuario
from fcm_portal.models import Contacto

pytestmark = pytest.mark.django_db


def pie(client, ruta: str = "/guia/") -> str:
    """Give the foot of a page."""
    return client.get(ruta).content.decode().split('<footer class="pie">')[1]


@pytest.fixture
def coordinacion(client):
    """Log the coordination in."""
    client.force_login(Usuario.objects.get(email="coordinacion@fcm.demo"))
    return client


FORMULARIO = {
    "organizacion": "Organización de prueba", "direccion": "Calle 1 # 2-3", "ciudad": "Ciudad de prueba",
    "codigo_postal": "", "telefono": "601 123 4567 ext. 12", "horario": "", "correo": "hola@prueba.example",
    "correo_judicial": "judicial@prueba.example", "correo_datos": "datos@prueba.example",
    "area_datos": "Oficina de datos",
    "sitio_web": "https://www.prueba.example/", "facebook": "", "instagram": "", "linkedin": "", "x": "", "youtube": "",
}  # fmt: skip


def test_nothing_is_invented(client, settings):
    texto = pie(client)
    assert settings.PORTAL_CONTACTO in texto
    assert "tel:" not in texto
    assert "judiciales" not in texto
    assert 'class="externo"' not in texto


def test_coordination_fills_it_and_everybody_reads_it(coordinacion, client):
    formulario = coordinacion.get("/admin/fcm_portal/contacto/", follow=True)
    assert "Deje vacío lo que no quiera mostrar" in formulario.content.decode()
    respuesta = coordinacion.post("/admin/fcm_portal/contacto/add/", FORMULARIO)
    assert respuesta.status_code == 302
    client.logout()
    texto = pie(client)
    assert "Organización de prueba" in texto
    assert "Calle 1 # 2-3, Ciudad de prueba" in texto
    assert 'href="tel:6011234567;ext=12"' in texto
    assert "mailto:judicial@prueba.example" in texto
    assert "prueba.example</span>" in texto
    assert "hola@prueba.example" in texto
    assert "datos@prueba.example" in client.get("/privacidad/").content.decode()


def test_the_list_leads_to_the_only_row(coordinacion):
    Contacto(ciudad="Una").save()
    Contacto(ciudad="Otra").save()
    assert Contacto.objects.count() == 1
    assert coordinacion.get("/admin/fcm_portal/contacto/")["Location"] == "/admin/fcm_portal/contacto/1/change/"
    assert coordinacion.get("/admin/fcm_portal/contacto/add/").status_code == 403


def test_the_board_links_to_it(coordinacion):
    assert "/admin/fcm_portal/contacto/" in coordinacion.get("/tablero/").content.decode()


def test_nobody_else_edits_it(client):
    for correo in ("asesora@fcm.demo", "responsable@pereira.demo"):
        client.force_login(Usuario.objects.get(email=correo))
        assert client.get("/admin/fcm_portal/contacto/add/").status_code == 403


def test_a_second_row_cannot_be_stored():
    Contacto(ciudad="Una").save()
    with pytest.raises(IntegrityError), transaction.atomic():
        Contacto.objects.bulk_create([Contacto(pk=2)])


def test_who_changed_it_is_kept(coordinacion):
    coordinacion.post("/admin/fcm_portal/contacto/add/", FORMULARIO)
    coordinacion.post("/admin/fcm_portal/contacto/1/change/", {**FORMULARIO, "ciudad": "Otra ciudad"})
    hechos = apps.get_model("fcm_portal", "ContactoEvent").objects.order_by("pgh_id").values_list("pgh_label", "ciudad")
    assert list(hechos) == [("insert", "Ciudad de prueba"), ("update", "Otra ciudad")]


@pytest.mark.parametrize(
    ("campo", "valor"),
    [
        ("telefono", "llámenos"),
        ("sitio_web", "javascript:alert(1)"),
        ("facebook", "data:text/html,x"),
        ("correo", "no es correo"),
    ],
)
def test_what_is_wrong_is_refused(campo, valor):
    with pytest.raises(ValidationError) as error:
        Contacto(**{campo: valor}).full_clean()
    assert list(error.value.message_dict) == [campo]


@pytest.mark.parametrize(
    ("escrito", "marca"),
    [
        ("601 123 4567", "6011234567"),
        ("+57 (601) 123-4567", "+576011234567"),
        ("601 123 4567 ext. 12", "6011234567;ext=12"),
    ],
)
def test_a_telephone_is_dialled_as_written(escrito, marca):
    contacto = Contacto(telefono=escrito)
    contacto.full_clean()
    assert contacto.telefono_marcable == marca


def test_the_foot_costs_no_query(client):
    Contacto(ciudad="Una").save()
    client.get("/terminos/")
    with CaptureQueriesContext(connection) as consultas:
        client.get("/terminos/")
    assert not [una for una in consultas.captured_queries if "contacto" in una["sql"]]


def test_what_people_write_is_escaped(client):
    Contacto(organizacion="<script>alert(1)</script>").save()
    assert "<script>alert" not in pie(client)
