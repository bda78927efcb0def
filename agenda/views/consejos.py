"""The ten tips of the guide as a self-check, each beside what the draft already has of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from agenda.apoyos import apoyos
from agenda.forms.consejos import FormularioConsejos
from agenda.models import Agenda
from agenda.views.puerta import contexto, formulario, pagina
from guardado.vistas import atender
from guia.catalogo import catalogo


@pagina()
def consejos(request: HttpRequest, agenda: Agenda) -> HttpResponse:
    """Mark the tips that the draft follows."""
    forma = formulario(FormularioConsejos, agenda, request, agenda)
    hallados = apoyos(agenda)
    forma.fields["consejos"].descripciones = {
        slug: f"{ficha.texto} {hallados.get(slug, '')}".strip() for slug, ficha in catalogo().consejos.items()
    }
    propio = {
        "forma": forma,
        "aqui": _("Consejos"),
        "marcados": len(agenda.consejos),
        "cuantos": len(catalogo().consejos),
    }
    return atender(
        request, [forma], destino=request.path, plantilla="agenda/editor/consejos.html",
        contexto=contexto(request, agenda, **propio),
    )  # fmt: skip
