"""What waits for an advisor: the agendas of her territories, by what she can do about each."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Case, Count, Max, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from agenda.models import Agenda, Estado, ResultadoVersion
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


CON_PDF = Q(publicada__isnull=False, retirada_publico_en=None)  # an approved version that the public may read


def contar(agendas: QuerySet, todas: list[Vista], actual: Vista) -> dict[str, int]:
    """Give how many there are in each tab and, as ``con_pdf``, how many of the present one are published. One query."""
    cuentas = {vista.slug or "espera": Count("pk", filter=vista.cuales) for vista in todas}
    return agendas.aggregate(**cuentas, con_pdf=Count("pk", filter=actual.cuales & CON_PDF))


@dataclass(frozen=True)
class Filtro:
    """What an advisor looks at: a tab (slug of ``vistas``; the first when it is none), a text and a department."""

    ver: str = ""
    q: str = ""
    departamento: str = ""

    @classmethod
    def leer(cls, datos) -> Filtro:
        """Take it from an address or a form."""
        campos = ("ver", "q", "departamento")
        return cls(**{campo: datos.get(campo, "").replace("\0", "")[:80].strip() for campo in campos})

    def vista(self, usuario) -> Vista:
        """Give its tab, as this person sees it."""
        todas = vistas(usuario)
        return next((vista for vista in todas if vista.slug == self.ver), todas[0])

    def aplicar(self, usuario) -> QuerySet[Agenda]:
        """Give the agendas of the tab, among those the person reviews now."""
        return self.de_todas(usuario).filter(self.vista(usuario).cuales)

    def de_todas(self, usuario) -> QuerySet[Agenda]:
        """Give the agendas of every tab that fit, among those the person reviews now."""
        return Agenda.objects.por_revisar_de(usuario).del_lugar(self.q, self.departamento)


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
