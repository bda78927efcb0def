"""The PDFs of a filter as one ZIP: what is inside, what is missing and why, who may have it, how it is cancelled."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import os
import tracemalloc
import zipfile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from agenda.encargos import limpieza, marcha, paquete
from agenda.encargos.marcha import hacer
from agenda.models import Agenda, Encargo, Impreso
from cuentas.models import RolFcm
from cuentas.olvido import olvidar
from tests.encargos.conftest import guardar_pdf, otro_pueblo, publicar

pytestmark = pytest.mark.datos("nada")
LISTA = "/revision/paquetes/"


def abrir(respuesta) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(b"".join(respuesta.streaming_content)))


def manifiesto(zip_: zipfile.ZipFile) -> list[dict]:
    return list(csv.DictReader(io.StringIO(zip_.read("manifiesto.csv").decode("utf-8-sig"))))


@pytest.fixture
def pedir(entrar, en_fondo):
    """Give a function by which a person asks for a package and gets its row, already made."""

    def hacerlo(usuario, **filtro) -> Encargo:
        with en_fondo():
            respuesta = entrar(usuario).post(LISTA, {"ver": "aprobadas"} | filtro)
        assert respuesta.status_code == 302
        return Encargo.objects.get(clave=respuesta.headers["Location"].split("/")[-2])

    return hacerlo


def test_it_holds_the_stored_pdf_of_each_agenda_of_the_filter(mundo, pedir, client):
    pamplona = otro_pueblo(mundo, "19518", "San José de Ñuñoa")
    publicar(pamplona, 1, b"%PDF vieja")
    version = publicar(pamplona, 2, b"%PDF original")
    guardar_pdf(version, b"%PDF con el acto", emision=2, adopcion={"tipo": "acuerdo"})
    guardar_pdf(version, b"%PDF breve", edicion="resumen")
    publicar(otro_pueblo(mundo, "41001", "Neiva", departamento=mundo.huila))
    hecho = pedir(mundo.asesora)
    assert (hecho.estado, hecho.hechas, hecho.total, hecho.faltan) == ("hecho", 1, 1, 0)
    respuesta = client.get(f"{LISTA}{hecho.clave}.zip")
    assert respuesta.headers["Content-Type"] == "application/zip"
    assert int(respuesta.headers["Content-Length"]) == hecho.peso
    with abrir(respuesta) as dentro:
        nombre = "19518-san-jose-de-nunoa-2024-2027-v2.pdf"
        assert dentro.namelist() == [nombre, "manifiesto.csv"]
        assert dentro.read(nombre) == b"%PDF con el acto"
        assert dentro.getinfo(nombre).compress_type == zipfile.ZIP_STORED
        fila = manifiesto(dentro)[0]
    assert fila["Territorio"] == "San José de Ñuñoa"
    assert fila["Versión"] == "2"
    assert fila["SHA-256"] == hashlib.sha256(b"%PDF con el acto").hexdigest()
    assert fila["Por qué falta"] == ""


def test_the_manifest_says_what_is_missing_and_why(mundo, pedir, client, carpeta):
    otro_pueblo(mundo, "19001", "=SUMA(A1)")
    publicar(otro_pueblo(mundo, "19002", "Dos"), datos=None)
    retirada = otro_pueblo(mundo, "19003", "Tres")
    publicar(retirada)
    Agenda.objects.filter(pk=retirada.pk).update(retirada_publico_en=now(), retirada_publico_razon="x")
    perdida = publicar(otro_pueblo(mundo, "19004", "Cuatro"), datos=b"%PDF perdida")
    (carpeta / Impreso.objects.get(version=perdida).archivo.name).unlink()
    tocada = publicar(otro_pueblo(mundo, "19005", "Cinco"), datos=b"%PDF tocada")
    (carpeta / Impreso.objects.get(version=tocada).archivo.name).write_bytes(b"%PDF otra")
    publicar(otro_pueblo(mundo, "19006", "Seis"))
    hecho = pedir(mundo.asesora)
    assert (hecho.total, hecho.faltan) == (6, 5)
    with abrir(client.get(f"{LISTA}{hecho.clave}.zip")) as dentro:
        assert dentro.namelist() == ["19006-seis-2024-2027-v1.pdf", "manifiesto.csv"]
        razones = {fila["Código"]: fila["Por qué falta"] for fila in manifiesto(dentro)}
        assert "'=SUMA(A1)" in {fila["Territorio"] for fila in manifiesto(dentro)}
    assert razones == {
        "19001": "sin versión aprobada", "19002": "su PDF todavía se prepara", "19003": "retirada de publicación",
        "19004": "su PDF no está en la carpeta de archivos", "19006": "",
        "19005": "su PDF no es el que se guardó: la huella no coincide",
    }  # fmt: skip
    assert "Faltan 5" in client.get(f"{LISTA}{hecho.clave}/").content.decode()
    assert '"PDF">1 de 6</td>' in client.get(LISTA).content.decode()


def test_it_follows_the_filter_of_the_inbox(mundo, pedir):
    publicar(otro_pueblo(mundo, "19001", "Popayán"))
    publicar(otro_pueblo(mundo, "19003", "Páez", "devuelta"))
    publicar(otro_pueblo(mundo, "41001", "Neiva", departamento=mundo.huila))
    assert pedir(mundo.coordinacion).total == 2
    assert pedir(mundo.coordinacion, departamento="41").total == 1
    assert pedir(mundo.coordinacion, q="POPAYAN").total == 1
    assert pedir(mundo.asesora).total == 1
    assert pedir(mundo.asesora, ver="devueltas").total == 1
    assert pedir(mundo.asesora, departamento="41").total == 0
    assert pedir(mundo.asesora, ver="no-existe", q="\0").filtro == {"ver": "", "q": "", "departamento": ""}


def test_the_inbox_offers_it_with_its_count(mundo, entrar):
    bandeja = entrar(mundo.asesora)
    for n in range(30):
        publicar(otro_pueblo(mundo, f"193{n:02}", f"Pueblo {n}"))
    cuerpo = bandeja.get("/revision/?ver=aprobadas").content.decode()
    assert "Descargar todos los PDF de este filtro" in cuerpo
    assert "30 agendas: sus PDF aprobados, en un archivo comprimido" in cuerpo
    Agenda.objects.filter(territorio__in=["19300", "19301"]).update(
        retirada_publico_en=now(), retirada_publico_razon="x"
    )
    assert "28 de 30 agendas tienen PDF aprobado" in bandeja.get("/revision/?ver=aprobadas").content.decode()


def test_the_inbox_offers_no_empty_package(mundo, entrar):
    otro_pueblo(mundo, "19001", "Popayán", "enviada")
    cuerpo = entrar(mundo.asesora).get("/revision/").content.decode()
    assert "Popayán" in cuerpo
    assert "todavía no tienen PDF aprobado" in cuerpo
    assert "todos los PDF de este filtro" not in cuerpo


# whose it is


def test_only_its_owner_sees_it(mundo, pedir, entrar):
    publicar(otro_pueblo(mundo, "19001", "Popayán"))
    hecho = pedir(mundo.asesora)
    direcciones = (f"{LISTA}{hecho.clave}/", f"{LISTA}{hecho.clave}.zip")
    for quien, estado in ((mundo.colega, 404), (mundo.coordinacion, 404), (mundo.responsable, 403)):
        for direccion in direcciones:
            assert entrar(quien).get(direccion).status_code == estado
        assert entrar(quien).post(direcciones[0], {"borrar": "si"}).status_code == estado
    assert str(hecho.clave) not in entrar(mundo.colega).get(LISTA).content.decode()
    assert str(hecho.clave) in entrar(mundo.asesora).get(LISTA).content.decode()


def test_who_is_no_longer_an_advisor_may_not_download_it(mundo, pedir, entrar):
    publicar(otro_pueblo(mundo, "19001", "Popayán"))
    hecho = pedir(mundo.asesora)
    mundo.asesora.rol_fcm = RolFcm.NINGUNO
    mundo.asesora.save()
    assert entrar(mundo.asesora).get(f"{LISTA}{hecho.clave}.zip").status_code == 403


def test_who_loses_the_role_while_it_waits_gets_nothing(mundo, entrar):
    publicar(otro_pueblo(mundo, "19001", "Popayán"))
    encargo = Encargo.objects.create(usuario=mundo.asesora, clase="paquete", filtro={"ver": "aprobadas"})
    mundo.asesora.rol_fcm = RolFcm.NINGUNO
    mundo.asesora.save()
    hacer(encargo.pk, paquete.armar)
    encargo.refresh_from_db()
    assert encargo.estado == "fallido"
    assert "ya no tiene acceso" in encargo.error


def test_where_she_has_a_link_it_is_not_hers(mundo, pedir):
    Agenda.objects.filter(pk=mundo.agenda.pk).update(estado="aprobada")
    publicar(mundo.agenda)
    assert pedir(mundo.parte).total == 0
    assert pedir(mundo.asesora).total == 1


# while it is made


def test_it_is_cancelled_between_two_files(mundo, pedir, client, carpeta, monkeypatch):
    for n in range(5):
        publicar(otro_pueblo(mundo, f"1900{n}", f"Pueblo {n}"))
    metidos = []
    meter = paquete._meter

    def meter_y_cancelar(zip_, fila):
        metidos.append(fila.codigo)
        if len(metidos) == 2:
            clave = Encargo.objects.get().clave
            assert client.post(f"{LISTA}{clave}/", {"cancelar": "si"}).status_code == 302
        return meter(zip_, fila)

    monkeypatch.setattr(paquete, "_meter", meter_y_cancelar)
    hecho = pedir(mundo.asesora)
    assert len(metidos) == 2
    assert (hecho.estado, hecho.archivo.name) == ("cancelado", "")
    assert list((carpeta / "encargos").iterdir()) == []
    assert "no hay nada que descargar" in client.get(f"{LISTA}{hecho.clave}/").content.decode()
    assert client.get(f"{LISTA}{hecho.clave}.zip").status_code == 404


def test_cancelled_before_its_turn_it_is_never_begun(mundo, entrar):
    encargo = Encargo.objects.create(usuario=mundo.asesora, clase="paquete")
    entrar(mundo.asesora).post(f"{LISTA}{encargo.clave}/", {"cancelar": "si"})
    hacer(encargo.pk, lambda uno: pytest.fail("it was begun"))
    encargo.refresh_from_db()
    assert encargo.estado == "cancelado"


def test_progress_is_seen_while_it_runs(mundo, entrar):
    encargo = Encargo.objects.create(
        usuario=mundo.asesora, clase="paquete", estado="curso", hechas=120, total=1100, latido_en=now()
    )
    cliente = entrar(mundo.asesora)
    cuerpo = cliente.get(f"{LISTA}{encargo.clave}/").content.decode()
    assert '<progress value="120" max="1100" aria-label="120 de 1.100 agendas">' in cuerpo
    assert f'hx-get="{LISTA}{encargo.clave}/?visto=curso-120-00" hx-trigger="every 2s"' in cuerpo
    trozo = cliente.get(f"{LISTA}{encargo.clave}/", headers={"hx-request": "true"}).content.decode()
    assert "<html" not in trozo
    assert "120 de 1.100 agendas" in trozo
    Encargo.objects.update(estado="cancelado")
    assert "every 2s" not in cliente.get(f"{LISTA}{encargo.clave}/", headers={"hx-request": "true"}).content.decode()


def test_a_second_one_joins_the_one_in_the_making(mundo, entrar):
    vivo = Encargo.objects.create(usuario=mundo.asesora, clase="paquete", estado="curso", latido_en=now())
    respuesta = entrar(mundo.asesora).post(LISTA, {"ver": "aprobadas"}, follow=True)
    assert respuesta.redirect_chain[-1][0] == f"{LISTA}{vivo.clave}/"
    assert "Se prepara un paquete a la vez" in respuesta.content.decode()
    assert Encargo.objects.count() == 1


@pytest.mark.parametrize(("estado", "campo", "minutos"), [("espera", "pedido_en", 6), ("curso", "latido_en", 4)])
def test_a_lost_worker_is_said_and_does_not_block(mundo, entrar, pedir, estado, campo, minutos):
    datos = {"latido_en": now(), campo: now() - dt.timedelta(minutes=minutos)}
    perdido = Encargo.objects.create(usuario=mundo.asesora, clase="paquete", estado=estado, **datos)
    cuerpo = entrar(mundo.asesora).get(f"{LISTA}{perdido.clave}/").content.decode()
    assert "El paquete no avanza" in cuerpo
    assert "every 2s" not in cuerpo
    assert "Pedirlo otra vez" in cuerpo
    publicar(otro_pueblo(mundo, "19001", "Popayán"))
    assert pedir(mundo.asesora).estado == "hecho"
    perdido.refresh_from_db()
    assert perdido.estado == "fallido"
    hacer(perdido.pk, lambda uno: pytest.fail("the old task came late and was begun"))


def test_a_disk_without_room_ends_in_a_sentence(mundo, pedir, client, monkeypatch, carpeta):
    publicar(otro_pueblo(mundo, "19001", "Popayán"))

    def lleno(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(paquete, "_meter", lleno)
    hecho = pedir(mundo.asesora)
    assert hecho.estado == "fallido"
    assert "puede faltar espacio" in client.get(f"{LISTA}{hecho.clave}/").content.decode()
    assert list((carpeta / "encargos").iterdir()) == []


# how much it costs


def test_two_hundred_agendas_are_read_with_the_same_queries_as_two(mundo, pedir, entrar, en_fondo):
    def lecturas() -> list[str]:
        Encargo.objects.all().delete()
        with CaptureQueriesContext(connection) as hechas:
            pedir(mundo.asesora)
        return [una["sql"] for una in hechas if not una["sql"].startswith('UPDATE "agenda_encargo"')]

    def paginas() -> int:
        with CaptureQueriesContext(connection) as hechas:
            entrar(mundo.asesora).get("/revision/?ver=aprobadas")
            entrar(mundo.asesora).get(LISTA)
        return len(hechas)

    for n in range(2):
        publicar(otro_pueblo(mundo, f"190{n:02}", f"Pueblo {n}"))
    paginas()
    pocas, pocas_paginas = lecturas(), paginas()
    for n in range(2, 200):
        publicar(otro_pueblo(mundo, f"18{n:03}", f"Pueblo {n}"))
    muchas = lecturas()
    assert Encargo.objects.get().total == 200
    assert len(muchas) == len(pocas)
    assert paginas() == pocas_paginas


def test_the_list_asks_once_however_many_packages(mundo, entrar):
    def consultas() -> int:
        with CaptureQueriesContext(connection) as hechas:
            assert entrar(mundo.asesora).get(LISTA).status_code == 200
        return len(hechas)

    def agregar(cuantos: int) -> None:
        for _n in range(cuantos):
            Encargo.objects.create(
                usuario=mundo.asesora, clase="paquete", estado="cancelado", terminado_en=now(),
                filtro={"ver": "aprobadas", "departamento": "19", "q": "po"},
            )  # fmt: skip

    agregar(1)
    consultas()
    pocas = consultas()
    agregar(20)
    assert consultas() == pocas
    assert "Aprobadas · Cauca · «po»" in entrar(mundo.asesora).get(LISTA).content.decode()
    agregar(10)
    for numero, filas in (("1", 30), ("2", 1)):  # none is kept out of sight
        assert entrar(mundo.asesora).get(LISTA, {"pagina": numero}).content.decode().count("«po»") == filas


# how long it lasts


def test_it_is_kept_thirty_days_and_then_it_goes(mundo, pedir, client, carpeta):
    publicar(otro_pueblo(mundo, "19001", "Popayán"))
    hecho = pedir(mundo.asesora)
    assert hecho.vence_en - hecho.terminado_en == dt.timedelta(days=30)
    assert "Lo guardamos 30 días" in client.get(f"{LISTA}{hecho.clave}/").content.decode()
    limpieza.limpiar()
    assert client.get(f"{LISTA}{hecho.clave}.zip").status_code == 200
    Encargo.objects.update(vence_en=now() - dt.timedelta(seconds=1))
    assert client.get(f"{LISTA}{hecho.clave}.zip").status_code == 404
    assert limpieza.limpiar() == 1
    assert list((carpeta / "encargos").iterdir()) == []


def test_its_owner_deletes_it(mundo, pedir, client, carpeta):
    publicar(otro_pueblo(mundo, "19001", "Popayán"))
    hecho = pedir(mundo.asesora)
    assert client.post(f"{LISTA}{hecho.clave}/", {"borrar": "si"}, follow=True).status_code == 200
    assert not Encargo.objects.exists()
    assert list((carpeta / "encargos").iterdir()) == []


def test_what_belongs_to_nobody_is_swept_and_the_rest_stays(mundo, pedir, carpeta):
    publicar(otro_pueblo(mundo, "19001", "Popayán"))
    hecho = pedir(mundo.asesora)
    viejo, nuevo = carpeta / "encargos" / "viejo.zip", carpeta / "encargos" / "nuevo.zip"
    for suelto in (viejo, nuevo):
        suelto.write_bytes(b"x")
    hace_dias = (now() - dt.timedelta(days=3)).timestamp()
    for ruta in (viejo, carpeta / hecho.archivo.name):
        os.utime(ruta, (hace_dias, hace_dias))
    limpieza.limpiar()
    assert {ruta.name for ruta in (carpeta / "encargos").iterdir()} == {"nuevo.zip", f"{hecho.clave}.zip"}


def test_a_forgotten_person_leaves_no_package(mundo, pedir, carpeta):
    publicar(otro_pueblo(mundo, "19001", "Popayán"))
    pedir(mundo.asesora)
    olvidar(mundo.asesora)
    assert not Encargo.objects.exists()
    assert list((carpeta / "encargos").iterdir()) == []


def test_only_one_file_is_in_memory_at_a_time(mundo, pedir, carpeta):
    """Sixty files of 1 MB: what is held at once is a few of them."""
    for n in range(60):
        publicar(otro_pueblo(mundo, f"190{n:02}", f"Pueblo {n}"), datos=bytes([n]) * 1024 * 1024)
    tracemalloc.start()
    hecho = pedir(mundo.asesora)
    _ahora, maximo = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert hecho.peso > 60 * 1024 * 1024
    assert maximo < 15 * 1024 * 1024


def test_a_failure_is_logged_and_said(mundo, entrar, caplog):
    encargo = Encargo.objects.create(usuario=mundo.asesora, clase="paquete")

    def falla(uno):
        raise ValueError("algo raro")

    marcha.hacer(encargo.pk, falla)
    encargo.refresh_from_db()
    assert "algo raro" in caplog.text
    assert "algo raro" not in encargo.error
    assert "Intente otra vez" in entrar(mundo.asesora).get(f"{LISTA}{encargo.clave}/").content.decode()
