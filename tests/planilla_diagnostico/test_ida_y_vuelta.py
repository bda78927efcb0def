"""A diagnostic goes out as a workbook and comes back: exactly what changed, nothing before accepting, nothing lost."""

import html
import io
import zipfile

import pytest

from diagnostico.apertura import abrir
from diagnostico.cierre import cerrar
from diagnostico.models import Diagnostico, Ruta
from diagnostico.planilla import planilla_de
from guardado.guardar import guardar
from guardado.huella import huella
from guardado.models import Recepcion
from guardado.planilla.asuntos import Suerte
from guardado.planilla.recepcion import proponer
from informes.hojas.entrantes import leer
from territorio.models import Territorio
from tests.planilla_diagnostico.conftest import PAGINA, persona
from tests.planilla_diagnostico.mano import Mano

pytestmark = pytest.mark.django_db
NADA = "Esta planilla no cambia nada"


def responder(diagnostico, clave, quien, **valores):
    """Answer on screen, as another person would."""
    fila = diagnostico.respuestas.get(clave=clave)
    for campo, valor in valores.items():
        guardar(fila, campo, valor, huella(getattr(fila, campo)), quien)


def propuesto(diagnostico) -> dict[str, tuple[str, str, str]]:
    """Give what the last workbook proposes: place → (what, before, after)."""
    fila = Diagnostico.objects.select_related("territorio__departamento").get(pk=diagnostico.pk)
    hecha = proponer(planilla_de(fila), Recepcion.objects.first())
    return {asunto.donde: (asunto.suerte, asunto.antes, asunto.ahora) for asunto in hecha.asuntos}


@pytest.mark.parametrize("ruta", [Ruta.CORTA, Ruta.COMPLETA])
def test_an_untouched_workbook_changes_nothing(bajar, subir, abierto, enlace, ruta):
    Diagnostico.objects.filter(pk=abierto.pk).update(ruta=ruta, temas=["educacion"])
    responder(abierto, "p1-1", enlace, valor="no_aplica", razon_no_aplica="=1+1\n\nNo hay", observacion="«Ñandú» 🌎")
    responder(abierto, "p1-2", enlace, observacion="  con blancos  ")
    modalidad = abierto.modalidades.get(modalidad="integracion")
    modalidad.nivel, modalidad.instrumentos = 0, [modalidad_instrumento(abierto)]
    modalidad.save()
    datos = bajar()
    assert NADA in subir(datos)
    assert NADA in subir(Mano(datos).guardar())
    assert not Recepcion.objects.exclude(aceptado={}).exists()


def modalidad_instrumento(diagnostico) -> str:
    """Give the first instrument of «integración» in the guide."""
    contenido = diagnostico.cuestionario.contenido
    integracion = next(m for m in contenido["modalidades"] if m["slug"] == "integracion")
    return (integracion.get("instrumentos") or integracion["datos"]["instrumentos"])[0]["slug"]


def test_only_the_questions_of_the_route_go_out(bajar, abierto):
    def cuantas() -> int:
        return len(leer(bajar()).hojas["Preguntas"]) - 1

    assert cuantas() == 20
    Diagnostico.objects.update(ruta=Ruta.COMPLETA)
    assert cuantas() == 35


def test_an_association_is_not_asked_what_is_for_municipalities(client, db):
    grupo = Territorio.objects.get(pk="ASM-AMA")
    quien = persona("ama@ama.test", grupo)
    abrir(grupo, quien, Ruta.COMPLETA)
    client.force_login(quien)
    datos = client.get("/panel/ASM-AMA/diagnostico/1/planilla/planilla.xlsx").content
    claves = {fila.en(1).valor for fila in leer(datos).hojas["Preguntas"]}
    assert "p7-1" in claves
    assert not {"p7-2", "p4-5"} & claves


def test_the_private_note_never_leaves(bajar, abierto, enlace):
    responder(abierto, "p1-1", enlace, valor="si", nota_privada="secretisimo", observacion="publica")
    with zipfile.ZipFile(io.BytesIO(bajar())) as paquete:
        todo = b"".join(paquete.read(nombre) for nombre in paquete.namelist())
    assert b"publica" in todo
    assert b"secretisimo" not in todo
    assert huella("secretisimo").encode() not in todo


