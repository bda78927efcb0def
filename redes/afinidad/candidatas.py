"""Where the rule gets its candidates: the few hundred entries that may suit a profile, never the whole table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db.models import IntegerField, Q, QuerySet
from django.db.models.expressions import RawSQL

from redes.afinidad.lugares import lugares
from redes.afinidad.perfil import Miembro, Perfil
from redes.afinidad.pesos import PESOS
from redes.afinidad.regla import motivo_de_exclusion
from redes.models import Clase, Entrada, EstadoEntrada, Membresia

BASTANTES = 36  # that the territory may enter, of each class: the page shows a dozen
AJENAS = 16  # and of those it may not, to say why
MIRADAS = 250  # … and how many are read at most to find them
TANDA = 80
RECOMENDABLES = (Clase.RED, Clase.AGENCIA)


class Candidata(NamedTuple):
    """What of an entry decides whether it suits, and what is said of it."""

    slug: str
    clase: str
    tipo: str
    nombre: str
    sigla: str
    estado: str
    verificado: bool
    es_demostracion: bool
    clave_busqueda: str
    temas: list[str]
    modalidades: list[str]
    ods: list[int]
    idiomas: list[str]
    ambito: str
    sede_ciudad: str
    sede_pais: str
    descripcion: str
    requisitos: str
    convocatorias_nota: str
    cuota: str
    categorias: list[str]
    poblacion_minima: int | None
    poblacion_maxima: int | None
    miembros_colombia: list[str]

    __str__ = Entrada.__str__


def candidatas(perfil: Perfil, bastantes: int = BASTANTES) -> list[Candidata]:
    """Give, of each class, the entries that share most with a profile, most first; inactive ones never.

    Without themes yet, any of them: where it is will decide. One query a class.
    """
    vivas = Entrada.objects.exclude(estado=EstadoEntrada.INACTIVA)
    if not perfil.sin_temas:
        vivas = vivas.filter(
            Q(temas__overlap=sorted(perfil.temas)) | Q(modalidades__overlap=sorted(perfil.modalidades))
        )
    vivas = vivas.annotate(comparte=_compartido(perfil)).order_by("-comparte", "-verificado", "clave_busqueda")
    return [fila for clase in RECOMENDABLES for fila in _hasta(bastantes, perfil, vivas.filter(clase=clase))]


def _hasta(bastantes: int, perfil: Perfil, filas: QuerySet[Entrada]) -> Iterator[Candidata]:
    """Read entries in order until enough of them may be entered. One query, read as far as needed."""
    admitidas = ajenas = 0
    for fila in filas.values_list(*Candidata._fields)[:MIRADAS].iterator(chunk_size=TANDA):
        candidata = Candidata._make(fila)
        if not motivo_de_exclusion(perfil, candidata):
            admitidas += 1
        elif ajenas == AJENAS:
            continue
        else:
            ajenas += 1
        yield candidata
        if admitidas == bastantes:
            return


def _compartido(perfil: Perfil) -> RawSQL:
    """Give the points of what an entry shares, as the database adds them: the same weights as the rule."""
    return RawSQL(
        "%s * (SELECT count(*) FROM unnest(redes_entrada.temas) suyo WHERE suyo = ANY(%s))"
        " + %s * (SELECT count(*) FROM unnest(redes_entrada.modalidades) suya WHERE suya = ANY(%s))",
        [PESOS["tema"].puntos, sorted(perfil.temas), PESOS["modalidad"].puntos, sorted(perfil.modalidades)],
        output_field=IntegerField(),
    )


def miembros_conocidos(dadas: Iterable[Candidata]) -> dict[str, list[Miembro]]:
    """Give who already belongs to each: confirmed memberships and names of the directory that are one territory's.

    One query whatever the number.
    """
    dadas = list(dadas)
    conocidos = lugares()
    codigos = {
        candidata.slug: set(filter(None, map(conocidos.nomenclator.codigo, candidata.miembros_colombia)))
        for candidata in dadas
    }
    confirmadas = Membresia.objects.publicos().filter(entrada__in=list(codigos))
    for entrada, territorio in confirmadas.values_list("entrada_id", "territorio_id"):
        codigos[entrada].add(territorio)
    return {
        slug: [conocidos.miembros[codigo] for codigo in sorted(grupo & conocidos.miembros.keys())]
        for slug, grupo in codigos.items()
    }
