"""The screens, with and without htmx: what each person gets, and that nothing typed is lost or leaked."""

import html
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from diagnostico.apertura import abrir
from diagnostico.cierre import cerrar
from diagnostico.models import Diagnostico, Evidencia
from guardado.formularios import firmar_autor
from guardado.huella import huella
from guardado.models import Desencuentro

PASO = "/panel/54480/diagnostico/paso/construya/"
PAGINAS = [
    "/panel/54480/diagnostico/",
    PASO,
    "/panel/54480/diagnostico/modalidad/integracion/",
    "/panel/54480/diagnostico/modalidad/programas-de-gobernanza/",
    "/panel/54480/diagnostico/condiciones/",
    "/panel/54480/diagnostico/temas/",
    "/panel/54480/diagnostico/revisar/",
    "/panel/54480/diagnostico/resultado/1/",
    "/panel/54480/actores/",
    "/panel/54480/memoria/",
    "/panel/54480/plan-de-desarrollo/",
]
pytestmark = pytest.mark.django_db


def entrar(client, persona):
    client.force_login(persona)
    return client


def campo(diagnostico, clave, nombre="valor", valor="si", visto=None):
    fila = diagnostico.respuestas.get(clave=clave)
    return {f"{clave}-{nombre}": valor, f"visto-{clave}-{nombre}": visto or huella(getattr(fila, nombre))}


def test_first_visit_explains_and_opens(client, mutiscua, enlace):
    entrar(client, enlace)
    pagina = client.get("/panel/54480/diagnostico/").content.decode()
    assert "20 preguntas" in pagina
    assert "35 preguntas" in pagina
    respuesta = client.post("/panel/54480/diagnostico/", {"ruta": "completa"})
    assert respuesta.status_code == 302
    assert Diagnostico.objects.get(territorio=mutiscua).ruta == "completa"


def test_double_click_opens_one(client, mutiscua, enlace):
    entrar(client, enlace)
    for _ in range(2):
        client.post("/panel/54480/diagnostico/", {"ruta": "corta"})
    assert Diagnostico.objects.filter(territorio=mutiscua).count() == 1


@pytest.mark.parametrize("pagina", PAGINAS)
def test_who_may_see_each_page(client, abierto, enlace, responsable, lectora, asesora, extrania, pagina):
    for persona, esperado in [(enlace, 200), (responsable, 200), (lectora, 200), (asesora, 200), (extrania, 404)]:
        assert entrar(client, persona).get(pagina).status_code == esperado, persona
    client.logout()
    assert client.get(pagina).status_code == 302


@pytest.mark.parametrize("pagina", [*PAGINAS[:7], "/panel/54480/diagnostico/ruta/", "/panel/54480/actores/nuevo/"])
def test_who_may_not_write(client, abierto, lectora, asesora, extrania, pagina):
    for persona, esperado in [(lectora, 403), (asesora, 403), (extrania, 404)]:
        assert entrar(client, persona).post(pagina, {"ruta": "completa"}).status_code == esperado, persona
    abierto.refresh_from_db()
    assert (abierto.ruta, abierto.cerrado_en) == ("corta", None)


def test_answer_saved_by_a_plain_form(client, abierto, enlace):
    datos = campo(abierto, "p1-1") | campo(abierto, "p1-1", "observacion", "Está en archivo") | {"seguir": "1"}
    respuesta = entrar(client, enlace).post(PASO, datos)
    assert respuesta["Location"] == "/panel/54480/diagnostico/paso/tome/"
    fila = abierto.respuestas.get(clave="p1-1")
    assert (fila.valor, fila.observacion) == ("si", "Está en archivo")


def test_answer_saved_by_htmx_moves_the_progress(client, abierto, enlace):
    respuesta = entrar(client, enlace).post(PASO, campo(abierto, "p1-2", valor="no"), headers={"HX-Request": "true"})
    assert respuesta.status_code == 200
    cuerpo = respuesta.content.decode()
    assert "campo__estado--guardado" in cuerpo
    assert "1 de 20 respuestas" in cuerpo
    assert abierto.respuestas.get(clave="p1-2").valor == "no"


