"""Pages of this floor: a stored file, and one clash that waits for a choice."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from cuentas.models import Rol
from cuentas.permisos import cumple, territorio_para
from guardado.guardar import resolver
from guardado.huella import normal
from guardado.models import Archivo, Desencuentro


@login_required
@require_GET
def archivo(request: HttpRequest, clave) -> HttpResponse:
    """Serve a file to the people of its territory and those who advise it; never shown inside the page."""
    fila = get_object_or_404(Archivo.objects.visibles_para(request.user), clave=clave)
    respuesta = FileResponse(fila.archivo.open("rb"), as_attachment=True, filename=fila.nombre, content_type=fila.tipo)
    respuesta["X-Content-Type-Options"] = "nosniff"
    respuesta["Cache-Control"] = "private, no-store"
    return respuesta


@login_required
def desencuentro(request: HttpRequest, codigo: str, clave) -> HttpResponse:
    """Show the two texts of a clash, with the way to the page where one chooses; a person may also drop the text."""
    territorio = territorio_para(request.user, codigo, Rol.EDICION if request.method == "POST" else Rol.LECTURA)
    if territorio.mi_rol is None:
        raise Http404("desencuentro")  # a private note of the town may wait here: the FCM does not read it
    fila = get_object_or_404(territorio.desencuentros.select_related("usuario", "tipo_fila"), clave=clave)
    if request.method == "POST":
        resolver(Desencuentro.objects.filter(pk=fila.pk), request.user)
        messages.success(request, _("Se descartó el texto que esperaba. El guardado sigue igual."))
        return redirect("panel", codigo)
    objeto = fila.fila
    actual = normal(getattr(objeto, fila.campo, "")) if objeto is not None else ""
    contexto = {
        "territorio": territorio,
        "desencuentro": fila,
        "texto_actual": ", ".join(actual) if isinstance(actual, list) else actual,
        "texto": ", ".join(fila.valor) if isinstance(fila.valor, list) else fila.valor,
        "retirada": objeto is None or getattr(objeto, "retirada_en", None) is not None,
        "puede_editar": cumple(territorio.mi_rol, Rol.EDICION),
    }
    return render(request, "guardado/desencuentro_ver.html", contexto)
