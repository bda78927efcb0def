"""Who reads and who writes, with keys of another agenda, in every state, by POST too."""

import pytest

from agenda.models import Accion, Agenda, Estado
from guardado.huella import huella
from tests.agenda_editor.enviar_formulario import enviar, formulario_con

LECTURA = [
    "agenda", "agenda_retiradas", "agenda_consejos", "agenda_enviar", "agenda_seguimiento",
    "agenda_adopcion", "agenda_eje_nuevo",
]  # fmt: skip


@pytest.mark.parametrize("nombre", LECTURA)
def test_members_and_their_advisor_read_and_strangers_do_not(client, como, ir, nombre):
    assert client.get(ir(nombre)).url.startswith("/cuenta/entrar/")
    for persona in ("lectora", "enlace", "responsable", "asesora"):
        assert como(persona).get(ir(nombre)).status_code == 200
    assert como("ajena").get(ir(nombre)).status_code == 404


def test_pages_of_every_noun_are_closed_to_strangers(pueblo, como, ir):
    paginas = [
        ir("accion", pueblo.accion.clave), ir("agenda_eje", pueblo.eje.clave),
        ir("agenda_objetivo", pueblo.objetivo.clave),
        ir("agenda_indicador", pueblo.indicador.clave), ir("agenda_filas", pueblo.accion.clave, "hitos"),
        ir("agenda_seguimiento_accion", pueblo.accion.clave), ir("agenda_texto", "proposito"),
    ]  # fmt: skip
    for pagina in paginas:
        assert como("asesora").get(pagina).status_code == 200
        assert como("ajena").get(pagina).status_code == 404
        assert como("ajena").post(pagina, {"visto-nombre": "x", "nombre": "x"}).status_code == 404


@pytest.mark.parametrize("persona", ["lectora", "asesora"])
def test_readers_get_no_form_and_their_post_is_403(pueblo, como, ir, persona):
    cliente, donde = como(persona), ir("accion", pueblo.accion.clave)
    texto = cliente.get(donde).content.decode()
    assert 'name="nombre"' not in texto
    assert "Misión a Trieste" in texto
    respuesta = cliente.post(donde, {"nombre": "Otra", "visto-nombre": huella("Misión a Trieste")})
    assert respuesta.status_code == 403
    assert cliente.post(ir("agenda_fila", "accion", pueblo.accion.clave, "retirar")).status_code == 403
    assert cliente.post(ir("agenda_eje_nuevo"), {"nombre": "x"}).status_code == 403
    assert Accion.objects.get(pk=pueblo.accion.pk).nombre == "Misión a Trieste"


def test_keys_of_another_agenda_are_404(pueblo, como, ir):
    cliente, clave = como("enlace"), pueblo.accion_ajena.clave
    assert cliente.get(ir("agenda_seguimiento_accion", clave)).status_code == 404
    for pagina in (ir("accion", clave), ir("agenda_filas", clave, "hitos"), ir("agenda_eje", clave)):
        assert cliente.get(pagina).status_code == 404
        assert cliente.post(pagina, {"nombre": "x"}).status_code == 404
    for operacion in ("retirar", "restaurar", "colocar", "duplicar", "trasladar", "inventada"):
        assert cliente.post(ir("agenda_fila", "accion", clave, operacion), {"lugar": "1"}).status_code == 404
    assert cliente.post(ir("agenda_fila", "inventado", pueblo.accion.clave, "retirar")).status_code == 404
    pueblo.accion_ajena.refresh_from_db()
    assert pueblo.accion_ajena.retirada_en is None


def test_a_new_row_with_the_key_of_another_agenda_is_404(pueblo, como, ir):
    donde = ir("agenda_accion_nueva") + f"?objetivo={pueblo.objetivo.clave}"
    respuesta = enviar(como("enlace"), donde, "clave", clave=str(pueblo.accion_ajena.clave), nombre="Robo")
    assert respuesta.status_code == 404


@pytest.mark.parametrize(
    ("estado", "frase"),
    [
        (Estado.ENVIADA, "La agenda está enviada"),
        (Estado.EN_REVISION, "en revisión en la Federación"),
        (Estado.APROBADA, "aprobada"),
    ],
)
def test_outside_draft_everything_is_read_only_and_says_why(pueblo, como, ir, estado, frase):
    cliente, donde = como("enlace"), ir("accion", pueblo.accion.clave)
    datos = formulario_con(cliente.get(donde), "visto-nombre")
    revisa = pueblo.asesora if estado == Estado.EN_REVISION else None
    Agenda.objects.filter(pk=pueblo.agenda.pk).update(estado=estado, revisa=revisa)
    assert frase in cliente.get(donde).content.decode()
    respuesta = cliente.post(donde, datos | {"nombre": "Texto largo que no se pierde"}, follow=True)
    assert respuesta.redirect_chain[0][0] == ir("agenda")
    assert frase in respuesta.content.decode()
    assert Accion.objects.get(pk=pueblo.accion.pk).nombre == "Misión a Trieste"
    assert "Texto largo que no se pierde" in cliente.get(donde).content.decode()
    automatico = cliente.post(
        donde, {"nombre": "Otro", "visto-nombre": huella("Misión a Trieste")}, headers={"HX-Request": "true"}
    )
    assert automatico.status_code == 200
    assert frase in automatico.content.decode()
    cliente.post(ir("agenda_fila", "accion", pueblo.accion.clave, "retirar"))
    assert Accion.objects.get(pk=pueblo.accion.pk).retirada_en is None


def test_an_expired_session_gives_back_the_text_of_a_new_row(client, pueblo, como, ir):
    donde = ir("agenda_filas", pueblo.accion.clave, "hitos")
    datos = formulario_con(como("enlace").get(donde), "clave") | {"nombre": "Un hito muy pensado"}
    datos.pop("_action")
    client.logout()
    assert client.post(donde, datos).url.startswith("/cuenta/entrar/")
    sesion = dict(client.session.items())
    client.force_login(pueblo.enlace)
    guardada = client.session
    guardada.update({clave: valor for clave, valor in sesion.items() if clave == "texto_pendiente"})
    guardada.save()
    assert "Un hito muy pensado" in client.get(donde).content.decode()
