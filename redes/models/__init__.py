"""The directory (networks, agencies, programmes), calls, counterparts, twinnings and memberships."""

from redes.models.contraparte import Contraparte, ContraparteQuerySet, TipoContraparte
from redes.models.convocatoria import Convocatoria, ConvocatoriaQuerySet, Recordatorio, SinRecordatorios
from redes.models.entrada import Clase, Entrada, EstadoEntrada
from redes.models.registro import Hermanamiento, Membresia, Registro, RegistroQuerySet
from redes.models.vigilancia import Enlace, EstadoEnlace, EstadoReporte, Motivo, Reporte

__all__ = [
    "Clase",
    "Contraparte",
    "ContraparteQuerySet",
    "Convocatoria",
    "ConvocatoriaQuerySet",
    "Enlace",
    "Entrada",
    "EstadoEnlace",
    "EstadoEntrada",
    "EstadoReporte",
    "Hermanamiento",
    "Membresia",
    "Motivo",
    "Recordatorio",
    "Registro",
    "RegistroQuerySet",
    "Reporte",
    "SinRecordatorios",
    "TipoContraparte",
]
