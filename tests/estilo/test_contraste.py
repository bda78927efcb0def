"""Every colour that is read or used on another reaches its least contrast, in both schemes."""

import re
from pathlib import Path

import pytest

from fcm_portal.estilo.contraste import CONTROLES, ESQUEMAS, LEER, TEXTOS, VER, contraste, fichas, resolver

CSS = (Path(__file__).resolve().parent.parent.parent / "static" / "css" / "portal.css").read_text()


def declaradas(css: str) -> list[tuple[str, str, str]]:
    """Give the pairs that one rule declares: (selector, colour of the text, colour of the background), as written."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S).split("@media print")[0]
    halladas = []
    for selector, cuerpo in re.findall(r"([^{}]+){([^{}]*)}", css):
        dichas = dict(re.findall(r"(?:^|;)\s*([\w-]+):\s*([^;]+)", cuerpo))
        texto, fondo = dichas.get("color", ""), dichas.get("background", dichas.get("background-color", ""))
        if es_color(texto) and es_color(fondo):
            halladas.append((selector.strip(), texto.strip(), fondo.strip()))
    return halladas


def es_color(valor: str) -> bool:
    """Say whether a value is a token or a colour in hexadecimal, the two ways this style sheet writes them."""
    return bool(re.fullmatch(r"var\(--[\w-]+\)|#[0-9a-fA-F]{3,6}", valor.strip()))


@pytest.mark.parametrize(
    ("uno", "otro", "razon"),
    [("#000", "#fff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#777", "#fff", 4.48), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_that_of_wcag(uno, otro, razon):
    assert contraste(uno, otro) == pytest.approx(razon, abs=0.005)
    assert contraste(uno, otro) == contraste(otro, uno)


def test_the_dark_scheme_inherits_what_it_does_not_change():
    leidas = fichas(":root { --a: #fff; --b: #000; } @media (x) { :root { --a: #111; } }")
    assert leidas == {"claro": {"a": "#fff", "b": "#000"}, "oscuro": {"a": "#111", "b": "#000"}}


def test_a_rule_that_says_both_colours_is_found():
    css = "/* .x { color: #000; background: #000; } */ .a, .b { color: var(--t); background: #fff; } .c { color: red; }"
    assert declaradas(css) == [(".a, .b", "var(--t)", "#fff")]


@pytest.mark.parametrize("esquema", ESQUEMAS)
def test_every_text_is_read_on_its_background(esquema):
    valores = fichas(CSS)[esquema]
    pares = [(f"{uno} / {otro}", uno, otro) for uno, otro in TEXTOS] + declaradas(CSS)
    bajos = {
        quien: round(razon, 2)
        for quien, uno, otro in pares
        if (razon := contraste(resolver(uno, valores), resolver(otro, valores))) < LEER
    }
    assert len(pares) > 50
    assert bajos == {}


@pytest.mark.parametrize("esquema", ESQUEMAS)
def test_every_control_is_seen_on_its_background(esquema):
    valores = fichas(CSS)[esquema]
    bajos = {
        f"{uno} / {otro}": round(razon, 2)
        for uno, otro in CONTROLES
        if (razon := contraste(resolver(uno, valores), resolver(otro, valores))) < VER
    }
    assert bajos == {}


@pytest.mark.parametrize("color", ["teja-tinta", "sol-tinta", "hoja-tinta", "mar-tinta"])
def test_every_ink_is_checked_on_its_own_pale(color):
    assert (f"var(--{color})", f"var(--{color.split('-')[0]}-claro)") in {
        (uno, otro) for _s, uno, otro in declaradas(CSS)
    }
