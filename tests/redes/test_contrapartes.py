"""Counterparts of a territory: who may see, write and verify them."""

import uuid

import pytest
from django.urls import reverse

from cuentas.models import Asignacion, Rol, RolFcm, Usuario, Vinculacion
from guardado.huella import huella
from redes.contrapartes import desde_entrada, verificar
from redes.models import Contraparte, Entrada
from redes.registros.consultas import hermanamientos_de
from territorio.models import Territorio

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]


def persona(nombre, codigo="", rol=Rol.EDICION, rol_fcm=""):
    """Give a person, linked to a territory when a code is given."""
    usuario = Usuario.objects.create_user(f"{nombre}@prueba.co", rol_fcm=rol_fcm)
    if codigo:
        Vinculacion.objects.create(usuario=usuario, territorio_id=codigo, rol=rol)
    return usuario


@pytest.fixture
def alicia(client):
    """Alicia edits Pamplona, and is logged in."""
    usuario = persona("alicia", "54518")
    client.force_login(usuario)
    return usuario


@pytest.fixture
def ciudad(db):
    """A counterpart of Pamplona."""
    return Contraparte.objects.create(
        territorio_id="54518", nombre="Ciudad Prueba", tipo="gobierno-local", ciudad="Iruña", pais="ES"
    )


def direccion(fila):
    """Give the address of a counterpart."""
    return reverse("contraparte", args=[fila.territorio_id, fila.clave])


def test_alicia_records_a_counterpart_once(client, alicia):
    datos = {"nombre": "Tampa", "tipo": "gobierno-local", "ciudad": "Tampa", "pais": "US", "clave": str(uuid.uuid4())}
    for _vez in range(2):
        respuesta = client.post(reverse("contraparte_nueva", args=["54518"]), datos)
        assert respuesta.status_code == 302
    fila = Contraparte.objects.get(clave=datos["clave"])
    assert [fila.territorio_id, fila.lugar, fila.verificada] == ["54518", "Tampa, Estados Unidos", False]
    assert "Tampa" in client.get(reverse("contrapartes", args=["54518"])).content.decode()


def test_a_country_that_does_not_exist_is_refused(client, alicia):
    datos = {"nombre": "Kailasa", "tipo": "gobierno-nacional", "pais": "KX", "clave": str(uuid.uuid4())}
    respuesta = client.post(reverse("contraparte_nueva", args=["54518"]), datos)
    assert respuesta.status_code == 200
    assert "pais" in respuesta.context["formulario"].errors
    assert not Contraparte.objects.filter(nombre="Kailasa").exists()


def test_the_directory_fills_the_form(client, alicia):
    buscar = client.get(reverse("contraparte_buscar", args=["54518"]), {"q": "cglu"}).content.decode()
    assert f"{reverse('contraparte_nueva', args=['54518'])}?entrada=cglu" in buscar
    pagina = client.get(reverse("contraparte_nueva", args=["54518"]), {"entrada": "cglu"}).content.decode()
    assert "Ciudades y Gobiernos Locales Unidos (CGLU)" in pagina
    assert '<option value="ES" selected>' in pagina


def test_alicia_edits_a_field_and_the_verification_lapses(client, alicia, ciudad):
    verificar(ciudad, None, "sitio oficial")
    datos = {"ciudad": "Pamplona / Iruña", "visto-ciudad": huella("Iruña")}
    assert client.post(direccion(ciudad), datos).status_code == 302
    ciudad.refresh_from_db()
    assert [ciudad.ciudad, ciudad.verificada_en, ciudad.verificada_como] == ["Pamplona / Iruña", None, ""]


def test_a_reader_sees_and_cannot_write(client, ciudad):
    client.force_login(persona("benito", "54518", Rol.LECTURA))
    pagina = client.get(direccion(ciudad)).content.decode()
    assert "Ciudad Prueba" in pagina
    assert ">Guardar</button>" not in pagina
    assert client.post(direccion(ciudad), {"nombre": "X", "visto-nombre": ""}).status_code == 403
    for nombre in ("contraparte_nueva", "contraparte_buscar"):
        assert client.get(reverse(nombre, args=["54518"])).status_code == 403


