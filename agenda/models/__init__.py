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
from agenda.models.encargo import ClaseEncargo, Encargo, EstadoEncargo
from agenda.models.impreso import Edicion, Idioma, Impreso
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
    "ClaseEncargo",
    "Comentario",
    "DecisionSugerencia",
    "Direccion",
    "Edicion",
    "Eje",
    "Encargo",
    "Estado",
    "EstadoAccion",
    "EstadoComentario",
    "EstadoEncargo",
    "EstadoTramite",
    "EtapaAliado",
    "Fuente",
    "Hito",
    "Idioma",
    "Impreso",
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
