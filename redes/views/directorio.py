"""The public directory: the list with its filters, and one entry."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from formato.idiomas import idioma
from guia.catalogo import catalogo
from redes.forms import FiltroDirectorio
from redes.models import Entrada

POR_PAGINA = 25


@require_safe
def redes(request: HttpRequest) -> HttpResponse:
    """Draw the directory, 25 entries a page."""
    filtro = FiltroDirectorio(request.GET)
    entradas = filtro.filtrar(Entrada.objects.all())
    pagina = Paginator(entradas, POR_PAGINA).get_page(request.GET.get("pagina"))
    guia = catalogo()
    for entrada in pagina:
        entrada.nombres_temas = guia.nombres("temas", entrada.temas)
    return render(request, "redes/entrada_lista.html", {"filtro": filtro, "pagina": pagina})


@require_safe
def red(request: HttpRequest, slug: str) -> HttpResponse:
    """Draw one entry."""
    entrada = get_object_or_404(Entrada.objects.prefetch_related("convocatorias"), pk=slug)
    guia = catalogo()
    contexto = {
        "entrada": entrada,
        "temas": guia.nombres("temas", entrada.temas),
        "modalidades": guia.nombres("modalidades_y_gobernanza", entrada.modalidades),
        "ods": [guia.ods[numero] for numero in sorted(entrada.ods) if numero in guia.ods],
        "idiomas": [idioma(codigo) for codigo in entrada.idiomas],
        "convocatorias": entrada.convocatorias.all(),
    }
    return render(request, "redes/entrada_ver.html", contexto)
