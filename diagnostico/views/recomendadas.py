"""The networks, agencies and calls that suit a territory, on one page."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from cuentas.permisos import territorio_para
from diagnostico.perfil import diagnostico_vigente, perfil
from diagnostico.recomendadas import nombres_de_la_guia, recomendar
from territorio.models import Periodo


@login_required
@require_safe
def recomendadas(request: HttpRequest, codigo: str) -> HttpResponse:
    """Show what suits a territory and why; without a diagnostic, what is missing and what its place alone says."""
    territorio = territorio_para(request.user, codigo)
    diagnostico = diagnostico_vigente(territorio)
    suyo = perfil(territorio, diagnostico)
    nombres = nombres_de_la_guia()
    contexto = {
        "territorio": territorio,
        "periodo": Periodo.objects.en_vigor(),
        "diagnostico": diagnostico,
        "perfil": suyo,
        "temas": [nombres[slug] for slug in nombres if slug in suyo.temas],
        "modalidades": [nombres[slug] for slug in nombres if slug in suyo.modalidades],
        "dadas": recomendar(suyo, localdate()),
    }
    return render(request, "diagnostico/recomendadas.html", contexto)
