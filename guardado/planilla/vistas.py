"""The body of the two pages of a workbook: download, upload and list; preview and acceptance. Views above call it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from itertools import groupby

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from django.utils.translation import gettext as _

from guardado.models import EstadoRecepcion, Recepcion
from guardado.planilla.aplicacion import DE_LA_PLANILLA, DEL_PORTAL, Eleccion, Informe, aplicar, cerrar
from guardado.planilla.asuntos import Asunto, Suerte
from guardado.planilla.descripcion import Planilla
from guardado.planilla.diferencia import tramos
from guardado.planilla.frases import cuentas, hechos
from guardado.planilla.recepcion import proponer, recibir
from informes.hojas.entrantes import PlanillaIlegible

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
POR_PAGINA = 100
RECIBIDAS_POR_PAGINA = 20
FALLOS_MOSTRADOS = 12
TONOS = {
    EstadoRecepcion.POR_REVISAR: "alerta",
    EstadoRecepcion.EN_PARTE: "alerta",
    EstadoRecepcion.APLICADA: "exito",
    EstadoRecepcion.DESCARTADA: "neutra",
}
ORDEN = {Suerte.CHOQUE: 0, Suerte.RECHAZADA: 1}  # what somebody has to do comes before what is only accepted
PALABRAS = {
    Suerte.CAMBIA: lambda: (_("Cambia"), ""),
    Suerte.NUEVA: lambda: (_("Nueva"), "exito"),
    Suerte.RETIRADA: lambda: (_("Se retira"), "peligro"),
    Suerte.DEVUELTA: lambda: (_("Vuelve"), "alerta"),
    Suerte.CHOQUE: lambda: (_("Choque"), "alerta"),
    Suerte.RECHAZADA: lambda: (_("Rechazada"), "peligro"),
}


def descargar(planilla: Planilla) -> HttpResponse:
    """Give the workbook with what is stored now, as a file."""
    from guardado.planilla.escritura import libro  # openpyxl: only whoever downloads a workbook loads it

    respuesta = HttpResponse(libro(planilla, marca=uuid.uuid4(), hecho=now()), content_type=XLSX)
    respuesta["Content-Disposition"] = f'attachment; filename="{planilla.archivo}.xlsx"'
    respuesta["Cache-Control"] = "private, no-store"
    return respuesta


def subir(request: HttpRequest, planilla: Planilla) -> Recepcion | str:
    """Receive the upload of a POST; when it cannot be read, give the sentence that goes beside the field."""
    subido = request.FILES.get("planilla")
    if subido is None:
        return _("Escoja el archivo antes de subirlo.")
    try:
        return recibir(subido, planilla, request.user)
    except PlanillaIlegible as error:
        return str(error)


def lista(request: HttpRequest, planilla: Planilla) -> dict:
    """Give what the first page draws: the workbooks received, the newest first. Two queries."""
    recibidas = Recepcion.objects.de(planilla).select_related("usuario").defer("contenido", "aceptado")
    pagina = Paginator(recibidas, RECIBIDAS_POR_PAGINA).get_page(request.GET.get("pagina"))
    for recepcion in pagina.object_list:
        recepcion.tono = TONOS[EstadoRecepcion(recepcion.estado)]
    return {"pagina": pagina, "planilla": planilla}


def revision(request: HttpRequest, planilla: Planilla, recepcion: Recepcion) -> dict:
    """Give what the preview draws. A closed reception shows what was accepted of it."""
    propio = {"recepcion": recepcion, "tono": TONOS[EstadoRecepcion(recepcion.estado)], "planilla": planilla}
    if not recepcion.abierta:
        return propio | _lo_aceptado(request, recepcion)
    propuesta = proponer(planilla, recepcion)
    asuntos = sorted(propuesta.asuntos, key=lambda asunto: ORDEN.get(asunto.suerte, 2))  # stable: sheets in order
    pagina = Paginator(asuntos, POR_PAGINA).get_page(request.GET.get("pagina"))
    en_pagina = list(pagina.object_list)
    _vestir(planilla, en_pagina, request.GET.get("marcar", ""))
    elegibles = [asunto for asunto in en_pagina if asunto.elegible]
    return propio | {
        "pagina": pagina,
        "cuentas": cuentas(propuesta.cuentas),
        "avisos": propuesta.avisos,
        "choques": [asunto for asunto in en_pagina if asunto.suerte == Suerte.CHOQUE],
        "hojas": [(hoja, list(suyos)) for hoja, suyos in groupby(elegibles, key=lambda asunto: asunto.hoja)],
        "rechazadas": [asunto for asunto in en_pagina if asunto.suerte == Suerte.RECHAZADA],
        "marcables": sum(asunto.marcada for asunto in propuesta.asuntos),
        "aceptados": len(recepcion.aceptado.get("asuntos", {})),
        "nada": not propuesta.asuntos,
        "del_portal": DEL_PORTAL,
        "de_la_planilla": DE_LA_PLANILLA,
    }


def _vestir(planilla: Planilla, asuntos: list[Asunto], marcar: str) -> None:
    """Hang on each matter what its template draws: word, whether it is marked, changed words, who wrote the other."""
    for asunto in asuntos:
        asunto.palabra, asunto.tono = PALABRAS[asunto.suerte]()
        asunto.elegida = asunto.elegible if marcar == "todo" else asunto.marcada and marcar != "nada"
        asunto.trozos_antes, asunto.trozos_ahora = tramos(asunto.antes, asunto.ahora)
    choques = [asunto for asunto in asuntos if asunto.suerte == Suerte.CHOQUE]
    for nombre in {asunto.tabla for asunto in choques}:
        suyos = [asunto for asunto in choques if asunto.tabla == nombre]
        autorias = planilla.tabla(nombre).autorias([(asunto.clave, asunto.campo) for asunto in suyos])
        for asunto in suyos:
            asunto.autoria = autorias.get((asunto.clave, asunto.campo))


def _lo_aceptado(request: HttpRequest, recepcion: Recepcion) -> dict:
    """Give what was accepted of a closed reception, as it was written down then."""
    apuntes = list(recepcion.aceptado.get("asuntos", {}).values())
    pagina = Paginator(apuntes, POR_PAGINA).get_page(request.GET.get("pagina"))
    personas = get_user_model().objects.in_bulk({apunte["por"] for apunte in pagina.object_list})
    for apunte in pagina.object_list:
        apunte["palabra"], apunte["tono"] = PALABRAS[Suerte(apunte["suerte"])]()
        apunte["quien"] = personas.get(apunte["por"])
    return {"pagina": pagina, "apuntes": pagina.object_list, "avisos": recepcion.contenido["avisos"]}


def decidir(request: HttpRequest, hacer: Callable[[], Planilla], recepcion: Recepcion) -> None:
    """Do what the preview posted, and say it. The caller holds the row of the thing itself, in a transaction."""
    if not recepcion.abierta:
        messages.info(request, _("Esta planilla ya estaba cerrada: no se cambió nada."))
        return
    orden = request.POST.get("hacer", "")
    if orden == "cerrar":
        cerrar(recepcion, request.user)
        messages.success(request, _("La planilla quedó cerrada. Lo demás sigue como estaba."))
        return
    informe = aplicar(hacer, recepcion, _eleccion(request, todo=orden == "todo"), request.user)
    if informe.cerrada:
        messages.info(request, _("Esta planilla ya estaba cerrada: no se cambió nada."))
        return
    hecho = hechos(informe.hechos)
    if hecho:
        messages.success(request, _("Hecho: %s.") % hecho)
    elif not informe.fallos:
        messages.info(request, _sin_cambios(informe))
    for donde, frase in informe.fallos[:FALLOS_MOSTRADOS]:
        messages.warning(request, f"{donde}: {frase}")
    if len(informe.fallos) > FALLOS_MOSTRADOS:
        messages.warning(request, _("Y %s más, que siguen en la lista.") % (len(informe.fallos) - FALLOS_MOSTRADOS))


def _sin_cambios(informe: Informe) -> str:
    """Say why an acceptance wrote nothing."""
    if informe.dejados:
        return _("Se dejó el texto del portal.")
    if informe.ya_estaban:
        return _("Eso ya estaba aceptado: no se cambió nada otra vez.")
    return _("No había nada marcado: no se cambió nada.")


def _eleccion(request: HttpRequest, *, todo: bool) -> Eleccion:
    """Read boxes and sides from a POST."""
    choques, vistos = {}, {}
    for nombre, valor in request.POST.items():
        if nombre.startswith("choque:"):
            choques[nombre.removeprefix("choque:")] = valor
        elif nombre.startswith("visto:"):
            vistos[nombre.removeprefix("visto:")] = valor[:16]
    return Eleccion(None if todo else set(request.POST.getlist("asunto")), choques, vistos)
