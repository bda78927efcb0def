"""The advisor reads, comments, returns, approves; the town answers."""

from __future__ import annotations

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agenda.models import Accion, Agenda, Comentario, Indicador
from agenda.views import respuestas
from guardado.huella import huella

pytestmark = pytest.mark.datos("nada")
BASE = "/revision/19137/2024-2027/"
PUEBLO = "/panel/19137/agenda/2024-2027/"


def comentar(cliente, ancla: str, texto: str = "Falta el responsable.", clave=None, **datos):
    """Post a new comment."""
    datos = {"ancla": ancla, "texto": texto, "clave": clave or uuid.uuid4(), **datos}
    return cliente.post(f"{BASE}comentarios/nuevo/", datos)


def ancla_de(mundo) -> str:
    """Give the anchor of the action."""
    return f"accion:{mundo.accion.clave}"


@pytest.mark.parametrize(
    ("quien", "codigo"),
    [("extrana", 404), ("lejana", 404), ("responsable", 403), ("lectora", 403), ("parte", 403), ("asesora", 200),
     ("colega", 200), ("coordinacion", 200)],
)  # fmt: skip
def test_who_opens_a_review(plan, mover_a, entrar, quien, codigo):
    mover_a("enviar")
    assert entrar(getattr(plan, quien)).get(BASE).status_code == codigo


@pytest.mark.parametrize("resto", ["mover/tomar/", "comentarios/nuevo/"])
def test_posts_are_guarded_like_pages(plan, mover_a, entrar, resto):
    mover_a("enviar")
    assert entrar(plan.extrana).post(BASE + resto).status_code == 404
    assert entrar(plan.lejana).post(BASE + resto).status_code == 404
    assert entrar(plan.responsable).post(BASE + resto).status_code == 403
    assert entrar(plan.parte).post(BASE + resto).status_code == 403
    assert Agenda.objects.get().estado == "enviada"


def test_visitor_goes_to_the_login(plan, client):
    assert client.get(BASE).headers["Location"].startswith("/cuenta/entrar/")


def test_draft_that_was_never_sent_says_so(plan, entrar):
    cuerpo = entrar(plan.asesora).get(BASE).content.decode()
    assert "Todavía no se ha enviado" in cuerpo
    assert "Misión comercial" not in cuerpo


def test_every_tab_is_drawn(plan, mover_a, entrar):
    mover_a("enviar", "tomar")
    asesora = entrar(plan.asesora)
    assert "Misión comercial a Trieste" in asesora.get(f"{BASE}agenda/").content.decode()
    for pestana in ("diagnostico", "historia", "cambios"):
        assert asesora.get(f"{BASE}{pestana}/").status_code == 200
    assert asesora.get(f"{BASE}nada/").status_code == 404


def test_advisor_takes_and_lets_go(plan, mover_a, entrar):
    mover_a("enviar")
    asesora = entrar(plan.asesora)
    assert "Tomar para revisar" in asesora.get(BASE).content.decode()
    assert asesora.get(f"{BASE}mover/tomar/").status_code == 200
    assert Agenda.objects.get().estado == "enviada", "a GET never writes"
    assert asesora.post(f"{BASE}mover/tomar/").headers["Location"] == BASE
    assert Agenda.objects.get().revisa == plan.asesora
    asesora.post(f"{BASE}mover/soltar/")
    assert Agenda.objects.get().estado == "enviada"


def test_wrong_state_is_a_redirect_with_the_reason(plan, mover_a, entrar):
    mover_a("enviar", "tomar", "aprobar")
    respuesta = entrar(plan.asesora).post(f"{BASE}mover/tomar/", follow=True)
    assert "No se puede" in respuesta.content.decode()


