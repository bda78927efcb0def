"""The screens of the FCM: the worklist, and one thing of the directory at a time."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cuentas.permisos import solo_fcm
from guardado.guardar import Estado
from guardado.sesion_vencida import recuperar
from guardado.vistas import atender, cargar_desencuentros
from redes.cosas import clase_de, nombre_de, pagina_de_edicion, pagina_publica
from redes.edicion.altas import Alta, ConvocatoriaNueva, EntradaNueva
from redes.edicion.asuntos import asuntos
from redes.edicion.base import FormularioDirectorio
from redes.edicion.formularios import ConvocatoriaGuardada, EntradaGuardada, HermanamientoConocido
from redes.edicion.historia import historia, valor_anterior
from redes.edicion.pendientes import CLASES, LISTAS, Filtro, enlaces, lista
from redes.enlaces import marcha, tareas
from redes.models import Convocatoria, Enlace, Entrada, EstadoReporte, Hermanamiento, Reporte

POR_PAGINA = 25
UNA_VEZ = 20


@solo_fcm
@require_safe
def por_atender(request: HttpRequest) -> HttpResponse:
    """Draw the worklist: one list a page, the counts of all of them."""
    filtro = Filtro(
        request.GET.get("q", "").strip()[:80],
        clase if (clase := request.GET.get("clase", "")) in {valor for valor, _nombre in CLASES} else "",
    )
    listas = {nombre: lista(nombre, filtro) for nombre in LISTAS}
    cuantas = {nombre: filas.count() for nombre, filas in listas.items()}
    ver = request.GET.get("ver", "")
    if ver not in LISTAS:
        ver = next((nombre for nombre in LISTAS if cuantas[nombre]), "reportes")
    hojas = Paginator(listas[ver], POR_PAGINA)
    hojas.count = cuantas[ver]
    pagina = hojas.get_page(request.GET.get("pagina"))
    suyo = {clave: valor for clave, valor in (("q", filtro.q), ("clase", filtro.clase)) if valor}
    contexto = {
        "ver": ver,
        "titulo_lista": LISTAS[ver],
        "filtro": filtro,
        "filtrado": bool(suyo),
        "clases": CLASES,
        "pestanas": [
            (f"{titulo} ({cuantas[nombre]})", f"?{urlencode({'ver': nombre} | suyo)}", nombre == ver)
            for nombre, titulo in LISTAS.items()
        ],
        "pagina": pagina,
        "asuntos": asuntos(ver, list(pagina.object_list)),
    }
    if ver == "enlaces":
        contexto |= {
            "suyo": f"?{urlencode(suyo | {'pagina': pagina.number})}",
            "avance": marcha.avance(),
            "probado": Enlace.objects.aggregate(ultimo=Max("probado_en"))["ultimo"],
            "cuantos_una_vez": (fallaron := enlaces(filtro, una_vez=True)).count(),
            "una_vez": asuntos("enlaces", list(fallaron[:UNA_VEZ])),
        }
    return render(request, "redes/edicion/por_atender.html", contexto)


@solo_fcm
@require_POST
def enlaces_revisar(request: HttpRequest) -> HttpResponse:
    """Ask the background worker to try the links that are due."""
    if tareas.comenzar():
        messages.success(request, _("Empezó la revisión de los enlaces. Siga con lo suyo: aquí verá cómo va."))
    else:
        messages.info(request, _("Ya hay una revisión en marcha."))
    return redirect(f"{reverse('edicion_directorio')}?ver=enlaces")


@solo_fcm
@require_http_methods(["GET", "HEAD", "POST"])
def entrada_editar(request: HttpRequest, slug: str) -> HttpResponse:
    """Edit an entry."""
    fila = get_object_or_404(Entrada.objects.select_related("reemplazada_por"), pk=slug)
    return _editar(request, fila, EntradaGuardada)


@solo_fcm
@require_http_methods(["GET", "HEAD", "POST"])
def convocatoria_editar(request: HttpRequest, slug: str) -> HttpResponse:
    """Edit a call."""
    fila = get_object_or_404(Convocatoria.objects.select_related("entrada"), slug=slug)
    return _editar(request, fila, ConvocatoriaGuardada)


@solo_fcm
@require_http_methods(["GET", "HEAD", "POST"])
def hermanamiento_editar(request: HttpRequest, slug: str) -> HttpResponse:
    """Edit a known twinning; what a territory filed is its own."""
    filas = Hermanamiento.objects.filter(declarado_en__isnull=True, retirado_en__isnull=True)
    fila = get_object_or_404(filas.select_related("territorio__departamento"), pk=slug)
    return _editar(request, fila, HermanamientoConocido)


def _editar(request: HttpRequest, fila, forma: type[FormularioDirectorio]) -> HttpResponse:
    clase, direccion = clase_de(fila), pagina_de_edicion(fila)
    formulario = forma(instance=fila, usuario=request.user, direccion=direccion)
    contexto = {
        "fila": fila,
        "clase": clase,
        "nombre": nombre_de(fila),
        "publica": pagina_publica(fila),
        "reportes": Reporte.objects.filter(estado=EstadoReporte.ABIERTO, **{clase: fila}).only(
            "clave", "motivo", "texto"
        ),
        "probado": Enlace.objects.filter(url=getattr(fila, "sitio_web", "") or getattr(fila, "enlace", "")).first(),
    }
    if request.method == "POST" and "restablecer" in request.POST:
        respuesta = _restablecer(request, formulario, direccion)
        if respuesta is not None:
            return respuesta
        cargar_desencuentros([formulario])
        contexto |= {"aviso_guardado": _("Ese campo cambió mientras usted miraba la historia: escoja abajo.")}
        contexto |= {"formularios": [formulario], "forma": formulario} | _con_historia(request, formulario)
        return render(request, "redes/edicion/editar.html", contexto)
    contexto |= {"forma": formulario}
    if request.method != "POST":
        contexto |= _con_historia(request, formulario)
    return atender(request, [formulario], destino=direccion, plantilla="redes/edicion/editar.html", contexto=contexto)


def _con_historia(request: HttpRequest, formulario: FormularioDirectorio) -> dict:
    pasos, pagina = historia(formulario, request.GET.get("pagina"))
    return {"pasos": pasos, "pagina": pagina}


def _restablecer(request: HttpRequest, formulario: FormularioDirectorio, direccion: str) -> HttpResponse | None:
    """Put an old value back, as any save; give None when it clashed."""
    pedido = valor_anterior(formulario, request.POST["restablecer"])
    if pedido is None:
        messages.error(request, _("Ese valor ya no está en la historia. No se cambió nada."))
        return redirect(direccion)
    campo, datos = pedido
    formulario.guardar_valor(campo, datos)
    resultado = formulario.resultados.get(campo)
    if campo in formulario.errors:
        frase = _("No se pudo volver a ese valor de «%(campo)s»: %(error)s")
        error = " ".join(formulario.errors[campo])
        messages.error(request, frase % {"campo": formulario.fields[campo].label, "error": error})
        return redirect(direccion)
    if resultado is None or resultado.estado in (Estado.GUARDADO, Estado.SIN_CAMBIO):
        messages.success(request, _("Volvió el valor anterior de «%s».") % formulario.fields[campo].label)
        return redirect(direccion)
    return None


@solo_fcm
@require_http_methods(["GET", "HEAD", "POST"])
def entrada_nueva(request: HttpRequest) -> HttpResponse:
    """Create an entry."""
    return _crear(request, EntradaNueva, _("Nueva entrada del directorio"))


@solo_fcm
@require_http_methods(["GET", "HEAD", "POST"])
def convocatoria_nueva(request: HttpRequest) -> HttpResponse:
    """Create a call; ``?entrada=`` says who makes it."""
    return _crear(request, ConvocatoriaNueva, _("Nueva convocatoria"))


def _crear(request: HttpRequest, forma: type[Alta], titulo: str) -> HttpResponse:
    if request.method == "POST":
        formulario = forma(request.POST)
        if formulario.is_valid():
            fila = formulario.crear()
            messages.success(request, _("Creada. Complete aquí lo que falte."))
            return redirect(pagina_de_edicion(fila))
    else:
        pendiente = recuperar(request)
        previos = {"entrada": request.GET.get("entrada", "")}
        formulario = forma(initial=previos | (pendiente.dict() if pendiente is not None else {}))
    parecidas = [(nombre_de(una), pagina_de_edicion(una)) for una in formulario.parecidas]
    contexto = {"formulario": formulario, "titulo": titulo, "parecidas": parecidas}
    return render(request, "redes/edicion/nueva.html", contexto)
