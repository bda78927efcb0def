"""What anybody may read about a territory: who it is, whom it knows abroad, what it has published."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from agenda.documento.valores import pais
from agenda.publicado.trayectoria import publicadas_de
from cuentas.busqueda import buscar_territorios, parecidos
from cuentas.permisos import territorios_de
from fcm_portal.pais.estados import TONOS, EstadoPublico, estados_publicos
from fcm_portal.pais.mapa import mapa
from fcm_portal.pais.ubicacion import ubicacion
from redes.registros.consultas import hermanamientos_de, membresias_de
from territorio.models import Territorio, Tipo, vecinos

POR_PAGINA = 50
HERMANAMIENTOS = 30  # of a territory on its page; the rest in the register of the country
CATEGORIAS = {
    "ESP": _("Especial"), "1": _("Primera"), "2": _("Segunda"), "3": _("Tercera"), "4": _("Cuarta"), "5": _("Quinta"),
    "6": _("Sexta"),
}  # fmt: skip


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
        "canonica": request.path,
        "departamento": departamento,
        "departamentos": departamentos,
        "pagina": pagina,
        "sugeridos": sugeridos,
    }
    if pagina is None:
        contexto |= {
            "cuadro": por_departamento(departamentos),
            "estados": list(EstadoPublico),
            "asociaciones": Territorio.objects.con_agenda().filter(tipo=Tipo.ASOCIACION),
        }
    elif departamento and not texto:
        contexto["canonica"] += f"?departamento={departamento.pk}"
        cuentas = next((fila["cuentas"] for fila in por_departamento([departamento])), [])
        contexto |= {"ubicacion": ubicacion(departamento, []), "cuentas": cuentas}
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
    integrantes = list(territorio.integrantes.select_related("departamento")) if territorio.es_asociacion else []
    conocidos = con_estado([territorio, *(integrantes or vecinos(territorio))])
    publicadas = publicadas_de(codigo)
    hermanamientos = list(hermanamientos_de(territorio)[: HERMANAMIENTOS + 1])
    contexto = {
        "territorio": conocidos[0],
        "cercanos": conocidos[1:],
        "cercanos_publicados": [u for u in conocidos[1:] if u.estado_publico == EstadoPublico.PUBLICADA],
        "ubicacion": ubicacion(territorio, integrantes),
        "categoria": CATEGORIAS.get(territorio.categoria_actual, territorio.categoria_actual),
        "limita_con": [pais(uno) for uno in sorted(territorio.limita_pais)],
        "hermanamientos": [{"fila": fila, "pais": pais(fila.pais)} for fila in hermanamientos[:HERMANAMIENTOS]],
        "hay_mas_hermanamientos": len(hermanamientos) > HERMANAMIENTOS,
        "membresias": membresias_de(territorio),
        "asociaciones": territorio.asociaciones.order_by("clave_busqueda"),
        "publicadas": publicadas,
        "vigentes": [una for una in publicadas if una.vigente],
        "es_mio": territorios_de(request.user).filter(pk=codigo).exists(),
    }
    return render(request, "fcm_portal/territorio_publico.html", contexto)


def por_departamento(departamentos: list[Territorio]) -> list[dict]:
    """Give how many dots of the map each department has in each state (pairs state–number): kept with the map."""
    dibujado = mapa().departamentos
    return [
        {
            "departamento": uno,
            "total": sum(dibujado[uno.pk]),
            "cuentas": list(zip(EstadoPublico, dibujado[uno.pk], strict=True)),
        }
        for uno in departamentos
        if uno.pk in dibujado
    ]


def con_estado(filas) -> list[Territorio]:
    """Give territories with their public state (``estado_publico``) and the tone of its tag. Two queries."""
    lista = list(filas)
    estados = estados_publicos([fila.pk for fila in lista])
    for fila in lista:
        fila.estado_publico = estados.get(fila.pk, EstadoPublico.SIN_EMPEZAR)
        fila.tono_publico = TONOS[fila.estado_publico]
    return lista
