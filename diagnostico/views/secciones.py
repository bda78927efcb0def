"""Modalities, conditions, themes and motivations: one page each."""

from __future__ import annotations

from collections import Counter

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from diagnostico.cuestionario import Alcance, contenido_de
from diagnostico.forms.respuestas import (
    FormularioCondicion,
    FormularioModalidad,
    FormularioMotivacion,
    FormularioTemas,
)
from diagnostico.permisos import razon_de_solo_lectura, territorio_y_diagnostico
from diagnostico.views.formularios import atender_seccion


def _comunes(request: HttpRequest, territorio, diagnostico) -> dict:
    """Give what every form of these pages is made with."""
    return {
        "usuario": request.user,
        "direccion": request.path,
        "solo_lectura": bool(razon_de_solo_lectura(territorio, diagnostico)),
    }


@login_required
def modalidad(request: HttpRequest, codigo: str, slug: str) -> HttpResponse:
    """State the level of a modality (or of governance), its instruments and advantages."""
    territorio, diagnostico = territorio_y_diagnostico(request.user, codigo, request.method)
    modalidad_ = contenido_de(diagnostico).modalidad(slug)
    fila = diagnostico.modalidades.filter(modalidad=slug).first()
    if modalidad_ is None or fila is None:
        raise Http404("modalidad")
    fila.diagnostico = diagnostico
    formulario = FormularioModalidad(instance=fila, modalidad=modalidad_, **_comunes(request, territorio, diagnostico))
    contexto = {"modalidad": modalidad_, "formulario": formulario}
    return atender_seccion(
        request, territorio, diagnostico, slug, "diagnostico/modalidad_editar.html", [formulario], contexto
    )


@login_required
def condiciones(request: HttpRequest, codigo: str) -> HttpResponse:
    """Check the eight conditions of the process."""
    territorio, diagnostico = territorio_y_diagnostico(request.user, codigo, request.method)
    comunes = _comunes(request, territorio, diagnostico)
    alcance = Alcance.de(territorio)
    filas = {fila.clave: fila for fila in diagnostico.condiciones.all()}
    formularios = []
    for condicion in contenido_de(diagnostico).condiciones:
        fila = filas.get(condicion.clave)
        if fila is not None and alcance.incluye(condicion.aplica_a):
            fila.diagnostico = diagnostico
            formularios.append(FormularioCondicion(instance=fila, condicion=condicion, **comunes))
    return atender_seccion(
        request, territorio, diagnostico, "condiciones", "diagnostico/condicion_lista.html", formularios, {}
    )


@login_required
def temas(request: HttpRequest, codigo: str) -> HttpResponse:
    """Choose themes and rank motivations; two in the same place are kept and said."""
    territorio, diagnostico = territorio_y_diagnostico(request.user, codigo, request.method)
    contenido = contenido_de(diagnostico)
    comunes = _comunes(request, territorio, diagnostico)
    filas = {fila.motivacion: fila for fila in diagnostico.motivaciones.all()}
    formulario_temas = FormularioTemas(instance=diagnostico, contenido=contenido, **comunes)
    motivaciones = []
    for opcion in contenido.motivaciones:
        if opcion.slug in filas:
            fila = filas[opcion.slug]
            fila.diagnostico = diagnostico
            motivaciones.append(
                FormularioMotivacion(instance=fila, opcion=opcion, cuantas=len(contenido.motivaciones), **comunes)
            )
    lugares = Counter(fila.lugar for fila in filas.values() if fila.lugar)
    contexto = {
        "formulario_temas": formulario_temas,
        "motivaciones": motivaciones,
        "repetidos": sorted(lugar for lugar, veces in lugares.items() if veces > 1),
    }
    return atender_seccion(
        request,
        territorio,
        diagnostico,
        "temas",
        "diagnostico/tema_editar.html",
        [formulario_temas, *motivaciones],
        contexto,
    )