def test_a_stranger_gets_404_everywhere(client, ciudad):
    client.force_login(persona("carlos", "66001"))
    for url in [
        direccion(ciudad),
        *(reverse(n, args=["54518"]) for n in ("contrapartes", "contraparte_buscar", "contraparte_nueva")),
    ]:
        assert client.get(url).status_code == 404
    assert client.post(reverse("contraparte_verificar", args=["54518", ciudad.clave])).status_code == 404
    assert client.get(reverse("contraparte", args=["66001", ciudad.clave])).status_code == 404


def test_without_a_session_one_lands_on_the_login_page(client, ciudad):
    assert client.get(direccion(ciudad)).url.startswith("/cuenta/entrar/")


def test_the_assigned_advisor_verifies(client, ciudad):
    diana = persona("diana", rol_fcm=RolFcm.ASESOR)
    Asignacion.objects.create(asesor=diana, territorio_id="54")
    client.force_login(diana)
    url = reverse("contraparte_verificar", args=["54518", ciudad.clave])
    client.post(url, {"como": " "})
    ciudad.refresh_from_db()
    assert not ciudad.verificada
    client.post(url, {"como": "Sitio oficial de la ciudad"})
    ciudad.refresh_from_db()
    assert [ciudad.verificada, ciudad.verificada_por, ciudad.verificada_como] == [
        True,
        diana,
        "Sitio oficial de la ciudad",
    ]
    assert client.post(direccion(ciudad), {"nombre": "X", "visto-nombre": ""}).status_code == 403
    client.post(url, {"quitar": "1"})
    ciudad.refresh_from_db()
    assert not ciudad.verificada


def test_the_town_and_other_advisors_do_not_verify(client, alicia, ciudad):
    url = reverse("contraparte_verificar", args=["54518", ciudad.clave])
    assert client.post(url, {"como": "porque sí"}).status_code == 403
    client.force_login(persona("elena", rol_fcm=RolFcm.ASESOR))
    assert client.post(url, {"como": "porque sí"}).status_code == 404
    fabio = persona("fabio", "54518", rol_fcm=RolFcm.ASESOR)
    Asignacion.objects.create(asesor=fabio, territorio_id="54518")
    client.force_login(fabio)
    assert client.post(url, {"como": "porque sí"}).status_code == 403


def test_the_list_takes_the_same_queries_with_many_rows(client, alicia, ciudad, django_assert_max_num_queries):
    for numero in range(30):
        Contraparte.objects.create(territorio_id="54518", nombre=f"Ciudad {numero}", tipo="otra", entrada_id="cglu")
    with django_assert_max_num_queries(12):
        client.get(reverse("contrapartes", args=["54518"]))


def test_the_shared_counterpart_of_an_entry_is_made_once():
    entrada = Entrada.objects.get(pk="cglu")
    una, otra = desde_entrada(entrada), desde_entrada(entrada)
    assert una == otra
    assert [una.territorio_id, una.tipo, una.pais, una.verificada] == [None, "red", "ES", True]
    assert una in Contraparte.objects.para(Territorio.objects.get(pk="66001"))


def test_pointing_to_a_verified_entry_does_not_verify_another_name(ciudad):
    ciudad.entrada = Entrada.objects.get(pk="cglu")
    assert not ciudad.verificada
    ciudad.nombre = "Ciudades y Gobiernos Locales Unidos"
    assert ciudad.verificada


def test_a_town_chooses_among_its_own_and_the_shared_ones(ciudad):
    assert ciudad in Contraparte.objects.para(Territorio.objects.get(pk="54518"))
    assert ciudad not in Contraparte.objects.para(Territorio.objects.get(pk="66001"))


def test_twinnings_are_found_by_town():
    assert [acuerdo.ciudad for acuerdo in hermanamientos_de(Territorio.objects.get(pk="54518"))] == ["Pamplona / Iruña"]
