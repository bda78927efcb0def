"""Pages of an action: a new one, and the one that exists with its essential fields first."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agenda.arbol import arbol, hojas
from agenda.faltantes import faltas_de_accion
from agenda.filas import crear, fila_de
from agenda.forms.accion import FormularioAccion, FormularioAccionNueva
from agenda.models import Accion, Agenda, Aliado, Comentario, Hito, Indicador, Partida, Tramite
from agenda.preparadas import Preparada
from agenda.views.plan import clave_del_padre, direccion
from agenda.views.puerta import contexto, formulario, pagina, retomar
from guardado.nuevas import clave_nueva
from guardado.vistas import atender

PESTANAS = {
    "hitos": gettext_lazy("Hitos"),
    "tramites": gettext_lazy("Trámites"),
    "aliados": gettext_lazy("Aliados"),
    "presupuesto": gettext_lazy("Presupuesto"),
    "indicadores": gettext_lazy("Indicadores"),
}

COLGADAS = {"hitos": Hito, "tramites": Tramite, "aliados": Aliado, "presupuesto": Partida, "indicadores": Indicador}


def _cuantas(modelo) -> Coalesce:
    vigentes = modelo.objects.filter(accion=OuterRef("pk")).vigentes().order_by()
    return Coalesce(Subquery(vigentes.values("accion").annotate(n=Count("pk")).values("n")), 0)


@Preparada
def _cuentas(accion: int) -> QuerySet:
    """Count what hangs from an action, in the order of ``COLGADAS``."""
    return Accion.objects.filter(pk=accion).order_by().values_list(*map(_cuantas, COLGADAS.values()))


@Preparada
def _comentarios(agenda: int, ancla: str) -> QuerySet:
    return Comentario.objects.filter(agenda=agenda, ancla=ancla).entregados()


def pestanas(agenda: Agenda, accion, actual: str) -> list[tuple]:
    """Give the pages of an action: (text, address, whether it is this one)."""
    cuentas = dict(zip(COLGADAS, next(iter(_cuentas(accion.pk))), strict=True))
    return [
        (_("La acción"), direccion(agenda, "accion", accion.clave), actual == "accion"),
        *(
            (f"{titulo} ({cuentas[slug]})", direccion(agenda, "agenda_filas", accion.clave, slug), actual == slug)
            for slug, titulo in PESTANAS.items()
        ),
    ]


@pagina()
def accion_nueva(request: HttpRequest, agenda: Agenda) -> HttpResponse:
    """Write a new action under an objetivo; «guardar y crear otra» comes back here."""
    padre = fila_de(agenda, "objetivo", clave_del_padre(request, "objetivo"))
    forma = retomar(request, FormularioAccionNueva(request.POST or None))
    if request.method == "POST" and forma.is_valid():
        fila, _creada = crear(agenda, "accion", forma, padre)
        if "otra" in request.POST:
            messages.success(request, _("Se guardó «%(accion)s». Escriba la siguiente.") % {"accion": fila.nombre})
            return redirect(f"{request.path}?objetivo={padre.clave}")
        messages.success(request, _("Guardado. Complete lo que pueda: nada de lo que falta le impide seguir."))
        return redirect("accion", agenda.territorio_id, agenda.periodo_id, fila.clave)
    propio = {
        "forma": forma,
        "tipo": "accion",
        "cancelar": direccion(agenda, "agenda"),
        "padre": padre,
        "aqui": _("Agregar"),
    }
    return render(request, "agenda/editor/nuevo.html", contexto(request, agenda, **propio))


@pagina()
def accion(request: HttpRequest, agenda: Agenda, clave) -> HttpResponse:
    """Edit an action: one screen, the essential fields first."""
    fila = fila_de(agenda, "accion", clave)
    forma = formulario(FormularioAccion, agenda, request, fila)
    troncos = arbol(agenda, con_sumas=False)
    hileras = hojas(troncos)
    orden = [hoja.accion for hoja in hileras]
    lugar = next((n for n, otra in enumerate(orden) if otra.pk == fila.pk), None)
    numero = hileras[lugar].numero if lugar is not None else ""
    propio = {
        "fila": fila,
        "aqui": fila.nombre,
        "origen": fila.sugerida_por.replace(":", " "),
        "numero": numero,
        "forma": forma,
        "pestanas": pestanas(agenda, fila, "accion"),
        "faltas": faltas_de_accion(agenda, fila),
        "destinos": [
            (tronco, rama) for tronco in troncos for rama in tronco.objetivos if rama.objetivo.pk != fila.objetivo_id
        ],
        "comentarios": _comentarios(agenda.pk, f"accion:{fila.clave}"),
        "clave_copia": clave_nueva(),
        "anterior": orden[lugar - 1] if lugar else None,
        "siguiente": orden[lugar + 1] if lugar is not None and lugar + 1 < len(orden) else None,
    }
    return atender(
        request, [forma], destino=request.path, plantilla="agenda/editor/accion.html",
        contexto=contexto(request, agenda, **propio),
    )  # fmt: skip
