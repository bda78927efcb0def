"""What anybody sees: approved versions and nothing else, unmoved by what the town drafts next."""

from __future__ import annotations

import copy
import io
import json
import re

import openpyxl
import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from agenda import efectos, versiones
from agenda.models import Accion, Adopcion, Agenda, Comentario, Impreso, Version
from fcm_portal.models import Contacto, olvidar_contacto

pytestmark = pytest.mark.datos("nada")
PAGINA = "/agendas/19137/2024-2027/"
ARCHIVO = "/agendas/19137/2024-2027"


@pytest.fixture
def publicada(plan, mover_a, settings, tmp_path):
    """Give the world with version 1 approved and its PDF stored."""
    settings.MEDIA_ROOT = tmp_path
    mover_a("enviar", "tomar", "aprobar")
    version = plan.agenda.versiones.get()
    impreso = Impreso(version=version, identificador="0" * 32, sha256="b" * 64, hecho_en=now())
    impreso.archivo.save("x.pdf", ContentFile(b"%PDF-1.7 una"))
    return plan


@pytest.mark.parametrize("movimientos", [(), ("enviar",), ("enviar", "tomar"), ("enviar", "tomar", "devolver")])
def test_nothing_is_public_before_approval(plan, mover_a, client, movimientos):
    mover_a(*movimientos) if movimientos else None
    for url in (
        PAGINA,
        f"{PAGINA}v1/",
        f"{PAGINA}v1/plan/",
        f"{ARCHIVO}.pdf",
        f"{ARCHIVO}.json",
        f"{ARCHIVO}.xlsx",
        f"{ARCHIVO}/v1.json",
    ):
        assert client.get(url).status_code == 404, url
    assert "Caldono" not in client.get("/agendas/").content.decode()
    version = plan.agenda.versiones.first()
    if version:
        assert client.get(f"/verificar/{version.sha256}/").status_code == 404


def test_anyone_reads_the_approved_agenda(publicada, client):
    cuerpo = client.get(PAGINA).content.decode()
    for frase in (
        "Caldono, Cauca", "Revisada por la FCM", "Abrir el café al mundo", "Misión comercial a Trieste",
        "$\u00a085.000.000", f"{PAGINA}v1/plan/", "Cargo de asesora", publicada.agenda.publicada.sha256,
    ):  # fmt: skip
        assert frase in cuerpo, frase
    assert "asesora@prueba.co" not in cuerpo
    assert "style=" not in cuerpo
    assert client.get(f"{PAGINA}v1/").status_code == 200


def test_the_plan_has_the_sheet_of_each_action(publicada, client):
    agenda, plan = (client.get(ruta).content.decode() for ruta in (PAGINA, f"{PAGINA}v1/plan/"))
    assert "Familias vinculadas" in plan
    assert "Familias vinculadas" not in agenda
    acciones = re.findall(r"/v1/plan/#(accion-[^\"]+)", agenda)
    assert acciones
    assert re.findall(r"<details class=\"hoja\" open id=\"([^\"]+)\"", plan) == acciones
    assert f'<a href="{PAGINA}">' in plan, "the way back"
    assert "ya fue reemplazada" not in plan


def test_a_long_plan_is_read_by_parts_and_each_link_leads_to_its_own(publicada, client, monkeypatch):
    version = publicada.agenda.publicada
    contenido = copy.deepcopy(version.contenido)
    acciones = contenido["ejes"][0]["objetivos"][0]["acciones"]
    acciones += [acciones[0] | {"clave": f"otra-{n}", "nombre": f"Otra acción {n}"} for n in range(25)]
    monkeypatch.setattr(Version, "contenido", contenido)
    agenda = client.get(PAGINA).content.decode()
    enlaces = re.findall(r'/v1/plan/\?parte=([^#"]+)#(accion-otra-[^"]+)', agenda)
    assert len(enlaces) == 25
    parte = client.get(f"{PAGINA}v1/plan/", {"parte": enlaces[0][0]}).content.decode()
    assert all(f'id="{ancla}"' in parte for _parte, ancla in enlaces)
    assert 'id="indicadores"' not in parte
    ultima = client.get(f"{PAGINA}v1/plan/", {"parte": "indicadores"}).content.decode()
    assert 'id="indicadores"' in ultima
    assert "accion-otra-1" not in ultima
    assert client.get(f"{PAGINA}v1/plan/", {"parte": "no-hay"}).status_code == 200


