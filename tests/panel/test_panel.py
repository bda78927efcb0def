"""The officer's task list: what is done, what is next."""

import pytest

from agenda.models import Agenda
from cuentas.models import Acompanamiento, Rol
from diagnostico.models import Actor, Cuestionario, Diagnostico
from diagnostico.secciones import Seccion
from fcm_portal.panel.tareas import Avance, _grupo
from guardado.models import Desencuentro
from tests.cuentas.mundo import entrar, vincular

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]


@pytest.fixture
def cerrado(pais):
    """Close a diagnostic of Pamplona."""
    from django.utils.timezone import now

    cuestionario = Cuestionario.objects.create(version="prueba", contenido={})
    return Diagnostico.objects.create(
        territorio=pais.pamplona, periodo_id="2024-2027", numero=1, cuestionario=cuestionario, cerrado_en=now(),
        resultado={},
    )  # fmt: skip


@pytest.fixture
def agenda(pais, cerrado):
    return Agenda.objects.create(territorio=pais.pamplona, periodo_id="2024-2027")


def tareas(respuesta):
    return {tarea.texto: tarea for fase in respuesta.context["fases"] for tarea in fase.tareas}


def test_first_visit_begins_with_the_diagnostic(pais):
    respuesta = entrar(pais.enlace).get("/panel/54518/")
    assert respuesta.context["siguiente"].texto == "Comience el diagnóstico"
    assert "Así se pone Pamplona de cara al mundo" in respuesta.content.decode()
    titulos = [fase.titulo for fase in respuesta.context["fases"]]
    assert titulos == ["Insumos", "Proceso", "Agenda", "Envío", "Seguimiento"]
    assert tareas(respuesta)["Registre avances"].etiqueta == "No disponible todavía"
    assert not tareas(respuesta)["Registre avances"].url


def test_after_the_diagnostic_comes_the_agenda(pais, cerrado):
    respuesta = entrar(pais.enlace).get("/panel/54518/")
    assert respuesta.context["siguiente"].texto == "Comience la agenda 2024–2027"
    assert "Por dónde empezar" not in respuesta.content.decode()


def test_draft_says_what_blocks_and_who_sends(pais, agenda):
    del_enlace = tareas(entrar(pais.enlace).get("/panel/54518/"))
    assert del_enlace["Revise y envíe a la Federación"].etiqueta == "No disponible todavía"
    assert "Falta el objetivo general." in del_enlace["Revise y envíe a la Federación"].ayuda
    assert del_enlace["Objetivo general"].etiqueta == "Siguiente"


def test_states_after_sending(pais, agenda):
    Agenda.objects.filter(pk=agenda.pk).update(estado="enviada")
    respuesta = entrar(pais.alcaldesa).get("/panel/54518/")
    assert tareas(respuesta)["Enviada"].etiqueta == "En espera"
    assert respuesta.context["siguiente"] is None


def test_readers_and_advisors_see_it_and_strangers_do_not(pais, agenda):
    assert "Su rol es de lectura" in entrar(pais.lectora).get("/panel/54518/").content.decode()
    assert "desde la Federación" in entrar(pais.asesora).get("/panel/54518/").content.decode()
    assert entrar(pais.extrana).get("/panel/54518/").status_code == 404
    assert entrar(pais.extrana).post("/panel/54518/").status_code == 405


def test_counts_inputs_requests_and_clashes(pais):
    from django.contrib.contenttypes.models import ContentType

    Actor.objects.create(territorio=pais.pamplona, grupo="academia", organizacion="Universidad")
    Acompanamiento.objects.create(territorio=pais.pamplona, asunto="a", texto="b")
    Desencuentro.objects.create(
        territorio=pais.pamplona, tipo_fila=ContentType.objects.get_for_model(Agenda), id_fila="1", campo="vision",
        etiqueta="Visión de la agenda", direccion="/", valor="x", visto="0",
    )  # fmt: skip
    respuesta = entrar(pais.enlace).get("/panel/54518/")
    assert tareas(respuesta)["Mesa de actores"].ayuda == "1 actor registrado"
    assert tareas(respuesta)["Acompañamiento"].etiqueta == "En espera"
    assert "Visión de la agenda" in respuesta.content.decode()


def test_list_or_redirect(pais):
    assert entrar(pais.enlace).get("/panel/")["Location"] == "/panel/54518/"
    assert entrar(pais.nueva).get("/panel/")["Location"] == "/cuenta/solicitar/"
    vincular(pais.enlace, pais.pasto, Rol.LECTURA)
    html = entrar(pais.enlace).get("/panel/").content.decode()
    assert "Pamplona" in html
    assert "Pasto" in html
    html = entrar(pais.asesora).get("/panel/?q=pamplonita").content.decode()
    assert "54520" in html
    assert "54518" not in html
    assert entrar(pais.otro_asesor).get("/panel/").status_code == 200


def test_panel_costs_the_same_with_many_rows(pais, agenda, django_assert_max_num_queries):
    for numero in range(40):
        Actor.objects.create(territorio=pais.pamplona, grupo="academia", organizacion=f"Actor {numero}")
        Acompanamiento.objects.create(territorio=pais.pamplona, asunto="a", texto="b")
    cliente = entrar(pais.enlace)
    with django_assert_max_num_queries(28):
        cliente.get("/panel/54518/")


def test_copied_answers_are_told_apart_from_given_ones():
    tarea = _grupo([Seccion("pasos", "tome", "2. Tome", "/", 5, 5, 3)], "pasos", "Responda", "%(hechas)d de %(total)d")
    assert tarea.ayuda == "5 de 5; 3 por confirmar"
    assert tarea.avance != Avance.HECHA
