"""Actors, memory and the matrix of the plan: added once, edited field by field, removed and restored."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from diagnostico.models import Actor, Antecedente, EjePlan
from guardado.huella import huella
from guia.catalogo import olvidar
from guia.models import Ficha

pytestmark = pytest.mark.django_db
ACTORES = "/panel/54480/actores/"


@pytest.fixture(autouse=True)
def guia_minima(db):
    """The vocabularies these pages read, when the reference data is not loaded."""
    if not Ficha.objects.exists():
        for bloque, slugs in {"actores-locales": ["iglesias", "ong"], "modalidades": ["integracion"]}.items():
            padre = Ficha.objects.create(slug=bloque, orden=1, nombre=bloque)
            for orden, slug in enumerate(slugs):
                Ficha.objects.create(slug=slug, orden=orden, nombre=slug, bloque=padre)
    olvidar()
    yield
    olvidar()


def actor(**datos):
    return {"clave": str(uuid.uuid4()), "grupo": "ong", "organizacion": "Corporación Páramo"} | datos


def test_actor_is_added_once(client, mutiscua, enlace):
    client.force_login(enlace)
    datos = actor()
    for _ in range(2):
        assert client.post(f"{ACTORES}nuevo/", datos).status_code == 302
    assert Actor.objects.get().territorio == mutiscua
    assert "Corporación Páramo" in client.get(ACTORES).content.decode()


def test_two_actors_of_the_same_name_are_welcome(client, mutiscua, enlace):
    client.force_login(enlace)
    for _ in range(2):
        client.post(f"{ACTORES}nuevo/", actor())
    assert Actor.objects.count() == 2


def test_actor_is_edited_by_field_and_restored_after_removal(client, mutiscua, enlace):
    client.force_login(enlace)
    client.post(f"{ACTORES}nuevo/", actor())
    fila = Actor.objects.get()
    url = f"{ACTORES}{fila.clave}/"
    client.post(url, {"rol": "Convoca", "visto-rol": huella("")}, headers={"HX-Request": "true"})
    for _ in range(2):
        assert client.post(f"{url}retirar/").status_code == 302
    fila.refresh_from_db()
    assert (fila.rol, fila.retirada_por) == ("Convoca", enlace)
    assert "1 retirado" in client.get(ACTORES).content.decode()
    client.post(f"{url}restaurar/")
    fila.refresh_from_db()
    assert fila.retirada_en is None


def test_contact_stays_in_the_town_unless_authorised(client, mutiscua, enlace, asesora):
    fila = Actor.objects.create(territorio=mutiscua, grupo="ong", organizacion="X", contacto_nombre="Doña Rosa")
    client.force_login(asesora)
    assert "Doña Rosa" not in client.get(f"{ACTORES}{fila.clave}/").content.decode()
    Actor.objects.update(contacto_autorizado=True)
    assert "Doña Rosa" in client.get(f"{ACTORES}{fila.clave}/").content.decode()
    assert client.post(f"{ACTORES}{fila.clave}/retirar/").status_code == 403


def test_row_of_another_town_is_not_found(client, mutiscua, enlace, departamento):
    from territorio.models import Territorio

    otro, _ = Territorio.objects.get_or_create(
        codigo="54743", defaults={"nombre": "Silos", "tipo": "municipio", "departamento": departamento}
    )
    fila = Actor.objects.create(territorio=otro, grupo="ong", organizacion="Ajena")
    client.force_login(enlace)
    for final in ("", "retirar/", "restaurar/"):
        assert client.post(f"{ACTORES}{fila.clave}/{final}").status_code == 404
        assert client.post(f"/panel/54743/actores/{fila.clave}/{final}").status_code == 404


def test_antecedent_with_dates_out_of_order_is_refused_kindly(client, mutiscua, enlace):
    client.force_login(enlace)
    datos = {
        "clave": str(uuid.uuid4()),
        "tipo": "acuerdo",
        "titulo": "Convenio",
        "etapa": "vigente",
        "fecha": "2024-05-01",
        "vigente_hasta": "2023-01-01",
    }
    respuesta = client.post("/panel/54480/memoria/nuevo/", datos)
    assert "no puede terminar antes" in respuesta.content.decode()
    client.post("/panel/54480/memoria/nuevo/", datos | {"vigente_hasta": "2025-01-01"})
    fila = Antecedente.objects.get()
    url = f"/panel/54480/memoria/{fila.clave}/"
    respuesta = client.post(url, {"vigente_hasta": "2020-01-01", "visto-vigente_hasta": huella(fila.vigente_hasta)})
    assert "no puede terminar antes" in respuesta.content.decode()
    fila.refresh_from_db()
    assert str(fila.vigente_hasta) == "2025-01-01"


def test_document_of_an_antecedent(client, mutiscua, enlace, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client.force_login(enlace)
    fila = Antecedente.objects.create(territorio=mutiscua, tipo="acuerdo", titulo="Convenio", etapa="vigente")
    url = f"/panel/54480/memoria/{fila.clave}/documento/"
    assert client.post(url, {"subido": SimpleUploadedFile("x.pdf", b"no")}).status_code == 200
    assert client.post(url, {"subido": SimpleUploadedFile("x.pdf", b"%PDF-1.7\n%%EOF")}).status_code == 302
    assert Antecedente.objects.get().archivo.nombre == "x.pdf"


def test_matrix_of_the_plan(client, mutiscua, enlace):
    client.force_login(enlace)
    datos = {
        "clave": str(uuid.uuid4()),
        "eje": "Campo vivo",
        "programa": "Turismo rural",
        "modalidades": ["integracion"],
    }
    client.post("/panel/54480/plan-de-desarrollo/nuevo/", datos)
    fila = EjePlan.objects.get()
    assert (fila.periodo_id, fila.modalidades) == ("2024-2027", ["integracion"])
    cuerpo = client.get("/panel/54480/plan-de-desarrollo/").content.decode()
    assert "Campo vivo" in cuerpo
    assert "Turismo rural" in cuerpo
