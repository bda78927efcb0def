"""The advisor's inbox."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from agenda import bandeja
from agenda.estados import etiqueta
from agenda.models import Agenda, Estado
from cuentas.permisos import territorios_por_revisar
from redes.registros import cola

POR_PAGINA = 25
TONOS = {"enviada": "alerta", "en_revision": "", "devuelta": "neutra", "aprobada": "exito", "borrador": "neutra"}


@login_required
@require_safe
def revision(request):
    """Show what waits: por revisar first, the oldest first; the rest in its tabs."""
    if not request.user.es_fcm:
        raise PermissionDenied
    filtro = bandeja.Filtro.leer(request.GET)
    todas = bandeja.vistas(request.user)
    actual = filtro.vista(request.user)
    suyas = Agenda.objects.por_revisar_de(request.user)
    halladas = filtro.de_todas(request.user)
    cuentas = bandeja.contar(halladas, todas, actual)
    paginador = Paginator(bandeja.ordenar(halladas.filter(actual.cuales)), POR_PAGINA)
    paginador.count = cuentas[actual.slug or "espera"]
    pagina = paginador.get_page(request.GET.get("pagina"))
    for agenda in pagina:
        agenda.etiqueta = etiqueta(agenda.estado, "fcm")
        agenda.tono = TONOS[agenda.estado]
        agenda.dias = (
            (now() - agenda.enviada_en).days if agenda.enviada_en and agenda.estado == Estado.ENVIADA else None
        )
    consulta = request.GET.copy()
    consulta.pop("pagina", None)
    pestanas = []
    for vista in todas:
        consulta["ver"] = vista.slug
        nombre = f"{vista.nombre} ({cuentas[vista.slug or 'espera']})"
        pestanas.append((nombre, f"{reverse('revision')}?{consulta.urlencode()}", vista.slug == actual.slug))
    contexto = {
        "pagina": pagina,
        "pestanas": pestanas,
        "ver": actual.slug,
        "q": filtro.q,
        "departamento": filtro.departamento,
        "cuantas": paginador.count,
        "con_pdf": cuentas["con_pdf"],
        "registros": cola.cuantos(request.user),
        "departamentos": bandeja.departamentos(suyas),
        "filtrada": bool(filtro.q or filtro.departamento),
        "sin_territorios": not pagina.object_list and not territorios_por_revisar(request.user).exists(),
    }
    return render(request, "agenda/revision/bandeja.html", contexto)
