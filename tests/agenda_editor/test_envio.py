"""Before sending, sending, and what comes after: tips, follow-up, adoption."""

import datetime as dt
from decimal import Decimal

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import now

from agenda import tareas
from agenda.apoyos import apoyos
from agenda.models import Accion, Adopcion, Agenda, Estado, Hito, Partida, Version
from guardado.formularios import firmar_autor
from tests.agenda_editor.enviar_formulario import enviar, formulario_con

pytestmark = pytest.mark.datos("nada")


@pytest.fixture
def aprobada(pueblo):
    version = Version.objects.create(
        agenda=pueblo.agenda, numero=1, contenido={}, sha256="a" * 64, resultado="aprobada", acta={}, aprobada_en=now()
    )
    Agenda.objects.filter(pk=pueblo.agenda.pk).update(estado=Estado.APROBADA, publicada=version)
    return pueblo


def test_check_page_shows_everything_and_who_may_send(pueblo, como, ir):
    Partida.objects.create(accion=pueblo.accion, anio=2026, fuente="propios", valor=1_250_000)
    texto = como("enlace").get(ir("agenda_enviar")).content.decode()
    assert "Abrir el café al mundo" in texto
    assert "Misión a Trieste" in texto
    assert "$\u00a01.250.000" in texto
    assert "Solo la persona responsable del territorio envía la agenda." in texto
    assert como("enlace").post(ir("agenda_enviar")).status_code == 403


def test_check_page_tells_the_whole_agenda_at_a_glance(pueblo, como, ir):
    largo = " ".join(f"palabra{n}" for n in range(1, 61))
    Agenda.objects.filter(pk=pueblo.agenda.pk).update(resumen=largo, vision="")
    Accion.objects.filter(pk=pueblo.accion.pk).update(
        responsable="Secretaría de Cultura", inicio=dt.date(2026, 2, 1), fin=dt.date(2026, 11, 30), ods=[]
    )
    texto = como("responsable").get(ir("agenda_enviar")).content.decode()
    for fila in (pueblo.eje, pueblo.objetivo, pueblo.accion):
        assert fila.nombre in texto
    assert "Secretaría de Cultura" in texto
    assert "1 feb 2026" in texto
    assert "30 nov 2026" in texto
    assert "palabra40…" in texto
    assert "palabra41" not in texto
    assert ">ODS</a>" in texto
    assert "Visión" in texto[texto.index("Sin escribir:") :]
    assert "?parte=eje-1#parte-eje-1" in texto


def test_a_part_is_read_whole_on_its_own_page(pueblo, como, ir):
    largo = " ".join(f"palabra{n}" for n in range(1, 61))
    Agenda.objects.filter(pk=pueblo.agenda.pk).update(resumen=largo)
    cliente = como("responsable")
    assert "palabra60" in cliente.get(f"{ir('agenda_enviar')}?parte=textos").content.decode()
    assert "Misión a Trieste" in cliente.get(f"{ir('agenda_enviar')}?parte=eje-1").content.decode()
    assert cliente.get(f"{ir('agenda_enviar')}?parte=eje-99").status_code == 200


def test_responsable_sends_once_and_reads_what_comes_next(pueblo, como, ir):
    cliente = como("responsable")
    for _vez in range(2):
        assert cliente.post(ir("agenda_enviar")).url == ir("agenda_enviada")
    assert "Qué sigue" in cliente.get(ir("agenda_enviada")).content.decode()
    assert pueblo.agenda.versiones.count() == 1


def test_what_is_missing_stops_the_sending_with_its_sentence(pueblo, como, ir):
    Agenda.objects.filter(pk=pueblo.agenda.pk).update(objetivo_general="")
    cliente = como("responsable")
    texto = cliente.get(ir("agenda_enviar")).content.decode()
    assert "Falta el objetivo general." in texto
    assert cliente.post(ir("agenda_enviar")).url == ir("agenda_enviar")
    pueblo.agenda.refresh_from_db()
    assert pueblo.agenda.estado == Estado.BORRADOR


def test_tips_are_marked_beside_what_the_draft_has(pueblo, como, ir):
    enviar(como("enlace"), ir("agenda_consejos"), "visto-consejos", consejos=["foco"])
    pueblo.agenda.refresh_from_db()
    assert pueblo.agenda.consejos == ["foco"]
    assert apoyos(pueblo.agenda)["resultados"] == "En su agenda, indicadores con meta: 0 de 1."
    assert "indicadores con meta: 0 de 1" in como("enlace").get(ir("agenda_consejos")).content.decode()


def test_follow_up_is_closed_before_approval_and_says_so(pueblo, como, ir):
    texto = como("enlace").get(ir("agenda_seguimiento_accion", pueblo.accion.clave)).content.decode()
    assert "El seguimiento se abre cuando la Federación apruebe la agenda." in texto


