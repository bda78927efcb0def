"""A font that the engine still needs stays in memory, and one that it rewrites does not carry the hour.

WeasyPrint 70 keeps a borrowed pointer to the HarfBuzz font of each typeface and reads the pictures of the emoji through
it when it paints. Pango forgets fonts when a document uses many of them: the process died with a segmentation fault on
a text in six scripts. The same was mended there for the faces (Kozea/WeasyPrint#2799). To remove when it is for fonts.

The fonts of pictures and the variable ones are saved again without what is not used, and fontTools writes in them when:
the same document would not give the same bytes.
"""

from __future__ import annotations

from functools import cache, partial

import cffi
from fontTools.ttLib import TTFont
from weasyprint.pdf import fonts, stream
from weasyprint.text.ffi import ffi as del_motor

BIBLIOTECAS = ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll")


@cache
def sostener() -> None:
    """Make the engine hold a reference to each font while its document is drawn, and date none; once a process."""
    ffi = cffi.FFI()
    ffi.cdef("void *hb_font_reference(void *font); void hb_font_destroy(void *font);")
    harfbuzz = _abrir(ffi)

    class FuenteViva(stream.Font):
        """A font whose ``hb_font`` lives as long as it."""

        def __init__(self, pango_font, description, font_size):
            super().__init__(pango_font, description, font_size)
            puntero = ffi.cast("void *", int(del_motor.cast("uintptr_t", self.hb_font)))
            self.sostenida = ffi.gc(harfbuzz.hb_font_reference(puntero), harfbuzz.hb_font_destroy)

    stream.Font = FuenteViva
    fonts.TTFont = partial(TTFont, recalcTimestamp=False)


def _abrir(ffi: cffi.FFI):
    """Open the library that the engine has already loaded. ``OSError`` when it goes by no known name."""
    for nombre in BIBLIOTECAS[:-1]:
        try:
            return ffi.dlopen(nombre)
        except OSError:
            continue
    return ffi.dlopen(BIBLIOTECAS[-1])
