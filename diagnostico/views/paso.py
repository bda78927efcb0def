"""One step of the guide on one screen, each question a card."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import ngettext

from diagnostico.cuestionario import Alcance, contenido_de
from diagnostico.forms.respuestas import FormularioRespuesta
from diagnostico.models import Diagnostico, Respuesta
from diagnostico.permisos import razon_de_solo_lectura, territorio_y_diagnostico, ve_notas_privadas
from diagnostico.views.formularios import atender_seccion
from guardado.guardar import Estado


@login_required
def paso(request: HttpRequest, codigo: str, slug: str) -> HttpResponse:
    """Answer the questions of a step that apply to this territory on its route."""
    territorio, diagnostico = territorio_y_diagnostico(request.user, codigo, request.method)
    paso_ = contenido_de(diagnostico).paso(slug)
    if paso_ is None:
        raise Http404("paso")
    preguntas = paso_.aplicables(Alcance.de(territorio), diagnostico.ruta)
    filas = {
        fila.clave: fila
        for fila in diagnostico.respuestas.filter(clave__in=[p.clave for p in preguntas]).prefetch_related(
            "evidencias__archivo"
        )
    }
    for fila in filas.values():
        fila.diagnostico = diagnostico
    formularios = [
        FormularioRespuesta(
            instance=filas[pregunta.clave],
            usuario=request.user,
            direccion=request.path,
            pregunta=pregunta,
            con_nota=ve_notas_privadas(territorio),
            solo_lectura=bool(razon_de_solo_lectura(territorio, diagnostico)),
        )
        for pregunta in preguntas
        if pregunta.clave in filas
    ]
    confirmadas = _confirmar(request, diagnostico, formularios) if request.method == "POST" else 0

    def tras_guardar(guardados: list[FormularioRespuesta]) -> None:
        escritas = [f.instance.pk for f in guardados if _escrito(f)]
        Respuesta.objects.filter(pk__in=escritas).update(por_confirmar=False)

    respuesta = atender_seccion(
        request,
        territorio,
        diagnostico,
        slug,
        "diagnostico/paso_editar.html",
        formularios,
        {"paso": paso_, "preguntas": preguntas},
        tras_guardar,
    )
    if confirmadas and respuesta.status_code == 302:
        _decir_confirmadas(request, confirmadas)
    return respuesta


def _escrito(formulario: FormularioRespuesta) -> bool:
    """Say whether the answer itself was just written."""
    resultado = formulario.resultados.get("valor")
    return resultado is not None and resultado.estado == Estado.GUARDADO


def _confirmar(request: HttpRequest, diagnostico: Diagnostico, formularios: list[FormularioRespuesta]) -> int:
    """Mark answers copied from the last diagnostic as confirmed: one by its button, all of the page by saving it.

    Give how many.
    """
    if not diagnostico.abierto or request.headers.get("HX-Request") or "_baliza" in request.POST:
        return 0
    una = request.POST.get("confirmar")
    claves = [f.pregunta.clave for f in formularios if una in (None, f.pregunta.clave)]
    por_confirmar = diagnostico.respuestas.filter(clave__in=claves, por_confirmar=True).exclude(valor="")
    return por_confirmar.update(por_confirmar=False)


def _decir_confirmadas(request: HttpRequest, cuantas: int) -> None:
    """Say what was confirmed in place of «no había cambios»."""
    list(messages.get_messages(request))
    frase = ngettext("Guardado. Confirmó %(n)d respuesta.", "Guardado. Confirmó %(n)d respuestas.", cuantas)
    messages.success(request, frase % {"n": cuantas})
