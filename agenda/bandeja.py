"""What waits for an advisor: the agendas of her territories, by what she can do about each."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Case, Count, Max, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from agenda.models import Estado, ResultadoVersion
from formato.texto import sin_acentos
from territorio.models import Territorio


@dataclass(frozen=True)
class Vista:
    """A tab of the inbox."""

    slug: str
    nombre: str
    cuales: Q


def vistas(usuario) -> list[Vista]:
    """Give the tabs of a person, what waits first."""
    suya = Q(estado=Estado.EN_REVISION, revisa=usuario)
    return [
        Vista("", _("Lo que espera"), Q(estado=Estado.ENVIADA) | suya),
        Vista("colegas", _("En revisión por colegas"), Q(estado=Estado.EN_REVISION) & ~Q(revisa=usuario)),
        Vista("devueltas", _("Devueltas"), Q(estado=Estado.DEVUELTA)),
        Vista("aprobadas", _("Aprobadas"), Q(estado=Estado.APROBADA)),
        Vista("borradores", _("En borrador"), Q(estado=Estado.BORRADOR)),
    ]


def contar(agendas: QuerySet, todas: list[Vista]) -> dict[str, int]:
    """Give how many there are in each tab. One query."""
    return agendas.aggregate(**{vista.slug or "espera": Count("pk", filter=vista.cuales) for vista in todas})


def buscar(agendas: QuerySet, texto: str, departamento: str) -> QuerySet:
    """Narrow by name of the town or its department (accents and case do not matter) and by department."""
    if texto.strip():
        clave = sin_acentos(texto)
        agendas = agendas.filter(
            Q(territorio__clave_busqueda__contains=clave)
            | Q(territorio__departamento__clave_busqueda__contains=clave)
            | Q(territorio=texto.strip().upper())
        )
    return agendas.filter(territorio__departamento=departamento) if departamento else agendas


def ordenar(agendas: QuerySet) -> QuerySet:
    """Put what waits first, the oldest sending first; then what is in review; with the last sending and its round."""
    vuelta = ~Q(versiones__resultado=ResultadoVersion.RETIRADA)
    return (
        agendas.select_related("territorio__departamento", "periodo", "revisa")
        .annotate(
            enviada_en=Max("versiones__enviada_en"),
            vuelta=Count("versiones", filter=vuelta),
            lugar=Case(When(estado=Estado.ENVIADA, then=Value(0)), default=Value(1)),
        )
        .order_by("lugar", "enviada_en", "territorio__clave_busqueda", "pk")
    )


def departamentos(agendas: QuerySet) -> QuerySet:
    """Give the departments that have agendas in this inbox."""
    return Territorio.objects.filter(pk__in=agendas.values("territorio__departamento"))
