"""The calendars of calls, read back as a calendar program reads them."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar

from redes.models import Convocatoria

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]
HOY = dt.datetime(2026, 11, 23, 15, 0, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def filas():
    """One with a hard title, one of another theme without an opening, one closed."""
    with time_machine.travel(HOY, tick=False):
        yield [
            Convocatoria.objects.create(
                slug="larga", titulo="Ñandúes, cóndores; y «más»\r\nBEGIN:VEVENT\x07\u202e " + "á" * 150,
                convoca="Quien sea", descripcion="Línea 1\nLínea 2, con coma", abre=dt.date(2026, 12, 1),
                cierra=dt.date(2027, 1, 15), temas=["educacion"], monto=1_500_000, moneda="EUR",
            ),
            Convocatoria.objects.create(slug="otra", titulo="Otra", cierra=dt.date(2026, 11, 23), temas=["seguridad"]),
            Convocatoria.objects.create(slug="vieja", titulo="V", cierra=dt.date(2026, 11, 22), temas=["educacion"]),
        ]  # fmt: skip


def sucesos(cuerpo: bytes) -> dict:
    """Read a calendar: its events by UID."""
    return {str(s["UID"]): s for s in Calendar.from_ical(cuerpo).walk("VEVENT")}


def test_everything_open_is_there_with_its_days_and_alarm():
    respuesta = Client().get("/redes/convocatorias.ics")
    assert respuesta["Content-Type"] == "text/calendar; charset=utf-8"
    for linea in respuesta.content.split(b"\r\n"):
        assert len(linea) <= 75
        linea.decode()  # a fold never cuts a letter
    hallados = sucesos(respuesta.content)
    assert sorted(hallados) == [
        "larga-abre@de-cara-al-mundo", "larga-cierra@de-cara-al-mundo", "otra-cierra@de-cara-al-mundo",
    ]  # fmt: skip
    cierre = hallados["larga-cierra@de-cara-al-mundo"]
    assert cierre.decoded("DTSTART") == dt.date(2027, 1, 15)
    assert cierre.decoded("DTEND") == dt.date(2027, 1, 16)
    assert str(cierre["SUMMARY"]).startswith("Cierra: Ñandúes, cóndores; y «más»\nBEGIN:VEVENT á")
    assert "Línea 1\nLínea 2, con coma" in str(cierre["DESCRIPTION"])
    solo = Calendar.from_ical(Client().get("/redes/convocatorias/larga.ics").content)
    assert str(solo["X-WR-CALNAME"]).startswith("Ñandúes, cóndores; y «más» BEGIN:VEVENT á")
    assert len(solo.walk("VEVENT")) == 2
    assert "1.500.000 euros" in str(cierre["DESCRIPTION"]).replace("\xa0", " ")
    assert "Sin verificar" in str(cierre["DESCRIPTION"])
    assert [a.decoded("TRIGGER") for a in cierre.walk("VALARM")] == [dt.timedelta(days=-7, hours=8)]
    cambio = Convocatoria.objects.get(slug="larga").events.latest("pgh_created_at").pgh_created_at
    assert cierre.decoded("DTSTAMP") == cambio.replace(microsecond=0)


def test_one_theme_one_call_and_an_unknown_theme():
    cliente = Client()
    assert {u.split("-")[0] for u in sucesos(cliente.get("/redes/convocatorias.ics?tema=seguridad").content)} == {
        "otra"
    }
    assert list(sucesos(cliente.get("/redes/convocatorias/vieja.ics").content)) == ["vieja-cierra@de-cara-al-mundo"]
    assert cliente.get("/redes/convocatorias.ics?tema=cocina").status_code == 404
    assert cliente.get("/redes/convocatorias/no-existe.ics").status_code == 404


def test_the_same_calls_are_the_same_bytes_and_a_change_is_seen():
    cliente = Client()
    primera = cliente.get("/redes/convocatorias.ics")
    with time_machine.travel(HOY + dt.timedelta(hours=5), tick=False):
        assert cliente.get("/redes/convocatorias.ics").content == primera.content
        igual = cliente.get("/redes/convocatorias.ics", HTTP_IF_NONE_MATCH=primera["ETag"])
        assert (igual.status_code, igual.content) == (304, b"")
        larga = Convocatoria.objects.get(slug="larga")
        larga.cierra = dt.date(2027, 2, 1)
        larga.save()
        nueva = cliente.get("/redes/convocatorias.ics", HTTP_IF_NONE_MATCH=primera["ETag"])
    assert nueva.status_code == 200
    assert sucesos(nueva.content)["larga-cierra@de-cara-al-mundo"].decoded("DTSTART") == dt.date(2027, 2, 1)


@pytest.mark.parametrize(
    ("momento", "grupos"),
    [
        # 23 November in Bogotá until five in the morning of the 24th in Greenwich
        (
            dt.datetime(2026, 11, 24, 4, 59, tzinfo=dt.UTC),
            {"otra": "abierta", "larga": "por abrir", "vieja": "cerrada"},
        ),
        (dt.datetime(2026, 11, 24, 5, 1, tzinfo=dt.UTC), {"otra": "cerrada", "larga": "por abrir", "vieja": "cerrada"}),
        (dt.datetime(2026, 12, 1, 4, 59, tzinfo=dt.UTC), {"larga": "por abrir"}),
        (dt.datetime(2026, 12, 1, 5, 1, tzinfo=dt.UTC), {"larga": "abierta"}),
        (dt.datetime(2027, 1, 16, 4, 59, tzinfo=dt.UTC), {"larga": "abierta"}),
        (dt.datetime(2027, 1, 16, 5, 1, tzinfo=dt.UTC), {"larga": "cerrada"}),
    ],
)
def test_a_day_ends_when_it_ends_in_bogota(momento, grupos):
    with time_machine.travel(momento, tick=False):
        for slug, estado in grupos.items():
            pagina = Client().get(f"/redes/convocatorias/{slug}/").content.decode()
            vistos = [e for e in ("abierta", "por abrir", "cerrada") if f">{e}</span>" in pagina]
            assert vistos == [estado], slug


def test_the_list_sinks_what_closed_and_filters_by_theme():
    pagina = Client().get("/redes/convocatorias/").content.decode()
    lugares = [pagina.index(f'href="/redes/convocatorias/{slug}/"') for slug in ("otra", "larga", "vieja")]
    assert lugares == sorted(lugares)
    solo = Client().get("/redes/convocatorias/?tema=seguridad&pais=XX&quien=nadie").content.decode()
    assert 'href="/redes/convocatorias/otra/"' in solo
    assert 'href="/redes/convocatorias/larga/"' not in solo
    assert "BEGIN:VEVENT" in pagina  # the title is text, on the page too
    Convocatoria.objects.all().delete()
    assert "Todavía no hay convocatorias registradas" in Client().get("/redes/convocatorias/").content.decode()
