"""People of a territory: roles, leaving, requests to join."""

import pytest
from django.core import mail
from django.test import Client

from cuentas.busqueda import buscar_territorios, parecidos
from cuentas.models import Rol, Solicitud, Vinculacion
from guardado.formularios import firmar_autor
from tests.cuentas.mundo import entrar, vincular

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]


def de(usuario):
    return usuario.vinculaciones.vigentes().filter(territorio="54518").first()


def test_members_read_the_list_and_strangers_do_not_know_it_exists(pais):
    for quien in (pais.lectora, pais.enlace, pais.asesora):
        html = entrar(quien).get("/panel/54518/personas/").content.decode()
        assert "alcaldesa@pamplona.co" in html
        assert "Invitar a alguien" not in html
    for quien in (pais.extrana, pais.otro_asesor, pais.nueva):
        assert entrar(quien).get("/panel/54518/personas/").status_code == 404


def test_enlace_of_a_town_without_responsable_reads_how_the_mayor_comes_in(pais):
    cliente = entrar(pais.enlace)
    assert "aún no tiene persona responsable" not in cliente.get("/panel/54518/personas/").content.decode()
    Vinculacion.objects.filter(territorio="54518", rol=Rol.RESPONSABLE).delete()
    assert "aún no tiene persona responsable" in cliente.get("/panel/54518/personas/").content.decode()


def test_request_typed_before_an_expired_session_comes_back_and_says_so(pais):
    cliente = Client()
    datos = {"territorio": "54518", "rol": Rol.EDICION, "mensaje": "Trabajo en Planeación"}
    datos["autor"] = firmar_autor(pais.nueva)
    assert cliente.post("/cuenta/solicitar/?territorio=54518", datos).status_code == 302
    cliente.force_login(pais.nueva)
    html = cliente.get("/cuenta/solicitar/?territorio=54518").content.decode()
    assert "Trabajo en Planeación" in html
    assert "Todavía no se ha enviado" in html
    assert not Solicitud.objects.exists()


def test_leaving_removes_access_at_once(pais):
    cliente = entrar(pais.enlace)
    assert cliente.get("/panel/54518/").status_code == 200
    assert cliente.get("/cuenta/territorios/54518/salir/").status_code == 200
    assert cliente.post("/cuenta/territorios/54518/salir/").status_code == 302
    assert cliente.get("/panel/54518/").status_code == 404
    assert cliente.post("/cuenta/territorios/54518/salir/").status_code == 404


def test_responsable_removes_and_the_person_is_told(pais, django_capture_on_commit_callbacks):
    del_enlace, cliente = entrar(pais.enlace), entrar(pais.alcaldesa)
    url = f"/panel/54518/personas/{de(pais.enlace).pk}/retirar/"
    assert cliente.get(url).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        cliente.post(url)
        cliente.post(url)
    assert del_enlace.get("/panel/54518/").status_code == 404
    assert [uno.to for uno in mail.outbox] == [["enlace@pamplona.co"]]


def test_last_responsable_cannot_leave_without_naming_another(pais):
    cliente = entrar(pais.alcaldesa)
    cliente.post("/cuenta/territorios/54518/salir/")
    cliente.post(f"/panel/54518/personas/{de(pais.alcaldesa).pk}/retirar/")
    cliente.post(f"/panel/54518/personas/{de(pais.alcaldesa).pk}/rol/", {f"v{de(pais.alcaldesa).pk}-rol": "lectura"})
    assert de(pais.alcaldesa).rol == Rol.RESPONSABLE
    pk = de(pais.enlace).pk
    cliente.post(f"/panel/54518/personas/{pk}/rol/", {f"v{pk}-rol": "responsable"})
    assert de(pais.enlace).rol == Rol.RESPONSABLE
    cliente.post("/cuenta/territorios/54518/salir/")
    assert de(pais.alcaldesa) is None


def test_coordination_may_remove_the_last_responsable(pais):
    entrar(pais.coordinadora).post(f"/panel/54518/personas/{de(pais.alcaldesa).pk}/retirar/")
    assert de(pais.alcaldesa) is None


def test_lower_roles_and_other_towns_cannot_change_anybody(pais):
    pk = de(pais.enlace).pk
    cambio = {f"v{pk}-rol": "responsable"}
    assert entrar(pais.enlace).post(f"/panel/54518/personas/{pk}/rol/", cambio).status_code == 403
    assert entrar(pais.lectora).post(f"/panel/54518/personas/{pk}/retirar/").status_code == 403
    assert entrar(pais.extrana).post(f"/panel/54518/personas/{pk}/rol/", cambio).status_code == 404
    assert entrar(pais.extrana).post(f"/panel/52001/personas/{pk}/rol/", cambio).status_code == 404
    assert entrar(pais.alcaldesa).post(f"/panel/54518/personas/{pk}/rol/", {f"v{pk}-rol": "dueño"}).status_code == 302
    assert de(pais.enlace).rol == Rol.EDICION


@pytest.mark.parametrize(
    ("texto", "primeros"),
    [
        ("pamplona", ["54518"]),
        ("PAMPLONÁ", ["54518"]),
        ("Narino", ["25483", "52001"]),
        ("nariño", ["25483", "52001"]),
        ("pamplon", ["54518", "54520"]),
        ("54518", ["54518"]),
        ("pamplona, norte de santander", ["54518"]),
        ("pasto", ["52001"]),
        ("   ", []),
        ("%", []),
    ],
)
def test_search_forgives_accents_and_case(pais, texto, primeros):
    assert [fila.pk for fila in buscar_territorios(texto)] == primeros


