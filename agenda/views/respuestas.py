"""What the town reads of the review: the delivered comments, its answers, and the history of its agenda."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Page, Paginator
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agenda.comentarios import situar
from agenda.estados import etiqueta
from agenda.flujo import movimientos_para
from agenda.forms.comentario import RespuestaForm
from agenda.historia import historia
from agenda.models import Agenda, Comentario, Estado, EstadoComentario
from agenda.papeles import rol_de
from agenda.permisos import agenda_para
from agenda.sitios import donde_se_edita
from agenda.views.puerta import cerrar
from cuentas.models import Rol
from cuentas.permisos import cumple
from guardado.vistas import atender, cargar_desencuentros

POR_PAGINA = 20


def por_que_no_responde(usuario, agenda: Agenda) -> str | None:
    """Give why a person may not answer comments now, or None: the town does, while the agenda is returned."""
    if not cumple(rol_de(usuario, agenda), Rol.EDICION):
        return _("Responden los comentarios las personas con el rol de enlace o de responsable en el territorio.")
    if agenda.estado != Estado.DEVUELTA:
        return _("Los comentarios se responden cuando la agenda está devuelta.")
    return None


def _formulario(request, agenda: Agenda, comentario: Comentario, solo_lectura: bool) -> RespuestaForm:
    direccion = reverse("comentario_responder", args=[agenda.territorio_id, agenda.periodo_id, comentario.clave])
    return RespuestaForm(
        instance=comentario,
        usuario=request.user,
        direccion=direccion,
        prefix=f"r{comentario.pk}",
        solo_lectura=solo_lectura,
    )


def _hoja(request, comentarios: list[tuple[int, str]]) -> Page:
    """Give a page of comments (their keys) with those of one place together; ``?c=`` opens that of one comment."""
    primero: dict[str, int] = {}
    for n, (_pk, ancla) in enumerate(comentarios):
        primero.setdefault(ancla, n)
    claves = [pk for pk, ancla in sorted(comentarios, key=lambda par: primero[par[1]])]
    pedido = request.GET.get("c", "")
    if "pagina" not in request.GET and pedido.isascii() and pedido.isdigit() and int(pedido) in claves:
        return Paginator(claves, POR_PAGINA).page(claves.index(int(pedido)) // POR_PAGINA + 1)
    return Paginator(claves, POR_PAGINA).get_page(request.GET.get("pagina"))


@login_required
@require_safe
def agenda_comentarios(request, codigo: str, periodo: str):
    """Show the delivered comments by place, each with its answer and the way to the text."""
    agenda = agenda_para(request.user, codigo, periodo)
    razon = por_que_no_responde(request.user, agenda)
    todos = list(agenda.comentarios.entregados().values_list("pk", "ancla", "estado", "bloqueante"))
    hoja = _hoja(request, [(pk, ancla) for pk, ancla, _estado, _bloquea in todos])
    filas = agenda.comentarios.filter(pk__in=hoja.object_list).select_related("autor", "version")
    version = agenda.versiones.defer("contenido").order_by("-numero").first()
    comentarios = situar(filas.defer("version__contenido"), version)
    comentarios.sort(key=lambda comentario: hoja.object_list.index(comentario.pk))
    grupos: dict[str, dict] = {}
    for comentario in comentarios:
        comentario.agenda = agenda
        comentario.formulario = _formulario(request, agenda, comentario, bool(razon))
        if comentario.ancla not in grupos:
            url = donde_se_edita(agenda, comentario.ancla) if comentario.vigente else ""
            grupos[comentario.ancla] = {"lugar": comentario.lugar, "url": url, "comentarios": []}
        grupos[comentario.ancla]["comentarios"].append(comentario)
    if not razon:
        cargar_desencuentros([comentario.formulario for comentario in comentarios])
    abiertos = [bloquea for _pk, _ancla, estado, bloquea in todos if estado == EstadoComentario.ABIERTO]
    contexto = {
        "agenda": agenda,
        "territorio": agenda.territorio,
        "periodo": agenda.periodo,
        "estado": etiqueta(agenda.estado, "territorio"),
        "grupos": list(grupos.values()),
        "pagina": hoja,
        "por_atender": len(abiertos),
        "bloquean": sum(abiertos),
        "razon": razon,
        "mensaje": agenda.transiciones.filter(movimiento="devolver").order_by("-cuando", "-pk").first(),
    }
    return render(request, "agenda/revision/comentarios_territorio.html", contexto)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def comentario_responder(request, codigo: str, periodo: str, clave):
    """Save the answer to one comment, and say «atendido» with its button."""
    agenda = agenda_para(request.user, codigo, periodo, Rol.EDICION if request.method == "POST" else Rol.LECTURA)
    if request.method != "POST":
        return _responder(request, agenda, clave)
    with transaction.atomic():  # an answer and a sending at once: one waits for the other
        cerrar(agenda)
        return _responder(request, agenda, clave)


def _responder(request, agenda: Agenda, clave):
    """Draw or save the answer to one comment; sent back with the reason when it may not be answered now."""
    comentario = get_object_or_404(agenda.comentarios.entregados().select_related("autor", "version"), clave=clave)
    comentario.agenda = agenda
    razon = por_que_no_responde(request.user, agenda)
    volver = reverse("agenda_comentarios", args=[agenda.territorio_id, agenda.periodo_id])
    if razon:
        messages.error(request, razon)
        return redirect(volver)
    formulario = _formulario(request, agenda, comentario, False)
    contexto = {"agenda": agenda, "territorio": agenda.territorio, "periodo": agenda.periodo, "volver": volver}
    contexto |= {"comentario": situar([comentario], comentario.version)[0], "formulario": formulario}
    respuesta = atender(
        request,
        [formulario],
        destino=f"{volver}?c={comentario.pk}#c{comentario.pk}",
        plantilla="agenda/revision/comentario_responder.html",
        contexto=contexto,
    )
    if request.method == "POST" and respuesta.status_code == 302 and "atendido" in request.POST:
        atendido = request.POST["atendido"] == "si"
        _marcar(comentario, atendido, request.user)
        list(messages.get_messages(request))  # «no había cambios» would be read as if the mark had failed
        messages.success(request, _("Comentario atendido.") if atendido else _("Comentario otra vez por atender."))
    return respuesta


def _marcar(comentario: Comentario, atendido: bool, usuario) -> None:
    """Write «atendido», or take it back; what the advisor resolved stays."""
    abiertos = Comentario.objects.filter(pk=comentario.pk, agenda__estado=Estado.DEVUELTA)
    if atendido:
        abiertos.filter(estado=EstadoComentario.ABIERTO).update(
            estado=EstadoComentario.ATENDIDO, atendido_en=now(), atendido_por=usuario
        )
    else:
        abiertos.filter(estado=EstadoComentario.ATENDIDO).update(
            estado=EstadoComentario.ABIERTO, atendido_en=None, atendido_por=None
        )


@login_required
@require_safe
def agenda_historia(request, codigo: str, periodo: str):
    """Show the log of moves and the versions of an agenda."""
    agenda = agenda_para(request.user, codigo, periodo)
    contexto = {
        "agenda": agenda,
        "territorio": agenda.territorio,
        "periodo": agenda.periodo,
        "estado": etiqueta(agenda.estado, "territorio"),
        "opciones": movimientos_para(agenda, request.user),
    }
    return render(request, "agenda/revision/historia_territorio.html", contexto | historia(agenda))