def test_two_people_on_one_answer_keep_both_texts(client, abierto, enlace, responsable):
    viejo = campo(abierto, "p1-1", "observacion", "Texto del enlace")
    entrar(client, responsable).post(PASO, campo(abierto, "p1-1", "observacion", "Texto de la alcaldesa"))
    respuesta = entrar(client, enlace).post(PASO, viejo)
    assert "Texto del enlace" in respuesta.content.decode()
    assert abierto.respuestas.get(clave="p1-1").observacion == "Texto de la alcaldesa"
    assert Desencuentro.objects.get().valor == "Texto del enlace"


def test_nonsense_answer_is_refused(client, abierto, enlace):
    entrar(client, enlace).post(PASO, campo(abierto, "p1-1", valor="quizas"))
    assert abierto.respuestas.get(clave="p1-1").valor == ""


def test_private_note_is_for_the_town_only(client, abierto, enlace, lectora, asesora):
    abierto.respuestas.filter(clave="p1-1").update(nota_privada="Pelea con la personería", valor="si")
    assert "Pelea con" in entrar(client, lectora).get(PASO).content.decode()
    for pagina in [PASO, *PAGINAS[6:8]]:
        assert "Pelea con" not in entrar(client, asesora).get(pagina).content.decode()


def test_reader_sees_text_and_no_buttons(client, abierto, lectora):
    pagina = entrar(client, lectora).get(PASO).content.decode()
    assert "Su rol es de lectura" in pagina
    assert 'name="p1-1-valor"' not in pagina
    assert "Guardar y seguir" not in pagina


def test_hostile_text_is_shown_as_text(client, abierto, enlace):
    malo = "<script>alert(1)</script> {{ 7*7 }} " + "largo " * 400
    entrar(client, enlace).post(PASO, campo(abierto, "p1-1", "observacion", malo.strip()) | campo(abierto, "p1-1"))
    for pagina in (PASO, "/panel/54480/diagnostico/resultado/1/"):
        cuerpo = client.get(pagina).content.decode()
        assert "<script>alert(1)" not in cuerpo
        assert html.escape("<script>alert(1)</script> {{ 7*7 }}") in cuerpo


def test_changing_route_loses_nothing(client, abierto, enlace):
    abierto.respuestas.filter(clave="p1-3").update(valor="si")  # only on the full route
    entrar(client, enlace).post("/panel/54480/diagnostico/ruta/", {"ruta": "completa"})
    assert "1 de 35 respuestas" in client.get("/panel/54480/diagnostico/").content.decode()
    client.post("/panel/54480/diagnostico/ruta/", {"ruta": "corta"})
    assert "0 de 20 respuestas" in client.get("/panel/54480/diagnostico/").content.decode()
    assert abierto.respuestas.get(clave="p1-3").valor == "si"


def test_copied_answers_are_confirmed_one_by_one_or_by_saving(client, mutiscua, abierto, enlace):
    abierto.respuestas.filter(clave__in=["p1-1", "p1-2", "p1-4"]).update(valor="si")
    cerrar(abierto, enlace)
    segundo = abrir(mutiscua, enlace)
    entrar(client, enlace).post(PASO, {"confirmar": "p1-1"})
    assert segundo.respuestas.filter(por_confirmar=True).count() == 2
    client.post(PASO, campo(segundo, "p1-2", valor="no"), headers={"HX-Request": "true"})
    assert not segundo.respuestas.get(clave="p1-2").por_confirmar
    client.post(PASO, {"seguir": "1"})
    assert not segundo.respuestas.filter(por_confirmar=True).exists()


def test_save_after_closing_is_refused(client, abierto, enlace):
    abierto.respuestas.filter(clave="p1-1").update(valor="si")
    datos = campo(abierto, "p1-2")
    entrar(client, enlace)
    assert client.post("/panel/54480/diagnostico/revisar/").status_code == 302
    assert client.post(PASO, datos).status_code == 302
    assert client.post(PASO, datos, headers={"HX-Request": "true"}).status_code == 409
    assert abierto.respuestas.get(clave="p1-2").valor == ""
    assert "ya está cerrado" in client.get(PASO).content.decode()


