"""From the frozen document to what the templates of the PDF read: facts with names, nothing to decide there. Pure."""

from __future__ import annotations

from agenda.impresion.completo import completo
from agenda.impresion.corto import minima, resumen
from agenda.impresion.emision import Emision

__all__ = ["Emision", "contexto", "plantilla"]

EDICIONES = {
    "completa": ("agenda/pdf/documento.html", completo),
    "minima": ("agenda/pdf/minima.html", minima),
    "resumen": ("agenda/pdf/resumen.html", resumen),
}


def plantilla(edicion: str) -> str:
    """Give the template of an edition. ``KeyError`` for one that does not exist."""
    return EDICIONES[edicion][0]


def contexto(contenido: dict, emision: Emision) -> dict:
    """Give the context of the template of its edition."""
    return EDICIONES[emision.edicion][1](contenido, emision)