def test_comment_stands_beside_its_text_and_a_double_click_makes_one(plan, mover_a, entrar):
    mover_a("enviar", "tomar")
    asesora = entrar(plan.asesora)
    clave = uuid.uuid4()
    for _vez in range(2):
        respuesta = comentar(asesora, ancla_de(plan), clave=clave, bloqueante="on")
        assert (
            respuesta.headers["Location"]
            == f"{BASE}agenda/?lugar=accion%3A{plan.accion.clave}#accion-{plan.accion.clave}"
        )
    comentario = Comentario.objects.get()
    assert comentario.bloqueante
    assert comentario.version.numero == 1
    respuesta = asesora.get(f"{BASE}agenda/")
    bloque = next(b for b in respuesta.context["bloques"] if b.ancla == ancla_de(plan))
    assert bloque.comentarios == [comentario]


def test_comment_without_text_is_asked_again_and_invented_place_is_404(plan, mover_a, entrar):
    mover_a("enviar", "tomar")
    asesora = entrar(plan.asesora)
    assert comentar(asesora, "seccion:vision", texto="").status_code == 200
    assert comentar(asesora, "accion:nada").status_code == 404
    assert not Comentario.objects.exists()


def test_only_who_has_it_comments_and_only_in_review(plan, mover_a, entrar):
    mover_a("enviar")
    comentar(entrar(plan.asesora), "seccion:vision")
    mover_a("tomar")
    comentar(entrar(plan.colega), "seccion:vision")
    assert not Comentario.objects.exists()


def test_own_undelivered_comment_is_corrected_and_deleted(plan, mover_a, entrar):
    mover_a("enviar", "tomar")
    asesora = entrar(plan.asesora)
    comentar(asesora, "seccion:vision")
    comentario = Comentario.objects.get()
    url = f"{BASE}comentarios/{comentario.clave}/"
    assert asesora.post(url, {"texto": "Mejor así."}).status_code == 302
    comentario.refresh_from_db()
    assert comentario.texto == "Mejor así."
    assert entrar(plan.colega).post(url, {"texto": "Ajeno."}).status_code == 403
    asesora = entrar(plan.asesora)
    for _vez in range(2):
        assert asesora.post(url, {"borrar": "1"}).status_code == 302
    assert not Comentario.objects.exists()


def test_delivered_comment_is_not_changed(plan, mover_a, entrar):
    mover_a("enviar", "tomar")
    asesora = entrar(plan.asesora)
    comentar(asesora, "seccion:vision")
    mover_a("devolver", "enviar", "tomar")
    comentario = Comentario.objects.get()
    asesora.post(f"{BASE}comentarios/{comentario.clave}/", {"texto": "Otra cosa."})
    comentario.refresh_from_db()
    assert comentario.texto == "Falta el responsable."


def test_returning_asks_for_words_and_keeps_what_was_written(plan, mover_a, entrar):
    mover_a("enviar", "tomar")
    asesora = entrar(plan.asesora)
    respuesta = asesora.post(f"{BASE}mover/devolver/", {"comentario": ""})
    assert respuesta.status_code == 200
    assert "Escriba por qué devuelve la agenda" in respuesta.content.decode()
    asesora.post(f"{BASE}mover/devolver/", {"comentario": "Casi está."})
    assert Agenda.objects.get().estado == "devuelta"


def test_open_blocking_comment_disables_approval_with_its_reason(plan, mover_a, entrar):
    mover_a("enviar", "tomar")
    asesora = entrar(plan.asesora)
    comentar(asesora, ancla_de(plan), bloqueante="on")
    frase = "No puede aprobar: queda 1 comentario bloqueante abierto."
    assert frase in asesora.get(BASE).content.decode()
    assert frase in asesora.post(f"{BASE}mover/aprobar/", follow=True).content.decode()
    assert Agenda.objects.get().estado == "en_revision"