def test_search_suggests_when_mistyped(pais):
    assert "54518" in [fila.pk for fila in parecidos("pamlona")]
    html = entrar(pais.nueva).get("/cuenta/solicitar/?q=pamlona").content.decode()
    assert "¿Quiso decir" in html


def test_request_to_join_is_asked_once_and_the_responsable_hears(pais, django_capture_on_commit_callbacks):
    cliente = entrar(pais.nueva)
    html = cliente.get("/cuenta/solicitar/?q=pamplona").content.decode()
    assert "?territorio=54518" in html
    assert "Norte de Santander" in html
    assert cliente.get("/cuenta/solicitar/?territorio=54518").status_code == 200
    datos = {"territorio": "54518", "rol": "edicion", "mensaje": "Soy la nueva enlace"}
    with django_capture_on_commit_callbacks(execute=True):
        cliente.post("/cuenta/solicitar/", datos)
        cliente.post("/cuenta/solicitar/", datos)
    assert Solicitud.objects.count() == 1
    assert [uno.to for uno in mail.outbox] == [["alcaldesa@pamplona.co"]]
    assert "Soy la nueva enlace" in entrar(pais.alcaldesa).get("/panel/54518/personas/").content.decode()
    assert "Ya pidió" in cliente.get("/cuenta/solicitar/?territorio=54518").content.decode()


def test_one_who_asks_for_too_many_towns_waits_and_keeps_what_was_typed(pais, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"solicitud": "1/h/user"}
    cliente, datos = entrar(pais.nueva), {"rol": "edicion", "mensaje": "Trabajo en planeación"}
    assert cliente.post("/cuenta/solicitar/", datos | {"territorio": "54518"}).status_code == 302
    pagina = cliente.post("/cuenta/solicitar/", datos | {"territorio": "52001"}).content.decode()
    assert "Ha enviado muchas solicitudes" in pagina
    assert "Trabajo en planeación" in pagina
    assert [fila.territorio_id for fila in Solicitud.objects.all()] == ["54518"]


def test_request_where_nobody_answers_goes_to_the_coordination(pais, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        entrar(pais.nueva).post("/cuenta/solicitar/", {"territorio": "54520", "rol": "responsable", "mensaje": ""})
    assert [uno.to for uno in mail.outbox] == [["coordinadora@fcm.co"]]
    assert "Pamplonita" in entrar(pais.coordinadora).get("/gente/solicitudes/").content.decode()


def test_member_is_told_that_one_already_belongs(pais):
    cliente = entrar(pais.enlace)
    assert "Ya hace parte" in cliente.get("/cuenta/solicitar/?q=pamplona").content.decode()
    assert "Usted ya hace parte" in cliente.get("/cuenta/solicitar/?territorio=54518").content.decode()
    cliente.post("/cuenta/solicitar/", {"territorio": "54518", "rol": "responsable"})
    assert not Solicitud.objects.exists()
    assert cliente.get("/cuenta/solicitar/?territorio=54").status_code == 404


def test_request_is_approved_once_with_the_role_given(pais, django_capture_on_commit_callbacks):
    solicitud = Solicitud.objects.create(usuario=pais.nueva, territorio=pais.pamplona, rol="responsable")
    url, campo = f"/panel/54518/personas/solicitudes/{solicitud.pk}/", f"s{solicitud.pk}"
    assert entrar(pais.enlace).post(url, {f"{campo}-decision": "edicion"}).status_code == 403
    cliente = entrar(pais.alcaldesa)
    with django_capture_on_commit_callbacks(execute=True):
        cliente.post(url, {f"{campo}-decision": "edicion"})
        cliente.post(url, {f"{campo}-decision": "no"})
    assert de(pais.nueva).rol == Rol.EDICION
    assert [uno.subject for uno in mail.outbox] == ["Ya puede entrar a Pamplona, Norte de Santander"]
    assert entrar(pais.nueva).get("/panel/54518/").status_code == 200


def test_request_is_denied_with_a_reason(pais, django_capture_on_commit_callbacks):
    solicitud = Solicitud.objects.create(usuario=pais.nueva, territorio=pais.pamplona, rol="edicion")
    datos = {f"s{solicitud.pk}-decision": "no", f"s{solicitud.pk}-respuesta": "No lo conocemos <b>", "volver": "gente"}
    with django_capture_on_commit_callbacks(execute=True):
        respuesta = entrar(pais.coordinadora).post(f"/panel/54518/personas/solicitudes/{solicitud.pk}/", datos)
    assert respuesta["Location"] == "/gente/solicitudes/"
    assert de(pais.nueva) is None
    assert "No lo conocemos <b>" in mail.outbox[-1].body
    assert "No lo conocemos &lt;b&gt;" in entrar(pais.nueva).get("/cuenta/").content.decode()


def test_list_of_people_costs_the_same_with_ten_times_more(pais, django_assert_max_num_queries):
    from tests.cuentas.mundo import persona

    cliente = entrar(pais.alcaldesa)
    for numero in range(30):
        vincular(persona(f"p{numero}@pamplona.co"), pais.pamplona, Rol.LECTURA)
    with django_assert_max_num_queries(14):
        cliente.get("/panel/54518/personas/")
    assert Vinculacion.objects.filter(territorio="54518").count() == 33
