"""A cell as people leave it, and what a form would receive."""

import datetime as dt
from decimal import Decimal

import pytest

from guardado.planilla.celdas import celda_de, crudo_de, legible, texto_de
from guardado.planilla.descripcion import Clase, Columna, Opcion

TEMAS = (Opcion("agua", "Agua"), Opcion("turismo", "Turismo y ocio"), Opcion("salud", "Salud pública"))


def columna(clase: Clase, opciones=()) -> Columna:
    return Columna("x", "X", clase, opciones)


@pytest.mark.parametrize(
    ("clase", "celda", "crudo"),
    [
        (Clase.PESOS, 1_250_000, "1250000"),
        (Clase.PESOS, "1.250.000", "1.250.000"),
        (Clase.PESOS, "1\N{NO-BREAK SPACE}250\N{NO-BREAK SPACE}000", "1 250 000"),
        (Clase.PESOS, Decimal("1250000.0"), "1250000"),
        (Clase.PESOS, Decimal("12.5"), "12,5"),  # the form says that pesos take no decimals
        (Clase.NUMERO, Decimal("12.5"), "12,5"),
        (Clase.NUMERO, "12,5 %", "12,5"),
        (Clase.NUMERO, -3, "-3"),
        (Clase.ENTERO, "2.026", "2026"),
        (Clase.FECHA, dt.date(2026, 11, 22), "2026-11-22"),
        (Clase.FECHA, 46348, "2026-11-22"),
        (Clase.FECHA, "22/11/2026", "2026-11-22"),
        (Clase.FECHA, "22 - 11 - 26", "2026-11-22"),
        (Clase.FECHA, " 22 de Noviembre de 2026 ", "2026-11-22"),
        (Clase.FECHA, "22 nov 2026", "2026-11-22"),
        (Clase.FECHA, "pronto", "pronto"),  # the form says how a date is written
        (Clase.SI_NO, True, "true"),
        (Clase.SI_NO, "VERDADERO", "true"),
        (Clase.SI_NO, 1, "true"),
        (Clase.SI_NO, "sí", "true"),
        (Clase.SI_NO, "FALSO", "false"),
        (Clase.SI_NO, None, "false"),
        (Clase.TEXTO, "  a\r\nb  ", "  a\nb  "),
        (Clase.TEXTO, "“comillas” \N{NO-BREAK SPACE}duras", "“comillas” \N{NO-BREAK SPACE}duras"),
        (Clase.TEXTO, 2026, "2026"),
        (Clase.TEXTO, "\x0ba\x1f", "a"),
        (Clase.TEXTO, "   ", ""),
    ],
)
def test_a_cell_becomes_what_a_form_would_receive(clase, celda, crudo):
    assert crudo_de(columna(clase), celda) == crudo


@pytest.mark.parametrize(
    ("clase", "celda", "dice"),
    [
        (Clase.FECHA, "31/02/2026", "no existe"),
        (Clase.FECHA, 2026, "fecha completa"),
        (Clase.FECHA, 12, "fecha completa"),
        (Clase.ENTERO, Decimal("2.5"), "sin decimales"),
        (Clase.PESOS, dt.date(2026, 1, 1), "Aquí va un número"),
        (Clase.PESOS, True, "Aquí va un número"),
        (Clase.SI_NO, "quizá", "«Sí» o «No»"),
        (Clase.TEXTO, "a" * 40_000, "40.000 caracteres"),
    ],
)
def test_a_cell_that_cannot_be_read_says_why(clase, celda, dice):
    with pytest.raises(ValueError, match=dice):
        crudo_de(columna(clase), celda)


@pytest.mark.parametrize("escrito", ["Agua", "agua", " AGUA. ", "ágüa"])
def test_a_choice_is_known_without_accents_nor_capitals(escrito):
    assert crudo_de(columna(Clase.OPCION, TEMAS), escrito) == "agua"


def test_an_unknown_choice_lists_the_valid_ones():
    with pytest.raises(ValueError, match="«Agua»; «Turismo y ocio»; «Salud pública»"):
        crudo_de(columna(Clase.OPCION, TEMAS), "aguas")


@pytest.mark.parametrize(
    "escrito", ["Agua; Salud pública", "salud publica\nAGUA", "agua, salud publica", "Agua;Agua;salud"]
)
def test_several_choices_in_one_cell(escrito):
    assert set(crudo_de(columna(Clase.VARIAS, TEMAS), escrito)) == {"agua", "salud"}


@pytest.mark.parametrize(
    ("clase", "valor"),
    [
        (Clase.PESOS, 9_999_999_999_999),
        (Clase.NUMERO, Decimal("12345678901234.5678")),
        (Clase.NUMERO, Decimal("0.5000")),
        (Clase.FECHA, dt.date(2024, 2, 29)),
        (Clase.SI_NO, True),
        (Clase.OPCION, "turismo"),
        (Clase.VARIAS, ["turismo", "agua"]),
        (Clase.TEXTO, "=1+1"),
    ],
)
def test_what_is_written_in_a_cell_can_be_read_back(clase, valor):
    una = columna(clase, TEMAS)
    crudo = crudo_de(una, celda_de(una, valor))
    esperado = {
        Clase.PESOS: "9999999999999", Clase.FECHA: "2024-02-29", Clase.SI_NO: "true", Clase.OPCION: "turismo",
        Clase.VARIAS: ["turismo", "agua"], Clase.TEXTO: "=1+1",
    }.get(clase) or {Decimal("0.5000"): "0,5"}.get(valor, "12.345.678.901.234,5678")  # fmt: skip
    assert crudo == esperado


def test_values_are_read_as_people_write_them():
    assert legible(columna(Clase.PESOS), 1_250_000) == "$\N{NO-BREAK SPACE}1.250.000"
    assert legible(columna(Clase.VARIAS, TEMAS), ["salud", "agua"]) == "Salud pública; Agua"
    assert texto_de(dt.date(2026, 11, 22)) == "22 de noviembre de 2026"
