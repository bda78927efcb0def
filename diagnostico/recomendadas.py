"""Networks, agencies and calls that suit a territory, with their reasons: what its page and its mail show."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from guia.catalogo import catalogo
from redes.afinidad import Afinidad, Fuera, Llamado, Perfil, candidatas, llamados, miembros_conocidos, separar
from redes.convocatorias.consulta import vigentes
from redes.models import Clase, Convocatoria, Entrada, Membresia

REDES, AGENCIAS, CONVOCATORIAS, FUERA, TENIDAS = 10, 10, 10, 15, 30
CONVOCATORIAS_MIRADAS = 80


class Abierta(NamedTuple):
    """What of a call decides whether it suits, and what is said of it."""

    slug: str
    titulo: str
    requisitos: str
    abre: dt.date | None
    cierra: dt.date | None
    categorias: list[str]
    departamentos: list[str]
    poblacion_maxima: int | None
    temas: list[str]
    modalidades: list[str]
    ods: list[int]
    idiomas: list[str]
    verificado: bool
    es_demostracion: bool

    __str__ = Convocatoria.__str__


class Tenida(NamedTuple):
    """An entry where the territory already is."""

    slug: str
    nombre: str
    sigla: str
    clave_busqueda: str

    __str__ = Entrada.__str__


@dataclass(frozen=True)
class Recomendadas:
    """What is recommended to a territory, best first, and what is not with its reason."""

    redes: list[Afinidad]
    agencias: list[Afinidad]
    convocatorias: list[Llamado]
    ya_tiene: list
    fuera: list[Fuera]

    @property
    def vacia(self) -> bool:
        """Say whether nothing suits."""
        return not (self.redes or self.agencias or self.convocatorias)


def nombres_de_la_guia() -> dict[str, str]:
    """Give the names of themes and modalities by slug, as reasons tell them."""
    guia = catalogo()
    return {slug: uno.nombre for slug, uno in {**guia.temas, **guia.modalidades}.items()}


def recomendar(perfil: Perfil, hoy: dt.date) -> Recomendadas:
    """Give what suits a profile on a day, in a constant number of queries."""
    nombres = nombres_de_la_guia()
    dadas = candidatas(perfil)
    separadas = separar(perfil, dadas, nombres, miembros_conocidos(dadas))
    abiertas = _abiertas(perfil, hoy) if perfil.temas else ()
    return Recomendadas(
        redes=[a for a in separadas.afines if a.entrada.clase == Clase.RED and a.puntos > 0][:REDES],
        agencias=[a for a in separadas.afines if a.entrada.clase == Clase.AGENCIA and a.puntos > 0][:AGENCIAS],
        convocatorias=llamados(perfil, abiertas, hoy, nombres)[:CONVOCATORIAS],
        ya_tiene=_las_suyas(perfil, separadas.ya_tiene),
        fuera=[f for f in separadas.fuera if f.entrada.clase == Clase.RED][:FUERA],
    )


def _abiertas(perfil: Perfil, hoy: dt.date) -> list[Abierta]:
    """Give the calls that share a theme, the first to close first."""
    filas = vigentes(sorted(perfil.temas), hoy).order_by("cierra").values_list(*Abierta._fields)
    return [Abierta._make(fila) for fila in filas[:CONVOCATORIAS_MIRADAS]]


def _las_suyas(perfil: Perfil, vistas: list) -> list[tuple[object, str]]:
    """Give what the territory has, each with how it is known: «confirmada», «declarada» or «directorio»."""
    propias = Membresia.objects.filter(territorio=perfil.codigo, retirado_en=None, devuelto="").values_list(
        "verificado", "entrada_id", "entrada__nombre", "entrada__sigla", "entrada__clave_busqueda"
    )[:TENIDAS]
    como = {
        slug: (Tenida(slug, *suyo), "confirmada" if verificado else "declarada") for verificado, slug, *suyo in propias
    }
    for entrada in vistas:
        como.setdefault(entrada.slug, (entrada, "directorio"))
    return sorted(como.values(), key=lambda par: par[0].clave_busqueda)[:TENIDAS]


def convocatorias_para(
    perfil: Perfil, filas: list[Convocatoria], hoy: dt.date, nombres: dict[str, str]
) -> list[Llamado]:
    """Give, of some calls, those worth an e-mail to a territory: above the published threshold."""
    return [llamado for llamado in llamados(perfil, filas, hoy, nombres) if llamado.se_recuerda]
