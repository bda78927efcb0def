"""Compiles the catalogues of ``locale/`` with Babel (no gettext binary is needed) and keeps lookups cheap."""

from functools import lru_cache
from pathlib import Path

RECORDADAS = 8192  # sentences kept in memory; the portal has about two thousand


def compilar(carpeta: Path) -> None:
    """Compile the catalogues that are newer than their compiled form."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for origen in carpeta.glob("*/LC_MESSAGES/*.po"):
        destino = origen.with_suffix(".mo")
        if destino.exists() and destino.stat().st_mtime >= origen.stat().st_mtime:
            continue
        with open(origen, "rb") as entrada:
            catalogo = read_po(entrada)
        with open(destino, "wb") as salida:
            write_mo(salida, catalogo)


def recordar(idioma: str) -> None:
    """Remember what each sentence becomes in a language: a page asks for hundreds, each through seven catalogues.

    The identifiers are the Spanish sentences, so nearly every search goes to the end of the chain and finds nothing:
    10 µs each. A catalogue does not change while the process lives (on reload Django makes another object).
    """
    from django.utils.translation.trans_real import translation

    catalogo = translation(idioma)
    catalogo.gettext = lru_cache(RECORDADAS)(catalogo.gettext)
    catalogo.ngettext = lru_cache(RECORDADAS)(catalogo.ngettext)
