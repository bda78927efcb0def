"""A link that moved for good: one click in the worklist, said, audited, undone, and never over somebody else's text."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client
from django.utils.timezone import now

from redes.models import Convocatoria, Enlace, Entrada, Hermanamiento
from tests.vigilancia.paginas import campos, entrar, mensaje

pytestmark = pytest.mark.django_db
ASESORA, COORDINACION = "asesora@fcm.demo", "coordinacion@fcm.demo"
VIEJA, NUEVA = "http://vieja.example/red", "https://nueva.example/red"
LISTA = "/redes/edicion/?ver=enlaces"
MERCO = "/redes/edicion/mercociudades/"


@pytest.fixture
def enlace():
    """Give a link of an entry, of a call and of what a town filed, which moved for good."""
    Entrada.objects.filter(pk="mercociudades").update(
        sitio_web=VIEJA, fuente=f"Leída en {VIEJA}, y en {VIEJA}/otra.", verificado=True, verificado_en=now()
    )
    Convocatoria.objects.create(slug="c", titulo="Semillas", convoca="x", enlace=VIEJA, fuente="su página")
    return Enlace.objects.create(url=VIEJA, estado="redirige", codigo=301, destino=NUEVA, permanente=True)


def test_un_clic_usa_la_direccion_nueva_y_la_historia_la_devuelve(enlace):
    asesora = entrar(ASESORA)
    pagina = asesora.get(LISTA).content.decode()
    [accion] = re.findall(r'action="(/redes/edicion/enlaces/\d+/[^"]*)"', pagina)
    datos = {"nueva": NUEVA}
    assert Client().post(accion, datos).url.startswith("/cuenta/entrar/")
    assert entrar("enlace@pereira.demo").post(accion, datos).status_code == 403
    assert asesora.get(accion).status_code == 405
    assert Entrada.objects.get(pk="mercociudades").sitio_web == VIEJA

    respuesta = asesora.post(html.unescape(accion), datos, follow=True)
    dicho = mensaje(respuesta)
    fila = Entrada.objects.get(pk="mercociudades")
    assert "ver=enlaces" in respuesta.redirect_chain[0][0]
    assert (fila.sitio_web, fila.fuente) == (NUEVA, f"Leída en {NUEVA}, y en {VIEJA}/otra.")
    assert fila.verificado
    assert Convocatoria.objects.get(slug="c").enlace == NUEVA
    assert all(parte in dicho for parte in (str(fila), "Semillas", NUEVA, VIEJA, "historia"))
    assert not Enlace.objects.filter(url=VIEJA).exists()
    assert "otra persona lo atendió" in mensaje(asesora.post(accion, datos, follow=True))  # a second click

    vuelta = next(
        v
        for v in re.findall(r'name="restablecer" value="([^"]+)"', asesora.get(MERCO).content.decode())
        if ":sitio_web:" in v
    )
    asesora.post(MERCO, {"restablecer": vuelta})
    assert Entrada.objects.get(pk="mercociudades").sitio_web == VIEJA


def test_lo_que_otro_cambio_lo_de_un_municipio_y_lo_que_no_cabe_no_se_toca(enlace):
    asesora, otra = entrar(ASESORA), entrar(COORDINACION)
    accion = f"/redes/edicion/enlaces/{enlace.pk}/"
    assert "se probó otra vez" in mensaje(asesora.post(accion, {"nueva": "https://otra.example/"}, follow=True))
    Convocatoria.objects.filter(slug="c").delete()
    Hermanamiento.objects.filter(pk="pamplona-pamplona-iruna-es").update(enlace=VIEJA, declarado_en=now())
    otra.post(MERCO, campos(otra, MERCO) | {"sitio_web": "https://a-mano.example/", "fuente": "su página"})
    assert "lo registró un municipio" in mensaje(asesora.post(accion, {"nueva": NUEVA}, follow=True))
    assert Entrada.objects.get(pk="mercociudades").sitio_web == "https://a-mano.example/"
    assert Hermanamiento.objects.get(pk="pamplona-pamplona-iruna-es").enlace == VIEJA
    assert accion not in asesora.get(LISTA).content.decode()  # nothing there is for the FCM to write

    Hermanamiento.objects.filter(enlace=VIEJA).update(enlace="")
    assert "Nadie usa ya" in mensaje(asesora.post(accion, {"nueva": NUEVA}, follow=True))
    larga = f"https://nueva.example/{'a' * 200}"
    for cambio, frase in (({"destino": larga}, "no se cambió"), ({"permanente": False}, "se probó otra vez")):
        Entrada.objects.filter(pk="mercociudades").update(sitio_web=VIEJA)
        fila = Enlace.objects.update_or_create(
            url=VIEJA, defaults={"estado": "redirige", "destino": NUEVA, "permanente": True} | cambio
        )[0]
        respuesta = asesora.post(f"/redes/edicion/enlaces/{fila.pk}/", {"nueva": fila.destino}, follow=True)
        assert frase in mensaje(respuesta)
        assert Entrada.objects.get(pk="mercociudades").sitio_web == VIEJA
