"""The two registers of a territory, worked on by its people: list, file, edit, withdraw, restore, undo."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cuentas.models import Rol
from cuentas.permisos import territorio_para
from guardado.sesion_vencida import recuperar
from guardado.vistas import atender
from redes.directorio import entradas as directorio
from redes.models import Entrada
from redes.permisos import puede_editar
from redes.registros import movimientos
from redes.registros.alta import registrar_hermanamiento, registrar_membresia, ya_registrado
from redes.registros.clases import HERMANAMIENTOS, MEMBRESIAS, clase_de, identidad
from redes.registros.situacion import Situacion, cuota_vencida, nombre_de, situacion
from redes.views.contrapartes import marco

POR_PAGINA = 30
MOVIMIENTOS = {
    "retirar": (movimientos.retirar, gettext_lazy("Retirado. Puede restaurarlo al final de la lista.")),
    "restaurar": (movimientos.restaurar, gettext_lazy("Restaurado como estaba.")),
    "deshacer": (movimientos.deshacer, gettext_lazy("Descartamos el cambio: quedó lo último que se veía en público.")),
}


@login_required
@require_safe
def registros(request: HttpRequest, codigo: str) -> HttpResponse:
    """Show both registers of a territory, each row with its state; what was withdrawn at the end."""
    territorio = territorio_para(request.user, codigo)
    hermanamientos = HERMANAMIENTOS.filas(territorio).order_by("anio", "ciudad", "slug")
    pagina = Paginator(hermanamientos.filter(retirado_en=None), POR_PAGINA).get_page(request.GET.get("pagina"))
    membresias = MEMBRESIAS.filas(territorio).order_by("entrada__clave_busqueda", "pk")
    retirados = [*hermanamientos.exclude(retirado_en=None), *membresias.exclude(retirado_en=None)]
    contexto = {
        "pagina": pagina,
        "hermanamientos": [presentar(fila) for fila in pagina],
        "membresias": [presentar(fila) for fila in membresias.filter(retirado_en=None)],
        "retirados": [presentar(fila) for fila in retirados],
        "puede_editar": puede_editar(territorio),
    }
    return render(request, "redes/registro_lista.html", contexto | marco(territorio))


def presentar(fila) -> dict:
    """Give a row with what its line shows."""
    return {
        "fila": fila,
        "id": identidad(fila),
        "clase": "hermanamientos" if hasattr(fila, "ciudad") else "membresias",
        "nombre": nombre_de(fila),
        "estado": situacion(fila),
        "vencida": cuota_vencida(fila),
    }


@login_required
@require_safe
def membresia_buscar(request: HttpRequest, codigo: str) -> HttpResponse:
    """Search the directory for the network that a territory belongs to."""
    territorio = territorio_para(request.user, codigo, Rol.EDICION)
    buscado = request.GET.get("q", "").strip()[:80]
    halladas = directorio.halladas(buscado)
    propias = dict(
        territorio.membresias.filter(retirado_en=None, entrada__in=halladas).values_list("entrada_id", "clave")
    )
    for entrada in halladas:
        entrada.registrada = propias.get(entrada.pk)
        entrada.destino = reverse("registro_nuevo", args=[codigo, "membresias"]) + f"?entrada={entrada.pk}"
        if entrada.registrada:
            entrada.destino = reverse("registro", args=[codigo, "membresias", entrada.registrada])
    contexto = {"buscado": buscado, "halladas": halladas}
    return render(request, "redes/membresia_buscar.html", contexto | marco(territorio))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def registro_nuevo(request: HttpRequest, codigo: str, clase: str) -> HttpResponse:
    """File a row, once; a membership needs the entry of the directory (``?entrada=``)."""
    territorio = territorio_para(request.user, codigo, Rol.EDICION)
    registro = clase_de(clase)
    entrada = None
    if registro is MEMBRESIAS:
        entrada = Entrada.objects.filter(pk=request.GET.get("entrada", "")).first()
        if entrada is None:
            return redirect("membresia_buscar", codigo)
    if request.method == "POST":
        formulario = registro.nuevo(request.POST, request.FILES, territorio=territorio)
        if hecho := _repetido(registro, territorio, request.POST.get("clave", "")):
            return redirect("registro", codigo, clase, identidad(hecho))
        if formulario.is_valid():
            fila = _registrar(territorio, entrada, formulario, request.user)
            if fila is not None:
                messages.success(request, _("Enviado a la Federación. Cuando lo confirme, se verá en público."))
                return redirect("registros", codigo)
            formulario.add_error(None, _("Esa membresía ya está registrada: ábrala en la lista y complétela."))
        if request.FILES:
            messages.warning(
                request, _("Corrija lo señalado y escoja otra vez el documento: el navegador no lo guarda.")
            )
    else:
        formulario = registro.nuevo(recuperar(request), territorio=territorio)
    contexto = {"registro": registro, "entrada": entrada, "formulario": formulario}
    return render(request, "redes/registro_nuevo.html", contexto | marco(territorio))


def _repetido(registro, territorio, clave: str):
    """Give the row that this form already filed (double click, back button)."""
    campo = registro.nuevo.base_fields["clave"]
    try:
        limpia = campo.clean(clave)
    except ValidationError:
        return None
    if registro is HERMANAMIENTOS:
        return ya_registrado(territorio, limpia)
    return territorio.membresias.filter(clave=limpia).first()


def _registrar(territorio, entrada, formulario, usuario):
    if entrada is None:
        return registrar_hermanamiento(territorio, formulario, usuario)[0]
    with transaction.atomic():
        return registrar_membresia(territorio, entrada, formulario, usuario)[0]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def registro(request: HttpRequest, codigo: str, clase: str, identidad: str) -> HttpResponse:
    """Edit a row, or read it. What changes waits for the FCM again, and the page says so before."""
    envia = request.method == "POST"
    territorio = territorio_para(request.user, codigo, Rol.EDICION if envia else Rol.LECTURA)
    descrito = clase_de(clase)
    filas, cual = descrito.filas(territorio), descrito.cual(identidad)
    fila = movimientos.bloquear(filas, **cual) if envia else filas.filter(**cual).first()
    if fila is None:
        raise Http404("registro")
    fila.territorio = territorio
    estado, edita = situacion(fila), puede_editar(territorio)
    formulario = descrito.guardado(
        instance=fila,
        usuario=request.user,
        direccion=request.path,
        solo_lectura=not edita or (estado == Situacion.RETIRADO and not envia),
        archivos=request.FILES,
        archivo_visto=request.POST.get("visto-archivo", ""),
        antes=lambda cambios: movimientos.declarar(fila, request.user, cambios),
    )

    def tras_guardar(_formularios) -> None:
        movimientos.completar_anio(fila)
        if situacion(fila) == Situacion.POR_CONFIRMAR and estado != Situacion.POR_CONFIRMAR:
            messages.info(request, _("Quedó enviado a la Federación. Mientras lo confirma, no se ve en público."))

    contexto = {
        "registro": descrito,
        "uno": presentar(fila),
        "puede_editar": edita,
        "puede_retirar": edita and estado != Situacion.RETIRADO and movimientos.puede_retirar(fila),
        "puede_deshacer": edita and movimientos.puede_deshacer(fila),
    }
    return atender(
        request,
        [formulario],
        destino=reverse("registros", args=[codigo]),
        plantilla="redes/registro_editar.html",
        contexto=contexto | marco(territorio),
        tras_guardar=tras_guardar,
    )


@login_required
@require_POST
def registro_mover(request: HttpRequest, codigo: str, clase: str, identidad: str, movimiento: str) -> HttpResponse:
    """Withdraw a row, bring it back, or drop a change that waits."""
    territorio = territorio_para(request.user, codigo, Rol.EDICION)
    descrito = clase_de(clase)
    if movimiento not in MOVIMIENTOS:
        raise Http404("movimiento")
    mover, dicho = MOVIMIENTOS[movimiento]
    try:
        with transaction.atomic():
            mover(movimientos.bloquear(descrito.filas(territorio), **descrito.cual(identidad)))
        messages.success(request, dicho)
    except movimientos.Rechazo as rechazo:
        messages.error(request, str(rechazo))
    return redirect("registros", codigo)
