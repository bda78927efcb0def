"""Step 7, institucionalización: the act by which the town adopts the version in force."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from agenda.forms.adopcion import FormularioAdopcion
from agenda.models import Adopcion, Agenda
from agenda.papeles import rol_de
from agenda.tareas import dibujar_version
from agenda.views.puerta import contexto, pagina
from cuentas.models import Rol
from cuentas.permisos import cumple
from guardado.archivos import recibir
from guardado.sesion_vencida import recuperar


def razon_para_no_adoptar(usuario, agenda: Agenda) -> str | None:
    """Give the sentence that says why a person may not record the act now, or None."""
    if not cumple(rol_de(usuario, agenda), Rol.RESPONSABLE):
        return _("La adopción la registra la persona responsable del territorio.")
    if agenda.publicada_id is None:
        return _("Se registra cuando la Federación haya aprobado la agenda: el acto adopta una versión aprobada.")
    return None


@pagina(regla=razon_para_no_adoptar, minimo=Rol.RESPONSABLE)
def adopcion(request: HttpRequest, agenda: Agenda) -> HttpResponse:
    """Record or correct the act."""
    existente = Adopcion.objects.filter(version=agenda.publicada_id).select_related("archivo").first()
    pendiente = recuperar(request) if request.method == "GET" else None
    previos = pendiente.dict() if pendiente else None  # typed before an expired session; the file is chosen again
    forma = FormularioAdopcion(request.POST or None, request.FILES or None, instance=existente, initial=previos)
    if request.method == "POST" and forma.is_valid():
        try:
            subido = forma.cleaned_data.get("documento")
            archivo = recibir(subido, agenda.territorio, request.user) if subido else None
        except ValidationError as error:
            forma.add_error("documento", error)
        else:
            fila = forma.save(commit=False)
            fila.version_id = agenda.publicada_id
            fila.archivo = archivo or fila.archivo
            fila.save()
            id_version = fila.version_id
            transaction.on_commit(lambda: dibujar_version.enqueue(id_version), robust=True)
            messages.success(
                request, _("El acto de adopción quedó registrado: aparece en la portada y en la página pública.")
            )
            return redirect("agenda_seguimiento", agenda.territorio_id, agenda.periodo_id)
    propio = {"forma": forma, "existente": existente, "version": agenda.publicada, "aqui": _("Acto de adopción")}
    return render(request, "agenda/editor/adopcion.html", contexto(request, agenda, **propio))
