"""An agenda begins once per town and period, with what the diagnostic suggests or what goes on from before."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from agenda.comienzo import abre_en
from agenda.models import Accion, Agenda, Estado, Sugerencia
from territorio.models import Periodo

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]


@pytest.fixture
def sin_agenda(pueblo):
    Accion.objects.filter(objetivo__eje__agenda=pueblo.agenda).delete()
    pueblo.agenda.delete()
    return pueblo


def test_the_page_explains_and_begins_once(sin_agenda, como, ir):
    cliente = como("enlace")
    assert "Comience su Agenda" in cliente.get(ir("agenda")).content.decode()
    for _vez in range(2):
        assert cliente.post(ir("agenda_comenzar")).url == ir("agenda_sugerencias")
    assert Agenda.objects.filter(territorio=sin_agenda.territorio).count() == 1


def test_a_reader_sees_why_she_cannot_begin(sin_agenda, como, ir):
    texto = como("lectora").get(ir("agenda")).content.decode()
    assert "Comenzar la agenda" not in texto
    assert como("lectora").post(ir("agenda_comenzar")).status_code == 403
    assert como("ajena").post(ir("agenda_comenzar")).status_code == 404


def test_only_the_period_in_force_or_the_next_in_its_last_six_months(sin_agenda, como):
    siguiente, _ = Periodo.objects.get_or_create(
        nombre="2028-2031", defaults={"desde": dt.date(2028, 1, 1), "hasta": dt.date(2031, 12, 31)}
    )
    assert abre_en(siguiente) == dt.date(2027, 7, 1)
    donde = reverse("agenda_comenzar", args=[sin_agenda.territorio.pk, "2028-2031"])
    with time_machine.travel("2027-06-30 12:00-05:00"):
        como("enlace").post(donde)
        assert not Agenda.objects.filter(periodo=siguiente).exists()
    with time_machine.travel("2027-07-01 00:01-05:00"):
        como("enlace").post(donde)
        assert Agenda.objects.filter(periodo=siguiente).exists()
    donde = reverse("agenda_comenzar", args=[sin_agenda.territorio.pk, "2024-2027"])
    with time_machine.travel("2028-01-01 00:01-05:00"):
        como("enlace").post(donde)
        assert not Agenda.objects.filter(periodo="2024-2027", territorio=sin_agenda.territorio).exists()


def test_a_period_that_does_not_exist_is_404(como):
    assert como("enlace").get("/panel/97X01/agenda/1999-2002/").status_code == 404


def test_chosen_actions_go_on_with_a_new_key_and_a_link_to_the_old(pueblo, como):
    Periodo.objects.get_or_create(
        nombre="2028-2031", defaults={"desde": dt.date(2028, 1, 1), "hasta": dt.date(2031, 12, 31)}
    )
    otra = Accion.objects.create(objetivo=pueblo.objetivo, nombre="No sigue", orden=2)
    pueblo.indicador.metas.create(anio=2026, valor=1)
    with time_machine.travel("2027-08-01 12:00-05:00"):
        respuesta = como("enlace").post(reverse("agenda_comenzar", args=[pueblo.territorio.pk, "2028-2031"]))
        assert "No sigue" in como("enlace").get(respuesta.url).content.decode()
        for _vez in range(2):
            como("enlace").post(respuesta.url, {"acciones": [str(pueblo.accion.clave)]})
    nueva = Accion.objects.get(objetivo__eje__agenda__periodo="2028-2031")
    assert nueva.copiada_de == pueblo.accion
    assert nueva.clave != pueblo.accion.clave
    assert (nueva.objetivo.nombre, nueva.objetivo.eje.nombre) == ("Abrir mercados", "Café con destino")
    assert (nueva.inicio, nueva.indicadores.get().metas.count()) == (None, 0)
    assert otra.nombre == "No sigue"


def test_accepted_suggestion_becomes_an_action_with_what_it_brings(pueblo, como, ir, sugerencia):
    cliente = como("enlace")
    texto = cliente.get(ir("agenda_sugerencias")).content.decode()
    assert "El territorio pertenece a una red" in texto
    donde = ir("agenda_sugerencia", "afiliarse-de-prueba")
    for _vez in range(2):
        cliente.post(donde, {"decision": "aceptar", "indicador": "1"})
    accion = Accion.objects.get(sugerida_slug="afiliarse-de-prueba")
    assert (accion.sugerida_por, accion.responsable) == ("pregunta:p4-1", "Planeación")
    assert (accion.temas, accion.ods) == (["medio-ambiente-sostenible"], [11])
    assert [(h.nombre, h.fecha) for h in accion.hitos.all()] == [
        ("Escoger", None),
        ("Escribir", None),
        ("Afiliarse", None),
    ]
    tramite = accion.tramites.get()
    assert (tramite.nombre, tramite.estado) == ("Revise si el Concejo debe autorizar. (por verificar)", "pendiente")
    assert accion.aliados.get().contraparte.entrada_id == "red-de-prueba"
    assert accion.indicadores.get().sugerido == "IND-18"
    assert accion.objetivo.eje.nombre == "Redes internacionales"
    fila = Sugerencia.objects.get(agenda=pueblo.agenda)
    assert (fila.decision, fila.accion, fila.decidida_por) == ("aceptada", accion, pueblo.enlace)


def test_accept_under_a_chosen_objetivo_and_open_the_editor(pueblo, como, ir, sugerencia):
    donde = ir("agenda_sugerencia", "afiliarse-de-prueba")
    ajeno = {"decision": "cambiar", "objetivo": str(pueblo.objetivo_ajeno.clave)}
    assert como("enlace").post(donde, ajeno).status_code == 404
    respuesta = como("enlace").post(donde, {"decision": "cambiar", "objetivo": str(pueblo.objetivo.clave)})
    accion = Accion.objects.get(sugerida_slug="afiliarse-de-prueba")
    assert respuesta.url == ir("accion", accion.clave)
    assert accion.objetivo == pueblo.objetivo
    assert not accion.indicadores.exists()


def test_refused_suggestion_waits_and_can_be_taken_back(pueblo, como, ir, sugerencia):
    cliente, donde = como("enlace"), ir("agenda_sugerencia", "afiliarse-de-prueba")
    cliente.post(donde, {"decision": "rechazar"})
    assert "No por ahora (1)" in cliente.get(ir("agenda_sugerencias")).content.decode().replace("\n", " ")
    cliente.post(donde, {"decision": "recuperar"})
    assert not Sugerencia.objects.filter(agenda=pueblo.agenda).exists()
    assert cliente.post(ir("agenda_sugerencia", "inventada"), {"decision": "aceptar"}).status_code == 404


def test_accepting_again_after_removing_restores_the_same_action(pueblo, como, ir, sugerencia):
    cliente, donde = como("enlace"), ir("agenda_sugerencia", "afiliarse-de-prueba")
    cliente.post(donde, {"decision": "aceptar"})
    accion = Accion.objects.get(sugerida_slug="afiliarse-de-prueba")
    cliente.post(ir("agenda_fila", "accion", accion.clave, "retirar"))
    cliente.post(donde, {"decision": "aceptar"})
    accion.refresh_from_db()
    assert accion.retirada_en is None
    assert Accion.objects.filter(sugerida_slug="afiliarse-de-prueba").count() == 1


def test_nothing_is_decided_while_the_agenda_is_sent(pueblo, como, ir, sugerencia):
    Agenda.objects.filter(pk=pueblo.agenda.pk).update(estado=Estado.ENVIADA)
    como("enlace").post(ir("agenda_sugerencia", "afiliarse-de-prueba"), {"decision": "aceptar"})
    assert not Accion.objects.filter(sugerida_slug="afiliarse-de-prueba").exists()
