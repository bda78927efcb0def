"""``/buscar/``: the search of the header, over territories, published agendas, directory, guide and pages."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from fcm_portal.busqueda import erratas, orden
from fcm_portal.busqueda.indice import AGENDAS, GUIA, PAGINAS, REDES, TERRITORIOS, agendas, indice
from fcm_portal.busqueda.orden import Consulta, Hallable
from fcm_portal.busqueda.resalte import marcar, trozo

POR_GRUPO = 5
POR_PAGINA = 20
EJEMPLOS = ("Pamplona", "hermanamiento", "GIZ", "agua", "54518")
# group: heading, name of the address of its list, what the link to that list says
GRUPOS = {
    TERRITORIOS: (_("Territorios"), "territorios", _("Buscar por departamento")),
    AGENDAS: (_("Agendas publicadas"), "agendas", _("Filtrar las agendas por tema o modalidad")),
    REDES: (_("Redes y agencias"), "redes", _("Filtrar el directorio")),
    GUIA: (_("La guía"), "guia", _("Ver el índice de la guía")),
    PAGINAS: (_("Páginas del portal"), "mapa_sitio", _("Ver el mapa del sitio")),
}


@dataclass(frozen=True)
class Resultado:
    """A line of the results, as it is drawn."""

    titulo: SafeString
    url: str
    lugar: SafeString
    trozo: SafeString


@dataclass(frozen=True)
class Grupo:
    """The results of one kind: how many there are, those shown, and where the rest is."""

    clave: str
    titulo: str | Promise
    total: int
    resultados: list[Resultado]
    todos: str
    lista: str
    lista_texto: str | Promise


@require_safe
def buscar(request: HttpRequest) -> HttpResponse:
    """Search ``q`` everywhere, or only in the group ``en``, page by page. A query with no results is mended."""
    consulta = orden.leer(request.GET.get("q", ""))
    publicas = agendas() if not consulta.vacia else []
    hallados = orden.buscar([*indice().cosas, *publicas], consulta) if not consulta.vacia else {}
    propuestas: list[str] = []
    usada = consulta
    if not hallados and not consulta.vacia:
        propuestas = erratas.corregir(consulta, indice().vocabulario)
        usada, hallados, propuestas = _mejor(propuestas, publicas, consulta)
    en = request.GET.get("en", "")
    en = en if en in hallados else ""
    pagina = Paginator(hallados[en], POR_PAGINA).get_page(request.GET.get("pagina")) if en else None
    contexto = {
        "escrito": consulta.escrito,
        "vacia": consulta.vacia,
        "usada": usada.escrito if usada is not consulta else "",
        "propuestas": [(texto, _direccion(texto)) for texto in propuestas],
        "grupos": _grupos(hallados, usada, en, pagina),
        "total": sum(len(filas) for filas in hallados.values()),
        "pagina": pagina,
        "en": en,
        "ejemplos": EJEMPLOS,
        "todo": _direccion(consulta.escrito),
    }
    return render(request, "fcm_portal/buscar.html", contexto)


def _mejor(
    propuestas: list[str], publicas: list[Hallable], consulta: Consulta
) -> tuple[Consulta, dict[str, list[Hallable]], list[str]]:
    """Give the first mended query that finds something, what it finds, and the others that also would."""
    cosas = [*indice().cosas, *publicas]
    usada, hallados, otras = consulta, {}, []
    vistas: set[tuple[str, ...]] = set()
    for texto in propuestas:
        leida = orden.leer(texto)
        if leida.raices in vistas:  # the plural of one already tried
            continue
        vistas.add(leida.raices)
        if not hallados:
            hallados = orden.buscar(cosas, leida)
            usada = leida if hallados else consulta
        elif any(orden.puesto(cosa, leida) is not None for cosa in cosas):
            otras.append(leida.escrito)
    return usada, hallados, otras


def _grupos(hallados: dict[str, list[Hallable]], consulta: Consulta, en: str, pagina: Page | None) -> list[Grupo]:
    grupos = []
    for clave, (titulo, lista, lista_texto) in GRUPOS.items():
        filas = hallados.get(clave, [])
        if not filas or (en and clave != en):
            continue
        mostradas = pagina.object_list if pagina else filas[:POR_GRUPO]
        grupos.append(
            Grupo(
                clave,
                titulo,
                len(filas),
                [_linea(fila, consulta) for fila in mostradas],
                _direccion(consulta.escrito, clave) if len(filas) > len(mostradas) and not en else "",
                reverse(lista),
                lista_texto,
            )
        )
    return grupos


def _linea(cosa: Hallable, consulta: Consulta) -> Resultado:
    return Resultado(marcar(cosa.titulo, consulta), cosa.url, marcar(cosa.lugar, consulta), trozo(cosa.texto, consulta))


def _direccion(texto: str, en: str = "") -> str:
    return f"{reverse('buscar')}?{urlencode({'q': texto, **({'en': en} if en else {})})}"