def test_text_that_arrives_after_closing_is_shown_again(client, abierto, enlace):
    abierto.respuestas.filter(clave="p1-1").update(valor="si")
    datos = campo(abierto, "p1-2", nombre="observacion", valor="Una frase larga y pensada")
    entrar(client, enlace)
    client.post("/panel/54480/diagnostico/revisar/")
    respuesta = client.post(PASO, datos | {"autor": firmar_autor(enlace)}, follow=True)
    assert "no se perdió" in respuesta.content.decode()
    assert "Una frase larga y pensada" in client.get(PASO).content.decode()
    assert abierto.respuestas.get(clave="p1-2").observacion == ""


def test_closing_twice_lands_on_the_result(client, abierto, responsable, enlace):
    abierto.respuestas.filter(clave="p1-1").update(valor="si")
    entrar(client, responsable)
    for _ in range(2):
        assert client.post("/panel/54480/diagnostico/revisar/")["Location"] == "/panel/54480/diagnostico/resultado/1/"
    cuerpo = client.get("/panel/54480/diagnostico/resultado/1/").content.decode()
    assert "19 preguntas quedaron sin contestar" in cuerpo
    assert 'class="grafica radar"' in cuerpo
    assert "Cómo se calcula" in cuerpo


def test_modality_conditions_and_themes_are_kept(client, abierto, enlace):
    entrar(client, enlace)
    nada = huella("")
    client.post(
        "/panel/54480/diagnostico/modalidad/integracion/",
        {
            "nivel": "2",
            "visto-nivel": nada,
            "instrumentos": ["provincias"],
            "visto-instrumentos": huella([]),
            "ventajas": "Frontera",
            "visto-ventajas": nada,
        },
    )
    fila = abierto.modalidades.get(modalidad="integracion")
    assert (fila.nivel, fila.ventajas) == (2, "Frontera")
    client.post("/panel/54480/diagnostico/condiciones/", {"c5-valor": "si", "visto-c5-valor": nada})
    assert abierto.condiciones.get(clave="c5").valor == "si"
    client.post(
        "/panel/54480/diagnostico/temas/",
        {
            "temas-temas": ["educacion", "seguridad"],
            "visto-temas-temas": huella([]),
            "cultural-lugar": "1",
            "visto-cultural-lugar": nada,
            "humanitaria-lugar": "1",
            "visto-humanitaria-lugar": nada,
        },
    )
    abierto.refresh_from_db()
    assert set(abierto.temas) == {"educacion", "seguridad"}
    assert "en el mismo lugar (1)" in client.get("/panel/54480/diagnostico/temas/").content.decode()


def evidencia(**datos):
    return {"clave": str(uuid.uuid4()), "titulo": "Acta 4", "enlace": "", "fecha_documento": "2024-05-31"} | datos


def test_evidence_by_link_is_added_once_and_removed(client, abierto, enlace):
    entrar(client, enlace)
    url = "/panel/54480/diagnostico/evidencia/nueva/p1-1/"
    datos = evidencia(enlace="https://mutiscua.gov.co/acta")
    for _ in range(2):
        assert client.post(url, datos)["Location"] == f"{PASO}#p1-1"
    fila = Evidencia.objects.get()
    assert (fila.respuesta.clave, str(fila.fecha_documento)) == ("p1-1", "2024-05-31")
    quitar = reverse("evidencia_quitar", args=["54480", fila.clave])
    assert "¿Quitar «Acta 4»?" in client.get(quitar).content.decode()
    for _ in range(2):
        assert client.post(quitar).status_code == 302
    assert not Evidencia.objects.exists()


