"""The Agenda Estratégica: text, plan, money, indicators, review and versions."""

from agenda.models.accion import (
    Accion,
    Aliado,
    Direccion,
    EstadoAccion,
    EstadoTramite,
    EtapaAliado,
    Hito,
    Participacion,
    RolAliado,
    Tramite,
    VinculoPlan,
)
from agenda.models.agenda import Agenda, DecisionSugerencia, Estado, Reunion, Sugerencia
from agenda.models.indicador import Acumulacion, Indicador, Medicion, MetaAnual, Sentido
from agenda.models.plan import Eje, Objetivo
from agenda.models.presupuesto import Certeza, Fuente, Partida
from agenda.models.revision import Comentario, EstadoComentario, Transicion
from agenda.models.version import Adopcion, ResultadoVersion, TipoActo, Version

__all__ = [
    "Accion",
    "Acumulacion",
    "Adopcion",
    "Agenda",
    "Aliado",
    "Certeza",
    "Comentario",
    "DecisionSugerencia",
    "Direccion",
    "Eje",
    "Estado",
    "EstadoAccion",
    "EstadoComentario",
    "EstadoTramite",
    "EtapaAliado",
    "Fuente",
    "Hito",
    "Indicador",
    "Medicion",
    "MetaAnual",
    "Objetivo",
    "Participacion",
    "Partida",
    "ResultadoVersion",
    "Reunion",
    "RolAliado",
    "Sentido",
    "Sugerencia",
    "TipoActo",
    "Tramite",
    "Transicion",
    "Version",
    "VinculoPlan",
]
