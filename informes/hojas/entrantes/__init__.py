"""A workbook that comes back, read without trusting it: what somebody uploads costs little memory and little time.

``leer`` gives the cells of an .xlsx as plain values. It never runs a formula, follows a link or a macro, or opens a
second file. openpyxl, which writes our workbooks, builds a tree per row and translates shared formulas, so what a
hostile file may cost there has no bound; here each part is read once, in a stream, against a budget.

    libro = leer(bytes_de(request.FILES["planilla"]))
    for fila in libro.hojas["Acciones"]:
        celda = fila.en(4)          # column D; an empty Celda when nothing is written there
        celda.valor, celda.lugar    # Decimal("12.5"), "D7"
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from informes.hojas.entrantes.celdas import Celda, Fila, Libro, PlanillaIlegible

__all__ = ["LIMITE_BYTES", "Celda", "Fila", "Libro", "PlanillaIlegible", "bytes_de", "leer", "revisar_tamano"]

LIMITE_BYTES = 5 * 1024 * 1024


def bytes_de(subido, *, limite_bytes: int = LIMITE_BYTES) -> bytes:
    """Give what was uploaded (a Django ``UploadedFile``), refused by its size before reading it.

    Raises ``PlanillaIlegible``.
    """
    revisar_tamano(subido.size, limite_bytes)
    return subido.read()


def revisar_tamano(octetos: int, limite_bytes: int = LIMITE_BYTES) -> None:
    """Raise ``PlanillaIlegible`` for a size that cannot be a workbook of ours."""
    if octetos > limite_bytes:
        mega = limite_bytes // (1024 * 1024)
        raise PlanillaIlegible(
            _(
                "La planilla pesa más de %d MB. Las nuestras pesan mucho menos: quite las imágenes y las hojas que "
                "agregó, guárdela y súbala de nuevo."
            )
            % mega
        )
    if octetos == 0:
        raise PlanillaIlegible(_("El archivo está vacío. Escoja la planilla que llenó."))


def leer(datos: bytes, *, limite_bytes: int = LIMITE_BYTES) -> Libro:
    """Read an .xlsx. Raises ``PlanillaIlegible`` with a sentence that says how to fix it, and nothing else."""
    from informes.hojas.entrantes.lectura import leer_libro  # openpyxl: only whoever reads a workbook loads it

    revisar_tamano(len(datos), limite_bytes)
    return leer_libro(datos)
