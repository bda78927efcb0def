"""The first page of the diagnostic: it explains and opens one, then it is the list of what to answer."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cuentas.models import Rol
from cuentas.permisos import territorio_para
from diagnostico.apertura import NoSePuedeAbrir, abrir
from diagnostico.autodiagnostico.conservar import para_abrir
from diagnostico.cuestionario import Alcance, contenido_de, leer
from diagnostico.models import Cuestionario, Diagnostico, Ruta
from diagnostico.permisos import en_curso, razon_de_solo_lectura, sigue_abierto
from diagnostico.secciones import contestadas, secciones
from territorio.models import Periodo


@login_required
def diagnostico(request: HttpRequest, codigo: str) -> HttpResponse:
    """Show where the diagnostic is; a POST opens one (or finds the open one)."""
    if request.method == "POST":
        return _abrir(request, codigo)
    territorio = territorio_para(request.user, codigo)
    actual = en_curso(territorio)
    contexto = {
        "territorio": territorio,
        "periodo": Periodo.objects.en_vigor(),
        "cerrados": Diagnostico.objects.filter(territorio=territorio).cerrados().defer("resultado"),
        "razon_lectura": razon_de_solo_lectura(territorio),
    }
    if actual is not None and actual.abierto:
        lista = secciones(actual)
        hechas, total = contestadas(lista)
        contexto |= {
            "diagnostico": actual,
            "pasos": [s for s in lista if s.grupo == "pasos"],
            "modalidades": [s for s in lista if s.grupo == "modalidades"],
            "contexto_local": [s for s in lista if s.grupo == "contexto"],
            "siguiente": next((s for s in lista if not s.completa or s.por_confirmar), None),
            "hechas": hechas,
            "total": total,
            "por_confirmar": sum(s.por_confirmar for s in lista),
        }
        return render(request, "diagnostico/diagnostico_ver.html", contexto)
    contexto |= {"rutas": _rutas(territorio), "propio": para_abrir(request.user, territorio)}
    return render(request, "diagnostico/diagnostico_comenzar.html", contexto)


@login_required
def ruta(request: HttpRequest, codigo: str) -> HttpResponse:
    """Change the depth of the open diagnostic: no answer is lost."""
    territorio = territorio_para(request.user, codigo, Rol.EDICION)
    actual = en_curso(territorio)
    if actual is None or not actual.abierto:
        return redirect("diagnostico", codigo)
    if request.method == "POST":
        elegida = request.POST.get("ruta")
        if elegida in Ruta.values:
            with transaction.atomic():
                if sigue_abierto(actual):
                    Diagnostico.objects.filter(pk=actual.pk).update(ruta=elegida)
            messages.success(request, _("Ahora sigue la %s. Sus respuestas siguen ahí.") % Ruta(elegida).label)
        return redirect("diagnostico", codigo)
    contexto = {
        "territorio": territorio,
        "periodo": actual.periodo,
        "diagnostico": actual,
        "rutas": _rutas(territorio, actual),
    }
    return render(request, "diagnostico/ruta_editar.html", contexto)


def _abrir(request: HttpRequest, codigo: str) -> HttpResponse:
    """Open a diagnostic on the chosen route, from the person's own self-check when they ask for it."""
    territorio = territorio_para(request.user, codigo, Rol.EDICION)
    elegida = request.POST.get("ruta")
    desde = para_abrir(request.user, territorio) if request.POST.get("autodiagnostico") else None
    try:
        abrir(territorio, request.user, elegida if elegida in Ruta.values else Ruta.CORTA, desde=desde)
    except NoSePuedeAbrir as razon:
        messages.error(request, str(razon))
    return redirect("diagnostico", codigo)


def _rutas(territorio, actual: Diagnostico | None = None) -> list[dict]:
    """Give both routes with how many questions each has for this territory."""
    if actual is not None:
        contenido = contenido_de(actual)
    else:
        cuestionario = Cuestionario.objects.vigente()
        if cuestionario is None:
            return []
        contenido = leer(cuestionario.contenido, cuestionario.version)
    alcance = Alcance.de(territorio)
    ayudas = {
        Ruta.CORTA: _("Lo esencial de cada paso. Suele tomar unos cuarenta minutos."),
        Ruta.COMPLETA: _("Todas las preguntas. Para quien ya tiene experiencia o quiere un plan más fino."),
    }
    return [
        {
            "slug": ruta_.value,
            "nombre": ruta_.label,
            "preguntas": len(contenido.aplicables(alcance, ruta_.value)),
            "ayuda": ayudas[ruta_],
            "actual": actual.ruta == ruta_ if actual else ruta_ == Ruta.CORTA,
        }
        for ruta_ in Ruta
    ]
