"""Compiles the catalogues of ``locale/`` with Babel (no gettext binary is needed) and keeps lookups cheap."""

from functools import lru_cache
from pathlib import Path

RECORDADAS = 8192  # sentences kept in memory; the portal has about two thousand


def compilar(carpeta: Path) -> None:
    """Compile each language whose catalogues are newer than their compiled form.

    Every ``.po`` of a language goes into one ``django.mo``: English keeps what the document says apart from what
    the guide says. ``ValueError`` when two of them translate the same sentence.
    """
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for mensajes in carpeta.glob("*/LC_MESSAGES"):
        origenes = sorted(mensajes.glob("*.po"))
        destino = mensajes / "django.mo"
        if destino.exists() and destino.stat().st_mtime >= max(origen.stat().st_mtime for origen in origenes):
            continue
        entero = None
        for origen in origenes:
            with open(origen, "rb") as entrada:
                catalogo = read_po(entrada)
            entero = catalogo if entero is None else _unir(entero, catalogo, origen)
        with open(destino, "wb") as salida:
            write_mo(salida, entero)


def _unir(entero, catalogo, origen: Path):
    """Add the messages of a catalogue to another."""
    for mensaje in catalogo:
        if mensaje.id:
            if entero.get(mensaje.id, mensaje.context):
                raise ValueError(f"{origen.name}: {mensaje.id!r} is already translated in another catalogue")
            entero[mensaje.id] = mensaje
    return entero


def recordar(idioma: str) -> None:
    """Remember what each sentence becomes in a language: a page asks for hundreds, each through seven catalogues.

    The identifiers are the Spanish sentences, so nearly every search goes to the end of the chain and finds nothing:
    10 µs each. A catalogue does not change while the process lives (on reload Django makes another object). English
    needs none of this: what the document says is in our own catalogue, and Django gives English no other to fall to.
    """
    from django.utils.translation.trans_real import translation

    catalogo = translation(idioma)
    catalogo.gettext = lru_cache(RECORDADAS)(catalogo.gettext)
    catalogo.ngettext = lru_cache(RECORDADAS)(catalogo.ngettext)
