"""The way every page of the diagnostic is drawn and saved: locked against a closing, with its progress beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.text import slugify
from django.utils.translation import gettext as _

from diagnostico.models import Diagnostico
from diagnostico.permisos import razon_de_solo_lectura, sigue_abierto
from diagnostico.secciones import alrededor, contestadas, secciones
from guardado.formularios import FormularioGuardado
from guardado.sesion_vencida import apartar
from guardado.vistas import atender
from territorio.models import Territorio


def atender_seccion(
    request: HttpRequest,
    territorio: Territorio,
    diagnostico: Diagnostico,
    slug: str,
    plantilla: str,
    formularios: Iterable[FormularioGuardado],
    contexto: dict,
    tras_guardar: Callable[[list[FormularioGuardado]], None] | None = None,
) -> HttpResponse:
    """Draw or save one section of a diagnostic; «Guardar y seguir» leads to the next one."""
    if request.method == "POST":
        with transaction.atomic():
            if not sigue_abierto(diagnostico):
                return _cerrado(request, territorio, diagnostico)
            return _atender(request, territorio, diagnostico, slug, plantilla, formularios, contexto, tras_guardar)
    return _atender(request, territorio, diagnostico, slug, plantilla, formularios, contexto, tras_guardar)


def _atender(request, territorio, diagnostico, slug, plantilla, formularios, contexto, tras_guardar):
    lista = secciones(diagnostico)
    anterior, siguiente = alrededor(lista, slug)
    hechas, total = contestadas(lista)
    fondo = {
        "territorio": territorio,
        "diagnostico": diagnostico,
        "periodo": diagnostico.periodo,
        "razon_lectura": razon_de_solo_lectura(territorio, diagnostico),
        "anterior": anterior,
        "siguiente": siguiente,
        "hechas": hechas,
        "total": total,
    }

    def despues(guardados: list[FormularioGuardado]) -> str:
        if tras_guardar:
            tras_guardar(guardados)
        hechas, total = contestadas(secciones(diagnostico))
        return render_to_string(
            "diagnostico/_progreso.html",
            {"diagnostico": diagnostico, "hechas": hechas, "total": total, "suelto": True},
        )

    destino = siguiente.url if siguiente and "seguir" in request.POST else request.path
    if "confirmar" in request.POST:
        destino = f"{request.path}#{slugify(request.POST['confirmar'])}"
    return atender(
        request, formularios, destino=destino, plantilla=plantilla, contexto=fondo | contexto, tras_guardar=despues
    )


def _cerrado(request, territorio: Territorio, diagnostico: Diagnostico) -> HttpResponse:
    """Refuse a save that came after the closing; its text stays in the browser, or waits in the session."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=409)
    messages.warning(request, _("Este diagnóstico ya está cerrado. Sus respuestas no cambian."))
    if apartar(request):
        messages.info(request, _("Lo que escribió no se perdió: lo encontrará al volver a esa página."))
    return redirect("diagnostico_resultado", territorio.pk, diagnostico.numero)
