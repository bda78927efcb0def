"""A page of forms that keep: one view for a browser and for htmx, clashes, errors, expired sessions."""

import pytest
from django import forms
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.test import Client, RequestFactory
from django.urls import path

from agenda.models import Accion
from fcm_portal import urls as raiz
from formato.campos import CampoFecha
from guardado.formularios import FormularioGuardado, firmar_autor
from guardado.huella import huella
from guardado.models import Desencuentro
from guardado.sesion_vencida import token_vencido
from guardado.vistas import atender

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


class FormularioAccion(FormularioGuardado):
    """Fields of several kinds."""

    inicio = CampoFecha(required=False)
    fin = CampoFecha(required=False)
    temas = forms.MultipleChoiceField(
        choices=[("turismo", "Turismo"), ("educacion", "Educación")],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Accion
        fields = ["nombre", "responsable", "temas", "inicio", "fin", "descripcion"]

    def revisar(self, valores):
        if valores["inicio"] and valores["fin"] and valores["fin"] < valores["inicio"]:
            return {"fin": "Termina antes de empezar.", "inicio": "Empieza después de terminar."}
        return {}


@login_required
def pagina(request, pk):
    accion = Accion.objects.select_related("objetivo__eje__agenda").get(pk=pk)
    formulario = FormularioAccion(instance=accion, usuario=request.user, direccion=request.path)
    return atender(request, [formulario], destino=request.path, plantilla="fcm_prueba.html")


urlpatterns = [path("prueba/<int:pk>/", pagina, name="prueba"), *raiz.urlpatterns]

PLANTILLA = """{% load crispy_forms_filters %}<!doctype html>{% include "components/avisos_guardado.html" %}
<form method="post">{% for f in formularios %}{% include "components/formulario_oculto.html" with formulario=f %}
{% for campo in f %}{% include "components/campo.html" %}{% endfor %}{% endfor %}</form>"""


@pytest.fixture(autouse=True)
def plantilla(settings):
    settings.TEMPLATES = [
        {
            **settings.TEMPLATES[0],
            "APP_DIRS": False,
            "OPTIONS": {
                **settings.TEMPLATES[0]["OPTIONS"],
                "loaders": [
                    ("django.template.loaders.locmem.Loader", {"fcm_prueba.html": PLANTILLA}),
                    "django.template.loaders.filesystem.Loader",
                    "django.template.loaders.app_directories.Loader",
                ],
            },
        }
    ]


def cliente(usuario, **opciones):
    navegador = Client(**opciones)
    navegador.force_login(usuario)
    return navegador


def enviar(navegador, accion, *, htmx=False, **campos):
    """Post fields as (typed, seen) pairs."""
    datos = {}
    for nombre, (valor, visto) in campos.items():
        datos[nombre] = valor
        datos[f"visto-{nombre}"] = huella(visto)
    return navegador.post(f"/prueba/{accion.pk}/", datos, headers={"HX-Request": "true"} if htmx else {})


def test_a_browser_saves_the_page_and_is_redirected(accion, ana):
    respuesta = enviar(
        cliente(ana), accion, responsable=("Turismo", "Planeación"), temas=(["turismo", "educacion"], [])
    )
    assert respuesta.status_code == 302
    accion.refresh_from_db()
    assert accion.responsable == "Turismo"
    assert sorted(accion.temas) == ["educacion", "turismo"]


def test_unticking_everything_empties_the_set(accion, ana):
    Accion.objects.filter(pk=accion.pk).update(temas=["turismo"])
    cliente(ana).post(f"/prueba/{accion.pk}/", {"visto-temas": huella(["turismo"])})
    accion.refresh_from_db()
    assert accion.temas == []


def test_a_field_that_did_not_come_is_not_touched(accion, ana):
    enviar(cliente(ana), accion, descripcion=("Texto", ""))
    accion.refresh_from_db()
    assert (accion.nombre, accion.descripcion) == ("Acción uno", "Texto")


def test_htmx_gets_only_the_foot_of_its_field(accion, ana):
    respuesta = enviar(cliente(ana), accion, htmx=True, responsable=("Turismo", "Planeación"))
    texto = respuesta.content.decode()
    assert respuesta.status_code == 200
    assert "Guardado a las" in texto
    assert f'name="visto-responsable" value="{huella("Turismo")}"' in texto
    assert "<form" not in texto


def test_a_bad_value_gets_a_sentence_keeps_what_was_typed_and_saves_the_rest(accion, ana):
    respuesta = enviar(cliente(ana), accion, nombre=("", "Acción uno"), responsable=("Turismo", "Planeación"))
    texto = respuesta.content.decode()
    assert respuesta.status_code == 200
    assert "campo--error" in texto
    accion.refresh_from_db()
    assert (accion.nombre, accion.responsable) == ("Acción uno", "Turismo")


def test_dates_out_of_order_are_refused_beside_the_field_and_kept_as_typed(accion, ana):
    respuesta = enviar(cliente(ana), accion, inicio=("2026-05-01", ""), fin=("2026-01-01", ""))
    texto = respuesta.content.decode()
    assert "Termina antes de empezar." in texto
    assert 'value="2026-01-01"' in texto
    accion.refresh_from_db()
    assert accion.fin is None


def test_two_browsers_on_one_field_see_both_texts(accion, ana, beto):
    enviar(cliente(ana), accion, responsable=("De Ana", "Planeación"))
    respuesta = enviar(cliente(beto), accion, responsable=("De Beto", "Planeación"))
    texto = respuesta.content.decode()
    assert "De Ana" in texto
    assert "De Beto" in texto
    assert "Ana cambió este campo el" in texto
    accion.refresh_from_db()
    assert accion.responsable == "De Ana"


def test_choosing_the_kept_text_saves_it_and_settles_the_clash(accion, ana, beto):
    enviar(cliente(ana), accion, responsable=("De Ana", "Planeación"))
    enviar(cliente(beto), accion, htmx=True, responsable=("De Beto", "Planeación"))
    desencuentro = Desencuentro.objects.get()
    eleccion = f"{desencuentro.clave}:mio:{huella('De Ana')}"
    respuesta = cliente(beto).post(f"/prueba/{accion.pk}/", {"desencuentro": eleccion})
    assert respuesta.status_code == 302
    accion.refresh_from_db()
    assert accion.responsable == "De Beto"
    assert not Desencuentro.objects.abiertos().exists()


def test_choosing_is_a_save_like_any_other_when_the_field_moved_again(accion, ana, beto):
    enviar(cliente(ana), accion, responsable=("De Ana", "Planeación"))
    enviar(cliente(beto), accion, responsable=("De Beto", "Planeación"))
    Accion.objects.filter(pk=accion.pk).update(responsable="De un tercero")
    desencuentro = Desencuentro.objects.get()
    respuesta = cliente(beto).post(
        f"/prueba/{accion.pk}/", {"desencuentro": f"{desencuentro.clave}:mio:{huella('De Ana')}"}
    )
    assert respuesta.status_code == 200
    accion.refresh_from_db()
    assert accion.responsable == "De un tercero"
    assert Desencuentro.objects.abiertos().exists()


def test_leaving_the_stored_text_settles_the_clash(accion, ana, beto):
    enviar(cliente(ana), accion, responsable=("De Ana", "Planeación"))
    enviar(cliente(beto), accion, responsable=("De Beto", "Planeación"))
    desencuentro = Desencuentro.objects.get()
    cliente(ana).post(f"/prueba/{accion.pk}/", {"desencuentro": f"{desencuentro.clave}:actual"})
    accion.refresh_from_db()
    desencuentro.refresh_from_db()
    assert accion.responsable == "De Ana"
    assert desencuentro.resuelto_por == ana


def test_merging_by_hand_settles_the_clash_it_showed(accion, ana, beto):
    enviar(cliente(ana), accion, responsable=("De Ana", "Planeación"))
    enviar(cliente(beto), accion, responsable=("De Beto", "Planeación"))
    cliente(beto).post(
        f"/prueba/{accion.pk}/",
        {
            "responsable": "De los dos",
            "visto-responsable": huella("De Ana"),
            "unido-responsable": str(Desencuentro.objects.get().clave),
        },
    )
    assert not Desencuentro.objects.abiertos().exists()


def test_a_malformed_choice_is_ignored(accion, ana):
    assert cliente(ana).post(f"/prueba/{accion.pk}/", {"desencuentro": "x:mio:y"}).status_code == 302


def test_an_expired_session_keeps_the_text_for_the_same_person(accion, ana):
    navegador = Client()
    largo = "Un texto largo. " * 200
    respuesta = navegador.post(
        f"/prueba/{accion.pk}/",
        {"descripcion": largo, "visto-descripcion": huella(""), "autor": firmar_autor(ana), "password": "secreta"},
    )
    assert respuesta["Location"].startswith("/cuenta/entrar/")
    assert "secreta" not in str(dict(navegador.session))
    navegador.force_login(ana)
    texto = navegador.get(f"/prueba/{accion.pk}/").content.decode()
    assert largo.strip() in texto
    assert "Todavía no está guardado" in texto
    accion.refresh_from_db()
    assert accion.descripcion == ""
    enviar(navegador, accion, descripcion=(largo, ""))
    assert largo.strip() in Accion.objects.get(pk=accion.pk).descripcion
    assert "Todavía no está guardado" not in navegador.get(f"/prueba/{accion.pk}/").content.decode()


def test_the_kept_text_is_discarded_for_anyone_else(accion, ana, beto):
    navegador = Client()
    navegador.post(
        f"/prueba/{accion.pk}/",
        {"descripcion": "De Ana", "visto-descripcion": huella(""), "autor": firmar_autor(ana)},
    )
    navegador.force_login(beto)
    assert "De Ana" not in navegador.get(f"/prueba/{accion.pk}/").content.decode()
    navegador.force_login(ana)
    assert "De Ana" not in navegador.get(f"/prueba/{accion.pk}/").content.decode()


def test_a_forged_author_keeps_nothing(accion):
    navegador = Client()
    navegador.post(f"/prueba/{accion.pk}/", {"descripcion": "x", "visto-descripcion": "y", "autor": "1"})
    assert "texto_pendiente" not in navegador.session


def test_a_text_over_200_kb_is_not_kept_in_the_session(accion, ana):
    navegador = Client()
    navegador.post(f"/prueba/{accion.pk}/", {"descripcion": "x" * 210_000, "autor": firmar_autor(ana)})
    assert "texto_pendiente" not in navegador.session


def test_htmx_without_session_gets_401(accion):
    assert enviar(Client(), accion, htmx=True, responsable=("x", "")).status_code == 401


def test_a_stale_token_of_the_same_person_shows_the_text_again(accion, ana):
    navegador = cliente(ana, enforce_csrf_checks=True)
    respuesta = navegador.post(
        f"/prueba/{accion.pk}/",
        {"descripcion": "Mi texto", "visto-descripcion": huella(""), "autor": firmar_autor(ana)},
    )
    assert respuesta.status_code == 302
    assert "Mi texto" in navegador.get(f"/prueba/{accion.pk}/").content.decode()


def test_a_stale_token_by_htmx_gets_401_and_a_fresh_token(accion, ana):
    navegador = cliente(ana, enforce_csrf_checks=True)
    navegador.defaults["HTTP_X_PERSONA"] = str(ana.pk)
    respuesta = enviar(navegador, accion, htmx=True, responsable=("x", ""))
    assert respuesta.status_code == 401
    assert respuesta["X-Token"]


def test_a_page_drawn_for_another_person_gets_no_token_to_save_with(accion, ana, beto):
    navegador = cliente(beto, enforce_csrf_checks=True)
    navegador.defaults["HTTP_X_PERSONA"] = str(ana.pk)
    respuesta = enviar(navegador, accion, htmx=True, responsable=("x", ""))
    assert respuesta.status_code == 401
    assert "X-Token" not in respuesta


def test_a_button_without_text_leaves_nothing_to_recover(accion, ana):
    navegador = Client()
    navegador.post(f"/prueba/{accion.pk}/", {"autor": firmar_autor(ana)})
    assert "texto_pendiente" not in navegador.session


def test_user_text_never_becomes_markup(accion, ana):
    enviar(cliente(ana), accion, descripcion=("<script>alert(1)</script>{{ 7*7 }}", ""))
    texto = cliente(ana).get(f"/prueba/{accion.pk}/").content.decode()
    assert "<script>alert(1)" not in texto
    assert "{{ 7*7 }}" in texto


def test_who_clashes_with_oneself_in_two_pages_is_told_so(accion, ana):
    enviar(cliente(ana), accion, responsable=("Primera página", "Planeación"))
    texto = enviar(cliente(ana), accion, responsable=("Segunda página", "Planeación")).content.decode()
    assert "Usted cambió este campo en otra página" in texto


@pytest.mark.parametrize(
    ("camino", "siguiente"),
    [
        ("", "next=%2Fprueba%2F{pk}%2F%3Fpaso%3D2%26de%3Da%2520b"),
        ("//malo.example/", "next=%2F%252Fmalo.example%2F%3Fpaso%3D2%26de%3Da%2520b"),
    ],
)
def test_the_way_back_keeps_its_query_and_is_never_another_host(accion, ana, camino, siguiente):
    ruta = f"/prueba/{accion.pk}/"
    peticion = RequestFactory().post(
        f"{ruta}?paso=2&de=a%20b",
        {"descripcion": "Mi texto", "autor": firmar_autor(ana)},
        PATH_INFO=camino or ruta,
    )
    peticion.session, peticion.user, peticion._messages = {}, AnonymousUser(), CookieStorage(peticion)
    respuesta = token_vencido(peticion)
    assert respuesta["Location"] == f"/cuenta/entrar/?{siguiente.format(pk=accion.pk)}"
