"""The measures of a box whose style has no percentages do not depend on where it stands: they are kept with the style.

Most boxes share their style with others, and each is measured several times while its page is tried. In the same way,
a style knows once whether its boxes have anything behind: most do not. And a line with nothing floating beside it has
the width of its block.
"""

from __future__ import annotations

from weasyprint.css.properties import Dimension
from weasyprint.draw.color import get_color
from weasyprint.formatting_structure.boxes import Box, LineBox
from weasyprint.layout import background, percent
from weasyprint.layout import float as flotantes

from informes.papel.motor.puesta import en_lugar_de

LADOS = ("top", "right", "bottom", "left")
CON_AUTO = tuple(f"margin_{lado}" for lado in LADOS) + ("width", "height")
MINIMAS = ("min_width", "min_height")
SIN_AUTO = tuple(f"padding_{lado}" for lado in LADOS) + ("max_width", "max_height")
BORDES = tuple(f"border_{lado}_width" for lado in LADOS)
RECTAS = {f"border_{alto}_{lado}_radius": (0, 0) for alto in ("top", "bottom") for lado in ("left", "right")}
NADA = (0, "px")

_resolver = percent.resolve_percentages
_poner_fondo = background.layout_box_backgrounds
_esquivar = flotantes.avoid_collisions


def aligerar() -> None:
    """Put it on."""
    en_lugar_de(_resolver, resolve_percentages)
    en_lugar_de(_poner_fondo, layout_box_backgrounds)
    en_lugar_de(_esquivar, avoid_collisions)


def resolve_percentages(box, containing_block):
    """Set the used measures of a box: those of its style when they are fixed, or as the engine does."""
    estilo = box.style
    fijas = vars(estilo).get("_fijas")
    if fijas is None:
        fijas = estilo._fijas = _fijas(estilo)
    if not fijas:
        _resolver(box, containing_block)
        return
    suyas = _atributos(box)
    suyos = {}
    if estilo["border_collapse"] == "collapse":  # its table has already shared them out
        suyos = {borde: suyas[borde] for borde in BORDES if borde in suyas}
    suyas.update(fijas)
    suyas.update(suyos)


def _atributos(box) -> dict[str, object]:
    """Give where the measures of a box are kept: for what stands in the place of a box, those of the box."""
    return vars(box if isinstance(box, Box) else box._box)


def _fijas(estilo) -> dict[str, object]:
    """Give the measures of a style, in px or «auto»; empty when some depends on something else."""
    if estilo["box_sizing"] != "content-box":
        return {}
    fijas = {nombre: estilo[nombre] for nombre in BORDES}
    for nombre in (*CON_AUTO, *MINIMAS, *SIN_AUTO):
        valor = estilo[nombre]
        if type(valor) is Dimension and valor.unit == "px":
            fijas[nombre] = valor.value
        elif valor == "auto" and nombre not in SIN_AUTO:
            fijas[nombre] = 0 if nombre in MINIMAS else "auto"
        else:
            return {}
    return fijas


def layout_box_backgrounds(page, box, get_image_from_uri, layout_children=True, style=None):
    """Say of a box, and of those in it, what is behind: nothing when its style has nothing, or as the engine does."""
    if style is not None or box is page or not _lisa(box.style):
        _poner_fondo(page, box, get_image_from_uri, layout_children, style)
        return
    _atributos(box).update(RECTAS, background=None)
    if layout_children:
        for una in box.all_children():
            layout_box_backgrounds(page, una, get_image_from_uri)


def _lisa(estilo) -> bool:
    """Say whether a style has square corners and no colour, image nor shadow."""
    lisa = vars(estilo).get("_lisa")
    if lisa is None:
        lisa = estilo._lisa = (
            all(NADA in estilo[esquina] for esquina in RECTAS)
            and all(clase == "none" for clase, _valor in estilo["background_image"])
            and estilo["border_image_source"][0] == estilo["mask_border_source"][0] == "none"
            and not estilo["box_shadow"]
            and get_color(estilo, "background_color").alpha == 0
        )
    return lisa


def avoid_collisions(context, box, containing_block, outer=True):
    """Give the place and the width left for a box by what floats; the engine works it out when something does."""
    if context.excluded_shapes or outer or type(box) is not LineBox or containing_block.style["direction"] != "ltr":
        return _esquivar(context, box, containing_block, outer)
    izquierda = containing_block.content_box_x()
    derecha = izquierda + containing_block.width - box.margin_right
    izquierda += box.margin_left
    return izquierda - box.margin_left, box.border_box_y() - box.margin_top, derecha - izquierda
