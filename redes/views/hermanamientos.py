"""The public register of twinnings: the list with its filters, map and counts, and a page for each."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from formato.paises import pais
from guia.catalogo import catalogo
from redes.models import Hermanamiento
from redes.registros import publico
from redes.registros.mapa import mapa
from redes.registros.publico import SIN_TEMAS, Filtro

POR_PAGINA = 25


@require_safe
def hermanamientos(request: HttpRequest) -> HttpResponse:
    """Draw who in Colombia is twinned with whom and on what themes, for the filter in the address."""
    filtro = Filtro.leer(request.GET).perdonado()
    lugares = publico.por_pais(filtro)
    pagina = Paginator(publico.ordenados(filtro, lugares), POR_PAGINA).get_page(request.GET.get("pagina"))
    temas = publico.por_tema(filtro)
    nombrar(pagina.object_list)
    elegido = pais(filtro.pais.upper()) if filtro.pais else ""
    contexto = {
        "filtro": filtro,
        "pagina": pagina,
        "cuantos": publico.cuantos(filtro),
        "lugares": lugares,
        "elegido": elegido,
        "temas": con_nombre(temas),
        "sin_temas": temas[SIN_TEMAS],
        "selectores": selectores(filtro, lugares, temas),
        "mapa": mapa(lugares, _("Mapa del mundo: los países con los que hay hermanamientos, cada uno en su lugar")),
        "canonica": f"{request.path}?pais={filtro.pais.upper()}" if elegido and lugares else request.path,
    }
    return render(request, "redes/hermanamiento_lista.html", contexto)


@require_safe
def hermanamiento(request: HttpRequest, slug: str) -> HttpResponse:
    """Draw one public twinning."""
    filas = Hermanamiento.objects.publicos().select_related("territorio__departamento")
    fila = get_object_or_404(filas, pk=slug)
    nombrar([fila])
    edita = fila.declarado_en is None and request.user.is_authenticated and request.user.es_fcm
    return render(request, "redes/hermanamiento_ver.html", {"fila": fila, "edita": edita})


def nombrar(filas) -> None:
    """Put on each twinning the names of its country (``nombre_pais``) and themes (``nombres_temas``)."""
    guia = catalogo()
    for fila in filas:
        fila.nombre_pais = pais(fila.pais)
        fila.nombres_temas = guia.nombres("temas", fila.temas)


def con_nombre(cuentas: dict[str, int]) -> list[tuple[str, str, int]]:
    """Give the themes with twinnings (slug, name, how many), most first."""
    guia = catalogo()
    dados = [(slug, str(guia.nombre("temas", slug)), n) for slug, n in cuentas.items() if slug != SIN_TEMAS]
    return sorted(dados, key=lambda fila: (-fila[2], fila[1]))


def selectores(filtro: Filtro, lugares: list, temas: dict[str, int]) -> list[dict]:
    """Give the lists of the filter: name, label, options (value, words with their count, chosen)."""
    verificados = publico.por_verificacion(filtro)
    por_nombre = sorted(lugares, key=lambda fila: fila[1])
    de_tema = [(slug, nombre, n) for slug, nombre, n in con_nombre(temas)]
    de_tema.append((SIN_TEMAS, _("sin temas anotados"), temas[SIN_TEMAS]))
    listas = (
        ("pais", _("País"), [(c, nombre, n) for c, nombre, n in por_nombre], filtro.pais.upper(), _("Todos")),
        ("departamento", _("Departamento"), publico.por_departamento(filtro), filtro.departamento, _("Todos")),
        ("tema", _("Tema"), de_tema, filtro.tema, _("Todos")),
        ("tipo", _("Tipo de acuerdo"), [(t, t, n) for t, n in publico.por_tipo(filtro)], filtro.tipo, _("Todos")),
        (
            "verificado", _("Verificación"),
            [("si", _("verificados"), verificados["si"]), ("no", _("sin verificar"), verificados["no"])],
            filtro.verificado, _("Todos"),
        ),
    )  # fmt: skip
    return [
        {"nombre": nombre, "etiqueta": etiqueta, "opciones": _opciones(opciones, elegido, todos)}
        for nombre, etiqueta, opciones, elegido, todos in listas
    ]


def _opciones(opciones: list, elegido: str, todos: str) -> list[tuple[str, str, bool]]:
    """Give the options of a list; a chosen value that nobody has stays, so that it can be taken away."""
    dadas = [(str(valor), f"{nombre} ({n})", str(valor) == elegido) for valor, nombre, n in opciones]
    if elegido and not any(marcada for _v, _t, marcada in dadas):
        dadas.append((elegido, f"{elegido} (0)", True))
    return [("", todos, not elegido), *dadas]
