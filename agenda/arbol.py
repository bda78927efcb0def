"""The three levels of an agenda in order, numbered, with what each action adds up to. A constant number of queries."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from agenda.documento.plan import letras
from agenda.faltantes import enlazar
from agenda.filas import en_arbol_vivo
from agenda.models import Accion, Agenda, Eje, Indicador, Objetivo, Partida
from agenda.preparadas import Preparada

CLAVE = "00000000-0000-4000-8000-000000000000"
VIVA = Q(retirada_en__isnull=True)


@dataclass
class Hoja:
    """An action. ``total`` (in cash) and ``en_especie`` in whole COP; ``faltas`` as ``faltantes`` gives."""

    accion: Accion
    numero: str
    lugar: int
    total: int
    en_especie: int
    indicadores: int
    ultima: bool = False
    faltas: list = field(default_factory=list)
    url: str = ""
    mover: dict[str, str] = field(default_factory=dict)  # addresses: «retirar», «colocar»
    datos: str = ""  # modality and who answers, in one line
    enlaces: str = ""  # what is missing, as links (HTML)


@dataclass
class Rama:
    """An objetivo in its place."""

    objetivo: Objetivo
    numero: str
    lugar: int
    acciones: list[Hoja]
    ultima: bool = False


@dataclass
class Tronco:
    """An eje in its place."""

    eje: Eje
    numero: str
    lugar: int
    objetivos: list[Rama]
    ultimo: bool = False


def nombres(agenda: Agenda) -> dict[str, str]:
    """Give how the town calls the three levels."""
    return {
        "eje": agenda.nombre_eje or _("Eje"),
        "objetivo": agenda.nombre_objetivo or _("Objetivo"),
        "accion": agenda.nombre_accion or _("Acción"),
    }


def _suma(en_especie: bool):
    partidas = Partida.objects.filter(VIVA, accion=OuterRef("pk"), en_especie=en_especie).order_by()
    return Coalesce(Subquery(partidas.values("accion").annotate(n=Sum("valor")).values("n")), 0)


def _indicadores():
    vivos = Indicador.objects.filter(VIVA, accion=OuterRef("pk")).order_by()
    return Coalesce(Subquery(vivos.values("accion").annotate(n=Count("pk")).values("n")), 0)


def _acciones(agenda: int) -> QuerySet:
    return en_arbol_vivo(Accion.objects.filter(objetivo__eje__agenda=agenda)).order_by("orden", "pk")


def _objetivos(agenda: int) -> QuerySet:
    return Objetivo.objects.filter(eje__agenda=agenda).vigentes()


def _ejes(agenda: int) -> QuerySet:
    return Eje.objects.filter(agenda=agenda).vigentes()


ACCIONES = Preparada(
    lambda agenda: _acciones(agenda).annotate(total=_suma(False), especie=_suma(True), cuantos=_indicadores())
)
OBJETIVOS, EJES = Preparada(_objetivos), Preparada(_ejes)
ACCIONES_LIVIANAS = Preparada(lambda agenda: _acciones(agenda).only("clave", "nombre", "objetivo_id", "orden"))
OBJETIVOS_LIVIANOS = Preparada(lambda agenda: _objetivos(agenda).only("clave", "nombre", "orden", "eje_id"))
EJES_LIVIANOS = Preparada(lambda agenda: _ejes(agenda).only("clave", "nombre", "orden"))


def arbol(agenda: Agenda, faltas: dict[str, list] | None = None, *, con_sumas: bool = True) -> list[Tronco]:
    """Give the tree of rows in force. ``faltas``: what is missing by ``ancla``. Three queries.

    ``con_sumas`` False: only places and names, for a page that draws neither money nor counts (all zero).
    """
    moldes = (EJES, OBJETIVOS, ACCIONES) if con_sumas else (EJES_LIVIANOS, OBJETIVOS_LIVIANOS, ACCIONES_LIVIANAS)
    return armar(*(molde(agenda.pk) for molde in moldes), faltas, con_sumas=con_sumas)


def armar(
    ejes: Iterable[Eje],
    objetivos: Iterable[Objetivo],
    acciones: Iterable[Accion],
    faltas: dict[str, list] | None = None,
    *,
    con_sumas: bool = False,
) -> list[Tronco]:
    """Give the tree of some rows in force, each kind in order. Pure."""
    de_objetivo: dict[int, list[Accion]] = {}
    for accion in acciones:
        de_objetivo.setdefault(accion.objetivo_id, []).append(accion)
    de_eje: dict[int, list[Objetivo]] = {}
    for objetivo in objetivos:
        de_eje.setdefault(objetivo.eje_id, []).append(objetivo)
    troncos = []
    for n, eje in enumerate(ejes, start=1):
        ramas, puesto = [], 0
        hijos = de_eje.get(eje.pk, [])
        for m, objetivo in enumerate(hijos, start=1):
            hojas = []
            for lugar, accion in enumerate(de_objetivo.get(objetivo.pk, []), start=1):
                puesto += 1  # «2.1» is the first action of the second eje, as in the document
                sumas = (accion.total, accion.especie, accion.cuantos) if con_sumas else (0, 0, 0)
                hoja = Hoja(accion, f"{n}.{puesto}", lugar, *sumas)
                hoja.faltas = (faltas or {}).get(f"accion:{accion.clave}", [])
                hojas.append(hoja)
            if hojas:
                hojas[-1].ultima = True
            ramas.append(Rama(objetivo, f"{n}{letras(m)}", m, hojas, m == len(hijos)))
        troncos.append(Tronco(eje, str(n), n, ramas))
    if troncos:
        troncos[-1].ultimo = True
    return troncos


def vestir(filas: list[Hoja], agenda: Agenda, modalidades: Callable[[str], str]) -> None:
    """Write on each row what its table draws: addresses, one line of facts, links to what lacks.

    One address of each kind is looked up, with a ``clave`` that is then changed for each row's.
    """
    args = [agenda.territorio_id, agenda.periodo_id]
    pagina = reverse("accion", args=[*args, CLAVE])
    moldes = {uno: reverse("agenda_fila", args=[*args, "accion", CLAVE, uno]) for uno in ("retirar", "colocar")}
    for hoja in filas:
        clave = str(hoja.accion.clave)
        hoja.url = pagina.replace(CLAVE, clave)
        hoja.mover = {uno: molde.replace(CLAVE, clave) for uno, molde in moldes.items()}
        modalidad = modalidades(hoja.accion.modalidad) if hoja.accion.modalidad else ""
        hoja.datos = " · ".join(filter(None, (modalidad, hoja.accion.responsable)))
        hoja.enlaces = enlazar(hoja.faltas)


def hojas(troncos: list[Tronco]) -> list[Hoja]:
    """Give the actions of a tree in order."""
    return [hoja for tronco in troncos for rama in tronco.objetivos for hoja in rama.acciones]
