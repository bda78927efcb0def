"""What an attacker with two accounts tries, one attempt a test. Pamplona is the victim, Pereira is theirs."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import now

from agenda.models import Accion, Agenda, Comentario, Eje, Participacion
from cuentas.models import Invitacion, Rol, RolFcm, Vinculacion
from diagnostico.models import Antecedente, EjePlan
from guardado.archivos import recibir
from guardado.huella import huella
from redes.models import Contraparte
from territorio.models import Territorio
from tests.seguridad.mundo import filas, gente, poner_en  # noqa: F401

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF"
A = "/panel/54518/agenda/2024-2027/"
B = "/panel/66001/agenda/2024-2027/"
FUERA = ["https://malo.example/", "//malo.example/", "/\\malo.example", "javascript:alert(1)", "https:malo.example"]


@pytest.fixture
def victima(gente):  # noqa: F811
    """Give the rows of Pamplona, its agenda in draft."""
    valores = filas(gente, "agenda")
    poner_en("borrador", gente)
    return valores


@pytest.fixture
def atacante(client, gente, victima):  # noqa: F811
    """Give a browser of the enlace of Pereira, whose own agenda is open."""
    Agenda.objects.filter(territorio="66001").update(estado="borrador")
    client.force_login(gente["enlace_ajeno"])
    return client


def test_keys_of_another_town_do_not_open_under_ones_own_address(atacante, victima):
    accion = victima["clave"]
    for resto in (
        f"accion/{accion}/",
        f"eje/{victima['agenda_eje:clave']}/",
        f"objetivo/{victima['agenda_objetivo:clave']}/",
        f"indicador/{victima['agenda_indicador:clave']}/",
    ):
        assert atacante.get(B + resto).status_code == 404, resto
        assert atacante.post(B + resto, {"nombre": "Mía", "visto-nombre": ""}).status_code == 404, resto
        assert atacante.post(A + resto, {"nombre": "Mía", "visto-nombre": ""}).status_code == 404, resto
    assert not Accion.objects.filter(nombre="Mía").exists()


def _tres(atacante, victima):
    propia = Accion.objects.filter(objetivo__eje__agenda__territorio="66001", retirada_en=None).first()
    assert propia is not None
    return propia, Accion.objects.get(clave=victima["clave"])


@pytest.mark.parametrize("campo", ["antecedente", "eje_plan"])
def test_a_field_does_not_point_to_a_row_of_another_town(atacante, victima, campo):
    propia, _ajena = _tres(atacante, victima)
    ajeno = {"antecedente": Antecedente, "eje_plan": EjePlan}[campo].objects.filter(territorio="54518").first()
    visto = huella(getattr(propia, f"{campo}_id"))
    atacante.post(f"{B}accion/{propia.clave}/", {campo: ajeno.pk, f"visto-{campo}": visto})
    propia.refresh_from_db()
    assert getattr(propia, f"{campo}_id") != ajeno.pk


def test_a_partner_is_not_the_counterpart_of_another_town(atacante, victima):
    propia, _ajena = _tres(atacante, victima)
    ajena = Contraparte.objects.filter(territorio="54518").first()
    antes = propia.aliados.count()
    atacante.post(
        f"{B}accion/{propia.clave}/aliados/",
        {"clave": "6f2a2b8e-0000-4000-8000-000000000001", "quien": f"contraparte:{ajena.clave}", "rol": "par",
         "etapa": "identificada"},
    )  # fmt: skip
    assert propia.aliados.count() == antes
    antecedente = Antecedente.objects.filter(territorio="66001").first()
    if antecedente:
        atacante.post(
            f"/panel/66001/memoria/{antecedente.clave}/",
            {"contraparte": ajena.pk, "visto-contraparte": huella(antecedente.contraparte_id)},
        )
        antecedente.refresh_from_db()
        assert antecedente.contraparte_id != ajena.pk


def test_rows_are_not_moved_copied_nor_suggested_into_another_agenda(atacante, victima):
    propia, ajena = _tres(atacante, victima)
    mover = f"{B}fila/accion/{propia.clave}/trasladar/"
    respuesta = atacante.post(mover, {"padre": ajena.objetivo.clave})
    assert respuesta.status_code == 404
    copiar = f"{B}fila/accion/{propia.clave}/duplicar/"
    assert atacante.post(copiar, {"clave": ajena.clave}).status_code == 404
    for operacion in ("colocar", "retirar", "restaurar", "duplicar", "trasladar"):
        ruta = f"{B}fila/accion/{ajena.clave}/{operacion}/"
        assert atacante.post(ruta, {"lugar": "1", "padre": propia.objetivo.clave}).status_code == 404
    ajena.refresh_from_db()
    assert ajena.retirada_en is None


def test_an_invitation_of_another_town_is_not_answered(atacante, gente, victima):  # noqa: F811
    tercero = Territorio.objects.con_agenda().exclude(pk__in=["54518", "66001"]).first()
    fila = Participacion.objects.create(accion=Accion.objects.get(clave=victima["clave"]), territorio=tercero)
    respuesta = atacante.post("/panel/66001/participaciones/", {"participacion": fila.pk, "respuesta": "confirmar"})
    fila.refresh_from_db()
    assert respuesta.status_code == 404
    assert fila.confirmada_en is None


@pytest.mark.parametrize("estado", ["enviada", "en_revision", "aprobada"])
def test_the_text_of_an_agenda_does_not_move_outside_its_states(client, gente, victima, estado):  # noqa: F811
    poner_en(estado, gente)
    client.force_login(gente["responsable"])
    accion = Accion.objects.get(clave=victima["clave"])
    nombre, cuantas = accion.nombre, Accion.objects.count()
    htmx = {"HTTP_HX_REQUEST": "true"}
    for extra in ({}, htmx):
        client.post(f"{A}accion/{accion.clave}/", {"nombre": "Otra", "visto-nombre": huella(nombre)}, **extra)
        client.post(f"{A}fila/accion/{accion.clave}/retirar/", **extra)
        client.post(
            f"{A}fila/accion/{accion.clave}/duplicar/", {"clave": "6f2a2b8e-0000-4000-8000-000000000002"}, **extra
        )
        client.post(f"{A}eje/nuevo/", {"clave": "6f2a2b8e-0000-4000-8000-000000000003", "nombre": "Eje"}, **extra)
    accion.refresh_from_db()
    assert (accion.nombre, accion.retirada_en, Accion.objects.count()) == (nombre, None, cuantas)
    assert not Eje.objects.filter(nombre="Eje").exists()


def test_a_person_removed_or_closed_loses_everything_at_once(client, gente, victima):  # noqa: F811
    archivo = recibir(SimpleUploadedFile("a.pdf", PDF), Territorio.objects.get(pk="54518"), gente["enlace"])
    client.force_login(gente["enlace"])
    assert client.get(f"/archivos/{archivo.clave}/").status_code == 200
    gente["enlace"].vinculaciones.update(hasta=now())
    for ruta in (f"/archivos/{archivo.clave}/", "/panel/54518/", A, f"{A}borrador.pdf"):
        assert client.get(ruta).status_code == 404, ruta
    gente["responsable"].is_active = False
    cliente = Client()
    cliente.force_login(gente["responsable"])
    gente["responsable"].save()
    assert cliente.get("/panel/54518/").status_code == 302


def test_an_advisor_who_joins_the_town_no_longer_reviews_it(client, gente, victima):  # noqa: F811
    poner_en("en_revision", gente)
    Vinculacion.objects.create(usuario=gente["asesora"], territorio_id="54518", rol=Rol.LECTURA)
    client.force_login(gente["asesora"])
    for movimiento in ("aprobar", "devolver", "soltar"):
        ruta = f"/revision/54518/2024-2027/mover/{movimiento}/"
        respuesta = client.post(ruta, {"comentario": "sí"})
        assert respuesta.status_code in (403, 404), movimiento
    assert Agenda.objects.get(territorio="54518", periodo="2024-2027").estado == "en_revision"


def test_a_comment_of_another_agenda_is_not_touched(client, gente, victima):  # noqa: F811
    comentario = Comentario.objects.get(clave=victima["comentario_estado:clave"])
    Agenda.objects.filter(territorio="66001").update(estado="devuelta")
    client.force_login(gente["enlace_ajeno"])
    from django.urls import reverse

    ruta = reverse("comentario_responder", args=["66001", "2024-2027", comentario.clave])
    assert client.post(ruta, {"atendido": "si"}).status_code == 404
    comentario.refresh_from_db()
    assert comentario.estado == "abierto"


@pytest.mark.parametrize("fuera", FUERA)
def test_nobody_is_sent_out_of_the_portal(client, gente, victima, fuera):  # noqa: F811
    gente["enlace"].set_password("tres-palabras-sueltas")
    gente["enlace"].save()
    from cuentas.altas import marcar_correo

    marcar_correo(gente["enlace"], verificado=True)
    entrada = client.post(
        f"/cuenta/entrar/?next={fuera}",
        {"login": gente["enlace"].email, "password": "tres-palabras-sueltas", "next": fuera},
    )
    assert entrada.status_code == 302
    assert "malo" not in entrada["Location"]
    assert "javascript" not in entrada["Location"]
    respuesta = client.post(f"{A}fila/accion/{victima['clave']}/colocar/", {"lugar": "1", "volver": fuera})
    assert respuesta["Location"].startswith("/panel/")
    salida = client.post("/cuenta/salir/", {"next": fuera})
    assert "malo" not in salida["Location"]


def test_a_session_is_not_fixed_by_whoever_gave_it(client, gente):  # noqa: F811
    client.post("/panel/54518/acompanamiento/", {"texto": "x"})
    antes = client.session.session_key
    client.force_login(gente["enlace"])
    assert client.session.session_key != antes


def test_every_post_asks_for_its_token(gente, victima):  # noqa: F811
    estricto = Client(enforce_csrf_checks=True)
    estricto.force_login(gente["responsable"])
    accion = Accion.objects.get(clave=victima["clave"])
    for ruta in (f"{A}accion/{accion.clave}/", f"{A}fila/accion/{accion.clave}/retirar/", "/panel/54518/personas/",
                 "/cuenta/salir/", "/cuenta/"):  # fmt: skip
        assert estricto.post(ruta, {"nombre": "x", "visto-nombre": huella(accion.nombre)}).status_code == 403, ruta
    accion.refresh_from_db()
    assert accion.retirada_en is None


def test_a_strange_host_is_refused(client, db):
    assert client.get("/", HTTP_HOST="malo.example").status_code == 400
    assert client.post("/cuenta/clave/olvidada/", {"email": "a@b.co"}, HTTP_HOST="malo.example").status_code == 400


def test_roles_are_not_raised_by_hand(client, gente, victima):  # noqa: F811
    propia = gente["enlace"].vinculaciones.get()
    client.force_login(gente["enlace"])
    assert (
        client.post(f"/panel/54518/personas/{propia.pk}/rol/", {f"v{propia.pk}-rol": "responsable"}).status_code == 403
    )
    client.post("/cuenta/", {"nombre": "Yo", "cargo": "", "dependencia": "", "telefono": "", "rol_fcm": "coordinador",
                             "is_superuser": "on", "email": "otra@x.co"})  # fmt: skip
    gente["enlace"].refresh_from_db()
    assert (gente["enlace"].rol_fcm, gente["enlace"].is_superuser, gente["enlace"].email) == (
        "",
        False,
        "a@matriz.test",
    )
    client.force_login(gente["responsable"])
    datos = {
        "clave": "6f2a2b8e-0000-4000-8000-000000000004",
        "email": "z@z.co",
        "rol": "coordinador",
        "rol_fcm": "asesor",
    }
    client.post("/panel/54518/personas/", datos)
    client.post("/panel/54518/personas/", datos | {"rol": "edicion"})
    assert not Invitacion.objects.filter(email="z@z.co").exclude(rol_fcm=RolFcm.NINGUNO).exists()
    for ruta in ("/gente/", f"/gente/{gente['asesora'].pk}/asignar/", "/admin/", "/tablero.csv"):
        assert client.post(ruta).status_code == 403, ruta