def test_the_public_text_does_not_move_while_the_town_drafts(publicada, mover_a, client):
    antes = client.get(f"{ARCHIVO}.json").content
    mover_a("actualizar")
    Accion.objects.update(nombre="Otra cosa")
    for movimientos in ((), ("enviar",), ("tomar",), ("devolver",)):
        mover_a(*movimientos) if movimientos else None
        assert "Misión comercial a Trieste" in client.get(PAGINA).content.decode()
        assert "Otra cosa" not in client.get(PAGINA).content.decode()
        assert client.get(f"{ARCHIVO}.json").content == antes
        assert client.get(f"{PAGINA}v2/").status_code == 404


def test_replaced_version_stays_with_a_notice(publicada, mover_a, client):
    mover_a("actualizar")
    Accion.objects.update(nombre="Otra cosa")
    mover_a("enviar", "tomar", "aprobar")
    assert "Otra cosa" in client.get(PAGINA).content.decode()
    for vieja in (client.get(f"{PAGINA}v1/").content.decode(), client.get(f"{PAGINA}v1/plan/").content.decode()):
        assert "Misión comercial a Trieste" in vieja
        assert "ya fue reemplazada" in vieja
    assert "ya fue reemplazada" not in client.get(f"{PAGINA}v2/").content.decode()
    assert client.get(f"{ARCHIVO}/v1.pdf").status_code == 200
    primera = Version.objects.get(numero=1)
    verificada = client.get(f"/verificar/{primera.sha256}/").content.decode()
    assert "Fue reemplazada por la versión 2" in verificada


def test_withdrawn_agenda_says_why(publicada, mover_a, client):
    mover_a("retirar_publicacion")
    respuesta = client.get(PAGINA)
    assert respuesta.status_code == 200
    assert "Una razón." in respuesta.content.decode()
    assert "Misión comercial" not in respuesta.content.decode()
    assert "Misión comercial" not in client.get(f"{PAGINA}v1/plan/").content.decode()
    assert client.get(f"{ARCHIVO}.pdf").status_code == 410
    assert client.get(f"{ARCHIVO}.json").status_code == 410
    assert "Caldono" not in client.get("/agendas/").content.decode()
    verificada = client.get(f"/verificar/{publicada.agenda.publicada.sha256}/")
    assert verificada.status_code == 200
    assert "Una razón." in verificada.content.decode()
    mover_a("restituir_publicacion")
    assert "Misión comercial" in client.get(PAGINA).content.decode()


def test_withdrawn_version_stays_withdrawn_when_a_newer_one_is_approved(publicada, mover_a, client):
    mover_a("retirar_publicacion", "actualizar")
    Accion.objects.update(nombre="Otra cosa")
    mover_a("enviar", "tomar", "aprobar")
    assert "Otra cosa" in client.get(PAGINA).content.decode()
    vieja = client.get(f"{PAGINA}v1/").content.decode()
    assert "Una razón." in vieja
    assert "Misión comercial" not in vieja
    assert client.get(f"{ARCHIVO}/v1.pdf").status_code == 410
    assert client.get("/agendas/").context["pagina"].paginator.count == 1


def test_pdf_comes_from_the_stored_file(publicada, client):
    respuesta = client.get(f"{ARCHIVO}.pdf")
    assert b"".join(respuesta.streaming_content) == b"%PDF-1.7 una"
    assert respuesta.headers["Content-Type"] == "application/pdf"
    assert respuesta.headers["Content-Disposition"] == 'inline; filename="agenda-19137-2024-2027-v1.pdf"'
    assert client.get(f"{ARCHIVO}.pdf", headers={"if-none-match": respuesta.headers["ETag"]}).status_code == 304


def test_pdf_not_yet_made_asks_to_come_back(publicada, client):
    respuesta = client.get(f"{ARCHIVO}.minima.en.pdf")
    assert respuesta.status_code == 503
    assert respuesta.headers["Retry-After"] == "60"
    assert "El PDF está en camino" in respuesta.content.decode()
    Impreso.objects.create(
        version=publicada.agenda.publicada, edicion="minima", idioma="en", identificador="a" * 32, fallo="cayó"
    )
    cuerpo = client.get(f"{ARCHIVO}.minima.en.pdf").content.decode()
    assert "<h1>El PDF no se pudo preparar</h1>" in cuerpo  # it does not promise what is not on its way
    assert "en camino" not in cuerpo
    assert 'class="boton" href="/agendas/19137/2024-2027/v1/">Leer la agenda' in cuerpo


