"""A workbook to be filled in says while typing what fits, keeps keys out of reach, and opens without being repaired."""

import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from informes.hojas.editables import ColumnaEditable, HojaEditable, Tipo, a_xlsx_editable
from informes.hojas.entrantes import leer

COLUMNAS = [
    ColumnaEditable("Clave", ancho=7, fija=True, clave=True),
    ColumnaEditable("Pregunta", ancho=40, fija=True),
    ColumnaEditable("Respuesta", opciones=("Sí", "No"), ayuda="Escoja " * 60),
    ColumnaEditable("Temas", opciones=("Agua", "Turismo"), abierta=True),
    ColumnaEditable("Fecha", tipo=Tipo.FECHA),
    ColumnaEditable("Lugar", tipo=Tipo.ENTERO, minimo=1, maximo=5),
    ColumnaEditable("Valor", tipo=Tipo.PESOS),
    ColumnaEditable("Meta", tipo=Tipo.NUMERO),
    ColumnaEditable("Observación", ancho=30, maximo=4000),
    ColumnaEditable("Eje", rango="'Ejes'!$B$2:$B$90"),
    ColumnaEditable("Secreta", oculta=True),
]
FILA = ["p1", "¿Hay?", "Sí", None, dt.date(2026, 11, 23), 3, 9_999_999_999_999, Decimal("12.5"), "=1+1", None, "x"]
INTERNO = [["tipo", "prueba"], ["fila", "p1", "valor=0123456789abcdef"]]


def libro(**otros):
    hoja = HojaEditable("Respuestas", COLUMNAS, [FILA, ["p2", *[None] * 10]], **otros)
    return a_xlsx_editable(
        [hoja],
        titulo="Diagnóstico & más",
        instrucciones=["# Cómo", "Llene lo blanco."],
        reservada=("_portal", INTERNO),
        creado=dt.datetime(2026, 11, 23, tzinfo=dt.UTC),
    )


def abrir(datos: bytes):
    return openpyxl.load_workbook(io.BytesIO(datos))


def validaciones(pagina) -> dict[str, object]:
    """Give validation by cell of the first row."""
    halladas = {}
    for validacion in pagina.data_validations.dataValidation:
        for rango in validacion.sqref.ranges:
            for fila in rango.cells:
                halladas[openpyxl.utils.get_column_letter(fila[1]) + str(fila[0])] = validacion
    return halladas


def test_sheets_and_what_programs_show_of_them():
    hecho = abrir(libro())
    assert hecho.sheetnames == ["Instrucciones", "Respuestas", "_listas", "_portal"]
    assert [hecho[nombre].sheet_state for nombre in hecho.sheetnames] == [
        "visible", "visible", "veryHidden", "veryHidden",
    ]  # fmt: skip
    assert [[celda.value for celda in fila][: len(interna)] for fila, interna in zip(
        hecho["_portal"].iter_rows(), INTERNO, strict=True)] == INTERNO  # fmt: skip
    assert hecho["Instrucciones"]["A4"].value == "Llene lo blanco."


def test_each_column_admits_what_it_should():
    hecho = abrir(libro())
    por_celda = validaciones(hecho["Respuestas"])
    assert {celda[0] for celda in por_celda} == set("CDEFGHIJ")
    assert (por_celda["C2"].type, por_celda["C2"].formula1) == ("list", "'_listas'!$A$1:$A$2")
    assert [hecho["_listas"][celda].value for celda in ("A1", "A2", "B1", "B2")] == ["Sí", "No", "Agua", "Turismo"]
    assert por_celda["C3"].showErrorMessage
    assert not por_celda["D2"].showErrorMessage
    assert por_celda["E2"].type == "date"
    assert (por_celda["F2"].type, por_celda["F2"].formula1, por_celda["F2"].formula2) == ("whole", "1", "5")
    assert (por_celda["G2"].type, por_celda["G2"].formula2) == ("whole", "9999999999999")
    assert por_celda["H2"].type == "decimal"
    assert (por_celda["I2"].type, por_celda["I2"].formula1) == ("textLength", "4000")
    assert por_celda["J2"].formula1 == "'Ejes'!$B$2:$B$90"


