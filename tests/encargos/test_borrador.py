"""The draft as PDF, on demand: one at a time per person, seen while it is made, the same one while nothing changes."""

from __future__ import annotations

import datetime as dt
import logging
import threading

import pytest
from django.db import IntegrityError, connections, transaction
from django.test import Client
from django.utils.timezone import now

from agenda.encargos import borrador
from agenda.encargos.marcha import Detenido, hacer
from agenda.models import Agenda, Encargo
from agenda.salidas import pdf
from cuentas.models import Vinculacion
from tests.agenda_flujo.mundo import persona

pytestmark = pytest.mark.datos("nada")
PAGINA = "/panel/19137/agenda/2024-2027/borrador/"
ARCHIVO = "/panel/19137/agenda/2024-2027/borrador.pdf"


@pytest.fixture
def dibujadas(monkeypatch) -> list[tuple]:
    """Draw in no time; give what was drawn: edition and language."""
    hechas: list[tuple] = []

    def dibujar(agenda, ahora=None, edicion="completa", idioma="es"):
        hechas.append((edicion, idioma))
        return f"%PDF-1.7 {agenda.titulo} {edicion} {idioma}".encode()

    monkeypatch.setattr(pdf, "dibujar_borrador", dibujar)
    return hechas


@pytest.fixture
def preparar(en_fondo, entrar, dibujadas):
    """Give a function by which a person asks for the draft and it is made."""

    def hacerlo(usuario, **datos) -> Encargo:
        with en_fondo():
            respuesta = entrar(usuario).post(PAGINA, datos)
        assert respuesta.headers["Location"] == PAGINA
        return Encargo.objects.de(usuario).first()

    return hacerlo


def contenido(respuesta) -> bytes:
    return b"".join(respuesta.streaming_content)


def test_asked_drawn_and_opened(plan, preparar, dibujadas, client):
    hecho = preparar(plan.enlace, edicion="minima", idioma="en")
    assert dibujadas == [("minima", "en")]
    assert (hecho.estado, hecho.hechas, hecho.total) == ("hecho", 7, 7)
    pagina = client.get(PAGINA).content.decode()
    assert "Su borrador está listo" in pagina
    assert "every 2s" not in pagina
    assert f'href="{ARCHIVO}?edicion=minima&amp;idioma=en"' in pagina
    respuesta = client.get(f"{ARCHIVO}?edicion=minima&idioma=en")
    assert contenido(respuesta).endswith(b"minima en")
    assert respuesta.headers["Content-Type"] == "application/pdf"
    assert respuesta.headers["Cache-Control"] == "private, no-store"
    assert 'filename="borrador-caldono-2024-2027-minima-en-' in respuesta.headers["Content-Disposition"]


def test_an_address_alone_writes_nothing_and_leads_to_the_page(plan, entrar, dibujadas):
    respuesta = entrar(plan.enlace).get(ARCHIVO)
    assert respuesta.headers["Location"] == PAGINA
    entrar(plan.enlace).get(PAGINA)
    assert not Encargo.objects.exists()
    assert dibujadas == []


def test_what_is_no_edition_is_the_complete_one_in_spanish(plan, preparar, dibujadas):
    preparar(plan.enlace, edicion="x", idioma="../")
    assert dibujadas == [("completa", "es")]


def test_the_same_draft_is_given_while_nothing_changes(plan, preparar, dibujadas, client):
    primero = preparar(plan.enlace)
    assert preparar(plan.enlace) == primero
    assert "nada ha cambiado" in client.get(PAGINA).content.decode()
    assert len(dibujadas) == 1
    preparar(plan.enlace, edicion="resumen")  # another edition is another draft
    plan.accion.nombre = "Misión comercial a Génova"
    plan.accion.save()
    segundo = preparar(plan.enlace)
    assert segundo.pk != primero.pk
    assert len(dibujadas) == 3
    assert contenido(client.get(f"{ARCHIVO}?edicion=completa")).endswith(b"completa es")
    assert client.get(PAGINA).content.decode().count("Otros que tiene listos") == 1


def test_it_goes_after_a_day(plan, preparar, client):
    hecho = preparar(plan.enlace)
    assert hecho.vence_en - hecho.terminado_en == dt.timedelta(days=1)
    Encargo.objects.update(vence_en=now())
    assert client.get(ARCHIVO).headers["Location"] == PAGINA
    assert preparar(plan.enlace).pk != hecho.pk


# whose it is


