"""The page of somebody who waits: still while nothing changes, honest when the file is lost; and a file as served."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.base import ContentFile
from django.utils.timezone import now

from agenda.models import Agenda, Encargo
from agenda.salidas import pdf
from cuentas.models import Vinculacion
from tests.encargos.conftest import guardar_pdf, publicar

pytestmark = pytest.mark.datos("nada")
BORRADOR = "/panel/19137/agenda/2024-2027/borrador/"
LISTA = "/revision/paquetes/"
HTMX = {"hx-request": "true"}
FORMULARIO = 'name="edicion" value="minima"'


@pytest.fixture
def borrador(plan):
    """Give a function that puts a draft of the link officer in a state, alone."""

    def poner(**campos) -> Encargo:
        Encargo.objects.all().delete()
        datos = {"usuario": plan.enlace, "clase": "borrador", "agenda": plan.agenda, "edicion": "completa"} | campos
        return Encargo.objects.create(idioma="es", **datos)

    return poner


def hecho(encargo: Encargo, datos: bytes = b"0123456789") -> Encargo:
    """Store the file of one and end it."""
    encargo.archivo.save("x", ContentFile(datos), save=False)
    encargo.estado, encargo.peso, encargo.terminado_en = "hecho", len(datos), now()
    encargo.vence_en = now() + dt.timedelta(hours=1)
    encargo.save()
    return encargo


def paquete(plan, **campos) -> Encargo:
    filtro = {"ver": "aprobadas", "q": "po", "departamento": "19"}
    return Encargo.objects.create(usuario=plan.asesora, clase="paquete", filtro=filtro, **campos)


def test_the_page_is_left_alone_while_nothing_changes(plan, borrador, entrar):
    for quien, encargo, pagina in (
        (plan.enlace, borrador(estado="curso", hechas=3, total=7, latido_en=now()), BORRADOR),
        (plan.asesora, paquete(plan, estado="curso", hechas=3, total=7, latido_en=now()), None),
    ):
        pagina, cliente = pagina or f"{LISTA}{encargo.clave}/", entrar(quien)
        cuerpo = cliente.get(pagina).content.decode()
        pregunta = f"{pagina}?visto=curso-3-00"
        assert f'hx-get="{pregunta}" hx-trigger="every 2s" hx-target="#avance"' in cuerpo
        assert 'aria-live="off" hx-get' in cuerpo  # a screen reader does not hear each step
        assert 'id="cancelar"' in cuerpo  # so htmx gives the focus back when it does change
        igual = cliente.get(pregunta, headers=HTMX)
        assert (igual.status_code, igual.content) == (204, b"")
        Encargo.objects.filter(pk=encargo.pk).update(hechas=4)
        assert cliente.get(pregunta, headers=HTMX).status_code == 200
        assert cliente.get(f"{pagina}?visto=curso-4-00").status_code == 200  # who asks for the page gets it
        cliente.logout()
        assert cliente.get(pregunta, headers=HTMX).headers["HX-Refresh"] == "true"  # not the login inside the page
        assert cliente.get(pregunta).status_code == 302


def test_a_slow_queue_is_said_before_it_is_given_up(plan, borrador, entrar):
    for minutos, frase, cada in (
        (0, "En espera de su turno", 2),
        (2, "tarda más de lo normal", 2),
        (6, "no avanza", 10),
    ):
        borrador(pedido_en=now() - dt.timedelta(minutes=minutos))
        del_filtro = paquete(plan, pedido_en=now() - dt.timedelta(minutes=minutos))
        for quien, pagina in ((plan.enlace, BORRADOR), (plan.asesora, f"{LISTA}{del_filtro.clave}/")):
            cuerpo = entrar(quien).get(pagina).content.decode()
            assert frase in cuerpo
            assert f'hx-trigger="every {cada}s"' in cuerpo


def test_one_is_asked_for_when_none_is_being_made(plan, borrador, entrar):
    otra = Agenda.objects.create(territorio=plan.toribio, periodo=plan.periodo)
    Vinculacion.objects.create(usuario=plan.enlace, territorio=plan.toribio, rol="edicion")
    tarde = now() - dt.timedelta(minutes=9)
    for campos, se_pide in (
        ({}, False),
        ({"estado": "curso", "latido_en": now()}, False),
        ({"agenda": otra}, False),
        ({"agenda": otra, "pedido_en": tarde}, True),  # nobody attends that one: it does not hold this one back
        ({"pedido_en": tarde}, True),
        ({"estado": "fallido", "error": "Algo falló.", "terminado_en": now()}, True),
        ({"estado": "cancelado", "terminado_en": now()}, True),
    ):
        borrador(**campos)
        assert (FORMULARIO in entrar(plan.enlace).get(BORRADOR).content.decode()) is se_pide, campos
        assert (FORMULARIO in entrar(plan.enlace).get(BORRADOR, headers=HTMX).content.decode()) is se_pide, campos


def test_a_draft_that_its_folder_lost_is_not_offered_and_is_drawn_again(plan, entrar, en_fondo, monkeypatch):
    monkeypatch.setattr(pdf, "dibujar_borrador", lambda *_a, **_k: b"%PDF-1.7")
    cliente, claves = entrar(plan.enlace), set()
    for _vez in range(2):
        with en_fondo():
            cliente.post(BORRADOR)
        assert "Su borrador está listo" in cliente.get(BORRADOR).content.decode()
        perdido = Encargo.objects.de(plan.enlace).first()
        perdido.archivo.storage.delete(perdido.archivo.name)
        claves.add(perdido.clave)
        cuerpo = cliente.get(BORRADOR).content.decode()
        assert "ya no se guarda" in cuerpo
        assert "borrador.pdf" not in cuerpo
        assert cliente.get(BORRADOR.replace("/borrador/", "/borrador.pdf")).headers["Location"] == BORRADOR
    assert len(claves) == 2


def test_a_package_without_a_file_is_asked_for_again_from_its_page(plan, entrar):
    cliente = entrar(plan.asesora)
    for caso in ("lost", "expired", "fallido", "cancelado"):
        Encargo.objects.all().delete()
        encargo = paquete(plan)
        if caso in ("lost", "expired"):
            hecho(encargo)
            encargo.archivo.storage.delete(encargo.archivo.name)
        else:
            Encargo.objects.update(estado=caso, terminado_en=now(), error="Algo falló.")
        if caso == "expired":
            Encargo.objects.update(vence_en=now())
        cuerpo = cliente.get(f"{LISTA}{encargo.clave}/").content.decode()
        assert "Pedirlo otra vez" in cuerpo, caso
        assert '<input type="hidden" name="departamento" value="19">' in cuerpo
        assert ".zip" not in cuerpo
        assert cliente.get(f"{LISTA}{encargo.clave}.zip").status_code == 404
        assert "0 de 0" not in cliente.get(LISTA).content.decode()
    pagina = f"{LISTA}{encargo.clave}/"
    cliente.post(pagina, {"borrar": "si"})
    assert cliente.get(pagina, headers=HTMX).headers["HX-Redirect"] == LISTA  # deleted in the other tab
    assert cliente.get(pagina).status_code == 404
    filtro = {"ver": "aprobadas", "q": "po", "departamento": "19"}
    for datos, frase in (
        (filtro, ""),
        (filtro, "ya se está preparando"),
        ({"ver": "aprobadas"}, "un paquete a la vez"),
    ):
        assert frase in cliente.post(LISTA, datos, follow=True).content.decode()
    assert Encargo.objects.count() == 1


def test_a_stored_file_has_its_length_a_strong_tag_and_ranges(plan, entrar):
    datos = b"%PDF-1.7 " + bytes(range(256)) * 4
    version = publicar(plan.agenda, datos=datos)
    guardar_pdf(version, datos[:-1], idioma="en")
    encargo = hecho(paquete(plan), datos)
    publica = f"/agendas/{plan.agenda.territorio_id}/2024-2027/v1.pdf"
    cliente, ultimo = entrar(plan.asesora), len(datos) - 1
    for direccion in (publica, f"{LISTA}{encargo.clave}.zip"):
        entero = cliente.get(direccion, headers={"accept-encoding": "gzip"})
        assert b"".join(entero.streaming_content) == datos
        assert (entero["Content-Length"], entero["Content-Encoding"]) == (str(len(datos)), "identity")
        etag = entero["ETag"]
        assert etag.startswith('"')
        assert cliente.head(direccion)["Content-Length"] == str(len(datos))
        for pedido, cota, esperado in (
            ("bytes=0-0", None, (0, 0)),
            ("bytes=9-99", etag, (9, 99)),
            ("bytes=1000-", None, (1000, ultimo)),
            ("bytes=-5", None, (ultimo - 4, ultimo)),
            ("bytes=5-999999", None, (5, ultimo)),
            ("bytes=9-99", '"de otra"', None),
            ("bytes=9-5", None, None),
            ("bytes=0-1,5-6", None, None),
            ("lines=1-2", None, None),
        ):
            cabeceras = {"range": pedido} | ({"if-range": cota} if cota else {})
            parte = cliente.get(direccion, headers=cabeceras)
            cuerpo = b"".join(parte.streaming_content)
            if esperado is None:
                assert (parte.status_code, cuerpo) == (200, datos), pedido
                continue
            principio, fin = esperado
            assert (parte.status_code, cuerpo) == (206, datos[principio : fin + 1]), pedido
            assert parte["Content-Range"] == f"bytes {principio}-{fin}/{len(datos)}"
            assert parte["Content-Length"] == str(fin - principio + 1)
        fuera = cliente.get(direccion, headers={"range": f"bytes={len(datos)}-"})
        assert (fuera.status_code, fuera["Content-Range"]) == (416, f"bytes */{len(datos)}")
    assert cliente.get(publica, headers={"if-none-match": cliente.get(publica)["ETag"]}).status_code == 304
