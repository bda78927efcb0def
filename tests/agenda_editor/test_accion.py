"""Writing actions: essential first, dates in order, nothing typed is lost, no twins."""

import datetime as dt

import pytest

from agenda.models import Accion, Eje
from guardado.huella import huella
from tests.agenda_editor.enviar_formulario import enviar, formulario_con

pytestmark = pytest.mark.datos("nada")


def test_new_action_posted_twice_is_one(pueblo, como, ir):
    cliente = como("enlace")
    donde = ir("agenda_accion_nueva") + f"?objetivo={pueblo.objetivo.clave}"
    datos = formulario_con(cliente.get(donde), "clave") | {"nombre": "Afiliarse a una red"}
    primera, segunda = cliente.post(donde, datos), cliente.post(donde, datos)
    assert primera.url == segunda.url
    nueva = Accion.objects.get(nombre="Afiliarse a una red")
    assert (nueva.objetivo, nueva.orden) == (pueblo.objetivo, 2)


def test_save_and_create_another_comes_back_to_an_empty_form(pueblo, como, ir):
    cliente = como("enlace")
    donde = ir("agenda_accion_nueva") + f"?objetivo={pueblo.objetivo.clave}"
    respuesta = enviar(cliente, donde, "clave", nombre="Primera", otra="1")
    assert respuesta.url == donde
    enviar(cliente, donde, "clave", nombre="Segunda", otra="1")
    assert pueblo.objetivo.acciones.count() == 3


def test_new_action_without_name_keeps_the_rest(pueblo, como, ir):
    donde = ir("agenda_accion_nueva") + f"?objetivo={pueblo.objetivo.clave}"
    texto = enviar(como("enlace"), donde, "clave", responsable="Cultura").content.decode()
    assert 'value="Cultura"' in texto
    assert "Revise lo siguiente" in texto
    assert pueblo.objetivo.acciones.count() == 1


def test_new_action_under_the_objetivo_of_another_town_is_404(pueblo, como, ir):
    donde = ir("agenda_accion_nueva") + f"?objetivo={pueblo.objetivo_ajeno.clave}"
    assert como("enlace").get(donde).status_code == 404
    assert como("enlace").get(ir("agenda_accion_nueva") + "?objetivo=cualquiera").status_code == 404


def test_everything_of_an_action_is_saved_without_javascript(pueblo, como, ir):
    respuesta = enviar(
        como("enlace"), ir("accion", pueblo.accion.clave), "visto-nombre",
        nombre="Misión a Trieste y Turín", temas=["medio-ambiente-sostenible"], ods=["11"], fin="2028-03-01",
        vinculo_plan="propuesta", gobernanza="on", bpin="2024-1",
    )  # fmt: skip
    assert respuesta.status_code == 302
    accion = Accion.objects.get(pk=pueblo.accion.pk)
    assert (accion.nombre, accion.temas, accion.ods) == (
        "Misión a Trieste y Turín",
        ["medio-ambiente-sostenible"],
        [11],
    )
    assert (accion.fin, accion.vinculo_plan, accion.gobernanza) == (dt.date(2028, 3, 1), "propuesta", True)
    texto = como("enlace").get(ir("accion", accion.clave)).content.decode()
    assert "Termina después del período" in texto
    assert 'value="11.6"' in texto


def test_dates_out_of_order_say_so_and_keep_what_was_typed(pueblo, como, ir):
    respuesta = enviar(
        como("enlace"), ir("accion", pueblo.accion.clave), "visto-nombre", fin="2025-01-01", responsable="Hacienda"
    )
    texto = respuesta.content.decode()
    assert respuesta.status_code == 200
    assert "Termina antes de la fecha en que empieza" in texto
    assert 'value="2025-01-01"' in texto
    accion = Accion.objects.get(pk=pueblo.accion.pk)
    assert accion.fin == dt.date(2026, 12, 31)
    assert accion.responsable == "Hacienda"


def test_two_people_on_one_field_lose_nothing(pueblo, como, ir):
    cliente = como("enlace")
    datos = formulario_con(cliente.get(ir("accion", pueblo.accion.clave)), "visto-nombre")
    Accion.objects.filter(pk=pueblo.accion.pk).update(responsable="Turismo")
    respuesta = cliente.post(ir("accion", pueblo.accion.clave), datos | {"responsable": "Hacienda"})
    texto = respuesta.content.decode()
    assert "Turismo" in texto
    assert "Hacienda" in texto
    assert Accion.objects.get(pk=pueblo.accion.pk).responsable == "Turismo"


