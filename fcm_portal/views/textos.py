"""``/guia/edicion/``: the FCM keeps the texts of the guide, with their notes of today and their history."""

from __future__ import annotations

import copy

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cuentas.permisos import solo_fcm
from fcm_portal.textos.formularios import FormularioFicha, FormularioTermino, FormularioTexto
from fcm_portal.textos.historia import historia, vuelta
from fcm_portal.textos.piezas import (
    CARGADOS_DE_FICHA,
    CARGADOS_DE_TERMINO,
    ESTADOS,
    GLOSARIO,
    PRESENTACION,
    direccion,
    editada,
    filtrar,
    piezas,
)
from guardado.guardar import Estado, guardar_varios
from guardado.vistas import atender
from guia.catalogo import olvidar
from guia.models import Ficha, Termino

POR_PAGINA = 40


@solo_fcm
@require_safe
def edicion_guia(request: HttpRequest) -> HttpResponse:
    """List the texts of the guide; ``q``, ``parte`` and ``estado`` choose among them."""
    todas = piezas()
    texto = request.GET.get("q", "").strip()[:100]
    partes = [(pieza.bloque, pieza.nombre) for pieza in todas if pieza.url.endswith(f"/{PRESENTACION}/")]
    partes.append((GLOSARIO, _("Glosario")))
    parte = request.GET.get("parte", "")
    parte = parte if parte in dict(partes) else ""
    estado = request.GET.get("estado", "")
    estado = estado if estado in ESTADOS else ""
    contexto = {
        "pagina": Paginator(filtrar(todas, texto, parte, estado), POR_PAGINA).get_page(request.GET.get("pagina")),
        "cuentas": [(clave, nombre, len(filtrar(todas, "", "", clave))) for clave, nombre in ESTADOS.items()],
        "partes": partes,
        "q": texto,
        "parte": parte,
        "estado": estado,
    }
    return render(request, "fcm_portal/textos/lista.html", contexto)


@solo_fcm
def ficha_editar(request: HttpRequest, bloque: str, slug: str) -> HttpResponse:
    """Edit a card, or with the slug ``presentacion`` what heads a block."""
    fichas = Ficha.objects.select_related("bloque")
    if slug == PRESENTACION:
        ficha = get_object_or_404(fichas, bloque=None, slug=bloque)
    else:
        ficha = get_object_or_404(fichas, bloque__slug=bloque, bloque__bloque=None, slug=slug)
    aqui = direccion(ficha, ficha.bloque or ficha)
    formulario = FormularioFicha(instance=ficha, usuario=request.user, direccion=aqui)
    publica = reverse("guia_bloque", args=[bloque]) + (f"#{ficha.slug}" if ficha.bloque_id else "")
    contexto = {"publica": publica, "editada": editada(ficha, CARGADOS_DE_FICHA), "es_ficha": True}
    return _pagina(request, formulario, contexto)


@solo_fcm
def termino_editar(request: HttpRequest, slug: str) -> HttpResponse:
    """Edit a term of the glossary."""
    termino = get_object_or_404(Termino, pk=slug)
    aqui = reverse("termino_editar", args=[slug])
    formulario = FormularioTermino(instance=termino, usuario=request.user, direccion=aqui)
    publica = f"{reverse('glosario')}#{slug}"
    return _pagina(request, formulario, {"publica": publica, "editada": editada(termino, CARGADOS_DE_TERMINO)})


def _pagina(request: HttpRequest, formulario: FormularioTexto, contexto: dict) -> HttpResponse:
    """Draw, preview, save or bring back. What is written is seen at once in the guide of this process."""
    fila = formulario.instance
    if request.method == "POST" and "volver" in request.POST:
        return _volver(request, formulario)
    contexto |= {
        "fila": fila,
        "formulario": formulario,
        "historia": historia(fila),
        "accion": formulario.direccion,
    }
    plantilla = "fcm_portal/textos/editar.html"
    if request.method == "POST" and "previa" in request.POST:
        formulario.mostrar_sin_guardar(request.POST)
        contexto |= {"previa": _previa(formulario, request.POST), "formularios": [formulario]}
        return render(request, plantilla, contexto)
    return atender(
        request,
        [formulario],
        destino=formulario.direccion,
        plantilla=plantilla,
        contexto=contexto,
        tras_guardar=lambda _formularios: transaction.on_commit(olvidar),
    )


def _previa(formulario: FormularioTexto, datos) -> Ficha | Termino:
    """Give the row as it would be read, unsaved: what does not pass stays as it was."""
    fila = copy.copy(formulario.instance)
    for campo in formulario.enviados(datos):
        formato = formulario.fields[campo]
        try:
            valor = formato.clean(formato.widget.value_from_datadict(datos, {}, formulario.add_prefix(campo)))
        except ValidationError:
            continue
        setattr(fila, campo, valor)
    return fila


def _volver(request: HttpRequest, formulario: FormularioTexto) -> HttpResponse:
    """Bring back what the text said at one moment of its history."""
    fila = formulario.instance
    cambios = vuelta(fila, request.POST["volver"], request.POST)
    if not cambios:
        raise Http404("evento")
    resultados = guardar_varios(fila, cambios, request.user, direccion=formulario.direccion)
    transaction.on_commit(olvidar)
    if any(resultado.estado is Estado.DESENCUENTRO for resultado in resultados.values()):
        messages.warning(request, _("Alguien cambió este texto mientras usted lo miraba. Escoja abajo cuál queda."))
    else:
        messages.success(request, _("Volvió el texto de antes. El que estaba sigue en la historia."))
    return redirect(formulario.direccion)
