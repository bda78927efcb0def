"""Charts are pure: what goes in decides what is drawn, and every one carries its alternative text."""

import datetime as dt
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from informes import graficas
from informes.graficas.trazo import ancho_de, n, partir, rayado
from informes.qr import qr

VENENO = '<script>alert("{{ 7*7 }}")</script> & ñ'
ODS = [{"numero": i, "texto": VENENO, "color": "#E5243B", "sobre": "negro"} for i in range(1, 18)]
ESCALA = graficas.escala([2024, 2025, 2026, 2027], [dt.date(2023, 5, 1), dt.date(2029, 1, 1)])
BARRA = graficas.barra(ESCALA, dt.date(2025, 1, 1), dt.date(2026, 6, 30), [(dt.date(2025, 7, 1), True)], VENENO)
DIBUJOS = {
    "radar": graficas.radar([("Construya", 50), (VENENO, None), ("Pida", 100)], VENENO, [0, 10, 20]),
    "escalera": graficas.escalera(VENENO, 2, ["a", "b", "c", "d", "e"]),
    "barras": graficas.barras(
        [(VENENO, [1, 2], "$ 3"), ("2027", [0, 0], "$ 0")],
        [("a", "#000000", "lleno"), ("b", "#111111", "rayado")],
        VENENO,
    ),
    "ods": graficas.rejilla_ods(ODS, {4: 3}, VENENO),
    "ods_franja": graficas.franja_ods(ODS, {4: 3, 17: 1}, VENENO),
    "cadena": graficas.cadena([{"texto": VENENO, "acciones": ["1.1"]}], [{"texto": "x", "acciones": ["1.1"]}], VENENO),
    "mapa": graficas.mapa(7.4, -72.6, VENENO, cerca=["54"], encendidos=["54518"]),
    "mundo": graficas.mundo(7.4, -72.6, [("ES", VENENO, 2), ("JP", "Japón", 1), ("ZZ", "?", 1)], VENENO),
    "barras de filas": graficas.filas(
        [(VENENO, [5, 9], "$ 14")], [("a", "#000000", "lleno"), ("b", "#111111", "punteado")], VENENO
    ),
    "cronograma_escala": ESCALA,
    "cronograma_barra": BARRA,
}


@pytest.mark.parametrize("nombre", DIBUJOS)
def test_every_chart_is_well_formed_with_alternative_text(nombre):
    svg = render_to_string(f"informes/{nombre.split()[0]}.svg", {"grafica": DIBUJOS[nombre]})
    raiz = ElementTree.fromstring(svg.strip())
    assert raiz.attrib["role"] == "img"
    assert raiz[0].tag.endswith("title")
    assert raiz[0].text
    assert "<script" not in svg
    assert "style=" not in svg
    assert "currentColor" not in svg


def test_the_strip_of_goals_has_a_column_for_each_and_its_height_says_how_many_actions():
    franja = graficas.franja_ods(ODS, {4: 3, 17: 1}, "x")
    assert len(franja.columnas) == 17
    altas = {c.numero: (c.cuenta, round(float(c.largo) / float(franja.columnas[3].largo), 2)) for c in franja.columnas}
    assert {n: alta for n, alta in altas.items() if alta[1]} == {4: ("3", 1.0), 17: ("1", 0.33)}
    assert altas[1] == ("", 0.0)


def test_ladder_says_its_level():
    assert (
        graficas.escalera("Integración", 1, ["Sin iniciar", "Explorada"]).titulo
        == "Integración: nivel 1 de 1, Explorada."
    )
    assert graficas.escalera("Integración", None, ["Sin iniciar"]).titulo == "Integración: sin dato."


def test_dates_in_the_wrong_order_draw_no_bar():
    assert graficas.barra(ESCALA, dt.date(2027, 1, 1), dt.date(2025, 1, 1), [], "x").x == ""
    assert graficas.barra(ESCALA, None, None, [], "x").x == ""


def test_scale_does_not_run_away_with_a_wild_date():
    assert len(graficas.escala([2024, 2025, 2026, 2027], [dt.date(1, 1, 1), dt.date(9999, 1, 1)]).anios) == 16


def test_spain_is_north_east_and_far():
    grados, km = graficas.rumbo(7.4, -72.6, "ES")
    assert 45 < grados < 55
    assert 7000 < km < 8500
    assert graficas.rumbo(7.4, -72.6, "ZZ") is None


def test_coordinates_have_a_point_and_no_minus_zero():
    assert [n(1.5), n(-0.001), n(100), n(2.346)] == ["1.5", "0", "100", "2.3"]


@given(st.text(max_size=300), st.integers(30, 300), st.integers(1, 4))
def test_lines_fit_and_are_no_more_than_asked(texto, ancho, lineas):
    hechas = partir(texto, ancho, 10, lineas)
    assert len(hechas) <= lineas
    assert all(ancho_de(linea, 10) <= ancho or len(linea) <= 2 for linea in hechas)


def test_money_is_told_apart_without_colours():
    """Certain money is solid, money to be raised hatched, money in kind dotted: three pictures in black and white."""
    series = [("a", "#000000", "lleno"), ("b", "#000000", "rayado"), ("c", "#000000", "punteado")]
    trozos = graficas.filas([("x", [1, 1, 1], "3")], series, "t").columnas[0].trozos
    assert not trozos[0].trama
    assert "L" in trozos[1].trama
    assert trozos[2].trama.endswith("h0")


def test_milestones_reached_and_to_come_are_two_drawings():
    barra = graficas.barra(ESCALA, None, None, [(dt.date(2025, 7, 1), True), (dt.date(2026, 7, 1), False)], "x")
    assert barra.cumplidos.count("M") == barra.hitos.count("M") == 1
    assert barra.cumplidos != barra.hitos


@given(st.floats(1, 300), st.floats(1, 60), st.floats(2, 9))
def test_hatching_stays_in_its_rectangle(ancho, alto, paso):
    for trazo in rayado(10, 20, ancho, alto, paso).split("M")[1:]:
        for par in trazo.split("L"):
            x, y = map(float, par.split())
            assert 9.9 <= x <= 10.1 + ancho
            assert 19.9 <= y <= 20.1 + alto


def test_earlier_score_is_written_beside_the_new_one():
    rayos = graficas.radar([("Pida", 40), ("Tome", None)], "t", [20, None], antes_dice="(antes %s)").rayos
    assert [rayo.valor for rayo in rayos] == ["40 (antes 20)", "sin dato"]


def test_qr_is_one_path_with_a_quiet_zone():
    codigo = qr("https://decaraalmundo.co/verificar/" + "a" * 64 + "/", "QR")
    assert codigo.trazo.startswith("M4 4h7v1h-7z")
    assert codigo.lado > 37
