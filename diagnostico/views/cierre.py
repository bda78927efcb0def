"""Check answers, close, and what the result means."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from cuentas.models import Rol
from cuentas.permisos import territorio_para
from diagnostico.cierre import NoSePuedeCerrar, cerrar, impedimento
from diagnostico.comparacion import comparar
from diagnostico.cuestionario import contenido_de
from diagnostico.models import Diagnostico
from diagnostico.permisos import en_curso
from diagnostico.resultado import componer
from diagnostico.resultado import resultado as resultado_de
from diagnostico.siguientes import siguientes
from informes.dibujo import dibujo_de
from informes.graficas import escalera, radar


@login_required
def revisar(request: HttpRequest, codigo: str) -> HttpResponse:
    """Show every answer with a link to change it; a POST closes the diagnostic."""
    territorio = territorio_para(request.user, codigo, Rol.EDICION if request.method == "POST" else Rol.LECTURA)
    diagnostico = en_curso(territorio)
    if diagnostico is None:
        return redirect("diagnostico", codigo)
    if not diagnostico.abierto:
        return redirect("diagnostico_resultado", codigo, diagnostico.numero)
    if request.method == "POST":
        try:
            diagnostico = cerrar(diagnostico, request.user)
        except NoSePuedeCerrar as razon:
            messages.error(request, str(razon))
            return redirect("diagnostico_revisar", codigo)
        messages.success(request, _("Diagnóstico cerrado. Este es su resultado."))
        return redirect("diagnostico_resultado", codigo, diagnostico.numero)
    resultado = componer(diagnostico)
    contexto = {
        "territorio": territorio,
        "periodo": diagnostico.periodo,
        "diagnostico": diagnostico,
        "resultado": resultado,
        "por_confirmar": sum(p["por_confirmar"] for paso in resultado["pasos"] for p in paso["preguntas"]),
        "impedimento": impedimento(diagnostico, territorio.mi_rol, resultado),
    }
    return render(request, "diagnostico/diagnostico_revisar.html", contexto)


@login_required
def resultado(request: HttpRequest, codigo: str, numero: int) -> HttpResponse:
    """Show what a diagnostic says: score, ladders, strongest and weakest, comparison, and what to do next."""
    territorio = territorio_para(request.user, codigo)
    filas = Diagnostico.objects.filter(territorio=territorio).select_related("periodo", "anterior", "cuestionario")
    diagnostico = get_object_or_404(filas, numero=numero)
    diagnostico.territorio = territorio
    dado = resultado_de(diagnostico)
    comparacion = None
    if diagnostico.anterior_id and diagnostico.anterior.resultado:
        comparacion = comparar(diagnostico.anterior.resultado, dado, contenido_de(diagnostico).valores)
    contexto = {
        "territorio": territorio,
        "periodo": diagnostico.periodo,
        "diagnostico": diagnostico,
        "resultado": dado,
        "radar": _radar(dado, comparacion),
        "escaleras": [(m, _escalera(m)) for m in dado["modalidades"]],
        "mas_alto": _paso(dado, dado["paso_mas_alto"]),
        "mas_bajo": _paso(dado, dado["paso_mas_bajo"]),
        "comparacion": comparacion,
        "rutas_distintas": bool(diagnostico.anterior_id and comparacion is None),
        **siguientes(territorio, diagnostico, dado),
    }
    return render(request, "diagnostico/resultado_ver.html", contexto)


def _paso(dado: dict, slug: str) -> dict | None:
    """Give a step of a result by its slug."""
    return next((paso for paso in dado["pasos"] if paso["slug"] == slug), None)


def _escalera(modalidad: dict):
    """Give the drawing of a ladder, or None when no level was stated."""
    if modalidad["nivel"] is None:
        return None
    niveles = tuple(nivel["nombre"] for nivel in modalidad["escala"])
    return dibujo_de("informes/escalera.svg", escalera, modalidad["nombre"], modalidad["nivel"], niveles)


def _radar(dado: dict, comparacion):
    """Give the drawing of the seven steps, with those of the previous diagnostic when they compare."""
    antes = tuple(paso.antes for paso in comparacion.pasos) if comparacion else None
    pasos = tuple((paso["verbo"], paso["puntaje"]) for paso in dado["pasos"])
    return dibujo_de("informes/radar.svg", radar, pasos, _("Puntaje de cada paso, de 0 a 100"), antes)