def test_evidence_file_is_checked(client, abierto, enlace, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    entrar(client, enlace)
    url = "/panel/54480/diagnostico/evidencia/nueva/p1-1/"
    falso = SimpleUploadedFile("acta.pdf", b"MZ\x90\x00 ejecutable")
    assert client.post(url, evidencia(subido=falso)).status_code == 200
    assert client.post(url, evidencia()).status_code == 200  # neither file nor link
    assert not Evidencia.objects.exists()
    bueno = SimpleUploadedFile("acta.pdf", b"%PDF-1.7\n%%EOF")
    assert client.post(url, evidencia(subido=bueno)).status_code == 302
    assert Evidencia.objects.get().archivo.nombre == "acta.pdf"


def test_link_that_runs_code_is_refused(client, abierto, enlace):
    entrar(client, enlace).post(
        "/panel/54480/diagnostico/evidencia/nueva/p1-1/", evidencia(enlace="javascript:alert(1)")
    )
    assert not Evidencia.objects.exists()


def test_reader_cannot_add_evidence(client, abierto, lectora, asesora, extrania):
    url = "/panel/54480/diagnostico/evidencia/nueva/p1-1/"
    for persona, esperado in [(lectora, 403), (asesora, 403), (extrania, 404)]:
        assert entrar(client, persona).get(url).status_code == esperado
        assert client.post(url, evidencia(enlace="https://a.co")).status_code == esperado
    assert not Evidencia.objects.exists()


@pytest.mark.parametrize(("slug", "tope"), [("construya", 22), ("piense", 22)])
def test_a_step_costs_few_queries(client, abierto, enlace, django_assert_max_num_queries, slug, tope):
    for respuesta in abierto.respuestas.all():
        for n in range(3):
            Evidencia.objects.create(respuesta=respuesta, titulo=f"E{n}", enlace="https://a.co")
    entrar(client, enlace)
    url = f"/panel/54480/diagnostico/paso/{slug}/"
    client.get(url)
    with django_assert_max_num_queries(tope):
        client.get(url)


def test_sigue_igual_comes_back_to_its_question_and_says_it(client, mutiscua, abierto, enlace):
    abierto.respuestas.filter(clave__in=["p1-1", "p1-2"]).update(valor="si")
    cerrar(abierto, enlace)
    segundo = abrir(mutiscua, enlace)
    respuesta = entrar(client, enlace).post(PASO, {"confirmar": "p1-1"}, follow=True)
    assert respuesta.redirect_chain[0][0] == f"{PASO}#p1-1"
    cuerpo = respuesta.content.decode()
    assert "Confirmó 1 respuesta." in cuerpo
    assert "No había cambios" not in cuerpo
    assert segundo.respuestas.filter(por_confirmar=True).count() == 1


@pytest.mark.parametrize(
    "pagina",
    ["/panel/54480/diagnostico/", "/panel/54480/diagnostico/revisar/", "/panel/54480/diagnostico/resultado/1/"],
)
def test_overviews_cost_few_queries(client, abierto, enlace, sugeridas, django_assert_max_num_queries, pagina):
    abierto.respuestas.update(valor="no")
    for respuesta in abierto.respuestas.all():
        Evidencia.objects.create(respuesta=respuesta, titulo="E", enlace="https://a.co")
    entrar(client, enlace).get(pagina)
    with django_assert_max_num_queries(32):
        client.get(pagina)


def test_result_suggests_actions_with_their_reason(client, abierto, enlace, sugeridas):
    abierto.respuestas.filter(clave="p1-1").update(valor="no")
    cuerpo = entrar(client, enlace).get("/panel/54480/diagnostico/resultado/1/").content.decode()
    assert "Inventario de la memoria internacional" in cuerpo
    assert "Resultado provisional" in cuerpo


def test_neighbours_show_only_what_they_published(client, abierto, enlace, departamento, monkeypatch):
    from diagnostico import vecinos
    from territorio.models import Territorio, Vecindad

    silos, _ = Territorio.objects.get_or_create(
        codigo="54743", defaults={"nombre": "Silos", "tipo": "municipio", "departamento": departamento}
    )
    Vecindad.objects.get_or_create(a_id="54480", b=silos, defaults={"metodo": "prueba"})
    Diagnostico.objects.filter(pk=abierto.pk).update(temas=["educacion"])
    de_silos = abrir(silos, enlace)
    Diagnostico.objects.filter(pk=de_silos.pk).update(temas=["educacion"])
    pagina = "/panel/54480/diagnostico/resultado/1/"
    cuerpo = entrar(client, enlace).get(pagina).content.decode()
    assert "Silos" in cuerpo
    assert "Silos, Norte de Santander</a>: Educación" not in cuerpo
    monkeypatch.setattr(vecinos, "_fuentes", [lambda codigos: {"54743": {"educacion", "seguridad"}}])
    assert "Silos, Norte de Santander</a>: Educación</li>" in client.get(pagina).content.decode()
