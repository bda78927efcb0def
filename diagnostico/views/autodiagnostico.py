"""The express self-check: everything is in the address, nothing is stored, nobody is asked who they are."""

from __future__ import annotations

from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cuentas.busqueda import buscar_territorios, parecidos
from diagnostico.autodiagnostico import expres
from diagnostico.autodiagnostico.lectura import Lectura, leer
from diagnostico.autodiagnostico.resultado import contexto_resultado
from diagnostico.forms.autodiagnostico import FormularioTramo
from territorio.models import Territorio

CUANTOS_TERRITORIOS = 12


def con_lectura(vista):
    """Give a view what its address says; a code that nobody made gets a page that says how to go on."""

    @wraps(vista)
    def envuelta(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            lectura = leer(request.POST if request.method == "POST" else request.GET)
        except expres.CodigoRoto:
            return sin_indice(render(request, "diagnostico/autodiagnostico_roto.html", status=404))
        if lectura is None and request.resolver_match.url_name != "autodiagnostico":
            return redirect("autodiagnostico")
        return vista(request, lectura, *args, **kwargs)

    return envuelta


def sin_indice(respuesta: HttpResponse) -> HttpResponse:
    """Keep a page out of search engines: it holds somebody's answers."""
    respuesta["X-Robots-Tag"] = "noindex"
    return respuesta


@require_safe
@con_lectura
def comenzar(request: HttpRequest, lectura: Lectura | None) -> HttpResponse:
    """Explain what it is and begin; with answers in the address, offer to go on."""
    if lectura is None:
        return render(request, "diagnostico/autodiagnostico_comenzar.html")
    tramos = expres.tramos(lectura.contenido)
    contexto = {
        "lectura": lectura,
        "preguntas": len(expres.preguntas(lectura.contenido)),
        "minutos": expres.minutos(lectura.contenido),
        "pasos": [{"verbo": tramo.paso.verbo, "texto": tramo.paso.nombre} for tramo in tramos],
        "empezar": lectura.url_siguiente(),
    }
    return render(request, "diagnostico/autodiagnostico_comenzar.html", contexto)


@require_safe
@con_lectura
def paso(request: HttpRequest, lectura: Lectura, slug: str) -> HttpResponse:
    """Ask the questions of a step; what was answered moves into the address of the next."""
    tramos = expres.tramos(lectura.contenido)
    lugar = next((i for i, tramo in enumerate(tramos) if tramo.paso.slug == slug), None)
    if lugar is None:
        raise Http404("paso")
    tramo, desde = tramos[lugar], sum(len(tramo.preguntas) for tramo in tramos[:lugar])
    enviado = {"seguir", "volver"} & set(request.GET)
    formulario = FormularioTramo(
        request.GET if enviado else None, preguntas=tramo.preguntas, desde=desde, initial=lectura.respuestas
    )
    anterior = tramos[lugar - 1].paso.slug if lugar else ""
    if enviado:
        lectura.respuestas |= formulario.dadas()
        if "volver" in enviado and anterior:
            return redirect(lectura.url("autodiagnostico_paso", anterior))
        if formulario.is_valid():
            siguiente = tramos[lugar + 1].paso.slug if lugar + 1 < len(tramos) else ""
            return redirect(lectura.url("autodiagnostico_paso", siguiente) if siguiente else lectura.url_siguiente())
    contexto = {
        "lectura": lectura,
        "paso": tramo.paso,
        "lugar": lugar + 1,
        "de": len(tramos),
        "formulario": formulario,
        "anterior": anterior,
        "hechas": len(lectura.respuestas),
        "total": len(expres.preguntas(lectura.contenido)),
        "ultimo": lugar + 1 == len(tramos),
    }
    return sin_indice(render(request, "diagnostico/autodiagnostico_paso.html", contexto))


@require_safe
@con_lectura
def resultado(request: HttpRequest, lectura: Lectura) -> HttpResponse:
    """Show the result of the answers in the address; with some missing, go and ask them."""
    if not lectura.completa:
        return redirect(lectura.url_siguiente())
    contexto = contexto_resultado(lectura) | {
        "cambiar": lectura.url("autodiagnostico_paso", expres.tramos(lectura.contenido)[0].paso.slug),
        "municipio": lectura.url("autodiagnostico_municipio"),
    }
    return sin_indice(render(request, "diagnostico/autodiagnostico_resultado.html", contexto))


@require_safe
@con_lectura
def municipio(request: HttpRequest, lectura: Lectura) -> HttpResponse:
    """Say of which town it is: a search whose answers lead back to the result."""
    texto = request.GET.get("q", "").strip()[:100]
    hallados = list(buscar_territorios(texto)[: CUANTOS_TERRITORIOS + 1]) if texto else []
    de_aqui = hallados or (parecidos(texto) if texto else [])
    contexto = {
        "lectura": lectura,
        "q": texto,
        "hay": bool(hallados),
        "hay_mas": len(hallados) > CUANTOS_TERRITORIOS,
        "territorios": [(fila, _con_territorio(lectura, fila)) for fila in de_aqui[:CUANTOS_TERRITORIOS]],
        "volver": Lectura(lectura.contenido, lectura.respuestas, None).url_siguiente(),
    }
    return sin_indice(render(request, "diagnostico/autodiagnostico_municipio.html", contexto))


def _con_territorio(lectura: Lectura, territorio: Territorio) -> str:
    """Give where one goes on when the town is this one."""
    return Lectura(lectura.contenido, lectura.respuestas, territorio).url_siguiente()
