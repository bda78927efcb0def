"""Where a territory is: a small picture with its dot lit over the dots of the country (``static/marca/pais.svg``)."""

from __future__ import annotations

from dataclasses import dataclass

from fcm_portal.pais.mapa import con_punto, lugar
from informes.graficas.pais import VISTA, proyectar
from informes.graficas.trazo import recorrer
from territorio.models import Territorio, Tipo


@dataclass(frozen=True)
class Ubicacion:
    """What ``_ubicacion.html`` draws: the path of the dots around, of those lit, and the place with a halo."""

    alrededor: str = ""
    encendidos: str = ""
    x: int | None = None
    y: int | None = None

    @property
    def vista(self) -> str:
        """Give the viewBox: the units are those of the map of the home."""
        return " ".join(map(str, VISTA))


def ubicacion(territorio: Territorio, integrantes: list[Territorio]) -> Ubicacion:
    """Give the picture of a territory. One query; none for an association, whose members (``integrantes``) are lit."""
    if territorio.es_asociacion:
        con_lugar = [uno for uno in integrantes if uno.latitud is not None and uno.tipo != Tipo.DEPARTAMENTO]
        return Ubicacion(encendidos=recorrer([_punto(uno.pk, uno.longitud, uno.latitud) for uno in con_lugar]))
    departamento = territorio.pk if territorio.tipo == Tipo.DEPARTAMENTO else territorio.departamento_id
    filas = con_punto().filter(departamento=departamento).values_list("pk", "longitud", "latitud")
    alrededor = recorrer([_punto(*fila) for fila in filas])
    if territorio.tipo == Tipo.DEPARTAMENTO or territorio.latitud is None:
        return Ubicacion(encendidos=alrededor)
    return Ubicacion(alrededor, "", *_punto(territorio.pk, territorio.longitud, territorio.latitud))


def _punto(codigo: str, longitud: float, latitud: float) -> tuple[int, int]:
    return proyectar(*lugar(codigo, longitud, latitud))