def test_what_was_filled_is_listed_and_nothing_changes_before(bajar, subir, abierto):
    mano = Mano(bajar())
    escrito = [
        mano.escribir("Preguntas", "p1-1", "Respuesta", "Sí"),
        mano.escribir("Preguntas", "p1-2", "Respuesta", "en proceso"),
        mano.escribir("Preguntas", "p1-4", "Respuesta", "NO APLICA"),
        mano.escribir("Preguntas", "p1-4", "Si no aplica, por qué", "No hay archivo."),
        mano.escribir("Preguntas", "p2-1", "Observación", "=HYPERLINK(…)"[1:]),
        mano.escribir("Modalidades", "integracion", "Nivel", "2. Formulada"),
        mano.escribir("Modalidades", "redes-internacionales", "Nivel", 1),
        mano.escribir("Modalidades", "integracion", "Ventajas", "Frontera\ny café"),
        mano.escribir("Instrumentos", f"integracion.{modalidad_instrumento(abierto)}", "¿Ya lo usa?", "si"),
        mano.escribir("Condiciones", "c1", "¿Se cumple?", "No sabe"),
        mano.escribir("Temas", "educacion", "¿Trabajar en él?", "X"),
        mano.escribir("Motivaciones", "cultural", "Lugar", 1),
    ]
    pagina = html.unescape(subir(mano.guardar()))
    assert "12 celdas cambian" in pagina
    hallado = propuesto(abierto)
    assert sorted(hallado) == sorted(escrito)
    assert {suerte for suerte, _antes, _ahora in hallado.values()} == {Suerte.CAMBIA}
    assert hallado[escrito[1]] == (Suerte.CAMBIA, "", "En proceso")
    assert hallado[escrito[6]] == (Suerte.CAMBIA, "", "1. Explorada")
    assert not abierto.respuestas.exclude(valor="").exists()
    assert not abierto.modalidades.exclude(nivel=None).exists()
    assert Diagnostico.objects.get().temas == []


def test_accepting_all_saves_as_the_pages_do(bajar, subir, aceptar, abierto, enlace):
    abierto.respuestas.filter(clave="p1-1").update(valor="no", por_confirmar=True)
    abierto.respuestas.filter(clave="p1-2").update(valor="no", por_confirmar=True)
    mano = Mano(bajar())
    mano.escribir("Preguntas", "p1-1", "Respuesta", "Sí")
    mano.escribir("Preguntas", "p1-1", "Observación", "Está en planeación.")
    mano.escribir("Modalidades", "integracion", "Nivel", "2")
    instrumento = modalidad_instrumento(abierto)
    mano.escribir("Instrumentos", f"integracion.{instrumento}", "¿Ya lo usa?", "Sí")
    mano.escribir("Temas", "educacion", "¿Trabajar en él?", "Sí")
    mano.escribir("Temas", "seguridad", "¿Trabajar en él?", "Sí")
    mano.escribir("Motivaciones", "cultural", "Lugar", 1)
    mano.escribir("Condiciones", "c1", "¿Se cumple?", "Sí")
    datos = mano.guardar()
    subir(datos)
    assert "8 celdas cambiadas" in aceptar()
    primera = abierto.respuestas.get(clave="p1-1")
    assert (primera.valor, primera.observacion, primera.por_confirmar) == ("si", "Está en planeación.", False)
    assert abierto.respuestas.get(clave="p1-2").por_confirmar
    modalidad = abierto.modalidades.get(modalidad="integracion")
    assert (modalidad.nivel, modalidad.instrumentos) == (2, [instrumento])
    assert Diagnostico.objects.get().temas == ["educacion", "seguridad"]
    assert abierto.motivaciones.get(motivacion="cultural").lugar == 1
    assert abierto.condiciones.get(clave="c1").valor == "si"
    assert "8 celdas" not in aceptar()  # the second click of an impatient hand
    assert NADA in subir(datos)


def test_accepting_a_part_leaves_the_rest(bajar, subir, aceptar, abierto):
    mano = Mano(bajar())
    mano.escribir("Preguntas", "p1-1", "Respuesta", "Sí")
    mano.escribir("Preguntas", "p1-2", "Respuesta", "Sí")
    subir(mano.guardar())
    aceptar(hacer="marcado", asunto=["preguntas:p1-1:valor"])
    assert abierto.respuestas.get(clave="p1-1").valor == "si"
    assert abierto.respuestas.get(clave="p1-2").valor == ""
    assert len(propuesto(abierto)) == 1


def test_an_emptied_answer_is_a_change(bajar, subir, aceptar, abierto, enlace):
    responder(abierto, "p1-1", enlace, valor="si")
    mano = Mano(bajar())
    donde = mano.escribir("Preguntas", "p1-1", "Respuesta", None)
    subir(mano.guardar())
    assert propuesto(abierto) == {donde: (Suerte.CAMBIA, "Sí", "")}
    aceptar()
    assert abierto.respuestas.get(clave="p1-1").valor == ""


