"""The rules of a row of a register, without a database: its state, and what it lacks to be sent."""

import datetime as dt

import pytest
import time_machine

from redes.models import Hermanamiento, Membresia
from redes.registros.situacion import Situacion, cuota_vencida, errores_hermanamiento, errores_membresia, situacion

AYER, HOY, MANANA = dt.date(2026, 11, 21), dt.date(2026, 11, 22), dt.date(2026, 11, 23)
pytestmark = pytest.mark.datos("nada")


@pytest.fixture(autouse=True)
def el_22_de_noviembre():
    with time_machine.travel(dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)):
        yield


@pytest.mark.parametrize(
    ("valores", "estado", "publico"),
    [
        ({}, Situacion.CARGADO, True),
        ({"verificado": True}, Situacion.VERIFICADO, True),
        ({"declarado_en": HOY}, Situacion.POR_CONFIRMAR, False),
        ({"declarado_en": HOY, "devuelto": "No se lee."}, Situacion.DEVUELTO, False),
        ({"declarado_en": HOY, "verificado": True}, Situacion.CONFIRMADO, True),
        ({"declarado_en": HOY, "verificado": True, "retirado_en": HOY}, Situacion.RETIRADO, False),
        ({"retirado_en": HOY}, Situacion.RETIRADO, False),
    ],
)
def test_each_row_has_one_state(valores, estado, publico):
    assert situacion(Hermanamiento(**valores)) == estado
    assert estado.en_publico is publico


@pytest.mark.parametrize(
    ("valores", "documento", "campos"),
    [
        ({"fecha": AYER}, True, set()),
        ({"anio": 2001, "enlace": "https://pamplona.es"}, False, set()),
        ({"fecha": AYER, "anio": 2026}, True, set()),
        ({}, False, {"fecha", "archivo"}),
        ({"fecha": MANANA}, True, {"fecha"}),
        ({"fecha": AYER, "anio": 2001}, True, {"anio"}),
        ({"anio": 2027}, True, {"anio"}),
        ({"anio": 12}, True, {"anio"}),
        ({"fecha": dt.date(1500, 1, 1)}, True, {"fecha"}),
        ({"fecha": HOY, "vigente_hasta": AYER}, True, {"vigente_hasta"}),
        ({"anio": 2020, "vigente_hasta": dt.date(2019, 12, 31)}, True, {"vigente_hasta"}),
    ],
)
def test_a_twinning_is_filed_with_a_date_and_a_document_or_a_link(valores, documento, campos):
    assert set(errores_hermanamiento(valores, documento)) == campos


@pytest.mark.parametrize(
    ("valores", "documento", "campos"),
    [
        ({"desde": AYER}, True, set()),
        ({"desde": AYER, "pagada_hasta": AYER}, True, set()),
        ({}, False, {"desde", "archivo"}),
        ({"desde": MANANA}, True, {"desde"}),
        ({"desde": dt.date(24, 1, 1)}, True, {"desde"}),
        ({"desde": HOY, "pagada_hasta": AYER}, True, {"pagada_hasta"}),
    ],
)
def test_a_membership_is_filed_with_its_day_and_its_document(valores, documento, campos):
    assert set(errores_membresia(valores, documento)) == campos


def test_dues_are_overdue_the_day_after():
    vencidas = {dia: cuota_vencida(Membresia(pagada_hasta=dia)) for dia in (AYER, HOY, MANANA, None)}
    assert vencidas == {AYER: True, HOY: False, MANANA: False, None: False}
