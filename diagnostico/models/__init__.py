"""The diagnostic and what a territory knows of itself."""

from diagnostico.models.autodiagnostico import Autodiagnostico
from diagnostico.models.cuestionario import AccionSugerida, Cuestionario
from diagnostico.models.diagnostico import (
    Condicion,
    Diagnostico,
    EstadoModalidad,
    Evidencia,
    Motivacion,
    Respuesta,
    Ruta,
    Valor,
    ValorCondicion,
)
from diagnostico.models.memoria import Actor, Antecedente, EjePlan, EtapaAntecedente, TipoAntecedente

__all__ = [
    "AccionSugerida",
    "Actor",
    "Antecedente",
    "Autodiagnostico",
    "Condicion",
    "Cuestionario",
    "Diagnostico",
    "EjePlan",
    "EstadoModalidad",
    "EtapaAntecedente",
    "Evidencia",
    "Motivacion",
    "Respuesta",
    "Ruta",
    "TipoAntecedente",
    "Valor",
    "ValorCondicion",
]