@pytest.mark.parametrize(
    ("hoja", "clave", "titulo", "valor", "razon"),
    [
        ("Preguntas", "p1-1", "Respuesta", "Quizás", "no está en la lista"),
        ("Preguntas", "p1-1", "Respuesta", '=HYPERLINK("http://malo.example","Sí")', "fórmula"),
        ("Preguntas", "p1-1", "Observación", "=cmd|' /C calc'!A0", "fórmula"),
        ("Preguntas", "p1-1", "Pregunta", "Otra pregunta", "solo para leer"),
        ("Preguntas", "p1-1", "Si no aplica, por qué", "x" * 1001, "1000"),
        ("Preguntas", "p1-1", "Observación", "x" * 4001, "4000"),
        ("Modalidades", "integracion", "Nivel", 9, "no está en la lista"),
        ("Motivaciones", "cultural", "Lugar", 6, "de 1 a 5"),
        ("Motivaciones", "cultural", "Lugar", "primero", "de 1 a 5"),
        ("Temas", "educacion", "¿Trabajar en él?", "tal vez", "«Sí» o «No»"),
        ("Preguntas", "p1-1", "Clave", "p9-9", "no está en esta planilla"),
        ("Preguntas", "p1-1", "Clave", "p1-2", "misma clave"),
    ],
)
def test_a_refused_cell_says_where_and_why(bajar, subir, aceptar, abierto, hoja, clave, titulo, valor, razon):
    mano = Mano(bajar())
    donde = mano.escribir(hoja, clave, titulo, valor)
    if titulo == "Clave":
        mano.celda(hoja, valor, "Respuesta").value = "Sí"
    pagina = html.unescape(subir(mano.guardar()))
    assert donde in pagina
    assert razon in pagina
    assert {suerte for suerte, *_resto in propuesto(abierto).values()} == {Suerte.RECHAZADA}
    aceptar()
    assert not abierto.respuestas.exclude(valor="").exists()
    assert not abierto.respuestas.exclude(observacion="").exists()


def test_a_row_that_did_not_come_back_is_said(bajar, subir, abierto):
    abierto.respuestas.filter(clave="p1-1").update(valor="si")
    mano = Mano(bajar())
    mano.libro["Preguntas"].delete_rows(mano.celda("Preguntas", "p1-1", "Respuesta").row)
    pagina = html.unescape(subir(mano.guardar()))
    assert "Una fila no vino en la planilla (1.1): lo guardado en ella sigue igual." in pagina
    assert propuesto(abierto) == {}


def test_two_people_on_one_answer_choose(bajar, subir, aceptar, abierto, otro):
    mano = Mano(bajar())
    donde = mano.escribir("Preguntas", "p1-1", "Respuesta", "Sí")
    responder(abierto, "p1-1", otro, valor="no")
    pagina = html.unescape(subir(mano.guardar()))
    assert "1 choque" in pagina
    assert propuesto(abierto) == {donde: (Suerte.CHOQUE, "No", "Sí")}
    aceptar()
    assert abierto.respuestas.get(clave="p1-1").valor == "no"
    visto = {"visto:preguntas:p1-1:valor": huella("no")}
    aceptar(**{"hacer": "marcado", "choque:preguntas:p1-1:valor": "planilla", **visto})
    assert abierto.respuestas.get(clave="p1-1").valor == "si"


def test_two_people_on_different_themes_do_not_clash(bajar, subir, aceptar, abierto, otro):
    mano = Mano(bajar())
    mano.escribir("Temas", "educacion", "¿Trabajar en él?", "Sí")
    fila = Diagnostico.objects.get()
    guardar(fila, "temas", ["seguridad"], huella([]), otro)
    subir(mano.guardar())
    assert {suerte for suerte, *_resto in propuesto(abierto).values()} == {Suerte.CAMBIA}
    aceptar()
    assert Diagnostico.objects.get().temas == ["educacion", "seguridad"]


def test_a_change_of_route_in_between_loses_nothing(bajar, subir, aceptar, abierto):
    Diagnostico.objects.update(ruta=Ruta.COMPLETA)
    mano = Mano(bajar())
    mano.escribir("Preguntas", "p1-3", "Respuesta", "Sí")
    Diagnostico.objects.update(ruta=Ruta.CORTA)
    subir(mano.guardar())
    aceptar()
    assert abierto.respuestas.get(clave="p1-3").valor == "si"


def test_a_closed_diagnostic_is_only_downloaded(client, bajar, subir, abierto, enlace, mutiscua):
    responder(abierto, "p1-1", enlace, valor="si")
    mano = Mano(bajar())
    mano.escribir("Preguntas", "p1-2", "Respuesta", "No")
    datos = mano.guardar()
    subir(datos)
    recepcion = Recepcion.objects.get()
    cerrar(abierto, enlace)
    pagina = html.unescape(client.get(PAGINA).content.decode())
    assert "ya está cerrado" in pagina
    assert 'type="file"' not in pagina
    assert "ya está cerrado" in subir(datos)
    tarde = client.post(f"{PAGINA}{recepcion.clave}/", {"hacer": "todo"}, follow=True).content.decode()
    assert "ya está cerrado" in tarde
    assert abierto.respuestas.get(clave="p1-2").valor == ""
    assert leer(bajar()).hojas["Preguntas"]


def test_who_may(client, bajar, abierto, lectora, asesora, otro):
    for quien in (lectora, asesora, otro):
        assert bajar(quien)
    for quien in (lectora, asesora):
        client.force_login(quien)
        assert client.post(PAGINA).status_code == 403
        assert 'type="file"' not in client.get(PAGINA).content.decode()
    client.force_login(persona("x@lejos.test"))
    assert client.get(f"{PAGINA}planilla.xlsx").status_code == 404
    assert client.get("/panel/54480/diagnostico/7/planilla/").status_code in (403, 404)
    client.force_login(otro)
    assert client.get("/panel/54480/diagnostico/7/planilla/").status_code == 404
