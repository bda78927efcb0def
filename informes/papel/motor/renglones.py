"""A text is shaped once: the shape with which its line was broken is the one that is painted.

The engine throws away the layout of each line after measuring it, makes it again to paint it, and reads its glyphs one
attribute at a time. Here the layout lives until its line is painted, what depends on the style alone is kept with the
style, and the glyphs of a run are read at once.
"""

from __future__ import annotations

import re
from functools import cache

from weasyprint.css import AnonymousStyle
from weasyprint.draw import text as pintado
from weasyprint.text import fonts, line_break
from weasyprint.text.constants import PANGO_DIRECTION
from weasyprint.text.ffi import FROM_UNITS, ffi, gobject, pango, unicode_to_char_p
from weasyprint.text.line_break import Layout

from informes.papel.motor.puesta import en_lugar_de

PARRAFOS = re.compile("[\n\r\t\u2028\u2029]")
HASTA_EL_FIN = 0xFFFFFFFF  # PANGO_ATTR_INDEX_TO_TEXT_END
ENTEROS_POR_GLIFO = 5  # PangoGlyphInfo: glyph, width, x_offset, y_offset, attributes
SIN_CUERPOS = pango.pango_version() < 14802  # an older Pango says no size of its fonts, and the engine does without

RASGOS = ("font_feature_settings", "font_language_override") + tuple(
    f"font_variant_{rasgo}" for rasgo in ("ligatures", "position", "caps", "numeric", "alternates", "east_asian")
)

_armar = Layout.setup
_escribir_texto = Layout.set_text
_pilar = line_break.strut
_describir = fonts.get_font_description
_pintar = pintado.draw_first_line


def aligerar() -> None:
    """Put it on."""
    Layout.setup = armar
    Layout.set_text = escribir_texto
    Layout.deactivate = conservar
    Layout.reactivate = retomar
    en_lugar_de(_pilar, strut)
    en_lugar_de(_describir, get_font_description)
    en_lugar_de(_pintar, draw_first_line)


