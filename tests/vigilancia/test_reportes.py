"""Anyone reports, a few times; the FCM answers once, and the address is gone."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client, override_settings

from redes.models import Convocatoria, EstadoReporte, Hermanamiento, Reporte
from tests.vigilancia.paginas import entrar, mensaje

pytestmark = pytest.mark.django_db
GIZ = "/redes/entrada/giz/reportar/"
BUENO = {"motivo": "dato", "texto": "La sede ya no queda en esa ciudad.", "correo": "vecina@example.org"}


def test_cualquiera_reporta_y_nada_se_pierde_cuando_falla():
    anonimo = Client()
    Convocatoria.objects.create(slug="una", titulo="Una", convoca="x")
    gemelo = Hermanamiento.objects.publicos().first()
    for direccion in (GIZ, "/redes/convocatoria/una/reportar/", f"/redes/hermanamiento/{gemelo.pk}/reportar/"):
        assert anonimo.get(direccion).status_code == 200
        respuesta = anonimo.post(direccion, BUENO)
        assert respuesta.url == f"{direccion}?gracias=1"
        assert "Qué sigue" in anonimo.get(respuesta.url).content.decode()
    assert Reporte.objects.count() == 3
    anonimo.post(GIZ, BUENO)
    assert Reporte.objects.count() == 3  # the same text again is the same report
    anonimo.post(GIZ, BUENO | {"asunto": "compre ya"})
    assert Reporte.objects.count() == 3  # the trap
    for mal in ({"correo": "vecina arroba"}, {"texto": "x" * 2001}, {"texto": "mal"}, {"motivo": ""}, {"motivo": "zz"}):
        respuesta = anonimo.post(GIZ, BUENO | {"texto": "Otra cosa que está mal aquí"} | mal)
        texto = respuesta.content.decode()
        assert (respuesta.status_code, "Revise lo siguiente" in texto) == (200, True), mal
        assert all(valor[:40] in texto for campo, valor in mal.items() if campo != "motivo"), mal
    for nada in ("/redes/entrada/no-hay/reportar/", "/redes/otra/giz/reportar/", "/redes/convocatoria/giz/reportar/"):
        assert anonimo.get(nada).status_code == anonimo.post(nada, BUENO).status_code == 404
    assert Client(enforce_csrf_checks=True).post(GIZ, BUENO).status_code == 403


@override_settings(ACCOUNT_RATE_LIMITS={"reporte": "2/h/ip"})
def test_despues_de_muchos_se_pide_esperar_y_lo_escrito_sigue_ahi():
    anonimo = Client()
    for n in range(2):
        assert anonimo.post(GIZ, BUENO | {"texto": f"Un error distinto, número {n}"}).status_code == 302
    anonimo.post(GIZ, {"motivo": "", "texto": ""})  # what is refused does not count
    respuesta = anonimo.post(GIZ, BUENO | {"texto": "El tercero <b>de hoy</b>"})
    texto = respuesta.content.decode()
    assert respuesta.status_code == 429
    assert "El tercero &lt;b&gt;de hoy&lt;/b&gt;" in texto
    assert "espere una hora" in texto
    assert Reporte.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_se_cierra_una_vez_se_responde_y_el_correo_se_borra():
    Client().post(GIZ, BUENO)
    reporte = Reporte.objects.get()
    direccion = f"/redes/edicion/reportes/{reporte.clave}/"
    una, otra = entrar("asesora@fcm.demo"), entrar("coordinacion@fcm.demo")
    pagina = una.get(direccion).content.decode()
    assert "vecina@example.org" in pagina
    assert "/redes/edicion/giz/" in pagina
    assert "Complete este dato" in una.post(direccion, {"estado": "corregido", "respuesta": " "}).content.decode()
    una.post(direccion, {"estado": "corregido", "respuesta": "Cambiamos la sede <según> su página."})
    reporte.refresh_from_db()
    assert (reporte.estado, reporte.correo) == (EstadoReporte.CORREGIDO, "")
    [correo] = mail.outbox
    assert correo.to == ["vecina@example.org"]
    assert "GIZ" in correo.subject
    for parte in ("Cambiamos la sede <según> su página.", "La sede ya no queda", "/redes/giz/"):
        assert parte in correo.body
    assert "ya había cerrado" in mensaje(otra.post(direccion, {"estado": "descartado", "respuesta": "No"}, follow=True))
    assert len(mail.outbox) == 1
    eventos = reporte.events.values() if hasattr(reporte, "events") else []
    assert "vecina" not in str(list(eventos))
    assert "Cambiamos la sede" in otra.get(direccion).content.decode()