def test_town_reads_comments_only_after_they_are_delivered(plan, mover_a, entrar):
    mover_a("enviar", "tomar")
    comentar(entrar(plan.asesora), ancla_de(plan))
    assert "Falta el responsable" not in entrar(plan.enlace).get(f"{PUEBLO}comentarios/").content.decode()
    mover_a("devolver")
    respuesta = entrar(plan.enlace).get(f"{PUEBLO}comentarios/")
    cuerpo = respuesta.content.decode()
    assert "Falta el responsable" in cuerpo
    assert "Una razón." in cuerpo
    assert f"{PUEBLO}accion/{plan.accion.clave}/" in cuerpo
    assert entrar(plan.extrana).get(f"{PUEBLO}comentarios/").status_code == 404


def responder(cliente, comentario, texto: str, **datos):
    """Post the town's answer to a comment, as its page does."""
    campo = f"r{comentario.pk}-respuesta"
    url = f"{PUEBLO}comentarios/{comentario.clave}/"
    return cliente.post(url, {campo: texto, f"visto-{campo}": huella(comentario.respuesta), **datos})


def test_town_answers_and_marks_attended(plan, mover_a, entrar):
    mover_a("enviar", "tomar")
    comentar(entrar(plan.asesora), ancla_de(plan), bloqueante="on")
    mover_a("devolver")
    comentario = Comentario.objects.get()
    assert responder(entrar(plan.lectora), comentario, "No puedo.", atendido="si").status_code == 403
    comentario.refresh_from_db()
    assert (comentario.respuesta, comentario.estado) == ("", "abierto")
    assert responder(entrar(plan.enlace), comentario, "Lo asumirá la oficina.", atendido="si").status_code == 302
    comentario.refresh_from_db()
    assert (comentario.respuesta, comentario.estado, comentario.atendido_por) == (
        "Lo asumirá la oficina.", "atendido", plan.enlace,
    )  # fmt: skip
    cuerpo = entrar(plan.enlace).get(f"{PUEBLO}comentarios/").content.decode()
    assert "Comentario atendido." in cuerpo
    assert "No había cambios" not in cuerpo
    responder(entrar(plan.enlace), comentario, comentario.respuesta, atendido="no")
    comentario.refresh_from_db()
    assert comentario.estado == "abierto"


def test_town_answers_only_while_returned(plan, mover_a, entrar):
    mover_a("enviar", "tomar")
    comentar(entrar(plan.asesora), ancla_de(plan))
    mover_a("devolver", "enviar")
    comentario = Comentario.objects.get()
    responder(entrar(plan.enlace), comentario, "Tarde.", atendido="si")
    comentario.refresh_from_db()
    assert (comentario.respuesta, comentario.estado) == ("", "abierto")


def test_an_answer_waits_for_a_sending_and_then_is_refused(plan, mover_a, entrar, monkeypatch):
    mover_a("enviar", "tomar")
    comentar(entrar(plan.asesora), ancla_de(plan))
    mover_a("devolver")
    comentario, fetch = Comentario.objects.get(), respuestas.agenda_para

    def sent_meanwhile(*args):
        agenda = fetch(*args)
        mover_a("enviar")  # somebody else, between reading the agenda and holding its row
        return agenda

    monkeypatch.setattr(respuestas, "agenda_para", sent_meanwhile)
    with CaptureQueriesContext(connection) as captura:
        responder(entrar(plan.enlace), comentario, "Tarde.", atendido="si")
    assert any('FROM "agenda_agenda"' in una["sql"] and "FOR NO KEY UPDATE" in una["sql"] for una in captura)
    comentario.refresh_from_db()
    assert (comentario.respuesta, comentario.estado) == ("", "abierto")


