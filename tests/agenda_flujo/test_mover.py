"""What each move does, by person and outcome."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import InternalError, transaction
from django.http import Http404

from agenda import versiones
from agenda.faltantes import Falta
from agenda.flujo import MovimientoNegado, mover, movimientos_para
from agenda.models import Agenda, Comentario, EstadoComentario, ResultadoVersion, Transicion
from agenda.permisos import agenda_para, agenda_por_revisar, puede_editar, puede_revisar
from cuentas.models import Rol, Vinculacion
from diagnostico.models import Diagnostico

pytestmark = pytest.mark.datos("nada")


def comentar(mundo, **datos) -> Comentario:
    """Write a comment on the newest version."""
    version = mundo.agenda.versiones.last()
    return Comentario.objects.create(
        agenda=mundo.agenda,
        version=version,
        autor=mundo.asesora,
        ancla="seccion:vision",
        texto="¿Y la visión?",
        **datos,
    )


def razon_de(mundo, nombre: str, persona) -> str:
    """Give the reason of a disabled button."""
    return next(o.razon for o in movimientos_para(mundo.agenda, persona) if o.nombre == nombre)


def test_sending_freezes_version_one(mundo, mover_a):
    mover_a("enviar")
    version = mundo.agenda.versiones.get()
    assert (mundo.agenda.estado, version.numero, version.resultado) == ("enviada", 1, "enviada")
    assert version.contenido["textos"]["objetivo_general"] == "Abrir el café al mundo"
    assert version.sha256 == versiones.sha256(version.contenido)
    assert version.enviada_por == mundo.responsable
    assert version.acta is None


def test_what_is_missing_disables_the_button_and_guards_the_post(mundo, sin_faltantes):
    sin_faltantes.append(Falta("Falta al menos una acción.", "#", True))
    razon = razon_de(mundo, "enviar", mundo.responsable)
    assert "Falta al menos una acción" in razon
    with pytest.raises(MovimientoNegado, match="Falta al menos una acción"):
        mover(mundo.agenda, "enviar", mundo.responsable)
    assert not mundo.agenda.versiones.exists()


def test_warnings_never_block(mundo, sin_faltantes):
    sin_faltantes.append(Falta("La agenda no tiene resumen.", "#", False))
    mover(mundo.agenda, "enviar", mundo.responsable)
    assert mundo.agenda.estado == "enviada"


def test_sending_needs_a_closed_diagnostic_of_the_period(mundo, sin_faltantes):
    Diagnostico.objects.update(cerrado_en=None, resultado=None)
    with pytest.raises(MovimientoNegado, match="Falta cerrar un diagnóstico"):
        mover(mundo.agenda, "enviar", mundo.responsable)


@pytest.mark.parametrize("nombre", ["enviar", "actualizar"])
def test_nothing_is_sent_nor_updated_after_the_period(mundo, sin_faltantes, nombre):
    Agenda.objects.update(estado="borrador" if nombre == "enviar" else "aprobada")
    mundo.agenda.refresh_from_db()
    with (
        time_machine.travel(dt.datetime(2028, 1, 1, 12, tzinfo=dt.UTC)),
        pytest.raises(MovimientoNegado, match="terminó"),
    ):
        mover(mundo.agenda, nombre, mundo.responsable)


def test_what_is_in_review_may_be_approved_after_the_period(mundo, mover_a):
    mover_a("enviar", "tomar")
    with time_machine.travel(dt.datetime(2028, 1, 1, 12, tzinfo=dt.UTC)):
        mover_a("aprobar")
    assert mundo.agenda.estado == "aprobada"


def test_enlace_cannot_send(mundo, sin_faltantes):
    with pytest.raises(PermissionDenied, match="responsable"):
        mover(mundo.agenda, "enviar", mundo.enlace)


def test_withdrawing_goes_back_to_where_it_came_from(mundo, mover_a):
    mover_a("enviar", "retirar")
    assert mundo.agenda.estado == "borrador"
    assert mundo.agenda.versiones.get().resultado == ResultadoVersion.RETIRADA
    mover_a("enviar", "tomar", "devolver", "enviar", "tomar", "soltar", "retirar")
    assert mundo.agenda.estado == "devuelta"
    assert list(mundo.agenda.versiones.values_list("numero", "resultado")) == [
        (1, "retirada"), (2, "devuelta"), (3, "retirada"),
    ]  # fmt: skip


def test_taken_agenda_cannot_be_withdrawn(mundo, mover_a):
    mover_a("enviar", "tomar")
    with pytest.raises(MovimientoNegado, match="En revisión en la Federación"):
        mover(mundo.agenda, "retirar", mundo.responsable)


def test_nobody_reviews_where_they_have_a_link(mundo, mover_a):
    mover_a("enviar")
    with pytest.raises(PermissionDenied):
        mover(mundo.agenda, "tomar", mundo.parte)
    Vinculacion.objects.create(usuario=mundo.coordinacion, territorio=mundo.caldono, rol=Rol.LECTURA)
    with pytest.raises(PermissionDenied):
        mover(mundo.agenda, "tomar", mundo.coordinacion)


def test_a_coordinator_does_nothing_of_the_fcm_in_their_own_town(mundo, mover_a):
    Vinculacion.objects.create(usuario=mundo.coordinacion, territorio=mundo.caldono, rol=Rol.LECTURA)
    mover_a("enviar", "tomar")
    with pytest.raises(PermissionDenied):
        mover(mundo.agenda, "soltar", mundo.coordinacion)
    mover_a("aprobar")
    with pytest.raises(PermissionDenied):
        mover(mundo.agenda, "retirar_publicacion", mundo.coordinacion, "Es mi pueblo")
    mundo.agenda.refresh_from_db()
    assert mundo.agenda.retirada_publico_en is None
    assert [una.nombre for una in movimientos_para(mundo.agenda, mundo.coordinacion)] == ["actualizar"]


def test_only_who_has_it_returns_or_approves(mundo, mover_a):
    mover_a("enviar", "tomar")
    for nombre in ("devolver", "aprobar"):
        for quien in (mundo.colega, mundo.coordinacion):
            with pytest.raises(PermissionDenied):
                mover(mundo.agenda, nombre, quien, "No.")
    assert razon_de(mundo, "aprobar", mundo.colega) == "Solo puede hacerlo quien la está revisando."


def test_coordination_lets_go_for_an_absent_advisor(mundo, mover_a):
    mover_a("enviar", "tomar")
    mover(mundo.agenda, "soltar", mundo.coordinacion)
    assert (mundo.agenda.estado, mundo.agenda.revisa) == ("enviada", None)
    mover(mundo.agenda, "tomar", mundo.colega)
    assert mundo.agenda.revisa == mundo.colega


def test_returning_demands_a_comment_and_delivers_the_others(mundo, mover_a):
    mover_a("enviar", "tomar")
    comentario = comentar(mundo, bloqueante=True)
    with pytest.raises(MovimientoNegado, match="Escriba por qué"):
        mover(mundo.agenda, "devolver", mundo.asesora, "  ")
    mover(mundo.agenda, "devolver", mundo.asesora, "Casi está.")
    comentario.refresh_from_db()
    assert comentario.entregado_en
    assert mundo.agenda.versiones.get().resultado == ResultadoVersion.DEVUELTA
    assert mundo.agenda.revisa is None


def test_blocking_comment_must_be_attended_to_send_and_resolved_to_approve(mundo, mover_a):
    mover_a("enviar", "tomar")
    comentario = comentar(mundo, bloqueante=True)
    with pytest.raises(MovimientoNegado, match="No puede aprobar: queda 1 comentario bloqueante abierto."):
        mover(mundo.agenda, "aprobar", mundo.asesora)
    mover_a("devolver")
    with pytest.raises(MovimientoNegado, match="Falta atender 1 comentario"):
        mover(mundo.agenda, "enviar", mundo.responsable)
    Comentario.objects.filter(pk=comentario.pk).update(estado=EstadoComentario.ATENDIDO)
    mover_a("enviar", "tomar")
    assert razon_de(mundo, "aprobar", mundo.asesora) == "No puede aprobar: queda 1 comentario bloqueante abierto."
    Comentario.objects.filter(pk=comentario.pk).update(
        estado=EstadoComentario.RESUELTO, resuelto_en=dt.datetime.now(dt.UTC)
    )
    mover_a("aprobar")
    assert mundo.agenda.estado == "aprobada"


def test_approving_writes_the_acta_and_publishes(mundo, mover_a):
    mover_a("enviar", "tomar", "aprobar")
    version = mundo.agenda.versiones.get()
    assert mundo.agenda.publicada == version
    assert version.resultado == ResultadoVersion.APROBADA
    assert version.aprobada_por == mundo.asesora
    assert version.acta["enviada"]["cargo"] == "Cargo de responsable"
    assert version.acta["aprobada"] == {
        "cuando": version.aprobada_en.isoformat(), "cargo": "Cargo de asesora", "dependencia": "Oficina",
    }  # fmt: skip
    assert version.acta["demostracion"] is False
    assert "asesora@prueba.co" not in str(version.acta)


def test_second_approval_replaces_the_first(mundo, mover_a):
    mover_a("enviar", "tomar", "aprobar", "actualizar")
    primera = mundo.agenda.publicada
    assert mundo.agenda.estado == "borrador"
    assert primera.numero == 1, "the approved version stays public while the town drafts"
    mover_a("enviar", "tomar")
    assert mundo.agenda.publicada == primera
    mover_a("aprobar")
    primera.refresh_from_db()
    assert primera.resultado == ResultadoVersion.REEMPLAZADA
    assert mundo.agenda.publicada.numero == 2


def test_withdrawn_from_the_public_and_back(mundo, mover_a):
    mover_a("enviar", "tomar", "aprobar", "actualizar")
    with pytest.raises(MovimientoNegado, match="razón"):
        mover(mundo.agenda, "retirar_publicacion", mundo.coordinacion)
    mover_a("retirar_publicacion")
    assert mundo.agenda.retirada_publico_razon == "Una razón."
    assert mundo.agenda.estado == "borrador"
    assert not Agenda.objects.publicadas().exists()
    mover_a("restituir_publicacion")
    assert Agenda.objects.publicadas().exists()


def test_advisor_cannot_withdraw_from_the_public(mundo, mover_a):
    mover_a("enviar", "tomar", "aprobar")
    with pytest.raises(PermissionDenied):
        mover(mundo.agenda, "retirar_publicacion", mundo.asesora, "Porque sí.")


def test_double_click_sends_once(mundo, mover_a):
    primera = mover_a("enviar")
    assert mover_a("enviar") == primera
    assert mundo.agenda.versiones.count() == Transicion.objects.count() == 1


def test_every_move_is_logged(mundo, mover_a):
    mover_a("enviar", "tomar", "devolver")
    assert list(Transicion.objects.values_list("movimiento", "de", "a", "usuario__nombre", "comentario")) == [
        ("enviar", "borrador", "enviada", "responsable", ""),
        ("tomar", "enviada", "en_revision", "asesora", ""),
        ("devolver", "en_revision", "devuelta", "asesora", "Una razón."),
    ]


def test_each_move_writes_to_the_people_concerned(mundo, mover_a, django_capture_on_commit_callbacks):
    def correos(nombre: str) -> dict[str, str]:
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            mover_a(nombre)
        assert all("http" in mensaje.body and "&" not in mensaje.body for mensaje in mail.outbox)
        return {mensaje.to[0].split("@")[0]: mensaje.subject for mensaje in mail.outbox}

    asesores = {"asesora", "colega"}
    assert correos("enviar") == dict.fromkeys(asesores, "Por revisar: agenda de Caldono, Cauca") | {
        "enlace": "Enviada a la Federación: agenda de Caldono, Cauca"
    }
    assert correos("tomar").keys() == {"enlace", "responsable"}
    assert correos("soltar").keys() == {"colega", "enlace", "responsable"}
    correos("tomar")
    assert correos("devolver").keys() == {"enlace", "responsable"}
    assert "Una razón." in mail.outbox[0].body
    assert "/comentarios/" in mail.outbox[0].body
    assert correos("enviar").keys() >= {"asesora", "enlace"}
    assert correos("retirar").keys() == asesores | {"enlace"}
    correos("enviar")
    correos("tomar")
    assert correos("aprobar").keys() == {"enlace", "responsable"}
    assert correos("retirar_publicacion").keys() == asesores | {"enlace", "responsable"}
    assert correos("restituir_publicacion").keys() == asesores | {"enlace", "responsable"}
    assert correos("actualizar").keys() == asesores | {"responsable"}


def test_to_fetch_is_to_authorise(mundo):
    fila = ("19137", "2024-2027")
    assert agenda_para(mundo.lectora, *fila) == mundo.agenda
    for extrana in (mundo.extrana, mundo.lejana):
        with pytest.raises(Http404):
            agenda_para(extrana, *fila)
    with pytest.raises(PermissionDenied):
        agenda_para(mundo.lectora, *fila, Rol.EDICION)
    with pytest.raises(Http404):
        agenda_para(mundo.enlace, "19137", "2020-2023")
    assert agenda_por_revisar(mundo.asesora, *fila) == mundo.agenda
    for sin_revision in (mundo.responsable, mundo.parte):
        with pytest.raises(PermissionDenied):
            agenda_por_revisar(sin_revision, *fila)


@pytest.mark.parametrize(
    ("estado", "frase"),
    [
        ("borrador", None),
        ("devuelta", None),
        ("enviada", "La agenda está enviada"),
        ("en_revision", "está en revisión"),
        ("aprobada", "Actualizar la agenda"),
    ],
)
def test_text_is_edited_only_in_draft_and_returned(mundo, estado, frase):
    Agenda.objects.update(estado=estado, revisa=mundo.asesora if estado == "en_revision" else None)
    mundo.agenda.refresh_from_db()
    for quien in (mundo.enlace, mundo.responsable):
        razon = puede_editar(quien, mundo.agenda)
        assert razon is None if frase is None else frase in razon
    assert "lectura" in puede_editar(mundo.lectora, mundo.agenda)
    assert puede_editar(mundo.asesora, mundo.agenda)
    assert puede_revisar(mundo.asesora, mundo.agenda)


def test_the_log_of_moves_is_never_rewritten(mundo, mover_a):
    mover_a("enviar")
    hechos = Transicion.objects.filter(agenda=mundo.agenda)
    with pytest.raises(InternalError), transaction.atomic():
        hechos.update(comentario="otra cosa")
    with pytest.raises(InternalError), transaction.atomic():
        hechos.delete()
    assert Transicion.objects.get(agenda=mundo.agenda).comentario == ""


def test_what_was_sent_is_never_rewritten(mundo, mover_a):
    mover_a("enviar")
    version = mundo.agenda.versiones.get()
    with pytest.raises(InternalError), transaction.atomic():
        mundo.agenda.versiones.update(contenido={})
    version.refresh_from_db()
    assert version.contenido["textos"]["objetivo_general"] == "Abrir el café al mundo"


def test_the_demonstration_tells_nobody(mundo, sin_faltantes, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        mover(mundo.agenda, "enviar", mundo.responsable, avisar=False)
    assert mail.outbox == []
