"""Reminders of calls: to whom they suit, twice at most, and never to who asked to stop."""

from __future__ import annotations

import datetime as dt
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends import locmem
from django.test import Client

from cuentas.models import Usuario
from diagnostico import recordatorios
from diagnostico.recordatorios import plazo_de, recordar
from redes.afinidad.lugares import lugares
from redes.convocatorias.preferencia import firma_de
from redes.models import Convocatoria, Recordatorio

pytestmark = pytest.mark.django_db
HOY = dt.date(2026, 11, 23)


@pytest.fixture
def llamado():
    """A call for tourism that closes in thirty days; those of the demonstration are taken away."""
    Convocatoria.objects.all().delete()
    return Convocatoria.objects.create(
        slug="una", titulo="Rutas\nque cuentan", convoca="Alguien", cierra=HOY + dt.timedelta(days=30),
        temas=["promocion-turismo", "patrimonio-cultural"], idiomas=["es"], verificado=True,
    )  # fmt: skip


@pytest.mark.parametrize(("faltan", "plazo"), [(-1, None), (0, 7), (7, 7), (8, 30), (30, 30), (31, None)])
def test_the_term_of_a_day(faltan, plazo):
    assert plazo_de(Convocatoria(cierra=HOY + dt.timedelta(days=faltan)), HOY) == plazo
    assert plazo_de(Convocatoria(), HOY) is None


def de(correo: str) -> list:
    return [m for m in mail.outbox if m.to == [correo]]


def test_told_once_in_each_term_to_who_writes_and_did_not_stop(llamado):
    recordar(HOY)
    recordar(HOY)
    recordar(HOY + dt.timedelta(days=1))
    suyos = de("enlace@pamplona.demo")
    assert len(suyos) == 1
    assert suyos[0].subject == "Por cerrar: Rutas que cuentan (Pamplona)"
    assert "comparte 2 temas" in suyos[0].body
    assert "cierra en 30 días" in suyos[0].body
    assert len(de("responsable@pamplona.demo")) == 1
    assert not de("coordinacion@fcm.demo")
    # the way to stop is in the mail; visiting it changes nothing, posting it does, without an account
    direccion = suyos[0].extra_headers["List-Unsubscribe"].strip("<>").partition("//")[2].partition("/")[2]
    cliente = Client(enforce_csrf_checks=True)
    assert "No enviarme más" in cliente.get(f"/{direccion}").content.decode()
    assert cliente.post(f"/{direccion}", {"List-Unsubscribe": "One-Click"}).status_code == 204
    assert "No le enviamos" in cliente.get(f"/{direccion}").content.decode()
    recordar(HOY + dt.timedelta(days=23))
    assert len(de("enlace@pamplona.demo")) == 1
    assert len(de("responsable@pamplona.demo")) == 2
    cliente.post(f"/{direccion}", {"recibir": "si"})
    assert "Le escribimos 30 y 7 días" in cliente.get(f"/{direccion}").content.decode()
    assert cliente.get("/redes/convocatorias/recordatorios/1.falsa/").status_code == 404


@pytest.mark.parametrize(
    "cambio",
    [
        {"temas": ["seguridad"]},
        {"temas": []},
        {"categorias": ["ESP", "1"]},
        {"departamentos": ["05"]},
        {"poblacion_maxima": 1000},
        {"cierra": HOY - dt.timedelta(days=1)},
        {"cierra": HOY + dt.timedelta(days=40)},
    ],
)
def test_not_told_of_what_does_not_suit(llamado, cambio):
    Convocatoria.objects.filter(pk=llamado.pk).update(**cambio)
    recordar(HOY)
    assert not de("enlace@pamplona.demo")


def test_a_mail_server_that_is_down_or_refuses_leaves_it_for_tomorrow_and_stops_nobody_else(llamado, monkeypatch):
    class Caido(locmem.EmailBackend):
        def open(self):
            raise ConnectionRefusedError

    class Exigente(locmem.EmailBackend):
        """It refuses the first address that it is given, whole towns with it, and dies at the fourth mail."""

        def send_messages(self, cartas):
            if cartas[0].to[0].startswith("responsable@17001"):
                raise SMTPRecipientsRefused({})
            if len(mail.outbox) == 4:
                raise SMTPServerDisconnected
            return super().send_messages(cartas)

    for servidor, quedan in ((Caido, 0), (Exigente, 4)):
        with monkeypatch.context() as parche:
            parche.setattr(recordatorios, "get_connection", servidor)
            assert recordar(HOY)[1] == quedan
        assert len(mail.outbox) == quedan
    assert not Recordatorio.objects.filter(territorio="17001").exists()
    recordar(HOY)
    recordar(HOY)
    assert len(de("enlace@pamplona.demo")) == 1
    assert len(de("responsable@17001.demo")) == 1
    assert all(len(de(m.to[0])) == 1 for m in mail.outbox)


def test_the_queries_do_not_grow_with_the_towns(llamado, django_assert_num_queries):
    lugares()  # in memory with the guide
    with django_assert_num_queries(12):
        recordar(HOY)
    assert len(mail.outbox) > 5


def test_a_signature_is_for_one_person():
    una, otra = Usuario.objects.order_by("pk")[:2]
    assert firma_de(una) != firma_de(otra)
