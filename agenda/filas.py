"""Every noun of the plan, fetched by its ``clave`` within one agenda: a key of another agenda is a 404."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max, QuerySet
from django.http import Http404

from agenda.models import Accion, Agenda, Aliado, Eje, Hito, Indicador, Medicion, Objetivo, Partida, Reunion, Tramite
from agenda.models.fila import Fila
from agenda.preparadas import Preparada
from guardado.nuevas import crear_una_vez


@dataclass(frozen=True)
class Clase:
    """A kind of row: its model, its parent's field and the way up to the agenda."""

    modelo: type[Fila]
    padre: str
    camino: str


DE_ACCION = "accion__objetivo__eje__agenda"
CLASES: dict[str, Clase] = {
    "eje": Clase(Eje, "agenda", "agenda"),
    "objetivo": Clase(Objetivo, "eje", "eje__agenda"),
    "accion": Clase(Accion, "objetivo", "objetivo__eje__agenda"),
    "hito": Clase(Hito, "accion", DE_ACCION),
    "tramite": Clase(Tramite, "accion", DE_ACCION),
    "aliado": Clase(Aliado, "accion", DE_ACCION),
    "partida": Clase(Partida, "accion", DE_ACCION),
    "indicador": Clase(Indicador, "accion", DE_ACCION),
    "medicion": Clase(Medicion, "indicador", f"indicador__{DE_ACCION}"),
    "reunion": Clase(Reunion, "agenda", "agenda"),
}


def tipo_de(fila: Fila) -> str:
    """Give the kind of a row, as it goes in addresses."""
    return type(fila)._meta.model_name


def filas_de(agenda: Agenda, tipo: str) -> QuerySet:
    """Give the rows of a kind in an agenda, removed ones too, with the way up loaded."""
    if tipo not in CLASES:
        raise Http404(tipo)
    clase = CLASES[tipo]
    return clase.modelo.objects.filter(**{clase.camino: agenda}).select_related(clase.camino)


def _una(tipo: str) -> Preparada:
    """Prepare the query of one row by its ``clave``, with the way up loaded but for the agenda."""
    clase = CLASES[tipo]
    *camino, _agenda = clase.camino.split("__")

    def una(agenda: int, clave: UUID) -> QuerySet:
        filas = clase.modelo.objects.filter(**{clase.camino: agenda}, clave=clave).order_by()
        return filas.select_related("__".join(camino)) if camino else filas

    return Preparada(una)


UNA = {tipo: _una(tipo) for tipo in CLASES}


def fila_de(agenda: Agenda, tipo: str, clave: UUID | str) -> Fila:
    """Fetch one row of an agenda by its ``clave``, or ``Http404``."""
    if tipo not in CLASES:
        raise Http404(tipo)
    fila = next(iter(UNA[tipo](agenda.pk, clave if isinstance(clave, UUID) else UUID(clave))), None)
    if fila is None:
        raise Http404(tipo)
    *camino, _agenda = CLASES[tipo].camino.split("__")
    arriba = fila
    for paso in camino:
        arriba = getattr(arriba, paso)
    arriba.agenda = agenda
    return fila


def hermanas(fila: Fila) -> QuerySet:
    """Give the rows under the same parent, itself included."""
    padre = CLASES[tipo_de(fila)].padre
    return type(fila).objects.filter(**{f"{padre}_id": getattr(fila, f"{padre}_id")})


def ultimo_orden(padre, tipo: str) -> int:
    """Give the place of a new row: after every sister."""
    clase = CLASES[tipo]
    return (clase.modelo.objects.filter(**{clase.padre: padre}).aggregate(n=Max("orden"))["n"] or 0) + 1


def crear(agenda: Agenda, tipo: str, forma, padre):
    """Make the row of a valid new form at the end of its parent, once; give it, and whether it was made now."""
    clave = forma.cleaned_data["clave"]

    def nueva():
        fila = forma.save(commit=False)
        fila.clave = clave
        setattr(fila, CLASES[tipo].padre, padre)
        fila.orden = ultimo_orden(padre, tipo)
        fila.save()
        return fila

    return crear_una_vez(filas_de(agenda, tipo), clave, nueva)


def en_arbol_vivo(acciones: QuerySet) -> QuerySet:
    """Keep the actions that are not removed and hang from an objetivo and an eje that are not removed either."""
    return acciones.filter(
        retirada_en__isnull=True, objetivo__retirada_en__isnull=True, objetivo__eje__retirada_en__isnull=True
    )
