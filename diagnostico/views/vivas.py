"""List, add, edit, remove and restore what belongs to the territory: one view for each, for the three registers."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from cuentas.models import Rol
from cuentas.permisos import territorio_para
from diagnostico.forms.registros import FormularioDocumento
from diagnostico.models import Antecedente, EjePlan
from diagnostico.permisos import razon_de_solo_lectura, ve_notas_privadas
from diagnostico.registros import Registro
from diagnostico.views.tablas import contexto_de_lista
from guardado.archivos import recibir
from guardado.nuevas import crear_una_vez
from guardado.sesion_vencida import recuperar
from guardado.vistas import atender
from territorio.models import Periodo


def _filas(territorio, registro: Registro) -> QuerySet:
    """Give the rows of a territory, removed ones included."""
    return getattr(territorio, registro.relacion).select_related(*registro.unidas)


@login_required
def lista(request: HttpRequest, codigo: str, registro: Registro) -> HttpResponse:
    """Show a register, with what was removed at the end, to be restored."""
    territorio = territorio_para(request.user, codigo)
    todas = list(_filas(territorio, registro))
    periodo = Periodo.objects.en_vigor()
    if registro.modelo is EjePlan:
        todas = [fila for fila in todas if periodo is None or fila.periodo_id == periodo.pk]
    filas = [fila for fila in todas if fila.retirada_en is None]
    contexto = {
        "territorio": territorio,
        "periodo": periodo,
        "registro": registro,
        "retiradas": [fila for fila in todas if fila.retirada_en is not None],
        "razon_lectura": razon_de_solo_lectura(territorio),
        "ve_contactos": ve_notas_privadas(territorio),
        "url_nuevo": reverse(f"{registro.nombre}_nuevo", args=[codigo]),
    }
    return render(request, registro.plantilla, contexto | contexto_de_lista(registro, filas, request.GET.get("pagina")))


@login_required
def nueva(request: HttpRequest, codigo: str, registro: Registro) -> HttpResponse:
    """Add a row once, however often it is posted."""
    territorio = territorio_para(request.user, codigo, Rol.EDICION)
    if request.method == "POST":
        formulario = registro.nuevo(request.POST, territorio=territorio)
        if formulario.is_valid():
            clave = formulario.cleaned_data["clave"]

            def crear():
                fila = formulario.save(commit=False)
                fila.clave, fila.territorio = clave, territorio
                if registro.modelo is EjePlan:
                    fila.periodo = Periodo.objects.en_vigor()
                fila.save()
                return fila

            crear_una_vez(_filas(territorio, registro), clave, crear)
            messages.success(request, registro.agregada)
            return redirect(f"{registro.nombre}_nuevo" if "otro" in request.POST else registro.lista, codigo)
    else:
        pendiente = recuperar(request)
        formulario = registro.nuevo(pendiente or None, territorio=territorio)
    contexto = {
        "territorio": territorio,
        "periodo": Periodo.objects.en_vigor(),
        "registro": registro,
        "formulario": formulario,
        "url_lista": reverse(registro.lista, args=[codigo]),
    }
    return render(request, "diagnostico/fila_nueva.html", contexto)


@login_required
def editar(request: HttpRequest, codigo: str, clave, registro: Registro) -> HttpResponse:
    """Edit a row, each field saved by itself."""
    territorio = territorio_para(request.user, codigo, Rol.LECTURA if request.method == "GET" else Rol.EDICION)
    fila = get_object_or_404(_filas(territorio, registro), clave=clave)
    formulario = registro.guardado(
        instance=fila,
        usuario=request.user,
        direccion=request.path,
        solo_lectura=bool(razon_de_solo_lectura(territorio)),
        territorio=territorio,
    )
    if not ve_notas_privadas(territorio):
        for nombre in ("contacto_nombre", "contacto_correo"):
            if not getattr(fila, "contacto_autorizado", True):
                formulario.fields.pop(nombre, None)
    contexto = {
        "territorio": territorio,
        "periodo": Periodo.objects.en_vigor(),
        "registro": registro,
        "fila": fila,
        "formulario": formulario,
        "razon_lectura": razon_de_solo_lectura(territorio),
        "url_lista": reverse(registro.lista, args=[codigo]),
        "url_retirar": reverse(f"{registro.nombre}_retirar", args=[codigo, clave]),
        "url_restaurar": reverse(f"{registro.nombre}_restaurar", args=[codigo, clave]),
        "documento": FormularioDocumento() if registro.modelo is Antecedente else None,
    }
    destino = reverse(registro.lista, args=[codigo])
    return atender(request, [formulario], destino=destino, plantilla="diagnostico/fila_editar.html", contexto=contexto)


@login_required
@require_POST
def retirar(request: HttpRequest, codigo: str, clave, registro: Registro) -> HttpResponse:
    """Mark a row as removed; it may be restored."""
    territorio = territorio_para(request.user, codigo, Rol.EDICION)
    fila = get_object_or_404(_filas(territorio, registro), clave=clave)
    cambiadas = registro.modelo.objects.filter(pk=fila.pk, retirada_en=None).update(
        retirada_en=now(), retirada_por=request.user
    )
    if cambiadas:
        messages.success(request, registro.retirada)
    return redirect(registro.lista, codigo)


@login_required
@require_POST
def restaurar(request: HttpRequest, codigo: str, clave, registro: Registro) -> HttpResponse:
    """Bring a removed row back."""
    territorio = territorio_para(request.user, codigo, Rol.EDICION)
    fila = get_object_or_404(_filas(territorio, registro), clave=clave)
    registro.modelo.objects.filter(pk=fila.pk).update(retirada_en=None, retirada_por=None)
    messages.success(request, registro.restaurada)
    return redirect(registro.lista, codigo)


@login_required
def documento(request: HttpRequest, codigo: str, clave) -> HttpResponse:
    """Attach the document of an antecedent, or put another in its place."""
    territorio = territorio_para(request.user, codigo, Rol.EDICION)
    fila = get_object_or_404(territorio.antecedentes, clave=clave)
    if request.method != "POST":
        return redirect("antecedente", codigo, clave)
    formulario = FormularioDocumento(request.POST, request.FILES)
    if not formulario.is_valid():
        contexto = {
            "territorio": territorio,
            "periodo": Periodo.objects.en_vigor(),
            "fila": fila,
            "documento": formulario,
        }
        return render(request, "diagnostico/antecedente_documento.html", contexto)
    fila.archivo = recibir(formulario.cleaned_data["subido"], territorio, request.user)
    fila.save(update_fields=["archivo"])
    return redirect("antecedente", codigo, clave)
