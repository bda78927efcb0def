"""Where a territory stands, gathered in a constant number of queries: what its panel is drawn from."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.urls import reverse

from agenda.comienzo import abre_en, razon_para_no_comenzar
from agenda.faltantes import Falta, faltantes
from agenda.filas import en_arbol_vivo, filas_de
from agenda.models import Accion, Adopcion, Agenda, EstadoComentario, Indicador
from diagnostico.models import Actor, Antecedente, Diagnostico, EjePlan
from diagnostico.secciones import Seccion, secciones
from guia.catalogo import catalogo
from redes.registros.consultas import cuentas_de
from territorio.models import Periodo, Territorio


@dataclass
class Situacion:
    """The facts that decide the tasks of a territory in a Periodo, for somebody with a role there (None: the FCM)."""

    codigo: str
    rol: str | None
    periodo: Periodo
    antecedentes: int = 0
    registros: int = 0
    registros_devueltos: int = 0
    actores: int = 0
    ejes_plan: int = 0
    pedidos: int = 0
    pedidos_abiertos: int = 0
    abierto: Diagnostico | None = None
    cerrado: Diagnostico | None = None
    secciones: list[Seccion] = field(default_factory=list)
    agenda: Agenda | None = None
    razon_agenda: str = ""
    acciones: int = 0
    indicadores: int = 0
    faltas: list[Falta] = field(default_factory=list)
    comentarios_abiertos: int = 0
    adoptada: bool = False
    total_consejos: int = 10

    @property
    def primera_visita(self) -> bool:
        """Say whether nothing has begun."""
        return self.agenda is None and self.abierto is None and self.cerrado is None

    def ir(self, nombre: str, *resto: str) -> str:
        """Give the address of a page of the agenda."""
        return reverse(nombre, args=[self.codigo, self.periodo.pk, *resto])


def reunir(territorio: Territorio, periodo: Periodo) -> Situacion:
    """Gather where a territory stands in a Periodo."""
    dato = Situacion(territorio.pk, territorio.mi_rol, periodo, total_consejos=len(catalogo().consejos))
    dato.antecedentes = Antecedente.objects.vigentes().filter(territorio=territorio).count()
    dato.registros, dato.registros_devueltos = cuentas_de(territorio)
    dato.actores = Actor.objects.vigentes().filter(territorio=territorio).count()
    dato.ejes_plan = EjePlan.objects.vigentes().filter(territorio=territorio, periodo=periodo).count()
    respondidos = list(territorio.acompanamientos.order_by().values_list("respondido_en", flat=True))
    dato.pedidos, dato.pedidos_abiertos = len(respondidos), respondidos.count(None)
    suyos = Diagnostico.objects.filter(territorio=territorio, periodo=periodo).defer("resultado").order_by("-numero")
    for diagnostico in suyos:
        if diagnostico.abierto:
            dato.abierto = diagnostico
        elif dato.cerrado is None:
            dato.cerrado = diagnostico
    if dato.abierto:
        dato.abierto.territorio = territorio
        dato.secciones = secciones(dato.abierto)
    dato.agenda = Agenda.objects.filter(territorio=territorio, periodo=periodo).first()
    if dato.agenda is None:
        dato.razon_agenda = razon_para_no_comenzar(territorio, periodo) or ""
    else:
        _de_la_agenda(dato, territorio)
    return dato


def _de_la_agenda(dato: Situacion, territorio: Territorio) -> None:
    agenda = dato.agenda
    agenda.territorio, agenda.periodo = territorio, dato.periodo
    vivas = en_arbol_vivo(filas_de(agenda, "accion"))
    dato.acciones = vivas.count()
    dato.indicadores = (
        Indicador.objects.vigentes().filter(accion__in=Accion.objects.filter(pk__in=vivas.values("pk"))).count()
    )
    if agenda.editable:
        dato.faltas = faltantes(agenda)
    dato.comentarios_abiertos = agenda.comentarios.entregados().filter(estado=EstadoComentario.ABIERTO).count()
    dato.adoptada = Adopcion.objects.filter(version__agenda=agenda).exists()


def periodo_siguiente(periodo: Periodo, hoy) -> Periodo | None:
    """Give the next Periodo when its agenda may already be begun."""
    proximo = Periodo.objects.filter(desde__gt=periodo.hasta).order_by("desde").first()
    return proximo if proximo and hoy >= abre_en(proximo) else None