def test_each_person_has_their_own(plan, preparar, entrar):
    preparar(plan.enlace)
    assert entrar(plan.responsable).get(ARCHIVO).headers["Location"] == PAGINA
    for quien in (plan.lectora, plan.asesora, plan.coordinacion):
        assert preparar(quien).estado == "hecho"
        assert entrar(quien).get(ARCHIVO).status_code == 200
    for direccion in (PAGINA, ARCHIVO):
        assert entrar(plan.extrana).get(direccion).status_code == 404
    assert entrar(plan.extrana).post(PAGINA).status_code == 404


def test_who_leaves_the_territory_loses_it(plan, preparar, entrar):
    preparar(plan.enlace)
    pendiente = Encargo.objects.create(
        usuario=plan.enlace, clase="borrador", agenda=plan.agenda, edicion="minima", idioma="es"
    )
    Vinculacion.objects.filter(usuario=plan.enlace).update(hasta=now())
    assert entrar(plan.enlace).get(ARCHIVO).status_code == 404
    hacer(pendiente.pk, borrador.dibujar)
    pendiente.refresh_from_db()
    assert (pendiente.estado, pendiente.archivo.name) == ("fallido", "")


def test_one_of_each_class_at_a_time(mundo):
    datos = {
        "usuario": mundo.enlace,
        "clase": "borrador",
        "agenda": mundo.agenda,
        "edicion": "completa",
        "idioma": "es",
    }
    Encargo.objects.create(**datos)
    with pytest.raises(IntegrityError), transaction.atomic():
        Encargo.objects.create(**datos | {"edicion": "minima"})
    Encargo.objects.create(**datos | {"usuario": mundo.responsable})
    Encargo.objects.update(estado="cancelado")
    Encargo.objects.create(**datos)


def test_a_second_request_joins_the_first_and_blocks_nobody_else(plan, preparar, entrar):
    vivo = Encargo.objects.create(
        usuario=plan.enlace, clase="borrador", agenda=plan.agenda, edicion="completa", idioma="es",
        estado="curso", latido_en=now(),
    )  # fmt: skip
    assert preparar(plan.enlace) == vivo
    respuesta = entrar(plan.enlace).post(PAGINA, {"edicion": "resumen"}, follow=True)
    assert "Se prepara un borrador a la vez" in respuesta.content.decode()
    assert Encargo.objects.count() == 1
    assert preparar(plan.responsable).estado == "hecho"


def test_another_agenda_waits_for_the_one_in_the_making(plan, entrar):
    otra = Agenda.objects.create(territorio=plan.toribio, periodo=plan.periodo)
    Vinculacion.objects.create(usuario=plan.enlace, territorio=plan.toribio, rol="edicion")
    Encargo.objects.create(usuario=plan.enlace, clase="borrador", agenda=otra, edicion="completa", idioma="es")
    pagina = entrar(plan.enlace).get(PAGINA).content.decode()
    suya = "/panel/19821/agenda/2024-2027/borrador/"
    assert "de otra agenda" in pagina
    assert suya in pagina
    assert entrar(plan.enlace).post(PAGINA).headers["Location"] == suya


# while it is made


def test_the_steps_of_the_engine_are_seen_and_a_cancelled_draft_stops(plan, entrar, dibujadas, monkeypatch):
    avances, vistos = logging.getLogger("weasyprint.progress"), []
    encargo = Encargo.objects.create(
        usuario=plan.enlace, clase="borrador", agenda=plan.agenda, edicion="completa", idioma="es"
    )

    def dibujar(agenda, **datos):
        for paso in ("Step 1 - Fetching and parsing HTML", "Step 5 - Creating layout - Page 3"):
            avances.info(paso)
            vistos.append(entrar(plan.enlace).get(PAGINA, headers={"hx-request": "true"}).content.decode())
        entrar(plan.enlace).post(PAGINA, {"cancelar": "si"})
        avances.info("Step 6 - Creating PDF")
        pytest.fail("it went on after it was cancelled")

    monkeypatch.setattr(pdf, "dibujar_borrador", dibujar)
    hacer(encargo.pk, borrador.dibujar)
    assert "Leyendo lo escrito" in vistos[0]
    assert '<progress value="4" max="7" aria-label="Paso 4 de 7">' in vistos[1]
    assert "Componiendo las páginas." in vistos[1]
    assert all("every 2s" in visto and "<html" not in visto for visto in vistos)
    encargo.refresh_from_db()
    assert (encargo.estado, encargo.archivo.name) == ("cancelado", "")
    assert avances.handlers == []
    assert "Se canceló el borrador" in entrar(plan.enlace).get(PAGINA).content.decode()