def armar(self, style):
    """Make an empty layout. One of which only the words matter shares the context of its document and language."""
    contexto = vars(style).get("_contexto")
    if contexto is None:
        contexto = style._contexto = _contexto(style) if _sin_adornos(style) else False
    if not contexto:
        _armar(self, style)
        return
    self.style, self.first_line_direction = style, 0
    self.ascent = self.underline_position = self.strikethrough_position = None
    self.layout = ffi.gc(pango.pango_layout_new(contexto), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(self.layout, False)
    pango.pango_layout_set_font_description(self.layout, get_font_description(style))


@cache
def _sin_guiones():
    """Give what tells Pango that a word broken anywhere takes no hyphen, whatever its length."""
    lista = pango.pango_attr_list_new()
    atributo = pango.pango_attr_insert_hyphens_new(False)
    atributo.start_index, atributo.end_index = 0, HASTA_EL_FIN
    pango.pango_attr_list_change(lista, atributo)
    return lista


def _sin_adornos(estilo) -> bool:
    """Say whether a style asks nothing of its letters: no lines over or under them, no features of the typeface."""
    return (
        estilo["text_decoration_line"] == "none"
        and estilo["font_kerning"] == "auto"
        and all(estilo[rasgo] == "normal" for rasgo in RASGOS)
    )


def _contexto(estilo):
    """Give the context of a document for a language and a direction, the same to all its layouts."""
    contextos = vars(estilo.font_config).setdefault("_contextos", {})
    clave = estilo["lang"], estilo["direction"]
    if clave not in contextos:
        contexto = ffi.gc(pango.pango_font_map_create_context(estilo.font_config.font_map), gobject.g_object_unref)
        pango.pango_context_set_round_glyph_positions(contexto, False)
        pango.pango_context_set_base_dir(contexto, PANGO_DIRECTION[estilo["direction"]])
        if estilo["lang"]:
            escrita, _bytes = unicode_to_char_p(estilo["lang"])
            pango.pango_context_set_language(contexto, pango.pango_language_from_string(escrita))
        contextos[clave] = contexto
    return contextos[clave]


def escribir_texto(self, text, justify=False):
    """Set the text; as one paragraph when it is, which painting asks for and would shape it again."""
    corrido = not PARRAFOS.search(text)
    pango.pango_layout_set_single_paragraph_mode(self.layout, corrido)
    estilo = self.style
    if corrido and estilo["letter_spacing"] == "normal" and not estilo["word_spacing"] and vars(estilo)["_contexto"]:
        self.text = text
        pango.pango_layout_set_text(self.layout, text.encode().replace(b"\0", b""), -1)
        if estilo["overflow_wrap"] != "normal":
            pango.pango_layout_set_attributes(self.layout, _sin_guiones())
    else:
        if vars(estilo)["_contexto"]:  # the engine adds its own to those that it finds
            pango.pango_layout_set_attributes(self.layout, ffi.NULL)
        _escribir_texto(self, text, justify)


def conservar(self):
    """Keep the layout: its line has not been painted."""


def retomar(self, style):
    """Take the layout up again to paint it. A justified line is shaped anew: it is now that it gets its spaces."""
    if self.justification_spacing:
        self.setup(style)
        _escribir_texto(self, self.text, justify=True)


def strut(style):
    """Give height and baseline of an empty line, once a style. An anonymous box has those of its parent."""
    hallado = vars(style).get("_pilar")
    if hallado is None:
        hallado = strut(style.parent_style) if type(style) is AnonymousStyle else _pilar(style)
        style._pilar = hallado
    return hallado


def get_font_description(style):
    """Give the description of the typeface, once a style."""
    hallada = vars(style).get("_letra")
    if hallada is None:
        hallada = style._letra = _describir(style)
    return hallada


def draw_first_line(stream, textbox, text_overflow, block_ellipsis, matrix):
    """Paint a line as the engine does; one with an ellipsis, pictures for letters or raised glyphs, the engine itself.

    What is told is the same but for the kernings that come to zero, which are not told.
    """
    recortado = text_overflow == "ellipsis" or block_ellipsis != "none"
    if recortado or SIN_CUERPOS or textbox.style["font_size"] < 1e-6:
        return _pintar(stream, textbox, text_overflow, block_ellipsis, matrix)
    if not textbox.text.strip():
        return []
    pango.pango_layout_set_single_paragraph_mode(textbox.pango_layout.layout, True)
    first_line, _index = textbox.pango_layout.get_first_line()
    tramos, fuente_anterior = [], None
    siguiente = first_line.runs[0]
    while siguiente != ffi.NULL:
        tramo, siguiente = siguiente.data, siguiente.next
        fuente_pango = tramo.item.analysis.font
        if fuente_pango != fuente_anterior:
            fuente_anterior = fuente_pango
            fuente, cuerpo = stream.add_font(fuente_pango)
            if fuente.bitmap or fuente.svg or fuente.png or fuente.colr:
                return _pintar(stream, textbox, text_overflow, block_ellipsis, matrix)
            tramos.append((fuente, cuerpo, []))
        glifos = _glifos(tramo, fuente, fuente_pango, cuerpo, textbox.pango_layout, stream)
        if glifos is None:
            return _pintar(stream, textbox, text_overflow, block_ellipsis, matrix)
        tramos[-1][2].append(glifos)
    stream.set_text_matrix(*matrix.values)
    for fuente, cuerpo, partes in tramos:
        stream.set_font_size(fuente.hash, cuerpo)
        texto = f"<{''.join(partes)}>".replace("<>", " ").strip()
        stream.stream.append(f"[{texto}] TJ".encode("ascii"))
    return []


def _glifos(tramo, fuente, fuente_pango, cuerpo, layout, stream) -> str | None:
    """Give the glyphs of a run in hexadecimal, with what separates them; None when the engine has to do it."""
    cuenta = tramo.glyphs.num_glyphs
    lectura = memoryview(ffi.buffer(tramo.glyphs.glyphs, cuenta * ENTEROS_POR_GLIFO * 4)).cast("i")
    codigos = lectura[0::ENTEROS_POR_GLIFO].tolist()
    if max(codigos, default=0) >= pango.PANGO_GLYPH_EMPTY or any(lectura[3::ENTEROS_POR_GLIFO].tolist()):
        return None
    anchos, corridos = lectura[1::ENTEROS_POR_GLIFO].tolist(), lectura[2::ENTEROS_POR_GLIFO].tolist()
    medidas, al_texto, escala = fuente.widths, fuente.to_unicode, 1000 * FROM_UNITS
    partes = []
    for lugar, codigo in enumerate(codigos):
        if codigo not in al_texto:
            al_texto[codigo] = _escrito(tramo, lugar, layout)
        if codigo not in medidas:
            pango.pango_font_get_glyph_extents(fuente_pango, codigo, stream.ink_rect, stream.logical_rect)
            medidas[codigo] = round(stream.logical_rect.width * 1000 * FROM_UNITS / cuerpo)
        corrido = corridos[lugar] / cuerpo
        if corrido:
            partes.append(f">{-corrido}<")
        partes.append(f"{codigo:04x}")
        junte = int(medidas[codigo] + corrido - anchos[lugar] * escala / cuerpo)
        if junte:
            partes.append(f">{junte}<")
    return "".join(partes)


def _escrito(tramo, lugar: int, layout) -> str:
    """Give the text of which a glyph is the drawing."""
    grupos, largo, cuenta = tramo.glyphs.log_clusters, tramo.item.length, tramo.glyphs.num_glyphs
    if tramo.item.analysis.level % 2:  # right to left
        hasta = largo if lugar == 0 else grupos[lugar - 1]
    else:
        hasta = largo if lugar == cuenta - 1 else grupos[lugar + 1]
    desde = tramo.item.offset
    return layout.text.encode()[desde + grupos[lugar] : desde + hasta].decode()
