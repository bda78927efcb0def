"""The picture of a shared link: its size and weight, what it leaves out, and that the same data give the same bytes."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from informes.tarjeta import ALTO, ANCHO, ANCHO_TEXTO, Tarjeta, _caber, _letra, _lineas, dibujar, escribible

LARGO = "Región Administrativa y de Planificación Especial del Agua y de la Montaña de los Andes Orientales de Colombia"
PAMPLONA = Tarjeta(
    "Agenda Estratégica 2024–2027", "Pamplona", "Norte de Santander", "Ciudad hermana", (("6", "acciones"),),
    (-72.65, 7.37), ("54",), ("54518",),
)  # fmt: skip
OTRAS = [
    Tarjeta("Agenda", "Pasto", "Nariño", "", (), (-77.28, 1.21), ("52",), ("52001",)),
    Tarjeta("Agenda", LARGO, LARGO, LARGO * 4, (("1.250", "acciones"),), None, (), ("05001", "54518"), "DEMOSTRACIÓN"),
    Tarjeta("Agenda", "San Andrés", "Archipiélago", "", (), (-81.7, 12.58), ("88",), ("88001",)),
    Tarjeta("", "世界🌎", "", "🌎"),
]


@pytest.mark.parametrize("tarjeta", [PAMPLONA, *OTRAS])
def test_it_is_a_png_of_that_size_and_light(tarjeta):
    datos = dibujar(tarjeta)
    imagen = Image.open(io.BytesIO(datos))
    assert (imagen.format, imagen.size) == ("PNG", (1200, 630)) == ("PNG", (ANCHO, ALTO))
    assert len(datos) <= 100 * 1024


def test_same_data_same_bytes_and_another_place_another_picture():
    assert dibujar(PAMPLONA) == dibujar(PAMPLONA)
    assert len({dibujar(una) for una in (PAMPLONA, *OTRAS)}) == 5


def test_dot_of_the_place_is_lit_where_it_is():
    imagen = Image.open(io.BytesIO(dibujar(PAMPLONA))).convert("RGB")
    x, y = 752 + (79.3 - 72.65) * 34.5, 22 + (12.6 - 7.37) * 34.5
    rojo, verde, azul = imagen.getpixel((round(x), round(y)))
    assert (rojo, verde) > (230, 160)
    assert azul < 90


def test_demonstration_has_its_band():
    from dataclasses import replace

    banda = Image.open(io.BytesIO(dibujar(replace(PAMPLONA, demostracion="DEMOSTRACIÓN")))).convert("RGB")
    assert banda.getpixel((20, 20))[0] > 230
    assert Image.open(io.BytesIO(dibujar(PAMPLONA))).convert("RGB").getpixel((20, 20))[0] < 30


def test_what_the_typeface_lacks_is_left_out():
    assert escribible("Café 🌎  del\n世界 Ñ «ü»") == "Café del Ñ «ü»"
    assert escribible("Boyacá") == "Boyacá"  # accents typed apart are joined


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=160))
def test_any_title_fits_in_its_column(texto):
    alto, lineas = _caber(escribible(texto), 300)
    assert len(lineas) <= 4
    letra = _letra("Bold", alto)
    assert all(letra.getlength(linea) <= ANCHO_TEXTO for linea in lineas)


def test_a_word_wider_than_the_column_is_broken_and_loses_nothing():
    letra = _letra("Bold", 42)
    assert "".join(_lineas("x" * 200, letra)) == "x" * 200
