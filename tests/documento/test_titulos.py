"""What the document calls the levels of a plan, and how its table of contents stands."""

import pytest

from agenda.impresion.lectura import plural
from agenda.impresion.secciones import indice, secciones

LARGO = "Línea estratégica 1. Posicionamiento global, marca de ciudad y diplomacia cultural: «aquí todo florece»"


@pytest.mark.parametrize(
    ("nombre", "esperado"),
    [
        ("Eje", "Ejes"),
        ("Acción", "Acciones"),
        ("Línea estratégica", "Líneas estratégicas"),
        ("Línea de acción", "Líneas de acción"),
        ("Eje y programa", "Ejes y programas"),
        ("Red", "Redes"),
        ("Lápiz", "Lápices"),
        ("", ""),
    ],
)
def test_the_names_of_levels_have_their_plural(nombre, esperado):
    assert plural(nombre) == esperado


@pytest.mark.parametrize(("largos", "columnas"), [(5, 2), (40, 1)])
def test_the_contents_take_two_columns_while_they_fit_in_a_page(largos, columnas):
    partes = [(f"parte{n}", "Perfil del territorio", True, [(f"parte{n}_a", "Alcance", True)]) for n in range(14)]
    hechas = secciones([*partes, ("plan", "Plan de acción", True, [])], [(f"eje{n}", LARGO) for n in range(largos)])
    puestas = indice(hechas)
    assert len(puestas) == columnas
    assert [una.clave for columna in puestas for una in columna] == [*(f"parte{n}" for n in range(14)), "plan"]
