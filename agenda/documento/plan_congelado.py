"""How a frozen plan is walked. Pure: it knows no models."""

from __future__ import annotations


def acciones_de(contenido_o_ejes: dict | list) -> list[dict]:
    """Give all actions of a frozen document (or of some of its ejes), in order."""
    ejes = contenido_o_ejes["ejes"] if isinstance(contenido_o_ejes, dict) else contenido_o_ejes
    return [accion for eje in ejes for objetivo in eje["objetivos"] for accion in objetivo["acciones"]]
