"""The three things of the directory that have pages: entries, calls and twinnings; what they are called and where."""

from __future__ import annotations

from django.urls import reverse

from redes.models import Convocatoria, Entrada, Hermanamiento

ENTRADA, CONVOCATORIA, HERMANAMIENTO = "entrada", "convocatoria", "hermanamiento"
MODELOS = {ENTRADA: Entrada, CONVOCATORIA: Convocatoria, HERMANAMIENTO: Hermanamiento}
PUBLICAS = {ENTRADA: "red", CONVOCATORIA: "convocatoria", HERMANAMIENTO: "hermanamiento"}
EDICION = {ENTRADA: "entrada_editar", CONVOCATORIA: "convocatoria_editar", HERMANAMIENTO: "hermanamiento_editar"}
Cosa = Entrada | Convocatoria | Hermanamiento


def clase_de(cosa: Cosa) -> str:
    """Give the kind of a thing."""
    return next(clase for clase, modelo in MODELOS.items() if isinstance(cosa, modelo))


def nombre_de(cosa: Cosa) -> str:
    """Give what people call it: of a twinning, both towns."""
    if isinstance(cosa, Hermanamiento):
        return f"{cosa.territorio.nombre} – {cosa.lugar}"
    return str(cosa)


def pagina_publica(cosa: Cosa) -> str:
    """Give where anyone reads it."""
    return reverse(PUBLICAS[clase_de(cosa)], args=[cosa.slug])


def pagina_de_edicion(cosa: Cosa) -> str:
    """Give where the FCM edits it; what a territory filed is its own, and is read where it is confirmed."""
    if isinstance(cosa, Hermanamiento) and cosa.declarado_en is not None:
        return reverse("registro_revisar", args=["hermanamientos", cosa.slug])
    return reverse(EDICION[clase_de(cosa)], args=[cosa.slug])
