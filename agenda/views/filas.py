"""Pages of what hangs from an action: milestones, paperwork, partners, budget, indicators. Twelve rows a page."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from agenda.filas import fila_de, filas_de
from agenda.forms.presupuesto import convertir
from agenda.models import Accion, Agenda
from agenda.views.accion import pestanas
from agenda.views.colecciones import Coleccion, coleccion_de
from agenda.views.plan import direccion
from agenda.views.puerta import contexto, formulario, pagina, retomar
from guardado.archivos import recibir
from guardado.vistas import atender, cargar_desencuentros
from territorio.models import Territorio

POR_PAGINA = 12


@pagina()
def filas(request: HttpRequest, agenda: Agenda, clave, coleccion: str) -> HttpResponse:
    """Edit the rows of a kind in an action, each with its own small form; below, the form of a new one."""
    accion = fila_de(agenda, "accion", clave)
    clase = coleccion_de(coleccion)
    if request.method == "POST" and "clave" in request.POST:
        return _agregar(request, agenda, accion, coleccion, clase)
    nueva = retomar(request, clase.nueva(agenda, accion, None))
    formas, propio = _pagina(request, agenda, accion, coleccion, clase, nueva)
    return atender(
        request, formas, destino=request.get_full_path(), plantilla=clase.plantilla,
        contexto=contexto(request, agenda, **propio), tras_guardar=_convertir if clase.tipo == "partida" else None,
    )  # fmt: skip


def _agregar(request, agenda: Agenda, accion: Accion, coleccion: str, clase: Coleccion) -> HttpResponse:
    """Make a new row of an action, once; a refused one is drawn again with what was typed."""
    forma = clase.nueva(agenda, accion, request.POST)
    if not forma.is_valid():
        formas, propio = _pagina(request, agenda, accion, coleccion, clase, forma)
        cargar_desencuentros(formas)
        return render(request, clase.plantilla, contexto(request, agenda, **propio, formularios=formas))
    fila, _creada = clase.crea(agenda, accion, clase.tipo, forma)
    if clase.tipo == "indicador":
        messages.success(request, _("Indicador agregado. Escriba la línea base y las metas."))
        return redirect("agenda_indicador", agenda.territorio_id, agenda.periodo_id, fila.clave)
    messages.success(request, _("Agregado."))
    ultima = (filas_de(agenda, clase.tipo).filter(accion=accion).vigentes().count() - 1) // POR_PAGINA + 1
    cola = f"?pagina={ultima}" if ultima > 1 else ""
    return redirect(f"{request.path}{cola}#fila-{fila.clave}")


def _pagina(request, agenda: Agenda, accion: Accion, coleccion: str, clase: Coleccion, nueva) -> tuple[list, dict]:
    """Give the forms of one page of rows and what the page draws."""
    vivas = filas_de(agenda, clase.tipo).filter(accion=accion).vigentes()
    if clase.tipo == "aliado":
        vivas = vivas.select_related("contraparte__entrada")
    if clase.tipo == "indicador":
        vivas = vivas.prefetch_related("metas")
    hoja = Paginator(vivas, POR_PAGINA).get_page(request.GET.get("pagina"))
    lista = list(hoja.object_list)
    formas = (
        [formulario(clase.edita, agenda, request, fila, prefix=str(fila.clave)) for fila in lista]
        if clase.edita
        else []
    )
    tarjetas = [
        {
            "fila": fila,
            "forma": forma,
            "lugar": hoja.start_index() + n,
            "ultima": hoja.start_index() + n == hoja.paginator.count,
        }
        for n, (fila, forma) in enumerate(zip(lista, formas or [None] * len(lista), strict=True))
    ]
    return formas, {
        "fila": accion,
        "aqui": clase.titulo,
        "miga": {"texto": accion.nombre, "url": direccion(agenda, "accion", accion.clave)},
        "coleccion": coleccion,
        "clase": clase,
        "pestanas": pestanas(agenda, accion, coleccion),
        "pagina": hoja,
        "tarjetas": tarjetas,
        "nueva": nueva,
        "totales": _totales(vivas) if clase.tipo == "partida" else None,
        "invitados": _invitados(accion) if clase.tipo == "aliado" else [],
        "hallados": _hallados(request, agenda, accion) if clase.tipo == "aliado" else None,
        "buscado": request.GET.get("municipio", ""),
    }


def _convertir(formas) -> None:
    """Keep the pesos of the rows in another currency equal to amount × rate."""
    for forma in formas:
        convertir(forma.instance)


def _totales(partidas) -> dict[str, int]:
    """Give the totals of an action: cash certain and to be raised apart, in kind apart."""
    suma = {"efectivo": 0, "asegurado": 0, "por_conseguir": 0, "especie": 0, "ejecutado": 0}
    for fila in partidas:
        suma["ejecutado"] += fila.ejecutado
        if fila.en_especie:
            suma["especie"] += fila.valor
            continue
        suma["efectivo"] += fila.valor
        suma["asegurado" if fila.certeza == "comprometido" else "por_conseguir"] += fila.valor
    return suma


def _invitados(accion: Accion):
    return accion.participaciones.select_related("territorio__departamento").order_by("territorio__clave_busqueda")


def _hallados(request: HttpRequest, agenda: Agenda, accion: Accion):
    """Give the territories that match what was typed, to invite one."""
    texto = request.GET.get("municipio", "").strip()
    if len(texto) < 3:
        return None
    ya = accion.participaciones.values("territorio")
    hallados = Territorio.objects.con_agenda().buscar(texto).exclude(pk=agenda.territorio_id).exclude(pk__in=ya)
    return hallados.select_related("departamento")[:20]


@pagina(metodos=("POST",))
def documento_de_tramite(request: HttpRequest, agenda: Agenda, clave) -> HttpResponse:
    """Keep the file of a piece of paperwork."""
    tramite = fila_de(agenda, "tramite", clave)
    destino = direccion(agenda, "agenda_filas", tramite.accion.clave, "tramites") + f"#fila-{tramite.clave}"
    subido = request.FILES.get("documento")
    if subido is None:
        messages.error(request, _("Escoja un archivo antes de subirlo."))
        return redirect(destino)
    try:
        tramite.archivo = recibir(subido, agenda.territorio, request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(destino)
    tramite.save(update_fields=["archivo"])
    messages.success(request, _("Archivo guardado."))
    return redirect(destino)
