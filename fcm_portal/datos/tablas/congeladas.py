"""What is read of the frozen documents of the agendas in force: one at a time, and nothing else is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agenda.models import Agenda, Transicion
from fcm_portal.datos.cambios import marca
from fcm_portal.datos.columna import DIRECCION, ENTERO, SI_NO, TEXTO, Cambio, Columna
from fcm_portal.datos.consultas import por_tandas
from fcm_portal.datos.valores import canonico

TANDA = 10  # documents in memory at once
# A column and how its value is taken from a row: (document, action, child of the action).
Par = tuple[Columna, Callable[[dict, dict, dict], object]]


def _de_la_agenda(campo: str) -> Callable:
    return lambda documento, _accion, _hija: documento[campo]


# What says, in every row, of which agenda it is.
AGENDA: tuple[Par, ...] = (
    (
        Columna("codigo_dane", TEXTO, _("Código del territorio; los ceros cuentan."), fuente="DANE, DIVIPOLA"),
        lambda documento, _accion, _hija: documento["territorio"]["codigo"],
    ),
    (
        Columna("territorio", TEXTO, _("Nombre del territorio.")),
        lambda documento, _accion, _hija: documento["territorio"]["nombre"],
    ),
    (
        Columna("departamento", TEXTO, _("Departamento.")),
        lambda documento, _accion, _hija: (documento["territorio"]["departamento"] or {}).get("nombre", ""),
    ),
    (
        Columna("periodo", TEXTO, _("Período de gobierno.")),
        lambda documento, _accion, _hija: documento["periodo"]["nombre"],
    ),
    (Columna("version", ENTERO, _("Número de la versión en vigor.")), _de_la_agenda("version")),
)
DEMOSTRACION: Par = (
    Columna("demostracion", SI_NO, _("«si» cuando la agenda es un ejemplo y ningún municipio la aprobó.")),
    lambda documento, _accion, _hija: bool(documento.get("demostracion")),
)
DE_LA_ACCION: tuple[Par, ...] = (
    (
        Columna("accion_clave", TEXTO, _("Identificador de la acción (UUID): el mismo en todas las versiones.")),
        lambda _documento, accion, _hija: accion["clave"],
    ),
    (
        Columna("accion_numero", TEXTO, _("Lugar de la acción en el plan de esta versión.")),
        lambda _documento, accion, _hija: accion["numero"],
    ),
    (
        Columna("accion", TEXTO, _("Nombre de la acción.")),
        lambda _documento, accion, _hija: accion["nombre"],
    ),
)
PAGINA: Par = (
    Columna("pagina", DIRECCION, _("Página de esta versión, con el documento completo.")),
    lambda documento, _accion, _hija: documento["pagina"],
)


def documentos(inicio: str = "") -> Iterator[dict]:
    """Give the frozen documents in force, with ``sha256``, ``acta`` and the address of its ``pagina``."""
    campos = ("publicada__numero", "publicada__sha256", "publicada__acta", "publicada__contenido")
    claves = ("territorio_id", "periodo_id")
    for codigo, periodo, numero, sha256, acta, contenido in por_tandas(
        Agenda.objects.publicadas(), claves, (*claves, *campos), TANDA
    ):
        pagina = f"{inicio}{reverse('agenda_version', args=[codigo, periodo, numero])}"
        yield contenido | {"sha256": sha256, "acta": acta or {}, "pagina": pagina}


def fila(pares: Sequence[Par], documento: dict, accion: dict, hija: dict) -> list:
    """Give a row: what each column takes."""
    return [canonico(saca(documento, accion, hija)) for _columna, saca in pares]


def columnas(pares: Sequence[Par]) -> tuple[Columna, ...]:
    """Give the columns of some pairs."""
    return tuple(columna for columna, _saca in pares)


def contar() -> int:
    """Count the agendas in force."""
    return Agenda.objects.publicadas().count()


def cambio() -> Cambio:
    """Give when what is in force last changed: an approval, a withdrawal or its undoing. Two queries."""
    vigentes = list(
        Agenda.objects.publicadas().order_by("pk").values_list("publicada__sha256", "publicada__aprobada_en")
    )
    movidas = Transicion.objects.filter(movimiento__in=["aprobar", "retirar_publicacion", "restituir_publicacion"])
    ultima = movidas.order_by("-cuando").values_list("cuando", flat=True).first()
    momentos = [momento for _sha256, momento in vigentes if momento]
    ultimo = max([*momentos, *([ultima] if ultima else [])], default=None)
    return Cambio(marca(*(sha256 for sha256, _momento in vigentes)), ultimo, min(momentos, default=None))