def test_cancelled_when_it_was_just_drawn_leaves_no_file(plan, entrar, carpeta, monkeypatch):
    encargo = Encargo.objects.create(
        usuario=plan.enlace, clase="borrador", agenda=plan.agenda, edicion="completa", idioma="es"
    )

    def dibujar(agenda, **datos):
        entrar(plan.enlace).post(PAGINA, {"cancelar": "si"})
        return b"%PDF"

    monkeypatch.setattr(pdf, "dibujar_borrador", dibujar)
    hacer(encargo.pk, borrador.dibujar)
    encargo.refresh_from_db()
    assert encargo.estado == "cancelado"
    assert not list((carpeta / "encargos").glob("*"))


@pytest.mark.parametrize(("estado", "campo", "minutos"), [("espera", "pedido_en", 6), ("curso", "latido_en", 4)])
def test_a_lost_worker_is_said_and_does_not_block(plan, entrar, preparar, estado, campo, minutos):
    datos = {"latido_en": now(), campo: now() - dt.timedelta(minutes=minutos)}
    perdido = Encargo.objects.create(
        usuario=plan.enlace,
        clase="borrador",
        agenda=plan.agenda,
        edicion="completa",
        idioma="es",
        estado=estado,
        **datos,
    )
    pagina = entrar(plan.enlace).get(PAGINA).content.decode()
    assert "El borrador no avanza" in pagina
    assert "every 2s" not in pagina
    assert preparar(plan.enlace).estado == "hecho"
    perdido.refresh_from_db()
    assert perdido.estado == "fallido"


def test_a_failure_ends_in_a_sentence_and_may_be_asked_again(plan, en_fondo, entrar, dibujadas, monkeypatch):
    def falla(agenda, **datos):
        raise ValueError("algo raro")

    bueno = pdf.dibujar_borrador
    monkeypatch.setattr(pdf, "dibujar_borrador", falla)
    with en_fondo():
        entrar(plan.enlace).post(PAGINA)
    pagina = entrar(plan.enlace).get(PAGINA).content.decode()
    assert "no se pudo preparar" in pagina
    assert "algo raro" not in pagina
    monkeypatch.setattr(pdf, "dibujar_borrador", bueno)
    with en_fondo():
        entrar(plan.enlace).post(PAGINA)
    assert Encargo.objects.first().estado == "hecho"


def test_the_real_engine_announces_its_steps(plan, monkeypatch):
    """The steps come from the log of the engine: were they to change, the progress would stand still."""
    vistos = []
    encargo = Encargo.objects.create(
        usuario=plan.enlace, clase="borrador", agenda=plan.agenda, edicion="completa", idioma="es", estado="curso",
        latido_en=now(), total=borrador.PASOS,
    )  # fmt: skip
    monkeypatch.setattr(borrador, "latir", lambda uno, **campos: vistos.append(campos["hechas"]))
    from weasyprint import HTML

    with borrador._pasos(encargo):
        HTML(string="<p>Una página").write_pdf()
    assert sorted(set(vistos))[-4:] == [3, 4, 5, 6]


# two at once, with real commits


@pytest.mark.django_db(transaction=True)
def test_three_clicks_at_once_make_one(mundo, monkeypatch):
    from agenda.encargos import pedir as modulo

    monkeypatch.setattr(modulo, "_encolar", lambda encargo: None)
    monkeypatch.setattr("agenda.views.borrador.al_dia", lambda *args: None)
    otra = persona("otra")
    Vinculacion.objects.create(usuario=otra, territorio=mundo.caldono, rol="edicion")
    personas = [mundo.enlace, mundo.enlace, mundo.enlace, otra]
    barrera, estados = threading.Barrier(len(personas)), []

    def clic(quien) -> None:
        try:
            navegador = Client()
            navegador.force_login(quien)
            barrera.wait(timeout=20)
            estados.append(navegador.post(PAGINA).status_code)
        finally:
            connections.close_all()

    hilos = [threading.Thread(target=clic, args=(quien,)) for quien in personas]
    for hilo in hilos:
        hilo.start()
    for hilo in hilos:
        hilo.join(timeout=60)
    assert estados == [302] * 4
    assert Encargo.objects.de(mundo.enlace).count() == 1
    assert Encargo.objects.de(otra).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_begin_it_once(mundo, monkeypatch):
    encargo = Encargo.objects.create(usuario=mundo.asesora, clase="paquete")
    comenzados, barrera = [], threading.Barrier(2)

    def como(uno):
        comenzados.append(uno.pk)
        raise Detenido

    def trabajador() -> None:
        try:
            barrera.wait(timeout=20)
            hacer(encargo.pk, como)
        finally:
            connections.close_all()

    hilos = [threading.Thread(target=trabajador) for _n in range(2)]
    for hilo in hilos:
        hilo.start()
    for hilo in hilos:
        hilo.join(timeout=60)
    assert comenzados == [encargo.pk]
