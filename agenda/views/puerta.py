"""The door of every page of the editor: who may read, who may write, and what is told to whoever may not."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agenda.arbol import nombres
from agenda.models import Agenda
from agenda.permisos import agenda_para, puede_editar
from cuentas.models import Rol
from cuentas.permisos import cumple
from guardado.formularios import firmar_autor
from guardado.sesion_vencida import apartar, recuperar


def pagina(*, regla: Callable = puede_editar, minimo: Rol = Rol.EDICION, metodos=("GET", "POST")):
    """Wrap a page of an agenda: the view receives the agenda in place of ``codigo`` and ``periodo``.

    Stranger 404; a POST of a lesser role 403; a POST that ``regla`` refuses is a redirect with the reason, its text
    kept. While a POST runs the agenda's row is held: nothing slips in while it is being sent, and places never cross.
    ``agenda.razon`` is the sentence that makes the page read-only, or None.
    """

    def envolver(vista):
        @login_required
        @require_http_methods(["GET", "HEAD", *metodos])
        @wraps(vista)
        def puerta(request: HttpRequest, codigo: str, periodo: str, **resto) -> HttpResponse:
            agenda = agenda_para(request.user, codigo, periodo)
            if request.method != "POST" and "GET" not in metodos:  # after an expired session: nothing was done
                return redirect("agenda", codigo, periodo)
            if request.method != "POST":
                agenda.razon = regla(request.user, agenda)
                return vista(request, agenda, **resto)
            if not cumple(agenda.territorio.mi_rol, minimo):
                raise PermissionDenied
            with transaction.atomic():
                cerrar(agenda)
                agenda.razon = regla(request.user, agenda)
                if agenda.razon:
                    return _negar(request, agenda)
                return vista(request, agenda, **resto)

        return puerta

    return envolver


def cerrar(agenda: Agenda) -> None:
    """Hold the agenda's row and bring its state up to date."""
    filas = Agenda.objects.select_for_update(no_key=True)
    agenda.refresh_from_db(fields=["estado"], from_queryset=filas)


def _negar(request: HttpRequest, agenda: Agenda) -> HttpResponse:
    """Say why nothing was written; what was typed stays with its writer."""
    if request.headers.get("HX-Request"):
        return render(request, "agenda/editor/_pie_cerrado.html", {"razon": agenda.razon})
    conservado = apartar(request)
    messages.warning(request, agenda.razon)
    if conservado:
        messages.info(request, _("Lo que escribió sigue guardado para usted en la página donde lo escribió."))
    if request.FILES:
        messages.info(request, _("El archivo no se recibió: consérvelo y súbalo cuando se pueda volver a escribir."))
    return redirect("agenda", agenda.territorio_id, agenda.periodo_id)


def contexto(request: HttpRequest, agenda: Agenda, **propio) -> dict:
    """Give what every page of the editor draws, plus its own."""
    return {
        "agenda": agenda,
        "territorio": agenda.territorio,
        "periodo": agenda.periodo,
        "nombres": nombres(agenda),
        "razon_lectura": getattr(agenda, "razon", None),
        "puede_escribir": not getattr(agenda, "razon", None),
        "autor_firmado": firmar_autor(request.user),
    } | propio


def volver(request: HttpRequest, agenda: Agenda, fragmento: str = "") -> HttpResponse:
    """Redirect to the page that a POST names in ``volver``, when it is of this portal; to the tree otherwise."""
    destino = request.POST.get("volver", "")
    if destino.startswith("/") and url_has_allowed_host_and_scheme(destino, allowed_hosts={request.get_host()}):
        return redirect(destino + fragmento)
    return redirect("agenda", agenda.territorio_id, agenda.periodo_id)


def formulario(clase, agenda: Agenda, request: HttpRequest, instance, *, prefix: str | None = None):
    """Make a form that keeps for this page: read-only when the page is."""
    return clase(
        instance=instance, usuario=request.user, direccion=request.path, prefix=prefix, solo_lectura=bool(agenda.razon)
    )


def retomar(request: HttpRequest, forma):
    """Put back in the form of a new row what was typed before an expired session, its ``clave`` too."""
    pendiente = recuperar(request) if request.method == "GET" else None
    if pendiente is not None and "clave" in pendiente:
        for nombre, campo in forma.fields.items():
            forma.initial[nombre] = campo.widget.value_from_datadict(pendiente, {}, forma.add_prefix(nombre))
    return forma