def test_second_round_shows_field_by_field_what_changed(plan, mover_a, entrar):
    mover_a("enviar", "tomar")
    comentar(entrar(plan.asesora), ancla_de(plan), bloqueante="on")
    mover_a("devolver")
    responder(entrar(plan.enlace), Comentario.objects.get(), "Ya lo dice.", atendido="si")
    plan.accion.responsable = "Oficina de Cooperación"
    plan.accion.save()
    Accion.objects.create(objetivo=plan.objetivo, nombre="Red de ciudades por la paz", orden=2)
    Indicador.objects.filter(pk=plan.indicador.pk).update(linea_base=120)
    mover_a("enviar", "tomar")
    respuesta = entrar(plan.asesora).get(BASE)
    cartas = {carta.titulo: carta for carta in respuesta.context["cartas"]}
    assert ("Dependencia responsable", "Secretaría de Gobierno", "Oficina de Cooperación") in cartas[
        "Acción 1.1 Misión comercial a Trieste"
    ].campos
    assert cartas["Acción 1.2 Red de ciudades por la paz"].tipo == "nuevo"
    assert ("Línea base", "112", "120") in cartas["Indicador: Familias vinculadas"].campos
    cuerpo = respuesta.content.decode()
    assert "Lo que cambió (3)" in cuerpo
    assert "segunda vuelta" in cuerpo
    assert "«Ya lo dice.» — Caldono" in cuerpo


def test_resolved_by_the_advisor_opens_the_approval(plan, mover_a, entrar):
    mover_a("enviar", "tomar")
    comentar(entrar(plan.asesora), ancla_de(plan), bloqueante="on")
    mover_a("devolver")
    responder(entrar(plan.enlace), Comentario.objects.get(), "Listo.", atendido="si")
    mover_a("enviar", "tomar")
    asesora = entrar(plan.asesora)
    url = f"{BASE}comentarios/{Comentario.objects.get().clave}/estado/"
    assert asesora.get(url).status_code == 405
    asesora.post(url, {"estado": "resuelto"})
    assert Comentario.objects.get().resuelto_por == plan.asesora
    asesora.post(url, {"estado": "abierto"})
    assert Comentario.objects.get().estado == "abierto"
    asesora.post(url, {"estado": "resuelto"})
    asesora.post(f"{BASE}mover/aprobar/", {"comentario": "Felicitaciones."})
    assert Agenda.objects.get().estado == "aprobada"


def test_comments_of_a_removed_action_stay_readable(plan, mover_a, entrar):
    mover_a("enviar", "tomar")
    comentar(entrar(plan.asesora), ancla_de(plan), bloqueante="on")
    mover_a("devolver")
    plan.accion.retirada_en = plan.agenda.iniciada_en
    plan.accion.save()
    cuerpo = entrar(plan.enlace).get(f"{PUEBLO}comentarios/").content.decode()
    assert "Acción 1.1 Misión comercial a Trieste" in cuerpo
    responder(entrar(plan.enlace), Comentario.objects.get(), "La quitamos.", atendido="si")
    mover_a("enviar", "tomar")
    cuerpo = entrar(plan.asesora).get(f"{BASE}agenda/").content.decode()
    assert "Sobre textos que ya no están" in cuerpo
    assert "Acción 1.1 Misión comercial a Trieste" in cuerpo


def test_the_review_reads_the_frozen_version_not_the_draft(plan, mover_a, entrar):
    mover_a("enviar", "tomar")
    Accion.objects.update(nombre="Otra cosa")
    cuerpo = entrar(plan.asesora).get(f"{BASE}agenda/").content.decode()
    assert "Misión comercial a Trieste" in cuerpo
    assert "Otra cosa" not in cuerpo


def test_typed_markup_is_only_text(plan, mover_a, entrar):
    Accion.objects.update(nombre="<script>alert(1)</script> {{ 7*7 }}")
    mover_a("enviar", "tomar")
    asesora = entrar(plan.asesora)
    comentar(asesora, ancla_de(plan), texto="<b>hola</b>")
    cuerpo = asesora.get(f"{BASE}agenda/").content.decode()
    assert "<script>alert" not in cuerpo
    assert "{{ 7*7 }}" in cuerpo
    assert "<b>hola" not in cuerpo


