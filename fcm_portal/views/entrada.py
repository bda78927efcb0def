"""``/entrada/``: after logging in, to where the person works."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect


@login_required
def entrada(request: HttpRequest) -> HttpResponse:
    """Send the coordination to the table, an advisor to the inbox, a town's person to its panel, a new one to ask."""
    usuario = request.user
    if usuario.es_coordinador:
        return redirect("tablero")
    if usuario.es_fcm:
        return redirect("revision")
    codigos = list(usuario.vinculaciones.vigentes().values_list("territorio_id", flat=True)[:2])
    if not codigos:
        return redirect("solicitar_vinculacion")
    return redirect("panel", codigos[0]) if len(codigos) == 1 else redirect("panel_lista")
