"""Counterparts of a territory: list, search in the directory, new, edit, verify."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cuentas.models import Rol
from cuentas.permisos import territorio_para
from guardado.nuevas import crear_una_vez
from guardado.sesion_vencida import recuperar
from guardado.vistas import atender
from redes.contrapartes import datos_de_entrada, quitar_verificacion, verificar
from redes.directorio.entradas import halladas
from redes.forms import ContraparteGuardada, ContraparteNueva, Verificacion
from redes.models import Contraparte, Entrada
from redes.permisos import contraparte_para, exigir_verificar, puede_editar, puede_verificar
from territorio.models import Periodo

POR_PAGINA = 30


@login_required
@require_safe
def contrapartes(request: HttpRequest, codigo: str) -> HttpResponse:
    """List the counterparts that the people of a territory wrote."""
    territorio = territorio_para(request.user, codigo)
    filas = territorio.contrapartes.select_related("entrada").order_by("nombre", "pk")
    pagina = Paginator(filas, POR_PAGINA).get_page(request.GET.get("pagina"))
    contexto = {"contrapartes": pagina.object_list, "pagina": pagina, "puede_editar": puede_editar(territorio)}
    return render(request, "redes/contraparte_lista.html", contexto | marco(territorio))


@login_required
@require_safe
def contraparte_buscar(request: HttpRequest, codigo: str) -> HttpResponse:
    """Search the directory for a counterpart to record."""
    territorio = territorio_para(request.user, codigo, Rol.EDICION)
    buscado = request.GET.get("q", "").strip()[:80]
    encontradas = halladas(buscado)
    propias = dict(
        territorio.contrapartes.exclude(entrada=None).values_list("entrada_id").annotate(n=Count("pk")).order_by()
    )
    for entrada in encontradas:
        entrada.registrada = entrada.pk in propias
        entrada.destino = reverse("contraparte_nueva", args=[codigo]) + f"?entrada={entrada.pk}"
    return render(
        request, "redes/contraparte_buscar.html", {"buscado": buscado, "halladas": encontradas} | marco(territorio)
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def contraparte_nueva(request: HttpRequest, codigo: str) -> HttpResponse:
    """Record a counterpart; ``?entrada=`` fills the form from the directory."""
    territorio = territorio_para(request.user, codigo, Rol.EDICION)
    entrada = Entrada.objects.filter(pk=request.GET.get("entrada", "")).first()
    previos = datos_de_entrada(entrada) | {"entrada": entrada} if entrada else None
    formulario = ContraparteNueva(request.POST or recuperar(request), initial=previos)
    if request.method == "POST" and formulario.is_valid():
        clave = formulario.cleaned_data["clave"]
        fila = formulario.save(commit=False)
        fila.territorio, fila.clave = territorio, clave

        def crear() -> Contraparte:
            fila.save()
            return fila

        crear_una_vez(territorio.contrapartes.all(), clave, crear)
        messages.success(request, _("Contraparte registrada."))
        return redirect("contrapartes", codigo)
    return render(request, "redes/contraparte_nueva.html", {"formulario": formulario} | marco(territorio))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def contraparte(request: HttpRequest, codigo: str, clave) -> HttpResponse:
    """Edit a counterpart, or read it. A change drops its verification."""
    minimo = Rol.EDICION if request.method == "POST" else Rol.LECTURA
    fila = contraparte_para(request.user, codigo, clave, minimo)
    direccion = reverse("contraparte", args=[codigo, clave])
    edita = puede_editar(fila.territorio)
    formulario = ContraparteGuardada(instance=fila, usuario=request.user, direccion=direccion, solo_lectura=not edita)
    contexto = {
        "contraparte": fila,
        "puede_editar": edita,
        "verificacion": Verificacion() if puede_verificar(request.user, fila.territorio) else None,
    }

    def tras_guardar(_formularios) -> None:
        if fila.verificada_en:
            quitar_verificacion(fila)

    return atender(
        request,
        [formulario],
        destino=direccion,
        plantilla="redes/contraparte_editar.html",
        contexto=contexto | marco(fila.territorio),
        tras_guardar=tras_guardar,
    )


@login_required
@require_POST
def contraparte_verificar(request: HttpRequest, codigo: str, clave) -> HttpResponse:
    """Record that the FCM confirmed the counterpart, or take that back."""
    fila = contraparte_para(request.user, codigo, clave)
    exigir_verificar(request.user, fila.territorio)
    formulario = Verificacion(request.POST)
    if request.POST.get("quitar"):
        quitar_verificacion(fila)
        messages.success(request, _("La contraparte quedó sin verificar."))
    elif formulario.is_valid():
        verificar(fila, request.user, formulario.cleaned_data["como"])
        messages.success(request, _("Contraparte verificada."))
    else:
        messages.error(request, _("Escriba cómo verificó que la contraparte existe."))
    return redirect("contraparte", codigo, clave)


def marco(territorio) -> dict:
    """Give what ``layouts/panel.html`` needs."""
    return {"territorio": territorio, "periodo": Periodo.objects.en_vigor()}
