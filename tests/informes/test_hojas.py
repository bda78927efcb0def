"""Nothing that a person typed is a formula in what leaves as a spreadsheet."""

import csv
import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from informes.hojas.escritas import Columna, Hoja, a_xlsx
from informes.hojas.separadas import a_csv, neutral

MALOS = ["=1+1", "+57 300", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", '=HYPERLINK("http://x","y")']


@pytest.mark.parametrize("malo", MALOS)
def test_formulas_are_text(malo):
    datos = a_xlsx([Hoja("Uno", [Columna("A"), Columna("B", formato="pesos")], [[malo, -5]])], titulo="=x")
    pagina = openpyxl.load_workbook(io.BytesIO(datos))["Uno"]
    assert pagina["A2"].data_type == "s"
    assert pagina["A2"].quotePrefix
    assert pagina["B2"].value == -5
    assert neutral(malo) == f"'{malo}"


@given(st.lists(st.one_of(st.text(), st.integers(), st.sampled_from(MALOS)), min_size=1, max_size=5))
def test_csv_never_holds_a_live_cell(valores):
    texto = a_csv(["h"] * len(valores), [valores])
    leido = list(csv.reader(io.StringIO(texto.removeprefix("\ufeff"), newline="")))[1]
    for valor, escrito in zip(valores, leido, strict=True):
        if isinstance(valor, int):
            assert escrito == str(valor)
        else:
            assert not escrito.lstrip().startswith(("=", "+", "-", "@"))


def test_control_characters_and_floats():
    datos = a_xlsx([Hoja("a/b", [Columna("A")], [["x\x00\ufffe\uffffy"]])], titulo="t\ufffe")
    assert openpyxl.load_workbook(io.BytesIO(datos))["ab"]["A2"].value == "xy"
    with pytest.raises(TypeError):
        a_xlsx([Hoja("a", [Columna("A")], [[1.5]])], titulo="t")


def test_sums_are_numbers():
    hoja = Hoja(
        "a",
        [Columna("A"), Columna("B", formato="pesos")],
        [["x", 2], ["y", None], ["z", 9_999_999_999_999]],
        totales=(1,),
    )
    assert openpyxl.load_workbook(io.BytesIO(a_xlsx([hoja], titulo="t")))["a"]["B5"].value == 10_000_000_000_001
    assert (
        openpyxl.load_workbook(io.BytesIO(a_xlsx([Hoja("a", [Columna("A")], [[Decimal("1.25")]])], titulo="t")))["a"][
            "A2"
        ].value
        == 1.25
    )


def test_months_are_in_spanish_and_a_date_does_not_touch_the_text_beside_it():
    datos = a_xlsx(
        [Hoja("Uno", [Columna("Día", formato="fecha"), Columna("Qué")], [[dt.date(2026, 3, 1), "Feria"]])], titulo="t"
    )
    celda = openpyxl.load_workbook(io.BytesIO(datos))["Uno"]["A2"]
    assert celda.number_format.startswith("[$-240A]")  # es-CO, whatever the language of the program
    assert (celda.is_date, celda.alignment.horizontal) == (True, "left")
