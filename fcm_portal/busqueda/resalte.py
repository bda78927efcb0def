"""What is shown of a result: the name and a piece of its text, with the words that were looked for marked. Pure."""

from __future__ import annotations

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from formato.palabras import PALABRA, Consulta
from formato.texto import sin_acentos

TROZO = 170  # characters of text shown with a result
ANTES = 60  # of them, before the first word found


def marcar(texto: str, consulta: Consulta) -> SafeString:
    """Give the text escaped, with ``<mark>`` around each word that begins as one looked for."""
    partes, ultimo = [], 0
    for hallada in PALABRA.finditer(texto):
        if coincide(hallada.group(), consulta):
            partes += [escape(texto[ultimo : hallada.start()]), "<mark>", escape(hallada.group()), "</mark>"]
            ultimo = hallada.end()
    partes.append(escape(texto[ultimo:]))
    return mark_safe("".join(partes))  # every piece of text above was escaped


def coincide(palabra: str, consulta: Consulta) -> bool:
    """Say whether a word begins as one of those looked for; a single letter marks nothing."""
    limpia = sin_acentos(palabra)
    return any(len(raiz) > 1 and limpia.startswith(raiz) for raiz in consulta.raices)


def trozo(texto: str, consulta: Consulta) -> SafeString:
    """Give the piece of a text where the first word is found (its beginning when none is), marked."""
    llano = " ".join(texto.split())
    donde = next((h.start() for h in PALABRA.finditer(llano) if coincide(h.group(), consulta)), 0)
    desde = 0 if donde <= ANTES else llano.rfind(" ", 0, donde - ANTES // 2) + 1
    corto = llano[desde : desde + TROZO]
    if desde + TROZO < len(llano):
        corto = corto[: corto.rfind(" ")] + "…"
    return marcar(("…" if desde else "") + corto, consulta)
