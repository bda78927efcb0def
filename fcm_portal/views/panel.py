"""``/panel/``: the territories of a person; ``/panel/<codigo>/``: the task list of one."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from cuentas.busqueda import buscar_territorios
from cuentas.permisos import territorio_para, territorios_de
from fcm_portal.panel.situacion import periodo_siguiente, reunir
from fcm_portal.panel.tareas import fases, siguiente
from territorio.models import Periodo

POR_PAGINA = 50
DESENCUENTROS = 10


@login_required
@require_safe
def panel_lista(request: HttpRequest) -> HttpResponse:
    """List the territories a person works in; one leads straight to it, none to asking for one."""
    usuario = request.user
    territorios = territorios_de(usuario)
    if not usuario.es_fcm:
        codigos = list(territorios.values_list("pk", flat=True)[:2])
        if not codigos:
            return redirect("solicitar_vinculacion")
        if len(codigos) == 1:
            return redirect("panel", codigos[0])
    texto = request.GET.get("q", "").strip()[:100]
    if texto:
        territorios = buscar_territorios(texto, territorios)
    roles = dict(usuario.vinculaciones.vigentes().values_list("territorio_id", "rol"))
    pagina = Paginator(territorios, POR_PAGINA).get_page(request.GET.get("pagina"))
    for territorio in pagina:
        territorio.mi_rol = roles.get(territorio.pk)
    return render(request, "fcm_portal/panel_lista.html", {"pagina": pagina, "q": texto})


@login_required
@require_safe
def panel(request: HttpRequest, codigo: str) -> HttpResponse:
    """Show what is done, what is next and what waits in a territory."""
    territorio = territorio_para(request.user, codigo)
    periodo = Periodo.objects.en_vigor()
    situacion = reunir(territorio, periodo)
    todas = fases(situacion)
    contexto = {
        "territorio": territorio,
        "periodo": periodo,
        "situacion": situacion,
        "fases": todas,
        "siguiente": siguiente(todas),
        "desencuentros": territorio.desencuentros.abiertos()[:DESENCUENTROS],
        "proximo": periodo_siguiente(periodo, localdate()),
    }
    return render(request, "fcm_portal/panel.html", contexto)
