"""Four secrets are sown and every page is read: each shows only to those for whom it was written."""

from __future__ import annotations

import json

import pytest

from agenda.models import Accion, Agenda, Comentario
from diagnostico.cierre import cerrar
from diagnostico.models import Actor, Diagnostico
from tests.seguridad.mundo import (  # noqa: F401
    PERSONAS,
    TABLA,
    VALORES,
    direccion,
    direcciones,
    filas,
    gente,
    poner_en,
)

NOTA, COMENTARIO, BORRADOR, CONTACTO = "nota-zzq1", "comentario-zzq2", "borrador-zzq3", "contacto-zzq4"
DEL_PUEBLO = {"enlace", "responsable", "lectura"}
DE_LA_FCM = {"asesora", "coordinacion"}
QUIEN_LO_LEE = {NOTA: DEL_PUEBLO, COMENTARIO: DE_LA_FCM, BORRADOR: DEL_PUEBLO | DE_LA_FCM, CONTACTO: DEL_PUEBLO}


@pytest.fixture
def sembrado(gente):  # noqa: F811
    """Give the values of addresses, after sowing the secrets in Pamplona."""
    valores = VALORES | filas(gente)
    agenda = Agenda.objects.get(territorio="54518", periodo="2024-2027")
    abierto = Diagnostico.objects.get(territorio="54518", cerrado_en=None)
    abierto.respuestas.update(nota_privada=NOTA, observacion="para la asesora")
    Comentario.objects.create(
        agenda=agenda, version=agenda.publicada, ancla="seccion:alcance", texto=COMENTARIO, autor=gente["asesora"]
    )
    Accion.objects.filter(objetivo__eje__agenda=agenda).update(nombre=BORRADOR, descripcion=BORRADOR)
    Agenda.objects.filter(pk=agenda.pk).update(vision=BORRADOR, resumen=BORRADOR)
    Actor.objects.filter(territorio="54518").update(
        contacto_nombre=CONTACTO, contacto_correo=f"{CONTACTO}@x.co", contacto_autorizado=False
    )
    return valores


@pytest.mark.parametrize("estado", ["borrador", "en_revision"])
def test_no_page_tells_a_secret_to_whom_it_is_not_for(client, gente, sembrado, estado):  # noqa: F811
    poner_en(estado, gente)
    dichos, leidos = [], set()
    for persona in PERSONAS:
        client.logout()
        if gente[persona]:
            client.force_login(gente[persona])
        for nombre in set(direcciones()) & set(TABLA):
            if nombre in ("account_logout", "mfa_activate_totp"):
                continue
            respuesta = client.get(direccion(nombre, direcciones()[nombre], sembrado))
            if respuesta.streaming or respuesta.status_code != 200:
                continue
            texto = respuesta.content.decode("utf-8", "replace")
            for secreto, quienes in QUIEN_LO_LEE.items():
                if secreto in texto:
                    leidos.add(secreto)
                    if persona not in quienes:
                        dichos.append((secreto, nombre, persona))
    assert dichos == []
    assert NOTA in leidos, "the reading itself works"


def test_a_private_note_is_not_frozen_with_its_diagnostic(gente, sembrado):  # noqa: F811
    abierto = Diagnostico.objects.get(territorio="54518", cerrado_en=None)
    cerrado = cerrar(abierto, gente["enlace"])
    assert NOTA not in json.dumps(cerrado.resultado)


@pytest.mark.parametrize("persona", sorted(DE_LA_FCM | {"enlace_ajeno"}))
def test_a_clash_about_a_private_note_stays_in_the_town(client, gente, sembrado, persona):  # noqa: F811
    abierto = Diagnostico.objects.get(territorio="54518", cerrado_en=None)
    respuesta = abierto.respuestas.filter(clave__startswith="p1").first() or abierto.respuestas.first()
    from guardado.guardar import guardar

    respuesta.diagnostico = abierto
    choque = guardar(respuesta, "nota_privada", "choque-zzq5", "otra", gente["enlace"]).desencuentro
    client.force_login(gente[persona])
    for ruta in (
        f"/panel/54518/desencuentros/{choque.clave}/",
        "/panel/54518/",
        "/panel/54518/diagnostico/paso/construya/",
    ):
        pagina = client.get(ruta)
        assert "choque-zzq5" not in pagina.content.decode()
