"""The advisor's comments on the version under review: write, correct, delete, resolve."""

from __future__ import annotations

from urllib.parse import quote

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from agenda.comentarios import nombres
from agenda.forms.comentario import ComentarioCambioForm, ComentarioForm
from agenda.lectura import fragmento
from agenda.models import Agenda, Comentario, Estado, EstadoComentario
from agenda.papeles import Papel, papeles
from agenda.permisos import agenda_por_revisar
from agenda.views.revision_agenda import versiones_por_leer
from guardado.formularios import firmar_autor
from guardado.nuevas import crear_una_vez
from guardado.sesion_vencida import recuperar


def _razon(usuario, agenda: Agenda) -> str | None:
    """Give why a person may not comment now, or None: who has it comments while it is in review."""
    if agenda.estado != Estado.EN_REVISION:
        return _("Se comenta mientras la agenda está en revisión.")
    if Papel.LA_TIENE not in papeles(usuario, agenda):
        return _("Comenta quien tiene la agenda en revisión.")
    return None


def _pagina(agenda: Agenda, pestana: str, ancla: str = "") -> str:
    """Give the address of a tab, at a place."""
    url = reverse("revision_pestana", args=[agenda.territorio_id, agenda.periodo_id, pestana])
    return f"{url}?lugar={quote(ancla)}#{fragmento(ancla)}" if ancla else url


def _negar(request, agenda: Agenda):
    """Go back with the reason when nothing may be written now; None otherwise."""
    razon = _razon(request.user, agenda)
    if razon is None:
        return None
    messages.error(request, razon)
    return redirect("revision_agenda", agenda.territorio_id, agenda.periodo_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def comentario_nuevo(request, codigo: str, periodo: str):
    """Write a comment at an ``ancla`` of the version under review; a double click makes one."""
    agenda = agenda_por_revisar(request.user, codigo, periodo)
    datos = request.POST if request.method == "POST" else recuperar(request)
    ancla = (datos or request.GET).get("ancla", "")
    if negado := _negar(request, agenda):
        return negado
    version = versiones_por_leer(agenda)[0]
    lugares = nombres(version)
    if ancla not in lugares:
        raise Http404(ancla)
    formulario = ComentarioForm(datos, initial={"ancla": ancla})
    if request.method == "POST" and formulario.is_valid():
        clave = formulario.cleaned_data["clave"]
        nuevo = formulario.save(commit=False)
        nuevo.clave, nuevo.ancla, nuevo.agenda, nuevo.version, nuevo.autor = clave, ancla, agenda, version, request.user

        def crear() -> Comentario:
            nuevo.save()
            return nuevo

        crear_una_vez(agenda.comentarios.all(), clave, crear)
        messages.success(request, _("Comentario guardado. El territorio lo leerá cuando usted devuelva o apruebe."))
        return redirect(_pagina(agenda, "agenda", ancla))
    contexto = _contexto(request, agenda, formulario, lugares[ancla], _("Comentar"))
    return render(request, "agenda/revision/comentario.html", contexto)


def _contexto(request, agenda: Agenda, formulario, lugar: tuple[str, str], titulo: str) -> dict:
    return {
        "agenda": agenda,
        "territorio": agenda.territorio,
        "formulario": formulario,
        "lugar": lugar,
        "titulo": titulo,
        "autor_firmado": firmar_autor(request.user),
        "volver": _pagina(agenda, "agenda"),
    }


def _suyo(request, agenda: Agenda, clave) -> Comentario:
    """Fetch a comment that its author may still change: it was not delivered."""
    comentario = get_object_or_404(agenda.comentarios, clave=clave)
    if comentario.autor_id != request.user.pk:
        raise PermissionDenied(_("Solo lo cambia quien lo escribió."))
    return comentario


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def comentario_cambiar(request, codigo: str, periodo: str, clave):
    """Correct a comment of one's own, or delete it, before it is delivered."""
    agenda = agenda_por_revisar(request.user, codigo, periodo)
    if request.method == "POST" and "borrar" in request.POST and not agenda.comentarios.filter(clave=clave).exists():
        return redirect(_pagina(agenda, "agenda"))  # the second click of a delete
    comentario = _suyo(request, agenda, clave)
    if negado := _negar(request, agenda):
        return negado
    if comentario.entregado_en:
        messages.error(request, _("Este comentario ya llegó al territorio: no se cambia."))
        return redirect(_pagina(agenda, "agenda", comentario.ancla))
    datos = request.POST if request.method == "POST" else recuperar(request)
    if request.method == "POST" and "borrar" in datos:
        comentario.delete()
        messages.success(request, _("Comentario borrado."))
        return redirect(_pagina(agenda, "agenda", comentario.ancla))
    formulario = ComentarioCambioForm(datos, instance=comentario)
    if request.method == "POST" and formulario.is_valid():
        formulario.save()
        messages.success(request, _("Comentario guardado."))
        return redirect(_pagina(agenda, "agenda", comentario.ancla))
    lugar = nombres(comentario.version).get(comentario.ancla, ("", ""))
    contexto = _contexto(request, agenda, formulario, lugar, _("Corregir el comentario"))
    return render(request, "agenda/revision/comentario.html", contexto | {"comentario": comentario})


@login_required
@require_POST
def comentario_estado(request, codigo: str, periodo: str, clave):
    """Say «resuelto» or «sigue abierto» of a comment."""
    agenda = agenda_por_revisar(request.user, codigo, periodo)
    comentario = get_object_or_404(agenda.comentarios, clave=clave)
    if negado := _negar(request, agenda):
        return negado
    if request.POST.get("estado") == EstadoComentario.RESUELTO:
        comentario.estado, comentario.resuelto_en, comentario.resuelto_por = (
            EstadoComentario.RESUELTO,
            now(),
            request.user,
        )
        messages.success(request, _("Comentario resuelto."))
    else:
        comentario.estado, comentario.resuelto_en, comentario.resuelto_por = EstadoComentario.ABIERTO, None, None
        messages.success(request, _("El comentario sigue abierto."))
    comentario.save(update_fields=["estado", "resuelto_en", "resuelto_por"])
    pestana = "cambios" if request.POST.get("pestana") == "cambios" else "agenda"
    return redirect(_pagina(agenda, pestana, "" if pestana == "cambios" else comentario.ancla))
