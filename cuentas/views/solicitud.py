"""Asking to join a territory: find it by name, say what for, wait for the answer."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cuentas.busqueda import buscar_territorios, parecidos
from cuentas.forms.personas import FormularioSolicitud
from cuentas.frecuencia import SOLICITUD, cabe
from cuentas.models import EstadoSolicitud
from cuentas.solicitudes import pedir, razon_para_no_pedir
from cuentas.views.paginas import pagina_de, texto_recuperado
from territorio.models import Territorio


@login_required
def solicitar_vinculacion(request: HttpRequest) -> HttpResponse:
    """Search by GET (``q``); with ``territorio`` show the form; POST asks."""
    codigo = request.POST.get("territorio") or request.GET.get("territorio")
    if codigo:
        return _pedir(request, codigo)
    texto = request.GET.get("q", "").strip()[:100]
    contexto = {
        "q": texto,
        "pendientes": request.user.solicitudes.filter(estado=EstadoSolicitud.PENDIENTE).select_related(
            "territorio__departamento"
        ),
    }
    contexto["primera_visita"] = not (texto or request.user.es_fcm or request.user.vinculaciones.vigentes().exists())
    if texto:
        contexto["pagina"] = pagina_de(request, buscar_territorios(texto))
        contexto["propios"] = set(request.user.vinculaciones.vigentes().values_list("territorio_id", flat=True))
        if not contexto["pagina"].paginator.count:
            contexto["parecidos"] = parecidos(texto)
    return render(request, "cuentas/solicitud_buscar.html", contexto)


def _pedir(request: HttpRequest, codigo: str) -> HttpResponse:
    territorio = Territorio.objects.con_agenda().select_related("departamento").filter(pk=codigo).first()
    if territorio is None:
        raise Http404("territorio")
    formulario = FormularioSolicitud(request.POST or None, initial=texto_recuperado(request))
    razon = razon_para_no_pedir(request.user, territorio)
    if request.method == "POST" and (
        razon or (formulario.is_valid() and cabe(request, SOLICITUD, formulario, "mensaje"))
    ):
        datos = formulario.cleaned_data if not razon else {}
        if razon or not pedir(request.user, territorio, datos["rol"], datos["mensaje"]):
            messages.info(request, razon or razon_para_no_pedir(request.user, territorio))
        else:
            texto = _("Enviamos su solicitud para entrar a %(territorio)s. Le avisaremos por correo.")
            messages.success(request, texto % {"territorio": territorio})
        return redirect("cuenta")
    contexto = {"territorio": territorio, "formulario": formulario, "razon": razon}
    return render(request, "cuentas/solicitud_pedir.html", contexto)