def test_town_moves_by_its_own_page(plan, mover_a, entrar):
    mover_a("enviar")
    assert entrar(plan.responsable).get(f"{PUEBLO}mover/retirar/").status_code == 200
    assert entrar(plan.enlace).post(f"{PUEBLO}mover/retirar/").status_code == 403
    assert entrar(plan.responsable).post(f"{PUEBLO}mover/tomar/").status_code == 404
    entrar(plan.responsable).post(f"{PUEBLO}mover/retirar/")
    assert Agenda.objects.get().estado == "borrador"


def test_history_tells_moves_and_versions(plan, mover_a, entrar):
    mover_a("enviar", "tomar", "devolver")
    cuerpo = entrar(plan.lectora).get(f"{PUEBLO}historia/").content.decode()
    leidas = ("Enviada a la Federación", "Tomada para revisar", "Devuelta con comentarios", "Una razón.", "Versión 1")
    for frase in leidas:
        assert frase in cuerpo
    assert entrar(plan.extrana).get(f"{PUEBLO}historia/").status_code == 404


@pytest.mark.parametrize("pestana", ["agenda", "cambios", "historia"])
def test_queries_do_not_grow(plan, mover_a, entrar, pestana):
    mover_a("enviar", "tomar", "devolver", "enviar", "tomar")
    asesora = entrar(plan.asesora)

    def consultas() -> int:
        asesora.get(f"{BASE}{pestana}/")
        with CaptureQueriesContext(connection) as hechas:
            asesora.get(f"{BASE}{pestana}/")
        return len(hechas)

    version = plan.agenda.versiones.last()

    def escribir(cuantos: int) -> None:
        for i in range(cuantos):
            Comentario.objects.create(
                agenda=plan.agenda, version=version, ancla=ancla_de(plan), texto=f"Comentario {i}", autor=plan.asesora
            )

    escribir(1)
    pocas = consultas()
    escribir(12)
    assert consultas() == pocas <= 25


def test_many_comments_are_one_click_away(plan, mover_a, entrar):
    mover_a("enviar", "tomar")
    version = plan.agenda.versiones.last()
    for i in range(25):
        Comentario.objects.create(
            agenda=plan.agenda, version=version, ancla=ancla_de(plan), texto=f"Nota {i:02}.", autor=plan.asesora
        )
    asesora = entrar(plan.asesora)
    cuerpo = asesora.get(f"{BASE}agenda/").content.decode()
    assert "Nota 24." in cuerpo
    assert "Nota 21." not in cuerpo
    assert "Ver 22 comentarios más" in cuerpo
    entero = asesora.get(f"{BASE}agenda/?lugar={ancla_de(plan)}").content.decode()
    assert "Nota 00." in entero
    assert "Nota 24." in entero
    assert "comentarios más" not in entero
    hilo = [asesora.get(f"{BASE}cambios/?pagina={n}").content.decode() for n in (1, 2)]
    assert "Nota 19." in hilo[0]
    assert "Nota 20." not in hilo[0]
    assert "Página 1 de 2" in hilo[0]
    assert "Nota 20." in hilo[1]
    assert "Nota 24." in hilo[1]


def test_what_the_town_took_back_is_not_read(plan, mover_a, entrar):
    mover_a("enviar", "retirar")
    cuerpo = entrar(plan.asesora).get(f"{BASE}agenda/").content.decode()
    assert "Todavía no se ha enviado" in cuerpo
    assert "Misión comercial" not in cuerpo


def test_expired_session_keeps_the_comment(plan, mover_a, client):
    mover_a("enviar", "tomar")
    client.force_login(plan.asesora)
    autor = client.get(f"{BASE}agenda/").context["autor_firmado"]
    client.cookies.clear()
    respuesta = comentar(client, "seccion:vision", texto="Un comentario largo.", autor=autor)
    assert respuesta.headers["Location"].startswith("/cuenta/entrar/")
    client.force_login(plan.asesora)
    assert "Un comentario largo." in client.get(f"{BASE}comentarios/nuevo/").content.decode()
    assert not Comentario.objects.exists()
