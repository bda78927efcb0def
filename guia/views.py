"""Public pages of the guide: its index, one block, the whole of it for paper, the glossary.

``usos`` comes from the roof (``fcm_portal/urls.py``): block → card → links to where the portal asks about it. This
floor does not know who asks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from formato.texto import sin_acentos
from guia.catalogo import Catalogo, al_dia
from guia.diagrama import diagrama
from guia.indice import CON_DIRECTORIO, contiguos, fechas, partes
from guia.models import Ficha, RelacionOdmOds, Termino

Usos = Callable[[str], Mapping[str, Sequence[tuple[str, str]]]]


@dataclass(frozen=True)
class Paso:
    """A step as ``components/linea_pasos.html`` draws it."""

    verbo: str
    texto: str
    url: str


def sin_usos(bloque: str) -> dict:
    """Give no link: nobody said where the guide is used."""
    return {}


@require_safe
def guia(request: HttpRequest, usos: Usos = sin_usos) -> HttpResponse:
    """Draw the index: the seven steps, the process, then every block in reading order."""
    guia = al_dia()
    lugar = reverse("guia_bloque", args=["pasos"])
    contexto = {
        "partes": partes(guia),
        "pasos": [Paso(paso.datos["verbo"], paso.nombre, f"{lugar}#{paso.slug}") for paso in guia.pasos.values()],
        "dibujo": diagrama(guia),
        "fechas": fechas(guia),
    }
    return render(request, "guia/guia_ver.html", contexto)


@require_safe
def guia_imprimir(request: HttpRequest, usos: Usos = sin_usos) -> HttpResponse:
    """Draw the whole guide on one page, in reading order, with its table of contents, to be put on paper."""
    guia = al_dia()
    capitulos = [
        (
            titulo,
            [
                (bloque, [ficha_para_leer(guia, ficha) for ficha in bloque.fichas], es_breve(bloque))
                for bloque in bloques
            ],
        )
        for titulo, bloques in partes(guia)
    ]
    contexto = {
        "capitulos": capitulos,
        "dibujo": diagrama(guia),
        "terminos": Termino.objects.all(),
        "fechas": fechas(guia),
        "en_linea": request.build_absolute_uri(reverse("guia")),
    }
    return render(request, "guia/guia_imprimir.html", contexto)


@require_safe
def guia_bloque(request: HttpRequest, slug: str, usos: Usos = sin_usos) -> HttpResponse:
    """Draw one block with its items; each item has an anchor."""
    guia = al_dia()
    bloque = guia.bloque(slug)
    if bloque is None:
        raise Http404("bloque")
    anterior, siguiente = contiguos(guia, bloque)
    suyos = usos(slug)
    contexto = {
        "bloque": bloque,
        "fichas": [ficha_para_leer(guia, ficha) | {"usos": suyos.get(ficha.slug, ())} for ficha in bloque.fichas],
        "usos": suyos.get("", ()),
        "anterior": anterior,
        "siguiente": siguiente,
        "dibujo": diagrama(guia) if slug == "proceso" else None,
        "relaciones": RelacionOdmOds.objects.select_related("odm", "ods").order_by("odm", "ods")
        if slug == "documentos-clave"
        else (),
        "fechas": fechas(guia),
        "con_directorio": slug in CON_DIRECTORIO,
        "edita": getattr(request.user, "es_fcm", False),
    }
    return render(request, "guia/bloque_ver.html", contexto)


def es_breve(bloque: Ficha) -> bool:
    """Say whether the cards of a block fit in a list: none has a ladder, statements or questions."""
    return not any({"niveles", "afirmaciones", "preguntas"} & ficha.datos.keys() for ficha in bloque.fichas)


def ficha_para_leer(guia: Catalogo, ficha: Ficha) -> dict:
    """Give a card with what its extra data points to: goals, cases, modality."""
    casos = guia.bloques["casos"].fichas if "casos" in guia.bloques else []
    return {
        "ficha": ficha,
        "ods": [guia.ods[numero] for numero in ficha.datos.get("ods_propuesta", []) if numero in guia.ods],
        "casos": [caso for caso in casos if "niveles" in ficha.datos and caso.datos.get("modalidad") == ficha.slug],
        "modalidad": guia.modalidades.get(ficha.datos.get("modalidad")),
    }


@require_safe
def glosario(request: HttpRequest, usos: Usos = sin_usos) -> HttpResponse:
    """Draw the glossary; ``q`` searches terms and definitions without minding accents."""
    buscado = request.GET.get("q", "").replace("\0", "").strip()[:80]
    clave = sin_acentos(buscado)
    terminos = [
        termino
        for termino in Termino.objects.all()
        if clave in termino.clave_busqueda or clave in sin_acentos(termino.definicion)
    ]
    contexto = {"terminos": terminos, "buscado": buscado, "edita": getattr(request.user, "es_fcm", False)}
    return render(request, "guia/glosario_ver.html", contexto)
