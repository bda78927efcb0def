"""Workbooks that were forged, changed, or brought to the wrong page: a sentence, and nothing is written."""

import html

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agenda.comienzo import comenzar
from cuentas.models import Rol
from diagnostico.apertura import abrir
from diagnostico.models import Diagnostico, Respuesta
from guardado.models import Recepcion
from territorio.models import Periodo, Territorio
from tests.informes import planillas_hostiles as hostiles
from tests.planilla_diagnostico.conftest import PAGINA, persona
from tests.planilla_diagnostico.mano import Mano

pytestmark = pytest.mark.django_db


def test_the_workbook_of_another_territory_is_refused(bajar, subir, client, enlace):
    vecino = Territorio.objects.get(pk="54174")  # Chitagá
    otra = persona("x@chitaga.test", vecino)
    abrir(vecino, otra)
    ajeno = bajar(otra, "/panel/54174/diagnostico/1/planilla/")
    pagina = html.unescape(subir(ajeno))
    assert "es de otro territorio (54174)" in pagina
    assert not Recepcion.objects.exists()


def test_a_forged_territory_writes_only_here(bajar, subir, aceptar, abierto):
    """Keys name questions, not rows: with the mark of Mutiscua, a workbook from elsewhere fills Mutiscua's."""
    vecino = Territorio.objects.get(pk="54174")
    otra = persona("x@chitaga.test", vecino)
    ajeno = abrir(vecino, otra)
    mano = Mano(bajar(otra, "/panel/54174/diagnostico/1/planilla/"))
    for fila in mano.libro["_portal"].iter_rows():
        if fila[0].value == "territorio":
            fila[1].value = "54480"
    mano.escribir("Preguntas", "p1-1", "Respuesta", "Sí")
    subir(mano.guardar())
    aceptar()
    assert Respuesta.objects.get(diagnostico=abierto, clave="p1-1").valor == "si"
    assert Respuesta.objects.get(diagnostico=ajeno, clave="p1-1").valor == ""


def test_nobody_opens_a_reception_of_another_territory(client, bajar, subir, abierto):
    mano = Mano(bajar())
    mano.escribir("Preguntas", "p1-1", "Respuesta", "Sí")
    subir(mano.guardar())
    vecino = Territorio.objects.get(pk="54174")
    otra = persona("x@chitaga.test", vecino, Rol.RESPONSABLE)
    abrir(vecino, otra)
    client.force_login(otra)
    clave = Recepcion.objects.get().clave
    for pagina in (PAGINA, "/panel/54174/diagnostico/1/planilla/"):
        assert client.get(f"{pagina}{clave}/").status_code == 404
        assert client.post(f"{pagina}{clave}/", {"hacer": "todo"}).status_code == 404
    assert not Respuesta.objects.exclude(valor="").exists()


def test_forged_digests_give_no_more_than_a_stale_page(bajar, subir, aceptar, abierto, otro):
    from guardado.guardar import guardar
    from guardado.huella import huella

    mano = Mano(bajar())
    mano.escribir("Preguntas", "p1-1", "Respuesta", "Sí")
    for fila in mano.libro["_portal"].iter_rows():
        if fila[0].value == "fila" and fila[2].value == "p1-1":
            fila[3].value = "valor=ffffffffffffffff observacion=no-es-una-huella"
    respuesta = abierto.respuestas.get(clave="p1-1")
    guardar(respuesta, "valor", "no", huella(""), otro)
    pagina = html.unescape(subir(mano.guardar()))
    assert "1 choque" in pagina
    aceptar()
    respuesta.refresh_from_db()
    assert respuesta.valor == "no"


def test_another_number_of_diagnostic_is_refused(bajar, subir, abierto, enlace, mutiscua):
    from diagnostico.cierre import cerrar

    primero = bajar()
    abierto.respuestas.filter(clave="p1-1").update(valor="si")
    cerrar(Diagnostico.objects.get(), enlace)
    abrir(mutiscua, enlace)
    pagina = html.unescape(subir(primero, pagina="/panel/54480/diagnostico/2/planilla/"))
    assert "es de diagnóstico 1 y esta página es de diagnóstico 2" in pagina


