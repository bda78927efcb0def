"""How much an entry is to be trusted today: what sinks and why. Pure."""

from __future__ import annotations

from datetime import date

from redes.models import EstadoEntrada

FRESCA, VIEJA, SIN_VERIFICAR, SIN_CONFIRMAR, HUNDIDA = range(5)


def limite(hoy: date) -> date:
    """Give the first day whose verification is still in force: the same one, a year before."""
    try:
        return hoy.replace(year=hoy.year - 1)
    except ValueError:  # 29 February
        return hoy.replace(year=hoy.year - 1, day=28)


def vigente(verificado: bool, verificado_en: date | None, hoy: date) -> bool:
    """Say whether somebody verified it in the last twelve months; without a date nobody knows when."""
    return verificado and verificado_en is not None and verificado_en >= limite(hoy)


def verificacion(verificado: bool, verificado_en: date | None, hoy: date) -> str:
    """Give the value of the facet: ``si``, ``vencida`` or ``no``."""
    if not verificado:
        return "no"
    return "si" if vigente(verificado, verificado_en, hoy) else "vencida"


def plazo(abre: date | None, cierra: date | None, hoy: date) -> str:
    """Give the state of a call: ``cerrada``, ``por-abrir`` or ``abierta``."""
    if cierra is not None and cierra < hoy:
        return "cerrada"
    return "por-abrir" if abre is not None and abre > hoy else "abierta"


def calidad(estado: str, verificado: bool, verificado_en: date | None, hoy: date) -> int:
    """Give the step where it stands, 0 the best: what works, is verified and is fresh; what ended is last."""
    if estado in (EstadoEntrada.INACTIVA, "cerrada"):
        return HUNDIDA
    if estado == EstadoEntrada.DESCONOCIDO:
        return SIN_CONFIRMAR
    return {"si": FRESCA, "vencida": VIEJA, "no": SIN_VERIFICAR}[verificacion(verificado, verificado_en, hoy)]
