"""Stop the reminders of calls, or ask for them again, from the link of the mail."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from redes.convocatorias.preferencia import poner, recibe, usuario_de


@csrf_exempt  # the signature in the address is the permission, and mail programs post it alone (RFC 8058)
@require_http_methods(["GET", "HEAD", "POST"])
def recordatorios(request: HttpRequest, firma: str) -> HttpResponse:
    """Say whether the person of the link is told of calls; a POST changes it. A link that nobody signed is 404."""
    usuario = usuario_de(firma)
    if usuario is None:
        raise Http404("recordatorios")
    if request.method == "POST":
        poner(usuario, request.POST.get("recibir") == "si")
        if "List-Unsubscribe" in request.POST:
            return HttpResponse(status=204)
        messages.success(
            request,
            _("Le avisaremos de las convocatorias.") if recibe(usuario) else _("No le enviaremos más recordatorios."),
        )
        return redirect("recordatorios", firma)
    return render(request, "redes/recordatorios.html", {"recibe": recibe(usuario)})
