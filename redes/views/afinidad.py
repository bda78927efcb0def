"""How the portal recommends: the table and the conditions of the rule, printed from the rule itself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from formato.numeros import miles
from redes.afinidad.condiciones import CONDICIONES, FUERA
from redes.afinidad.ejemplo import ejemplo
from redes.afinidad.pesos import GRAN_CIUDAD, INTERMEDIA, PESOS, PUEBLO, RECORDATORIO


@require_safe
def afinidad(request: HttpRequest) -> HttpResponse:
    """Print the rule and a worked example that the rule itself computes."""
    dado = ejemplo()
    contexto = {
        "pesos": PESOS.values(),
        "excluyen": [una for una in CONDICIONES if una.efecto == FUERA],
        "advierten": [una for una in CONDICIONES if una.efecto != FUERA],
        "ejemplo": dado,
        "suma": [(PESOS[hecho].hecho, puntos) for hecho, puntos in dado.suma],
        "gran_ciudad": miles(GRAN_CIUDAD),
        "pueblo": miles(PUEBLO),
        "intermedia": miles(INTERMEDIA),
        "recordatorio": RECORDATORIO,
    }
    return render(request, "redes/afinidad.html", contexto)