def test_json_is_the_envelope_and_its_hash_checks(publicada, client):
    respuesta = client.get(f"{ARCHIVO}.json")
    sobre = json.loads(respuesta.content)
    assert set(sobre) == {"esquema", "sha256", "contenido", "acta"}
    assert versiones.sha256(sobre["contenido"]) == sobre["sha256"]
    assert client.get(f"{ARCHIVO}.json", headers={"if-none-match": respuesta.headers["ETag"]}).status_code == 304


def test_every_file_is_one_jump_from_the_cover(publicada, client):
    pagina = client.get(PAGINA).content.decode()
    cubierta, _separa, resto = pagina.partition('class="pestanas"')
    assert 'href="#descargas"' in cubierta
    tabla = resto[resto.index('id="descargas"') :].partition("</table>")[0]
    for final in ("pdf", "docx", "en.docx", "xlsx", "json"):
        assert f'href="/agendas/19137/2024-2027/v1.{final}"' in tabla
    assert tabla.lower().count("todavía no está listo") == 3  # one of the six printed files is stored
    assert "en inglés: todavía no está listo" in tabla


def test_spreadsheet_opens(publicada, client):
    respuesta = client.get(f"{ARCHIVO}.xlsx")
    assert respuesta.status_code == 200
    assert openpyxl.load_workbook(io.BytesIO(respuesta.content)).sheetnames


def test_page_of_a_visitor_is_not_drawn_twice(publicada, client, entrar):
    etag = client.get(PAGINA).headers["ETag"]
    assert client.get(PAGINA, headers={"if-none-match": etag}).status_code == 304
    Adopcion.objects.create(
        version=Version.objects.get(), tipo="acuerdo", numero="012", fecha="2026-11-01", autoridad="Concejo Municipal"
    )
    respuesta = client.get(PAGINA, headers={"if-none-match": etag})
    assert respuesta.status_code == 200
    assert "acuerdo del Concejo 012" in respuesta.content.decode()
    assert "ETag" not in entrar(publicada.enlace).get(PAGINA).headers


def test_a_reader_gets_the_page_again_when_the_foot_of_it_changes(publicada, client):
    olvidar_contacto()
    etag = client.get(PAGINA).headers["ETag"]
    Contacto(ciudad="Otra ciudad").save()
    olvidar_contacto()
    assert client.get(PAGINA, headers={"if-none-match": etag}).status_code == 200
    olvidar_contacto()


def test_list_is_searched_without_accents_and_filtered_by_the_frozen_text(publicada, client):
    def cuantas(consulta: str) -> int:
        return client.get(f"/agendas/?{consulta}").context["pagina"].paginator.count

    Accion.objects.update(temas=["deporte"], modalidad="integracion")
    assert cuantas("") == cuantas("q=CALDONÓ") == cuantas("q=cauca") == cuantas("departamento=19") == 1
    assert cuantas("tema=cultura") == cuantas("modalidad=cooperacion") == 1
    assert (
        cuantas("tema=deporte")
        == cuantas("modalidad=integracion")
        == cuantas("q=zzz")
        == cuantas("departamento=41")
        == 0
    )
    assert client.get("/agendas/?q=%00zzz").status_code == 400
    assert "Ninguna agenda coincide" in client.get("/agendas/?q=zzz").content.decode()


def test_empty_list_says_so(plan, client):
    assert "Todavía no hay agendas publicadas" in client.get("/agendas/").content.decode()


def otra_publicada(mundo, i: int) -> None:
    """Publish the same text for another town."""
    from territorio.models import Territorio

    pueblo = Territorio.objects.create(
        codigo=f"199{i:02}", nombre=f"Pueblo {i}", tipo="municipio", departamento=mundo.cauca
    )
    agenda = Agenda.objects.create(territorio=pueblo, periodo=mundo.periodo)
    original = Version.objects.filter(numero=1).first()
    version = Version.objects.create(
        agenda=agenda, numero=1, contenido=original.contenido, sha256=f"{i:064}", resultado="aprobada",
        acta=original.acta, aprobada_en=original.aprobada_en,
    )  # fmt: skip
    Agenda.objects.filter(pk=agenda.pk).update(publicada=version, estado="aprobada")


