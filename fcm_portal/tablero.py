"""Every territory with agenda and where it stands: what ``/tablero/`` filters, sorts, counts and exports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext_lazy as _

from agenda.estados import ESTADOS
from agenda.models import Agenda, Estado, Transicion
from cuentas.busqueda import buscar_territorios
from cuentas.models import Asignacion, RolFcm
from diagnostico.models import Diagnostico
from territorio.models import Categoria, Periodo, Territorio

SIN = "sin"
DIAGNOSTICOS = {SIN: _("Sin empezar"), "abierto": _("En curso"), "cerrado": _("Cerrado")}
AGENDAS = {SIN: _("Sin agenda"), **{estado.value: ficha.fcm for estado, ficha in ESTADOS.items()}}
TONOS = {
    SIN: "neutra", "abierto": "alerta", "cerrado": "exito", Estado.BORRADOR: "", Estado.ENVIADA: "alerta",
    Estado.EN_REVISION: "alerta", Estado.DEVUELTA: "peligro", Estado.APROBADA: "exito",
}  # fmt: skip
ORDENES = {
    "nombre": ["clave_busqueda", "codigo"],
    "departamento": ["departamento__clave_busqueda", "clave_busqueda"],
    "poblacion": [F("poblacion").desc(nulls_last=True), "codigo"],
    "categoria": ["categoria", "clave_busqueda"],
    "diagnostico": ["estado_diagnostico", "clave_busqueda"],
    "agenda": ["estado_agenda", "clave_busqueda"],
    "movimiento": [F("movimiento").desc(nulls_last=True), "clave_busqueda"],
    "quietud": [F("movimiento").asc(nulls_last=True), "clave_busqueda"],
}


def filas(periodo: Periodo) -> QuerySet[Territorio]:
    """Give every territory with agenda and, in a Periodo, the state of its diagnostic and agenda and its last move."""
    suyo = {"territorio": OuterRef("pk"), "periodo": periodo}
    diagnosticos = Diagnostico.objects.filter(**suyo).order_by()
    agendas = Agenda.objects.filter(**suyo).order_by()
    movidas = Transicion.objects.filter(agenda__territorio=OuterRef("pk"), agenda__periodo=periodo).order_by("-cuando")
    categorias = Categoria.objects.filter(territorio=OuterRef("pk")).order_by("-vigencia")
    return (
        Territorio.objects.con_agenda()
        .select_related("departamento")
        .annotate(
            estado_diagnostico=Case(
                When(Exists(diagnosticos.cerrados()), then=Value("cerrado")),
                When(Exists(diagnosticos.abiertos()), then=Value("abierto")),
                default=Value(SIN),
            ),
            estado_agenda=Coalesce(Subquery(agendas.values("estado")[:1]), Value(SIN)),
            publicada=Exists(agendas.publicadas()),
            categoria=Coalesce(Subquery(categorias.values("categoria")[:1]), Value("")),
            movimiento=Greatest(
                Subquery(diagnosticos.order_by("-abierto_en").values("abierto_en")[:1]),
                Subquery(diagnosticos.cerrados().order_by("-cerrado_en").values("cerrado_en")[:1]),
                Subquery(agendas.values("iniciada_en")[:1]),
                Subquery(movidas.values("cuando")[:1]),
            ),
        )
    )


def filtrar(base: QuerySet[Territorio], filtro: dict) -> QuerySet[Territorio]:
    """Narrow the table. ``filtro``: q, departamento, diagnostico, agenda, categoria, pdet, asesor, orden."""
    if filtro.get("q"):
        base = buscar_territorios(filtro["q"], base)
    exactos = {
        "departamento_id": filtro.get("departamento"),
        "estado_diagnostico": filtro.get("diagnostico"),
        "estado_agenda": filtro.get("agenda"),
        "categoria": filtro.get("categoria"),
    }
    base = base.filter(**{campo: valor for campo, valor in exactos.items() if valor})
    if filtro.get("pdet"):
        base = base.filter(pdet=filtro["pdet"] == "si")
    if filtro.get("asesor"):
        asignadas = Asignacion.objects.filter(
            Q(territorio=OuterRef("pk")) | Q(territorio=OuterRef("departamento_id")),
            asesor__is_active=True,
            asesor__rol_fcm=RolFcm.ASESOR,
        )
        if filtro["asesor"] == SIN:
            base = base.exclude(Exists(asignadas))
        else:
            base = base.filter(Exists(asignadas.filter(asesor=filtro["asesor"])))
    orden = filtro.get("orden") or ("" if filtro.get("q") else "nombre")
    return base.order_by(*ORDENES[orden]) if orden else base


def cuentas_por(base: QuerySet[Territorio], campo: str) -> dict[str, int]:
    """Count the rows of each state."""
    return dict(base.order_by().values_list(campo).annotate(Count("pk")))


def con_asesores(pagina: Iterable) -> list:
    """Give the rows (of ``filas``, or what has the same names) with who accompanies each (``asesores``). One query."""
    lista = list(pagina)
    asignaciones = Asignacion.objects.filter(asesor__is_active=True, asesor__rol_fcm=RolFcm.ASESOR).select_related(
        "asesor"
    )
    por_codigo = defaultdict(list)
    for asignacion in asignaciones:
        por_codigo[asignacion.territorio_id].append(str(asignacion.asesor))
    diagnosticos = {clave: str(nombre) for clave, nombre in DIAGNOSTICOS.items()}  # translated once, not in each row
    agendas = {clave: str(nombre) for clave, nombre in AGENDAS.items()}
    for fila in lista:
        fila.asesores = sorted({*por_codigo[fila.codigo], *por_codigo[fila.departamento_id]})
        fila.nombre_diagnostico = diagnosticos[fila.estado_diagnostico]
        fila.tono_diagnostico = TONOS[fila.estado_diagnostico]
        fila.nombre_agenda = agendas[fila.estado_agenda]
        fila.tono_agenda = TONOS[fila.estado_agenda]
    return lista
