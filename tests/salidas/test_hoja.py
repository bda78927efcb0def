"""The workbook: printable, the same bytes each time, empty parts left out, money and dates as such."""

import datetime as dt
import io
import time
import zipfile

import openpyxl
import pytest

from agenda.salidas.hoja import libro, libro_de
from informes.hojas.escritas import Columna, Hoja, a_xlsx
from informes.paquete import fijo
from tests.salidas import leer
from tests.salidas.inventar import documento
from tests.salidas.inventar_plan import DIFICILES

PARTES = {"textos", "plan", "memoria", "actores", "reuniones", "diagnostico"}
HOJAS = [
    "Agenda", "Ejes y objetivos", "Plan de acción", "Presupuesto", "Resumen del presupuesto", "Indicadores",
    "Mediciones", "Cronograma", "Trámites", "Aliados", "ODS", "Resultados e impactos", "Plan de desarrollo", "Actores",
    "Memoria institucional", "Reuniones", "Territorio", "Redes y hermanamientos", "Diagnóstico",
    "Pasos del diagnóstico", "Respuestas", "Modalidades", "Condiciones",
]  # fmt: skip


@pytest.fixture(scope="module")
def contenido() -> dict:
    return documento(11, 12, list(DIFICILES), PARTES)


@pytest.fixture(scope="module")
def hojas(contenido):
    return leer.hojas(leer.version_de(contenido))


def test_a_full_agenda_has_all_its_sheets(hojas):
    assert hojas.sheetnames == HOJAS


def test_an_empty_agenda_has_no_empty_sheets():
    vacia = leer.hojas(leer.version_de(documento(1, 0, ["plan"], set())))
    assert set(vacia.sheetnames) <= {"Agenda", "Ejes y objetivos", "Territorio"}
    assert all(hoja.max_row > 1 for hoja in vacia)


def test_every_sheet_prints_on_letter_paper_with_its_head_and_without_claves(hojas):
    for hoja in hojas:
        assert hoja.print_title_rows == "$1:$1"
        assert int(hoja.page_setup.paperSize) == 1
        assert hoja.page_setup.orientation == "landscape"
        assert hoja.freeze_panes == "A2"
        encabezado = [celda.value for celda in hoja[1]]
        impresas = hoja[hoja.print_area.replace("$", "").rpartition("!")[2]][0]
        assert "Clave" not in [celda.value for celda in impresas]
        assert len(impresas) == len(encabezado) - ("Clave" in encabezado)


def test_rows_are_as_tall_as_their_text_and_still_grow(contenido):
    with zipfile.ZipFile(io.BytesIO(libro(leer.version_de(contenido)))) as paquete:
        hoja = paquete.read("xl/worksheets/sheet1.xml").decode()
    assert 'ht="' in hoja
    assert "customHeight" not in hoja


def test_money_is_a_number_with_its_sign_and_dates_are_dates(hojas, contenido):
    hoja = hojas["Presupuesto"]
    columna = [celda.value for celda in hoja[1]].index("En dinero (pesos)") + 1
    celda = next(c for (c,) in hoja.iter_rows(min_row=2, min_col=columna, max_col=columna) if c.value)
    assert celda.number_format == '"$" #,##0'
    assert isinstance(celda.value, int)
    fechas = [fila["Fecha"] for fila in leer.filas(hojas, "Cronograma") if fila["Fecha"]]
    assert fechas
    assert all(isinstance(fecha, dt.datetime) for fecha in fechas)


def test_the_diagnostic_shows_the_one_before(contenido):
    anterior = {
        "numero": 1, "cerrado_en": "2025-10-20", "profundidad": "completa", "total": 31, "comunes": 34,
        "mismas_preguntas": True,
        "pasos": [{"clave": p["slug"], "verbo": p["verbo"], "puntaje": 10 + n}
                  for n, p in enumerate(contenido["diagnostico"]["pasos"])],
    }  # fmt: skip
    con = contenido | {"diagnostico": contenido["diagnostico"] | {"anterior": anterior}}
    filas = leer.filas(leer.hojas(leer.version_de(con)), "Pasos del diagnóstico")
    assert [fila["Puntaje anterior"] for fila in filas] == [10, 11, 12, 13, 14, 15, 16]
    sin = contenido | {"diagnostico": contenido["diagnostico"] | {"anterior": None}}
    assert "Puntaje anterior" not in leer.filas(leer.hojas(leer.version_de(sin)), "Pasos del diagnóstico")[0]


def test_same_document_same_bytes(contenido):
    version = leer.version_de(contenido)
    uno = libro(version)
    time.sleep(1.1)  # a ZIP writes seconds
    assert libro(version) == uno


def test_the_working_text_leaves_without_digest(contenido):
    hoja = openpyxl.load_workbook(io.BytesIO(libro_de(contenido)))["Agenda"]
    dichos = {fila[1]: fila[2] for fila in hoja.iter_rows(values_only=True)}
    assert dichos["Versión"] == "en borrador"
    assert "SHA-256" not in dichos


def test_a_package_forgets_the_clock_and_keeps_its_content():
    hoja = Hoja("Una", [Columna("Dato"), Columna("Número", 10, "numero")], [["a", 2], ["b", 3]], totales=(1,))
    momento = dt.datetime(2026, 11, 22, 16, 5, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
    datos = a_xlsx([hoja], titulo="Prueba", creado=momento)
    with zipfile.ZipFile(io.BytesIO(datos)) as paquete:
        assert {entrada.date_time for entrada in paquete.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        propiedades = paquete.read("docProps/core.xml").decode()
    assert propiedades.count("2026-11-22T21:05:00Z") == 2
    assert fijo(datos, momento) == datos
    leido = openpyxl.load_workbook(io.BytesIO(datos))["Una"]
    assert list(leido.iter_rows(values_only=True)) == [
        ("Dato", "Número"),
        ("a", 2),
        ("b", 3),
        ("Total", 5),
    ]
    assert leido["B2"].number_format == "#,##0"
