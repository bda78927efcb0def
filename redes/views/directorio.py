"""The public directory: the list with its search and facets, and one entry."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from formato.idiomas import idioma
from formato.palabras import LARGO_MAXIMO, palabras
from guia.catalogo import catalogo
from redes.directorio import frescura, memoria
from redes.directorio.consulta import buscar
from redes.directorio.facetas import TIPOS, cuadros, elegidas, estrechar
from redes.directorio.filas import Hallados, marcas_de_entrada
from redes.models import Entrada
from redes.registros.consultas import miembros_de

POR_PAGINA = 25
MIEMBROS, CONVOCATORIAS, PASADAS = 120, 12, 3  # of one entry: how many its page names


@require_safe
def redes(request: HttpRequest) -> HttpResponse:
    """Draw the directory, 25 things a page: what answers ``q`` and has the chosen values of each facet."""
    indice = memoria.al_dia()
    escrito = " ".join(request.GET.get("q", "").split())[:LARGO_MAXIMO]
    hallazgo = buscar(indice, escrito)
    eleccion = elegidas(request.GET, indice)
    hallados = Hallados(indice, hallazgo.niveles, estrechar(indice, eleccion))
    pagina = Paginator(hallados, POR_PAGINA).get_page(request.GET.get("pagina"))
    pagina.object_list = list(pagina.object_list)
    facetas = cuadros(indice, eleccion, hallazgo.todas)
    contexto = {
        "escrito": escrito,
        "hallazgo": hallazgo,
        "sin_letras": bool(escrito) and not palabras(escrito),
        "pagina": pagina,
        "facetas": facetas,
        "elegidos": _quitables(request, facetas),
        "sin_filtros": hallazgo.todas.bit_count(),
        "propuestas": [(texto, _con(request, q=texto)) for texto in hallazgo.propuestas],
    }
    return render(request, "redes/entrada_lista.html", contexto)


def _con(request: HttpRequest, **cambios: str | list[str]) -> str:
    """Give the query of this address with some parameters changed, on its first page."""
    datos = request.GET.copy()
    datos.pop("pagina", None)
    for nombre, valor in cambios.items():
        datos.setlist(nombre, [valor] if isinstance(valor, str) else valor)
    return f"?{datos.urlencode()}"


def _quitables(request: HttpRequest, facetas: list) -> list[tuple[str, str, str]]:
    """Give each chosen value: its facet, its name, and the address without it."""
    return [
        (cuadro.titulo, valor.nombre, _con(request, **{cuadro.nombre: [
            str(otro.valor) for otro in cuadro.elegidos if otro is not valor
        ]}))
        for cuadro in facetas
        for valor in cuadro.elegidos
    ]  # fmt: skip


@require_safe
def red(request: HttpRequest, slug: str) -> HttpResponse:
    """Draw one entry: five queries, and one more when it has over ``MIEMBROS`` members."""
    entrada = get_object_or_404(Entrada.objects.select_related("reemplazada_por"), pk=slug)
    guia, hoy = catalogo(), localdate()
    llamados = entrada.convocatorias.abiertas().order_by("cierra", "titulo")[:CONVOCATORIAS]
    contexto = {
        "entrada": entrada,
        "tipo": TIPOS.get(entrada.tipo, entrada.tipo),
        "marcas": marcas_de_entrada(entrada),
        "verificacion": frescura.verificacion(entrada.verificado, entrada.verificado_en, hoy),
        "temas": _filtrables(guia, "temas", "tema", entrada.temas),
        "modalidades": _filtrables(guia, "modalidades_y_gobernanza", "modalidad", entrada.modalidades),
        "ods": [guia.ods[numero] for numero in sorted(entrada.ods) if numero in guia.ods],
        "idiomas": [idioma(codigo) for codigo in entrada.idiomas],
        "convocatorias": llamados or entrada.convocatorias.order_by("-cierra", "titulo")[:PASADAS],
        "reemplaza_a": entrada.reemplaza_a.all(),
        **_en_colombia(entrada),
        "de_la_fcm": request.user.is_authenticated and request.user.es_fcm,
    }
    return render(request, "redes/entrada_ver.html", contexto)


def _filtrables(guia, vocabulario: str, faceta: str, slugs: list[str]) -> list[tuple[str, str]]:
    """Give the name of each value and the query of the list narrowed to it."""
    orden = {clave: lugar for lugar, clave in enumerate(getattr(guia, vocabulario))}
    ordenados = sorted(slugs, key=lambda slug: (orden.get(slug, len(orden)), slug))
    return [(guia.nombre(vocabulario, slug), f"?{faceta}={slug}") for slug in ordenados]


def _en_colombia(entrada: Entrada) -> dict:
    """Give who already belongs: the confirmed memberships, and those that only its source names."""
    filas = miembros_de(entrada)
    miembros = list(filas[: MIEMBROS + 1])
    otros = filas.count() - MIEMBROS if len(miembros) > MIEMBROS else 0
    confirmados = {una.territorio.nombre for una in miembros}
    nombrados = [nombre for nombre in entrada.miembros_colombia if nombre not in confirmados]
    return {"miembros": miembros[:MIEMBROS], "otros_miembros": otros, "nombrados": nombrados}
