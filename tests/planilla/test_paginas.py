"""The pages of the workbook: who may, in which state, and what a bad file gets."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from agenda.models import Agenda, Estado
from guardado.models import Recepcion
from guardado.planilla.vistas import XLSX
from tests.planilla.fabrica import Libreta, descargada, recibida, subida

pytestmark = pytest.mark.datos("nada")


def subir(cliente, direccion: str, datos: bytes, nombre: str = "planilla.xlsx"):
    """Upload and follow to where it leads."""
    return cliente.post(direccion, {"planilla": subida(datos, nombre)}, follow=True)


def texto(respuesta) -> str:
    """Give what a page says, without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", respuesta.content.decode()))


def test_the_whole_way_without_a_script(pueblo, como, ir):
    cliente = como("enlace")
    assert ir("agenda_planilla") in cliente.get(ir("agenda")).content.decode()
    assert ir("agenda_planilla_xlsx") in cliente.get(ir("agenda_planilla")).content.decode()
    hoja = cliente.get(ir("agenda_planilla_xlsx"))
    assert (hoja["Content-Type"], hoja["Cache-Control"]) == (XLSX, "private, no-store")
    libreta = Libreta(hoja.content)
    libreta.escribir("Acciones", 2, Acción="Misión <b>a</b> Génova", Termina="nunca")
    libreta.agregar("Ejes", Nombre="Nuevo")
    vista = subir(cliente, ir("agenda_planilla"), libreta.bytes(), "junta.xlsx")
    assert "1 celda cambia, 1 fila nueva, 1 rechazada." in texto(vista)
    assert "&lt;b&gt;a&lt;/b&gt;" in vista.content.decode()
    assert "Acciones!H2" in texto(vista)
    pueblo.accion.refresh_from_db()
    assert pueblo.accion.nombre == "Misión a Trieste"
    direccion = vista.redirect_chain[-1][0]
    asuntos = re.findall(r'name="asunto" value="([^"]+)" checked', vista.content.decode())
    hecho = cliente.post(direccion, {"asunto": asuntos, "hacer": "marcado"}, follow=True)
    assert "Hecho: 1 celda cambiada, 1 fila agregada." in texto(hecho)
    pueblo.accion.refresh_from_db()
    assert pueblo.accion.nombre == "Misión <b>a</b> Génova"
    otra_vez = cliente.post(direccion, {"asunto": asuntos, "hacer": "marcado"}, follow=True)
    assert "Eso ya estaba aceptado" in texto(otra_vez)
    assert pueblo.agenda.ejes.count() == 2
    assert "Acciones!H2" in texto(otra_vez)  # what was refused can still be read
    assert "Aceptada en parte" in texto(cliente.get(ir("agenda_planilla")))
    cerrada = texto(cliente.post(direccion, {"hacer": "cerrar"}, follow=True))
    assert "Lo que se aceptó" in cerrada
    assert "ya estaba cerrada" in texto(cliente.post(direccion, {"hacer": "todo"}, follow=True))


def test_all_or_none_are_marked_by_links(pueblo, como, ir):
    recepcion = recibida(pueblo.agenda, pueblo.enlace, lambda libreta: libreta.escribir("Acciones", 2, Acción="Otra"))
    direccion = ir("agenda_planilla_recibida", recepcion.clave)
    cliente = como("enlace")
    assert " checked" not in cliente.get(f"{direccion}?marcar=nada").content.decode()
    assert " checked" in cliente.get(f"{direccion}?marcar=todo").content.decode()


def test_what_has_to_be_mended_is_on_the_first_page(pueblo, como, ir, monkeypatch):
    monkeypatch.setattr("guardado.planilla.vistas.POR_PAGINA", 1)
    escribir = {"Acción": "Otra", "¿De qué depende?": "=1+1"}
    recepcion = recibida(pueblo.agenda, pueblo.enlace, lambda libreta: libreta.escribir("Acciones", 2, **escribir))
    vista = texto(como("enlace").get(ir("agenda_planilla_recibida", recepcion.clave)))
    assert "(una fórmula)" in vista
    assert "Página 1 de 2" in vista


def test_a_clash_says_who_wrote_the_other_text(pueblo, como, ir):
    recepcion = recibida(pueblo.agenda, pueblo.enlace, lambda libreta: libreta.escribir("Acciones", 2, Acción="Mía"))
    visto = re.search(
        r'name="visto-nombre" value="([^"]+)"',
        como("responsable").get(ir("accion", pueblo.accion.clave)).content.decode(),
    )
    como("responsable").post(ir("accion", pueblo.accion.clave), {"nombre": "Suya", "visto-nombre": visto[1]})
    vista = texto(como("enlace").get(ir("agenda_planilla_recibida", recepcion.clave)))
    assert "responsable lo cambió en el portal el" in vista
    assert "Dejar el del portal" in vista


