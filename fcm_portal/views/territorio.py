"""What anybody may read about a territory: who it is, whom it knows abroad, what it has published."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agenda.documento.valores import pais
from agenda.models import Agenda
from cuentas.busqueda import buscar_territorios, parecidos
from cuentas.permisos import territorios_de
from fcm_portal.estados import TONOS, EstadoPublico, estados_publicos
from redes.models import Hermanamiento, Membresia
from territorio.models import Territorio, Tipo, vecinos

POR_PAGINA = 50


@require_safe
def territorios(request: HttpRequest) -> HttpResponse:
    """Find a territory by typing its name, or by its department."""
    texto = request.GET.get("q", "").strip()[:100]
    departamentos = list(Territorio.objects.departamentos())
    departamento = next((fila for fila in departamentos if fila.pk == request.GET.get("departamento")), None)
    pagina, sugeridos = None, []
    if texto or departamento:
        encontrados = buscar_territorios(texto) if texto else Territorio.objects.con_agenda()
        if departamento:
            encontrados = encontrados.filter(departamento=departamento)
        encontrados = encontrados.select_related("departamento")
        pagina = Paginator(encontrados, POR_PAGINA).get_page(request.GET.get("pagina"))
        pagina.object_list = con_estado(pagina.object_list)
        sugeridos = parecidos(texto) if texto and not pagina.paginator.count else []
    contexto = {
        "texto": texto,
        "departamento": departamento,
        "departamentos": departamentos,
        "pagina": pagina,
        "sugeridos": sugeridos,
        "asociaciones": Territorio.objects.con_agenda().filter(tipo=Tipo.ASOCIACION) if pagina is None else [],
    }
    return render(request, "fcm_portal/territorio_lista.html", contexto)


@require_safe
def territorio_publico(request: HttpRequest, codigo: str) -> HttpResponse:
    """Draw the public page of a territory; the address of a department leads to its municipalities."""
    territorio = (
        Territorio.objects.select_related("departamento").prefetch_related("categorias").filter(pk=codigo).first()
    )
    if territorio is None:
        raise Http404("territorio")
    if territorio.tipo == Tipo.DEPARTAMENTO:
        return redirect(f"{reverse('territorios')}?departamento={codigo}")
    integrantes = territorio.integrantes.select_related("departamento") if territorio.es_asociacion else []
    cercanos = list(integrantes or vecinos(territorio))
    conocidos = con_estado([territorio, *cercanos])
    return render(
        request,
        "fcm_portal/territorio_publico.html",
        {
            "territorio": conocidos[0],
            "cercanos": conocidos[1:],
            "hermanamientos": [
                {"fila": fila, "pais": pais(fila.pais)} for fila in Hermanamiento.objects.filter(territorio=territorio)
            ],
            "membresias": Membresia.objects.filter(territorio=territorio).select_related("entrada"),
            "asociaciones": territorio.asociaciones.order_by("clave_busqueda"),
            "agendas": publicadas_de(territorio),
            "es_mio": territorios_de(request.user).filter(pk=codigo).exists(),
        },
    )


def publicadas_de(territorio: Territorio) -> QuerySet[Agenda]:
    """Give its agendas in force for the public, the newest period first, without their whole documents."""
    return (
        Agenda.objects.publicadas()
        .filter(territorio=territorio)
        .select_related("periodo", "publicada")
        .defer("publicada__contenido")
        .order_by("-periodo__desde")
    )


def con_estado(filas) -> list[Territorio]:
    """Give territories with their public state (``estado_publico``) and the tone of its tag. Two queries."""
    lista = list(filas)
    estados = estados_publicos([fila.pk for fila in lista])
    for fila in lista:
        fila.estado_publico = estados.get(fila.pk, EstadoPublico.SIN_EMPEZAR)
        fila.tono_publico = TONOS[fila.estado_publico]
    return lista
