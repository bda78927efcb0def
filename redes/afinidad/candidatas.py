"""Where the rule gets its candidates: the few hundred entries that may suit a profile, never the whole table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db.models import IntegerField, Q, QuerySet
from django.db.models.expressions import RawSQL

from formato.texto import sin_acentos
from redes.afinidad.miembros import Nomenclator, patron
from redes.afinidad.perfil import Miembro, Perfil
from redes.afinidad.pesos import PESOS
from redes.afinidad.regla import motivo_de_exclusion
from redes.models import Clase, Entrada, EstadoEntrada, Membresia
from territorio.models import Categoria, Territorio, Tipo

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

    Three queries whatever the number.
    """
    dadas = list(dadas)
    buscados = {nombre for candidata in dadas for nombre in candidata.miembros_colombia}
    confirmadas = list(
        Membresia.objects.publicos()
        .filter(entrada__in=[candidata.slug for candidata in dadas])
        .values_list("entrada_id", "territorio_id")
    )
    filas = (
        Territorio.objects.filter(vigente_hasta=None)
        .exclude(tipo=Tipo.DEPARTAMENTO)
        .filter(Q(clave_busqueda__regex=patron(buscados)) | Q(pk__in={codigo for _entrada, codigo in confirmadas}))
    )
    datos = {
        codigo: (clave, nombre, departamento or "", suyo or "")
        for codigo, clave, nombre, departamento, suyo in filas.values_list(
            "codigo", "clave_busqueda", "nombre", "departamento_id", "departamento__clave_busqueda"
        )
    }
    lugares = Nomenclator(
        # the key of an association carries its acronym too
        ((codigo, clave if codigo.isdigit() else sin_acentos(nombre), suyo)
         for codigo, (clave, nombre, _d, suyo) in datos.items()), buscados,
    )  # fmt: skip
    codigos: dict[str, set[str]] = defaultdict(set)
    for candidata in dadas:
        codigos[candidata.slug].update(filter(None, map(lugares.codigo, candidata.miembros_colombia)))
    for entrada, territorio in confirmadas:
        codigos[entrada].add(territorio)
    usados = {codigo for grupo in codigos.values() for codigo in grupo if codigo in datos}
    categorias = dict(
        Categoria.objects.filter(territorio__in=usados).order_by("vigencia").values_list("territorio_id", "categoria")
    )
    quienes = {c: Miembro(c, datos[c][1], datos[c][2], categorias.get(c, "")) for c in usados}
    return {slug: [quienes[codigo] for codigo in sorted(grupo & usados)] for slug, grupo in codigos.items()}
