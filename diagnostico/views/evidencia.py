"""Adding and removing the evidence of an answer, each on its own small page."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from cuentas.models import Rol
from cuentas.permisos import territorio_para
from diagnostico.cierre import numero
from diagnostico.cuestionario import contenido_de
from diagnostico.forms.evidencia import FormularioEvidencia
from diagnostico.models import Evidencia
from diagnostico.permisos import en_curso, sigue_abierto
from guardado.archivos import recibir
from guardado.nuevas import crear_una_vez
from guardado.sesion_vencida import recuperar


@login_required
def nueva(request: HttpRequest, codigo: str, pregunta: str) -> HttpResponse:
    """Add a file or a link to an answer of the open diagnostic."""
    territorio = territorio_para(request.user, codigo, Rol.EDICION)
    diagnostico = en_curso(territorio)
    if diagnostico is None or not diagnostico.abierto:
        return _ya_cerrado(request, codigo)
    respuesta = get_object_or_404(diagnostico.respuestas, clave=pregunta)
    pregunta_ = contenido_de(diagnostico).preguntas[pregunta]
    volver = _pregunta_en_su_paso(codigo, pregunta_)
    if request.method == "POST":
        formulario = FormularioEvidencia(request.POST, request.FILES)
        if formulario.is_valid():
            datos = formulario.cleaned_data

            def crear() -> Evidencia:
                archivo = recibir(datos["subido"], territorio, request.user) if datos["subido"] else None
                return Evidencia.objects.create(
                    clave=datos["clave"],
                    respuesta=respuesta,
                    titulo=datos["titulo"],
                    archivo=archivo,
                    enlace=datos["enlace"] or "",
                    fecha_documento=datos["fecha_documento"],
                )

            with transaction.atomic():
                if not sigue_abierto(diagnostico):
                    return _ya_cerrado(request, codigo)
                crear_una_vez(Evidencia.objects.filter(respuesta=respuesta), datos["clave"], crear)
            messages.success(request, _("Evidencia agregada a la pregunta %s.") % numero(pregunta))
            return redirect(volver)
    else:
        formulario = FormularioEvidencia(initial=_recuperado(request))
    contexto = {
        "territorio": territorio,
        "periodo": diagnostico.periodo,
        "formulario": formulario,
        "pregunta": pregunta_,
        "numero": numero(pregunta),
        "volver": volver,
    }
    return render(request, "diagnostico/evidencia_nueva.html", contexto)


@login_required
def quitar(request: HttpRequest, codigo: str, clave) -> HttpResponse:
    """Ask before removing a piece of evidence, then remove it. The file itself stays in the store of the territory."""
    territorio = territorio_para(request.user, codigo, Rol.EDICION)
    diagnostico = en_curso(territorio)
    if diagnostico is None or not diagnostico.abierto:
        return _ya_cerrado(request, codigo)
    evidencia = (
        Evidencia.objects.filter(respuesta__diagnostico=diagnostico, clave=clave)
        .select_related("respuesta", "archivo")
        .first()
    )
    if evidencia is None and request.method == "POST":  # second click
        return redirect("diagnostico", codigo)
    evidencia = evidencia or get_object_or_404(Evidencia.objects.none())
    volver = _pregunta_en_su_paso(codigo, contenido_de(diagnostico).preguntas[evidencia.respuesta.clave])
    if request.method == "POST":
        with transaction.atomic():
            if not sigue_abierto(diagnostico):
                return _ya_cerrado(request, codigo)
            evidencia.delete()
        messages.success(request, _("Evidencia quitada."))
        return redirect(volver)
    contexto = {
        "territorio": territorio,
        "periodo": diagnostico.periodo,
        "evidencia": evidencia,
        "numero": numero(evidencia.respuesta.clave),
        "volver": volver,
    }
    return render(request, "diagnostico/evidencia_quitar.html", contexto)


def _recuperado(request: HttpRequest) -> dict:
    """Give the text that waited for a login (the file must be chosen again)."""
    pendiente = recuperar(request)
    return pendiente.dict() if pendiente else {}


def _pregunta_en_su_paso(codigo: str, pregunta) -> str:
    """Give the address of a question inside its step."""
    return f"{reverse('diagnostico_paso', args=[codigo, pregunta.paso])}#{pregunta.clave}"


def _ya_cerrado(request: HttpRequest, codigo: str) -> HttpResponse:
    """Say that the diagnostic does not change any more."""
    messages.warning(request, _("Este diagnóstico ya está cerrado. Sus respuestas no cambian."))
    return redirect("diagnostico", codigo)
