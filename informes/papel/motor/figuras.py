"""The words of a figure are set as words: one line each, with its kerning, where its anchor says.

The engine shapes and places each letter by itself, so letters are not kerned and a search does not find the words, and
opens a group for each text that is not anchored at its start. A label that asks for none of that is one line of text.
"""

from __future__ import annotations

from math import inf

from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.draw.text import draw_emojis
from weasyprint.matrix import Matrix
from weasyprint.svg import SVG, utils
from weasyprint.text import line_break

from informes.papel.motor.puesta import en_lugar_de
from informes.papel.motor.renglones import draw_first_line

AJENAS = {  # what a plain label does not ask for, by itself, by its class or by its group
    *("dx", "dy", "rotate", "textLength", "letter-spacing", "direction", "transform", "opacity", "filter", "mask"),
    *("clip-path", "dominant-baseline", "alignment-baseline", "display-anchor"),
}
ANCLAS = {"start": 0.0, "middle": 0.5, "end": 1.0}
PESOS = {"normal": 400, "bold": 700}

_dibujar = SVG.draw_node
_medir = utils.size


def aligerar() -> None:
    """Put it on."""
    SVG.draw_node = dibujar
    en_lugar_de(_medir, size)


def size(string, font_size=None, percentage_reference=None) -> float:
    """Give a measure in the units of the figure: most are plain numbers."""
    try:
        return float(string)
    except (TypeError, ValueError):
        return _medir(string, font_size, percentage_reference)


class Estilo(dict):
    """The style of a label, as the engine reads it."""


class Caja:
    """A line of a figure, as the engine paints it."""

    def __init__(self, pango_layout, style, baseline: float):
        self.pango_layout = pango_layout
        self.style = style
        self.baseline = baseline

    @property
    def text(self) -> str:
        """Give what is written."""
        return self.pango_layout.text


def dibujar(self, node, font_size, fill_stroke=True, context=None):
    """Draw a node: a plain label as a line, anything else as the engine does."""
    if fill_stroke and _es_rotulo(node):
        _rotular(self, node, size(node.get("font-size", "1em"), font_size, font_size))
    else:
        _dibujar(self, node, font_size, fill_stroke, context)


def _es_rotulo(nodo) -> bool:
    """Say whether a node is text with one place, and nothing else."""
    propios = nodo._wrapper.etree_element
    return (
        nodo.tag == "text"
        and bool(nodo.text)
        and not len(propios)
        and AJENAS.isdisjoint(nodo.attrib)
        and not any(set(" ,").intersection(nodo.get(eje, "").strip()) for eje in "xy")
        and not any(nodo.get(pintura, "").startswith("url") for pintura in ("fill", "stroke"))
        and nodo.get("text-anchor", "start") in ANCLAS
        and nodo.get("font-weight", "normal") in {*PESOS, *(str(peso) for peso in range(100, 1000, 100))}
        and nodo.visible
    )


def _rotular(svg, nodo, cuerpo: float) -> None:
    """Paint a label: ``cuerpo`` in the units of the figure."""
    estilo = Estilo(INITIAL_VALUES)
    estilo.font_config = svg.font_config
    estilo["font_family"] = [una.strip().strip("\"'") for una in nodo.get("font-family", "sans-serif").split(",")]
    estilo["font_style"] = nodo.get("font-style", "normal")
    peso = nodo.get("font-weight", "normal")
    estilo["font_weight"] = PESOS.get(peso) or int(peso)
    estilo["font_size"] = cuerpo
    puesto, _largo, _resto, ancho, _alto, base = line_break.split_first_line(nodo.text, estilo, svg.context, inf, 0)
    x, y = svg.point(nodo.get("x"), nodo.get("y"), cuerpo)
    x -= ancho * ANCLAS[nodo.get("text-anchor", "start")]
    flujo = svg.stream
    flujo.push_state()
    relleno, trazo = svg.set_graphical_state(nodo, cuerpo)
    flujo.begin_text()
    svg.fill_stroke(relleno, trazo, text=True)
    dibujos = draw_first_line(flujo, Caja(puesto, estilo, base), "none", "none", Matrix(d=-1, e=x, f=y))
    flujo.end_text()
    flujo.pop_state()
    draw_emojis(flujo, estilo, x, y, dibujos)
