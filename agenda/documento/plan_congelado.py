"""How a frozen plan is walked. Pure: it knows no models."""

from __future__ import annotations


def cifras_de(contenido: dict) -> dict[str, int]:
    """Count what a frozen document promises: ejes, actions, indicators, and countries of its partners but Colombia."""
    acciones = acciones_de(contenido)
    return {
        "ejes": len(contenido["ejes"]),
        "acciones": len(acciones),
        "indicadores": sum(len(accion["indicadores"]) for accion in acciones),
        "paises": len({socio["pais"]["slug"] for socio in contenido["socios"]} - {"", "CO"}),
    }


def acciones_de(contenido_o_ejes: dict | list) -> list[dict]:
    """Give all actions of a frozen document (or of some of its ejes), in order."""
    ejes = contenido_o_ejes["ejes"] if isinstance(contenido_o_ejes, dict) else contenido_o_ejes
    return [accion for eje in ejes for objetivo in eje["objetivos"] for accion in objetivo["acciones"]]