def test_discarding_changes_nothing(pueblo, como, ir):
    recepcion = recibida(pueblo.agenda, pueblo.enlace, lambda libreta: libreta.escribir("Acciones", 2, Acción="Otra"))
    direccion = ir("agenda_planilla_recibida", recepcion.clave)
    assert "No se aceptó nada" in texto(como("enlace").post(direccion, {"hacer": "cerrar"}, follow=True))
    pueblo.accion.refresh_from_db()
    assert pueblo.accion.nombre == "Misión a Trieste"


@pytest.mark.parametrize(("quien", "baja", "sube"), [("lectora", 200, 403), ("asesora", 200, 403), ("ajena", 404, 404)])
def test_reading_is_not_uploading(pueblo, como, ir, quien, baja, sube):
    recepcion = recibida(pueblo.agenda, pueblo.enlace)
    cliente = como(quien)
    assert cliente.get(ir("agenda_planilla")).status_code == baja
    assert cliente.get(ir("agenda_planilla_xlsx")).status_code == baja
    assert cliente.post(ir("agenda_planilla"), {"planilla": subida(b"x")}).status_code == sube
    assert cliente.get(ir("agenda_planilla_recibida", recepcion.clave)).status_code == sube
    assert cliente.post(ir("agenda_planilla_recibida", recepcion.clave), {"hacer": "todo"}).status_code == sube


def test_what_was_sent_is_downloaded_and_not_uploaded(pueblo, como, ir):
    recepcion = recibida(pueblo.agenda, pueblo.enlace, lambda libreta: libreta.escribir("Acciones", 2, Acción="Otra"))
    Agenda.objects.filter(pk=pueblo.agenda.pk).update(estado=Estado.ENVIADA)
    cliente = como("enlace")
    assert cliente.get(ir("agenda_planilla_xlsx")).status_code == 200
    assert "La agenda está enviada" in texto(subir(cliente, ir("agenda_planilla"), descargada(pueblo.agenda)))
    cerrada = cliente.get(ir("agenda_planilla_recibida", recepcion.clave)).content.decode()
    assert 'name="hacer"' not in cerrada
    cliente.post(ir("agenda_planilla_recibida", recepcion.clave), {"hacer": "todo"})
    pueblo.accion.refresh_from_db()
    assert (pueblo.accion.nombre, Recepcion.objects.count()) == ("Misión a Trieste", 1)


def test_a_reception_of_another_town_is_not_found(pueblo, como, ir):
    ajena = recibida(pueblo.agenda_ajena, pueblo.ajena)
    assert como("enlace").get(ir("agenda_planilla_recibida", ajena.clave)).status_code == 404


def bomba() -> bytes:
    """Give a small file that says it is a workbook and holds 300 MB of blanks."""
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as paquete:
        paquete.writestr("[Content_Types].xml", "<Types/>")
        paquete.writestr("xl/workbook.xml", b" " * (300 * 1024 * 1024))
    return salida.getvalue()


@pytest.mark.parametrize(
    ("datos", "dice"),
    [
        (b"", "vací"),
        (b"esto no es un libro", "."),
        (b"PK\x03\x04roto", "."),
        (b"0" * (30 * 1024 * 1024), "pesa más de 5 MB"),
    ],
)
def test_a_bad_file_gets_a_sentence(pueblo, como, ir, datos, dice):
    respuesta = subir(como("enlace"), ir("agenda_planilla"), datos)
    aviso = re.search(r'<p class="campo__error" id="planilla-error">(.*?)</p>', respuesta.content.decode(), re.DOTALL)
    assert respuesta.status_code == 200
    assert aviso, texto(respuesta)
    assert dice in aviso[1]
    assert 'aria-describedby="planilla-error" autofocus>' in respuesta.content.decode()
    assert not Recepcion.objects.exists()


def test_a_bomb_a_foreign_book_and_that_of_another_town_get_a_sentence(pueblo, como, ir):
    cliente = como("enlace")
    import openpyxl

    libro = io.BytesIO()
    openpyxl.Workbook().save(libro)
    for datos, dice in (
        (bomba(), "."),
        (libro.getvalue(), "no salió de este portal"),
        (descargada(pueblo.agenda_ajena), "es de otro territorio"),
    ):
        assert dice in texto(subir(cliente, ir("agenda_planilla"), datos))
    assert not Recepcion.objects.exists()


def test_no_file_says_so(pueblo, como, ir):
    assert "Escoja el archivo" in texto(como("enlace").post(ir("agenda_planilla"), {}, follow=True))
