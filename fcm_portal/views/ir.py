"""``/ir/<lugar>/``: from a card of the guide to the place of one's own territory that asks about it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from agenda.models import Agenda
from cuentas.busqueda import buscar_territorios
from cuentas.permisos import territorios_de
from fcm_portal.lugares import LUGARES
from territorio.models import Periodo

POR_PAGINA = 50


@login_required
@require_safe
def ir(request: HttpRequest, lugar: str) -> HttpResponse:
    """Lead to that place of the only territory of a person, or ask in which; who has none asks for one.

    A part of an agenda that has not begun leads to its beginning.
    """
    destino = LUGARES.get(lugar)
    if destino is None:
        raise Http404("lugar")
    periodo = Periodo.objects.en_vigor().pk
    con_agenda = Agenda.objects.filter(periodo=periodo).values_list("territorio_id", flat=True)

    def direccion(codigo: str, tiene: bool) -> str:
        return (destino if tiene or not destino.con_periodo else LUGARES["agenda"]).url(codigo, periodo)

    territorios = territorios_de(request.user)
    codigos = list(territorios.values_list("pk", flat=True)[:2])
    if not codigos:
        return redirect("panel_lista" if request.user.es_fcm else "solicitar_vinculacion")
    if len(codigos) == 1:
        return redirect(direccion(codigos[0], con_agenda.filter(territorio=codigos[0]).exists()))
    texto = request.GET.get("q", "").strip()[:100]
    if texto:
        territorios = buscar_territorios(texto, territorios)
    pagina = Paginator(territorios, POR_PAGINA).get_page(request.GET.get("pagina"))
    tienen = set(con_agenda.filter(territorio__in=[territorio.pk for territorio in pagina]))
    for territorio in pagina:
        territorio.url = direccion(territorio.pk, territorio.pk in tienen)
    return render(request, "fcm_portal/ir.html", {"pagina": pagina, "q": texto, "destino": destino})
