"""The accessibility statement."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fcm_portal.sitio.accesibilidad import BRECHAS, REVISADA_EL, REVISIONES


@require_safe
def accesibilidad(request: HttpRequest) -> HttpResponse:
    """Say which standard is followed, what was checked and how, what lacks, and how to ask for help."""
    return render(
        request,
        "fcm_portal/accesibilidad.html",
        {"revisada_el": REVISADA_EL, "revisiones": REVISIONES, "brechas": BRECHAS},
    )