def test_queries_of_the_list_do_not_grow(publicada, client):
    def consultas() -> int:
        with CaptureQueriesContext(connection) as hechas:
            client.get("/agendas/")
        return len(hechas)

    otra_publicada(publicada, 0)
    client.get("/agendas/")
    pocas = consultas()
    for i in range(1, 11):
        otra_publicada(publicada, i)
    assert consultas() == pocas <= 13  # five are the guide: without blocks it is not kept in memory


def test_queries_of_the_page_do_not_grow(publicada, client):
    client.get(PAGINA)
    with CaptureQueriesContext(connection) as hechas:
        client.get(PAGINA)
    assert len(hechas) <= 5


def test_hash_is_verified_however_it_is_typed(publicada, client):
    huella = publicada.agenda.publicada.sha256
    partida = " ".join(huella[i : i + 16] for i in range(0, 64, 16)).upper()
    for escrita in (huella, partida, f"SHA-256: {partida}", f"http://127.0.0.1:8000/verificar/{huella}/"):
        respuesta = client.get("/verificar/", {"huella": escrita})
        assert respuesta.headers.get("Location") == f"/verificar/{huella}/", escrita
    cuerpo = client.get(f"/verificar/{huella}/").content.decode()
    for frase in ("Huella auténtica", "Caldono, Cauca", "Está en vigor", "Cargo de asesora", "Cargo de responsable"):
        assert frase in cuerpo, frase
    assert client.get(f"/verificar/{huella.upper()}/").status_code == 200


def test_unknown_and_unapproved_hashes_get_the_same_page(publicada, mover_a, client):
    mover_a("actualizar", "enviar")
    sin_aprobar = Version.objects.get(numero=2).sha256
    nada = "0" * 64
    uno, otro = client.get(f"/verificar/{sin_aprobar}/"), client.get(f"/verificar/{nada}/")
    assert uno.status_code == otro.status_code == 404
    assert uno.content.decode().replace(sin_aprobar, nada) == otro.content.decode()
    assert "no está completa" in client.get("/verificar/?huella=abc").content.decode()
    assert client.get("/verificar/abc/").status_code == 404
    assert client.get("/verificar/").status_code == 200


def test_comments_never_leave(publicada, client):
    Comentario.objects.create(
        agenda=publicada.agenda, version=publicada.agenda.publicada, ancla="seccion:vision", texto="Secreto de revisión"
    )
    assert "Secreto de revisión" not in client.get(PAGINA).content.decode()
    assert "Secreto de revisión" not in client.get(f"{ARCHIVO}.json").content.decode()


def test_typed_markup_is_only_text(plan, mover_a, client):
    Accion.objects.update(nombre="<script>alert(1)</script> {{ 7*7 }}", descripcion="<img src=x onerror=alert(1)>")
    mover_a("enviar", "tomar", "aprobar")
    cuerpo = client.get(PAGINA).content.decode()
    assert "<script>alert" not in cuerpo
    assert "<img src=x" not in cuerpo
    assert "{{ 7*7 }}" in cuerpo


def test_demonstration_is_marked(plan, mover_a, client):
    Agenda.objects.update(es_demostracion=True)
    mover_a("enviar", "tomar", "aprobar")
    assert client.get(PAGINA).content.decode().count("DEMOSTRACIÓN") >= 2


def test_approving_asks_the_worker_for_the_pdf(plan, mover_a, monkeypatch, django_capture_on_commit_callbacks):
    pedidas = []
    monkeypatch.setattr(efectos, "_encolar_pdf", pedidas.append)
    with django_capture_on_commit_callbacks(execute=True):
        mover_a("enviar", "tomar", "aprobar")
    assert pedidas == [plan.agenda.publicada_id]


@pytest.mark.parametrize(
    "url", ["/agendas/9/2024-2027/", "/agendas/19137/2020-2023/", f"{PAGINA}v99999/", "/agendas/x/y/"]
)
def test_what_does_not_exist_is_404(publicada, client, url):
    assert client.get(url).status_code == 404