def test_messages_fit_in_what_excel_admits():
    for validacion in validaciones(abrir(libro())["Respuestas"]).values():
        assert len(validacion.prompt or "") <= 255
        assert len(validacion.error or "") <= 255
        assert len(validacion.promptTitle or "") <= 32
        assert len(validacion.errorTitle or "") <= 32


def test_a_list_of_its_own_for_one_cell():
    por_celda = validaciones(abrir(libro(opciones={(1, 2): ("Uno", "Dos", "Tres")}))["Respuestas"])
    assert por_celda["C2"].formula1 == "'_listas'!$A$1:$A$2"
    assert por_celda["C3"].formula1 == "'_listas'!$C$1:$C$3"


def test_keys_are_locked_grey_and_small_and_the_rest_is_not():
    pagina = abrir(libro(protegida=True, inmoviles=2))["Respuestas"]
    assert pagina.protection.sheet
    assert pagina.protection.password is None
    assert [pagina[f"{letra}2"].protection.locked for letra in "ABCI"] == [True, True, False, False]
    assert pagina["A2"].font.size < pagina["C2"].font.size
    assert pagina["A2"].fill.fgColor.rgb != pagina["C2"].fill.fgColor.rgb
    assert pagina.column_dimensions["K"].hidden
    assert pagina.freeze_panes == "C2"
    assert not abrir(libro())["Respuestas"].protection.sheet


def test_text_is_text_and_numbers_are_numbers():
    pagina = abrir(libro())["Respuestas"]
    assert (pagina["I2"].data_type, pagina["I2"].quotePrefix, pagina["I2"].number_format) == ("s", True, "@")
    assert not pagina["I3"].quotePrefix
    assert pagina["E2"].value.date() == dt.date(2026, 11, 23)
    assert pagina["G2"].value == 9_999_999_999_999


def test_it_prints_on_carta_without_keys():
    pagina = abrir(libro())["Respuestas"]
    assert pagina.page_setup.paperSize == 1  # carta, in the list of the format
    assert pagina.print_area.endswith("$B$1:$K$3")
    assert pagina.print_title_rows == "$1:$1"


def test_blank_rows_are_ready_to_be_written():
    pagina = abrir(libro(vacias=3))["Respuestas"]
    assert "C6" in validaciones(pagina)
    assert pagina["C6"].border.bottom.style == "thin"
    assert len(leer(libro(vacias=3)).hojas["Respuestas"]) == 3


def test_same_input_same_bytes():
    assert libro() == libro()


TEXTO = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.tuples(
            TEXTO,
            st.one_of(st.none(), TEXTO, st.sampled_from(["=1", "_x0041_", "a\nb", "007", " x "])),
            st.one_of(st.none(), st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31))),
            st.one_of(st.none(), st.integers(0, 9_999_999_999_999)),
            st.one_of(st.none(), st.integers(-(10**9), 10**9).map(lambda n: Decimal(n) / 8)),
        ),
        max_size=5,
    )
)
def test_what_goes_out_comes_back_equal(filas):
    columnas = [
        ColumnaEditable("Clave", fija=True),
        ColumnaEditable("Texto"),
        ColumnaEditable("Fecha", tipo=Tipo.FECHA),
        ColumnaEditable("Pesos", tipo=Tipo.PESOS),
        ColumnaEditable("Meta", tipo=Tipo.NUMERO),
    ]
    leidas = leer(a_xlsx_editable([HojaEditable("H", columnas, filas)], titulo="t")).hojas["H"][1:]
    assert [tuple(fila.en(n).valor for n in range(1, 6)) for fila in leidas] == [tuple(fila) for fila in filas]


@pytest.mark.parametrize("malo", ["a/b", "x" * 60, "[1]:*?"])
def test_any_title_makes_a_sheet(malo):
    datos = a_xlsx_editable([HojaEditable(malo, [ColumnaEditable("A")], [["x"]])], titulo=malo)
    (nombre,) = leer(datos).hojas
    assert len(nombre) <= 31