def test_agenda_and_diagnostic_are_not_taken_for_each_other(client, bajar, subir, enlace, mutiscua):
    periodo = Periodo.objects.get(pk="2024-2027")
    comenzar(mutiscua, periodo, enlace)
    client.force_login(enlace)
    de_agenda = client.get("/panel/54480/agenda/2024-2027/planilla/planilla.xlsx")
    assert de_agenda.status_code == 200
    assert "es de otra cosa" in html.unescape(subir(de_agenda.content))
    assert "es de otra cosa" in html.unescape(subir(bajar(), pagina="/panel/54480/agenda/2024-2027/planilla/"))
    assert not Recepcion.objects.exists()


def test_without_its_hidden_sheet_it_says_what_to_do(bajar, subir):
    mano = Mano(bajar())
    del mano.libro["_portal"]
    assert "perdió su hoja oculta" in html.unescape(subir(mano.guardar()))


@pytest.mark.parametrize(
    ("datos", "dice"),
    [
        (b"", "vacío"),
        (b"hola", "no es una hoja de cálculo"),
        (b"PK\x03\x04 roto", "dañado"),
        (hostiles.risas(), "dañado"),
        (hostiles.libro(otras={"xl/vbaProject.bin": b"x"}), "macros"),
        (bytes(6 * 1024 * 1024), "más de 5 MB"),
    ],
)
def test_a_bad_file_gets_a_sentence(subir, datos, dice):
    assert dice in html.unescape(subir(datos))
    assert not Recepcion.objects.exists()


def test_without_a_file_it_asks_for_one(client, enlace, abierto):
    client.force_login(enlace)
    assert "Escoja el archivo" in client.post(PAGINA, follow=True).content.decode()


def test_two_uploads_of_one_file_are_one(bajar, subir):
    datos = bajar()
    subir(datos)
    subir(datos)
    assert Recepcion.objects.count() == 1


def test_an_expired_session_sends_to_the_login_and_says_what_became_of_the_file(client, enlace, abierto):
    from guardado.models import Recepcion

    respuesta = client.post(PAGINA, {"planilla": SimpleUploadedFile("planilla.xlsx", b"PK")})
    assert respuesta.status_code == 302
    assert "/cuenta/entrar/" in respuesta["Location"]
    assert "El archivo no se subió" in client.get(respuesta["Location"]).content.decode()
    assert not Recepcion.objects.exists()


def test_two_tabs_accept_once(bajar, subir, aceptar, client, abierto, otro):
    from diagnostico.models import Respuesta

    mano = Mano(bajar())
    mano.escribir("Preguntas", "p1-1", "Respuesta", "Sí")
    subir(mano.guardar())
    aceptar()
    Respuesta.objects.filter(diagnostico=abierto, clave="p1-1").update(valor="no")
    aceptar(otro)
    assert Respuesta.objects.get(diagnostico=abierto, clave="p1-1").valor == "no"


def test_text_of_people_never_becomes_markup_nor_formula(bajar, subir, aceptar, abierto):
    import io

    import openpyxl

    malo = '<script>alert(1)</script>=HYPERLINK("http://malo.example")'
    mano = Mano(bajar())
    mano.escribir("Preguntas", "p1-1", "Observación", malo)
    celda = mano.celda("Preguntas", "p1-2", "Observación")
    celda.value, celda.data_type = "=1+1", "s"
    pagina = subir(mano.guardar())
    assert "<script>alert" not in pagina
    aceptar()
    assert abierto.respuestas.get(clave="p1-1").observacion == malo
    vuelto = openpyxl.load_workbook(io.BytesIO(bajar()))["Preguntas"]
    hallada = next(celda for fila in vuelto.iter_rows() for celda in fila if celda.value == "=1+1")
    assert (hallada.data_type, hallada.quotePrefix) == ("s", True)
