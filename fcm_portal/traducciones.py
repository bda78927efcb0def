"""Compiles the catalogues of ``locale/`` with Babel: no gettext binary is needed."""

from pathlib import Path


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
