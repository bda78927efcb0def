"""The home: what anybody sees first."""

from __future__ import annotations

from django.core.cache import cache
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from agenda.models import Agenda
from fcm_portal.pais.mapa import DURA, mapa
from guia.catalogo import catalogo
from redes.models import Clase, Entrada, Hermanamiento
from territorio.models import Territorio, Tipo

ULTIMAS = 3
EN_POCAS_PALABRAS = {
    "construya": _("la memoria de lo que ya se hizo"),
    "tome": _("la iniciativa con los actores"),
    "coordine": _("con el plan de desarrollo"),
    "piense": _("en región, con sus vecinos"),
    "pida": _("acompañamiento"),
    "articule": _("con las políticas y los objetivos mundiales a 2030"),
    "institucionalice": _("para que dure"),
}


@require_safe
def portada(request: HttpRequest) -> HttpResponse:
    """Draw the home: what it is, the map, the seven steps, what others have published, the way in."""
    return render(
        request,
        "fcm_portal/portada.html",
        {
            "mapa": mapa(),
            "cifras": cache.get_or_set("portada:cifras", contar, DURA),
            "pasos": pasos(),
            "ultimas": ultimas_publicadas(),
        },
    )


def contar() -> dict[str, int]:
    """Count what the home boasts of: three queries, kept for an hour."""
    return {
        "municipios": Territorio.objects.filter(
            tipo__in=[Tipo.MUNICIPIO, Tipo.DISTRITO], vigente_hasta__isnull=True
        ).count(),
        "redes": Entrada.objects.filter(clase=Clase.RED).count(),
        "hermanamientos": Hermanamiento.objects.publicos().filter(verificado=True).count(),
    }


def pasos() -> list[dict]:
    """Give the seven steps of the guide as one line, each with its link."""
    direccion = reverse("guia_bloque", args=["pasos"])
    return [
        {
            "verbo": paso.datos.get("verbo") or paso.nombre,
            "texto": EN_POCAS_PALABRAS.get(slug, paso.nombre),
            "url": f"{direccion}#{slug}",
        }
        for slug, paso in catalogo().pasos.items()
    ]


def ultimas_publicadas() -> list[dict]:
    """Give the newest published agendas, from their frozen documents: one query that brings no whole document."""
    return list(
        Agenda.objects.publicadas()
        .order_by("-publicada__aprobada_en", "pk")
        .values(
            "periodo_id",
            "es_demostracion",
            codigo=F("territorio_id"),
            nombre=F("territorio__nombre"),
            departamento=F("territorio__departamento__nombre"),
            aprobada_en=F("publicada__aprobada_en"),
            publicado=F("publicada__contenido__textos__titulo"),
            objetivo=F("publicada__contenido__textos__objetivo_general"),
        )[:ULTIMAS]
    )
