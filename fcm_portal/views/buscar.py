"""``/buscar/``: the search of the header, over territories, published agendas, directory, guide and pages."""

from __future__ import annotations

from collections.abc import Sequence
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

from fcm_portal.busqueda import orden
from fcm_portal.busqueda.indice import AGENDAS, GUIA, PAGINAS, REDES, TERRITORIOS, agendas, indice
from fcm_portal.busqueda.orden import Hallable
from fcm_portal.busqueda.resalte import marcar, trozo
from formato import erratas
from formato.palabras import Consulta, leer
from redes.directorio import memoria as directorio
from redes.directorio.consulta import Hallazgo, maneras, preguntar, responden
from redes.directorio.consulta import buscar as buscar_en_redes
from redes.directorio.filas import Hallados, Linea
from redes.directorio.indice import Indice

CON_SINONIMOS = (GUIA, PAGINAS)  # where nothing has the very words, what says the same in others
POR_GRUPO = 5
POR_PAGINA = 20
EJEMPLOS = ("Pamplona", "hermanamiento", "GIZ", "agua", "54518")
# group: heading, name of the address of its list, what the link to that list says
GRUPOS = {
    TERRITORIOS: (_("Territorios"), "territorios", _("Buscar por departamento")),
    AGENDAS: (_("Agendas publicadas"), "agendas", _("Filtrar las agendas por tema o modalidad")),
    REDES: (_("Redes, agencias y hermanamientos"), "redes", _("Filtrar el directorio")),
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
    aparte: Hallazgo | None = None  # how it was found, when not with all the words as they were typed


@require_safe
def buscar(request: HttpRequest) -> HttpResponse:
    """Search ``q`` everywhere, or only in the group ``en``, page by page. A query with no results is mended."""
    consulta = leer(request.GET.get("q", ""))
    donde = None if consulta.vacia else Donde([*indice().cosas, *agendas()], directorio.al_dia())
    hallados = donde.buscar(consulta) if donde else {}
    propuestas: list[str] = []
    usada = consulta
    if donde and not hallados:
        vocabularios = erratas.Vocabularios(indice().vocabulario, donde.indice.vocabulario)
        propuestas = erratas.corregir(consulta, vocabularios)
        usada, hallados, propuestas = _mejor(propuestas, donde, consulta)
    alguna = bool(donde) and not hallados
    if alguna:
        hallados = orden.con_algunas(donde.cosas, preguntar(consulta.escrito))
    apartes: dict[str, Hallazgo] = {}
    en = request.GET.get("en", "")
    if donde and REDES not in hallados:
        apartes[REDES] = buscar_en_redes(donde.indice, consulta.escrito)
        hallados = donde.con_redes(hallados, apartes[REDES].niveles)
    if donde and en in GRUPOS and en not in hallados:
        apartes[en] = Hallazgo([], alguna=True)
        suyas = (cosa for cosa in donde.cosas if cosa.grupo == en)
        hallados = {**hallados, **orden.con_algunas(suyas, preguntar(consulta.escrito))}
    en = en if en in hallados else ""
    pagina = Paginator(hallados[en], POR_PAGINA).get_page(request.GET.get("pagina")) if en else None
    contexto = {
        "escrito": consulta.escrito,
        "vacia": consulta.vacia,
        "alguna": alguna and not any(uno.usada for uno in apartes.values()),
        "usada": usada.escrito if usada is not consulta else "",
        "propuestas": [(texto, _direccion(texto)) for texto in propuestas],
        "grupos": _grupos(hallados, usada, en, pagina, apartes),
        "total": sum(len(filas) for clave, filas in hallados.items() if clave not in apartes),
        "pagina": pagina,
        "en": en,
        "ejemplos": EJEMPLOS,
        "todo": _direccion(consulta.escrito),
    }
    return render(request, "fcm_portal/buscar.html", contexto)


@dataclass(frozen=True)
class Donde:
    """Where one request looks: what is in memory and the public agendas, and the index of the directory."""

    cosas: list[Hallable]
    indice: Indice

    def buscar(self, consulta: Consulta) -> dict[str, Sequence[Hallable | Linea]]:
        """Give what answers, by group; the rows of the directory are fetched only when they are shown."""
        pregunta = preguntar(consulta.escrito)
        hallados = orden.buscar(self.cosas, consulta)
        if not hallados and pregunta.raices != consulta.raices:
            hallados = orden.buscar(self.cosas, pregunta)
        suyas = [cosa for cosa in self.cosas if cosa.grupo in CON_SINONIMOS and cosa.grupo not in hallados]
        hallados |= orden.con_sinonimos(suyas, maneras(pregunta))
        return self.con_redes(hallados, responden(self.indice, pregunta))

    def con_redes(self, hallados: dict[str, Sequence], niveles: list[int]) -> dict[str, Sequence[Hallable | Linea]]:
        """Give what was found with what the directory has at some levels."""
        de_redes = Hallados(self.indice, niveles, self.indice.vivos)
        return {**hallados, REDES: de_redes} if len(de_redes) else dict(hallados)


def _mejor(propuestas: list[str], donde: Donde, consulta: Consulta) -> tuple[Consulta, dict[str, Sequence], list[str]]:
    """Give the first mended query that finds something, what it finds, and the others that also would."""
    usada, hallados, otras = consulta, {}, []
    vistas: set[tuple[str, ...]] = set()
    for texto in propuestas:
        leida = leer(texto)
        if leida.raices in vistas:  # the plural of one already tried
            continue
        vistas.add(leida.raices)
        if not hallados:
            hallados = donde.buscar(leida)
            usada = leida if hallados else consulta
        elif donde.buscar(leida):
            otras.append(leida.escrito)
    return usada, hallados, otras


def _grupos(
    hallados: dict[str, Sequence], consulta: Consulta, en: str, pagina: Page | None, apartes: dict[str, Hallazgo]
) -> list[Grupo]:
    grupos = []
    for clave, (titulo, lista, lista_texto) in GRUPOS.items():
        filas = hallados.get(clave, [])
        if not filas or (en and clave != en):
            continue
        mostradas = list(pagina.object_list if pagina else filas[:POR_GRUPO])
        grupos.append(
            Grupo(
                clave,
                titulo,
                len(filas),
                [_linea(fila, consulta) for fila in mostradas],
                _direccion(consulta.escrito, clave) if len(filas) > len(mostradas) and not en else "",
                reverse(lista),
                lista_texto,
                apartes.get(clave),
            )
        )
    return grupos


def _linea(cosa: Hallable | Linea, consulta: Consulta) -> Resultado:
    return Resultado(marcar(cosa.titulo, consulta), cosa.url, marcar(cosa.lugar, consulta), trozo(cosa.texto, consulta))


def _direccion(texto: str, en: str = "") -> str:
    return f"{reverse('buscar')}?{urlencode({'q': texto, **({'en': en} if en else {})})}"
