"""The page of an indicator: what it measures, from where it starts, and one target per year."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from agenda.filas import fila_de
from agenda.forms.indicador import FormularioIndicador, FormularioMeta
from agenda.models import Agenda, Indicador, MetaAnual
from agenda.views.accion import pestanas
from agenda.views.plan import direccion
from agenda.views.puerta import contexto, formulario, pagina
from guardado.vistas import atender

MAXIMO_ANIOS = 12


def anios_de(agenda: Agenda, indicador: Indicador, existentes: set[int], pedido: str = "") -> list[int]:
    """Give the years that have a box: of the term, with a target, up to the end of the action, and one asked for."""
    anios = set(agenda.periodo.anios) | existentes
    fin = indicador.accion.fin
    ultimo = max(anios)
    if fin and ultimo < fin.year <= ultimo + 8:
        anios |= set(range(ultimo + 1, fin.year + 1))
    if len(pedido) == 4 and pedido.isdecimal() and 2000 <= int(pedido) <= 2100:
        anios.add(int(pedido))
    return sorted(anios)[: max(MAXIMO_ANIOS, len(existentes))]


@pagina()
def indicador(request: HttpRequest, agenda: Agenda, clave) -> HttpResponse:
    """Edit an indicator and its yearly targets."""
    fila = fila_de(agenda, "indicador", clave)
    forma = formulario(FormularioIndicador, agenda, request, fila)
    metas = {meta.anio: meta for meta in fila.metas.all()}
    pedido = request.GET.get("anio", "")
    if request.method == "POST":  # every year that was posted has its form, also one that was only asked for
        posteados = {int(n[11:15]) for n in request.POST if n.startswith("visto-meta-") and n[11:15].isdecimal()}
        anios = sorted({anio for anio in posteados if 2000 <= anio <= 2100} | set(metas))[:40]
    else:
        anios = anios_de(agenda, fila, set(metas), pedido)
    formas = [
        FormularioMeta(
            instance=metas.get(anio) or MetaAnual(indicador=fila, anio=anio),
            usuario=request.user, direccion=request.path, solo_lectura=bool(agenda.razon),
        )
        for anio in anios
    ]  # fmt: skip
    propio = {
        "fila": fila,
        "aqui": fila.nombre,
        "miga": {"texto": fila.accion.nombre, "url": direccion(agenda, "accion", fila.accion.clave)},
        "forma": forma,
        "metas": formas,
        "siguiente_anio": anios[-1] + 1 if anios else agenda.periodo.desde.year,
        "pestanas": pestanas(agenda, fila.accion, "indicadores"),
    }
    return atender(
        request, [forma, *formas], destino=request.path, plantilla="agenda/editor/indicador.html",
        contexto=contexto(request, agenda, **propio),
    )  # fmt: skip