def test_htmx_saves_one_field(pueblo, como, ir):
    respuesta = como("enlace").post(
        ir("accion", pueblo.accion.clave), {"responsable": "Salud", "visto-responsable": huella("Planeación")},
        headers={"HX-Request": "true"},
    )  # fmt: skip
    assert respuesta.status_code == 200
    assert "Guardado a las" in respuesta.content.decode()
    assert Accion.objects.get(pk=pueblo.accion.pk).responsable == "Salud"


def test_unknown_choices_are_refused(pueblo, como, ir):
    enviar(
        como("enlace"), ir("accion", pueblo.accion.clave), "visto-nombre", temas=["inventado"], modalidad="inventada"
    )
    accion = Accion.objects.get(pk=pueblo.accion.pk)
    assert (accion.temas, accion.modalidad) == ([], "redes-internacionales")


def test_markup_and_templates_stay_text(pueblo, como, ir):
    malo = "<script>alert(1)</script>{{ 7*7 }}"
    enviar(como("enlace"), ir("accion", pueblo.accion.clave), "visto-nombre", nombre=malo, responsable=malo)
    for direccion in (ir("agenda"), ir("accion", pueblo.accion.clave), ir("agenda_enviar")):
        texto = como("enlace").get(direccion).content.decode()
        assert "<script>alert" not in texto
        assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7*7 }}" in texto


def test_new_eje_and_objetivo_follow_each_other(pueblo, como, ir):
    cliente = como("enlace")
    respuesta = enviar(cliente, ir("agenda_eje_nuevo"), "clave", nombre="Paz")
    eje = Eje.objects.get(nombre="Paz")
    assert respuesta.url == ir("agenda_objetivo_nuevo") + f"?eje={eje.clave}"
    enviar(cliente, respuesta.url, "clave", nombre="Hermanar escuelas", situacion="Ninguna hoy")
    assert eje.objetivos.get().situacion == "Ninguna hoy"
    enviar(cliente, ir("agenda_eje", eje.clave), "visto-nombre", nombre="Territorio de paz")
    assert Eje.objects.get(pk=eje.pk).nombre == "Territorio de paz"


def test_section_texts_are_saved(pueblo, como, ir):
    cliente = como("enlace")
    enviar(cliente, ir("agenda_texto", "presentacion"), "visto-resumen", resumen="Uno\nDos", titulo_en="Agenda")
    enviar(cliente, ir("agenda_texto", "equipo"), "visto-equipo_horas", equipo_horas="20")
    enviar(cliente, ir("agenda_texto", "seguimiento"), "visto-rendicion_fecha", rendicion_fecha="2027-11-30")
    pueblo.agenda.refresh_from_db()
    assert (pueblo.agenda.resumen, pueblo.agenda.titulo_en) == ("Uno\nDos", "Agenda")
    assert (pueblo.agenda.equipo_horas, pueblo.agenda.rendicion_fecha) == (20, dt.date(2027, 11, 30))
    assert cliente.get(ir("agenda_texto", "no-existe")).status_code == 404


def test_every_section_opens(pueblo, como, ir):
    cliente = como("enlace")
    for seccion in (
        "proposito",
        "presentacion",
        "gobernanza",
        "equipo",
        "elaboracion",
        "seguimiento",
        "nombres",
        "firmas",
    ):
        assert cliente.get(ir("agenda_texto", seccion)).status_code == 200


def test_a_meeting_posted_twice_is_one_and_can_be_edited(pueblo, como, ir):
    cliente, donde = como("enlace"), ir("agenda_texto", "elaboracion")
    datos = formulario_con(cliente.get(donde), "clave") | {"tema": "Taller", "fecha": "2026-02-01", "asistentes": "30"}
    datos.pop("_action")
    cliente.post(donde, datos)
    cliente.post(donde, datos)
    reunion = pueblo.agenda.reuniones.get()
    enviar(cliente, donde, f"visto-{reunion.clave}-memoria", **{f"{reunion.clave}-memoria": "Se acordó todo"})
    reunion.refresh_from_db()
    assert (reunion.asistentes, reunion.memoria) == (30, "Se acordó todo")
