"""What people do to a workbook: move, rename, insert, sort, hide, merge. And how little it costs to compare it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agenda.models import Accion, Hito, Indicador, MetaAnual
from agenda.planilla import planilla_de
from guardado.planilla.asuntos import Suerte
from guardado.planilla.recepcion import proponer
from tests.planilla.fabrica import Libreta, descargada, propuesta, recibida

pytestmark = pytest.mark.datos("nada")


def test_people_move_columns_rename_sheets_and_add_their_own(pueblo):
    def revolver(libreta: Libreta) -> None:
        hoja = libreta.libro["Acciones"]
        hoja.title = "Lo que haremos"
        hoja.insert_cols(1)
        hoja.insert_rows(1, 2)
        hoja["A3"] = "Ojo"
        hoja.cell(3, 5).value = "Nombre de la actividad"  # the heading «Acción»
        hoja.cell(4, 5).value = "Con otro nombre"
        libreta.libro.move_sheet("Ejes", 5)
        libreta.libro.create_sheet("Notas")["A1"] = "Ideas"
        libreta.libro["Hitos"].delete_cols(libreta.columna("Hitos", "Fecha prevista"))

    hecha = proponer(planilla_de(pueblo.agenda), recibida(pueblo.agenda, None, revolver))
    assert [(asunto.donde, asunto.ahora) for asunto in hecha.asuntos if asunto.suerte == Suerte.CAMBIA] == []
    dichos = dict(hecha.avisos)
    assert "no es de la planilla" in dichos["Notas"]
    assert "Falta la columna «Fecha prevista»" in dichos["Hitos"]
    assert "«Ojo» no es de la planilla" in dichos["Lo que haremos!A3"]
    assert "Falta la columna «Acción»" in dichos["Lo que haremos"]


def test_a_heading_that_changed_in_its_place_is_still_known(pueblo):
    def cambiar(libreta: Libreta) -> None:
        hoja = libreta.libro["Acciones"]
        hoja.cell(2, libreta.columna("Acciones", "Acción")).value = "Con otro nombre"
        hoja.cell(1, libreta.columna("Acciones", "Acción")).value = "Actividad"

    (asunto,) = propuesta(pueblo.agenda, recibida(pueblo.agenda, None, cambiar)).values()
    assert (asunto.etiqueta, asunto.ahora) == ("Acción", "Con otro nombre")


def test_filtered_hidden_sorted_and_merged_rows_take_nothing_away(pueblo):
    for n in range(3):
        Hito.objects.create(accion=pueblo.accion, nombre=f"Hito {n}", orden=n)

    def cambiar(libreta: Libreta) -> None:
        hoja = libreta.libro["Hitos"]
        hoja.row_dimensions[3].hidden = True
        filas = [[celda.value for celda in hoja[n]] for n in (2, 4)]
        for destino, valores in zip((4, 2), filas, strict=True):
            for j, valor in enumerate(valores, start=1):
                hoja.cell(destino, j).value = valor
        hoja.insert_rows(3)
        hoja.merge_cells("B2:B2")

    assert propuesta(pueblo.agenda, recibida(pueblo.agenda, None, cambiar)) == {}


def test_the_number_of_queries_does_not_grow_with_the_rows(pueblo):
    def consultas() -> int:
        with CaptureQueriesContext(connection) as captura:
            proponer(planilla_de(pueblo.agenda), recepcion)
        return len(captura)

    recepcion = recibida(pueblo.agenda, pueblo.enlace, agregado=" (cambiado)")
    antes = consultas()
    for n in range(10):
        accion = Accion.objects.create(objetivo=pueblo.objetivo, nombre=f"A{n}", orden=n)
        Hito.objects.create(accion=accion, nombre="H")
        MetaAnual.objects.create(indicador=Indicador.objects.create(accion=accion, nombre="I"), anio=2026, valor=1)
    recepcion = recibida(pueblo.agenda, pueblo.enlace, agregado=" (cambiado)")
    assert consultas() <= antes + 1


def test_on_paper_and_on_a_small_screen_each_row_says_which_it_is(pueblo):
    """The number, or the action it hangs from, stays in sight and is printed again on each page."""
    libro = Libreta(descargada(pueblo.agenda)).libro
    assert (libro["Acciones"].freeze_panes, libro["Presupuesto"].freeze_panes) == ("C2", "C2")
    for hoja, titulo in (("Acciones", "N.º"), ("Presupuesto", "Acción")):
        pagina = libro[hoja]
        assert (pagina.print_title_rows, pagina.print_title_cols) == ("$1:$1", "$B:$B")
        assert pagina.page_setup.pageOrder == "overThenDown"
        assert pagina["B1"].value == titulo
    assert libro["Textos"].page_setup.orientation == "landscape"