def test_follow_up_is_written_on_an_approved_agenda(aprobada, como, ir):
    hito = Hito.objects.create(accion=aprobada.accion, nombre="Carta")
    partida = Partida.objects.create(accion=aprobada.accion, anio=2026, fuente="propios", valor=100)
    enviar(
        como("enlace"), ir("agenda_seguimiento_accion", aprobada.accion.clave), "visto-estado",
        **{"estado": "en-ejecucion", f"{hito.clave}-cumplido_en": "2026-05-01", f"{partida.clave}-ejecutado": "90"},
    )  # fmt: skip
    accion = Accion.objects.get(pk=aprobada.accion.pk)
    hito.refresh_from_db()
    partida.refresh_from_db()
    assert (accion.estado, hito.cumplido_en, partida.ejecutado) == ("en-ejecucion", dt.date(2026, 5, 1), 90)
    assert "1 / 1" in como("lectora").get(ir("agenda_seguimiento")).content.decode()
    assert aprobada.agenda.versiones.count() == 1


def test_follow_up_stays_open_twelve_months_after_the_term(aprobada, como, ir):
    donde = ir("agenda_seguimiento_accion", aprobada.accion.clave)
    with time_machine.travel("2028-12-31 20:00-05:00"):
        enviar(como("enlace"), donde, "visto-avance", avance="Balance final")
    with time_machine.travel("2029-01-01 00:01-05:00"):
        assert 'name="avance"' not in como("enlace").get(donde).content.decode()
        como("enlace").post(donde, {"avance": "Tarde", "visto-avance": "x"})
    assert Accion.objects.get(pk=aprobada.accion.pk).avance == "Balance final"


def test_measurement_posted_twice_is_one_and_the_same_day_is_refused(aprobada, como, ir):
    cliente, donde = como("enlace"), ir("agenda_seguimiento_accion", aprobada.accion.clave)
    datos = formulario_con(cliente.get(donde), "indicador") | {"fecha": "2026-06-30", "valor": "12,5"}
    datos.pop("_action")
    cliente.post(donde, datos)
    cliente.post(donde, datos)
    assert aprobada.indicador.mediciones.get().valor == Decimal("12.5")
    otra = formulario_con(cliente.get(donde), "indicador") | {"fecha": "2026-06-30", "valor": "13"}
    otra.pop("_action")
    texto = cliente.post(donde, otra).content.decode()
    assert "Ya hay una medición de esa fecha" in texto
    medicion = aprobada.indicador.mediciones.get()
    cliente.post(ir("agenda_medicion_retirar", medicion.clave))
    medicion.refresh_from_db()
    assert medicion.retirada_por == aprobada.enlace


def test_adoption_is_recorded_by_the_responsable_on_the_version_in_force(aprobada, como, ir):
    datos = {"tipo": "acuerdo", "numero": "012", "fecha": "2026-03-01", "autoridad": "Concejo Municipal"}
    assert como("enlace").post(ir("agenda_adopcion"), datos).status_code == 403
    archivo = SimpleUploadedFile("acuerdo.pdf", b"%PDF-1.7\n%%EOF", "application/pdf")
    for _vez in range(2):
        archivo.seek(0)
        como("responsable").post(ir("agenda_adopcion"), datos | {"documento": archivo})
    acto = Adopcion.objects.get()
    assert (acto.version.numero, acto.numero, acto.archivo.nombre) == (1, "012", "acuerdo.pdf")
    assert "Adoptada por" in como("lectora").get(ir("agenda_seguimiento")).content.decode()


def test_adoption_typed_before_an_expired_session_comes_back(client, aprobada, como, ir):
    datos = {"tipo": "acuerdo", "numero": "012-bis", "fecha": "2026-03-01", "autor": firmar_autor(aprobada.responsable)}
    client.logout()
    assert client.post(ir("agenda_adopcion"), datos).url.startswith("/cuenta/entrar/")
    pendiente = client.session["texto_pendiente"]
    client.force_login(aprobada.responsable)
    sesion = client.session
    sesion["texto_pendiente"] = pendiente
    sesion.save()
    assert "012-bis" in client.get(ir("agenda_adopcion")).content.decode()
    assert not Adopcion.objects.exists()


def test_adoption_gives_the_original_a_later_emission_that_carries_the_act(
    aprobada, como, ir, monkeypatch, django_capture_on_commit_callbacks
):
    guardados = []
    monkeypatch.setattr(tareas, "guardar", lambda impreso: guardados.append(impreso))
    datos = {"tipo": "acuerdo", "numero": "012", "fecha": "2026-03-01", "autoridad": "Concejo Municipal"}
    with django_capture_on_commit_callbacks(execute=True):
        como("responsable").post(ir("agenda_adopcion"), datos)
    (impreso,) = guardados
    assert impreso.version_id == Adopcion.objects.get().version_id
    assert (impreso.edicion, impreso.idioma) == ("completa", "es")
    assert (impreso.adopcion["tipo"], impreso.adopcion["numero"]) == ("acuerdo", "012")


def test_adoption_waits_for_approval(pueblo, como, ir):
    datos = {"tipo": "acuerdo", "numero": "012", "fecha": "2026-03-01", "autoridad": "Concejo Municipal"}
    respuesta = como("responsable").post(ir("agenda_adopcion"), datos, follow=True)
    assert "el acto adopta una versión aprobada" in respuesta.content.decode()
    assert not Adopcion.objects.exists()
