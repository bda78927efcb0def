"""Public pages of the guide: its index, one block, the glossary."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from formato.texto import sin_acentos
from guia.catalogo import Catalogo, catalogo
from guia.indice import CON_DIRECTORIO, contiguos, fechas, partes
from guia.models import Ficha, Termino


@dataclass(frozen=True)
class Paso:
    """A step as ``components/linea_pasos.html`` draws it."""

    verbo: str
    texto: str
    url: str


@require_safe
def guia(request: HttpRequest) -> HttpResponse:
    """Draw the index: the seven steps, then every block in reading order."""
    guia = catalogo()
    lugar = reverse("guia_bloque", args=["pasos"])
    pasos = [Paso(paso.datos["verbo"], paso.nombre, f"{lugar}#{paso.slug}") for paso in guia.pasos.values()]
    return render(request, "guia/guia_ver.html", {"partes": partes(guia), "pasos": pasos, "fechas": fechas(guia)})


@require_safe
def guia_bloque(request: HttpRequest, slug: str) -> HttpResponse:
    """Draw one block with its items; each item has an anchor."""
    guia = catalogo()
    bloque = guia.bloque(slug)
    if bloque is None:
        raise Http404("bloque")
    anterior, siguiente = contiguos(guia, bloque)
    contexto = {
        "bloque": bloque,
        "fichas": [ficha_para_leer(guia, ficha) for ficha in bloque.fichas],
        "anterior": anterior,
        "siguiente": siguiente,
        "fechas": fechas(guia),
        "con_directorio": slug in CON_DIRECTORIO,
    }
    return render(request, "guia/bloque_ver.html", contexto)


def ficha_para_leer(guia: Catalogo, ficha: Ficha) -> dict:
    """Give a card with what its extra data points to: goals, case, modality."""
    casos = {caso.slug: caso for caso in guia.bloques["casos"].fichas} if "casos" in guia.bloques else {}
    return {
        "ficha": ficha,
        "ods": [guia.ods[numero] for numero in ficha.datos.get("ods_propuesta", []) if numero in guia.ods],
        "caso": casos.get(ficha.datos.get("caso")),
        "modalidad": guia.modalidades.get(ficha.datos.get("modalidad")),
    }


@require_safe
def glosario(request: HttpRequest) -> HttpResponse:
    """Draw the glossary; ``q`` searches terms and definitions without minding accents."""
    buscado = request.GET.get("q", "").strip()[:80]
    clave = sin_acentos(buscado)
    terminos = [
        termino
        for termino in Termino.objects.all()
        if clave in termino.clave_busqueda or clave in sin_acentos(termino.definicion)
    ]
    return render(request, "guia/glosario_ver.html", {"terminos": terminos, "buscado": buscado})
