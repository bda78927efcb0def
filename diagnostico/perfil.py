"""What the directory needs to know of a territory to say which networks, agencies and calls suit it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from django.db.models import Q, QuerySet

from diagnostico.cuestionario import contenido_de
from diagnostico.models import Diagnostico
from diagnostico.resultado import resultado
from guia.catalogo import catalogo
from redes.afinidad import Perfil
from redes.afinidad.lugares import lugares
from redes.models import Hermanamiento, Membresia
from territorio.models import DEPARTAMENTO_DE_BOGOTA, Territorio, Vecindad

CUNDINAMARCA = "25"  # its capital is Bogotá, with a code of its own


def diagnostico_vigente(territorio: Territorio) -> Diagnostico | None:
    """Give the newest closed diagnostic of a territory, else the open one, else None."""
    return territorio.diagnosticos.cerrados().first() or territorio.diagnosticos.abiertos().first()


def perfil(territorio: Territorio, diagnostico: Diagnostico | None = None) -> Perfil:
    """Build the profile from a diagnostic (by default ``diagnostico_vigente``), in a constant number of queries.

    Modalities are those begun (level 1 or more). ODS are those of the chosen themes.
    """
    diagnostico = diagnostico or diagnostico_vigente(territorio)
    dado, de_cada_tema = None, {}
    if diagnostico is not None:
        dado = resultado(diagnostico)
        de_cada_tema = {tema.slug: tema.ods for tema in contenido_de(diagnostico).temas}
    return _componer(territorio, dado, de_cada_tema, _lazos([territorio.pk]))


def perfiles(territorios: QuerySet[Territorio]) -> list[tuple[Territorio, Perfil]]:
    """Build those of many territories from their newest closed diagnostics; without one, none. Constant queries."""
    filas = list(territorios.select_related("departamento").prefetch_related("categorias"))
    codigos = [fila.pk for fila in filas]
    cerrados = Diagnostico.objects.cerrados().filter(territorio__in=codigos).order_by("territorio_id", "numero")
    # the frozen result is large: only its two lists travel
    dados = {
        codigo: {"temas": temas, "modalidades": modalidades}
        for codigo, temas, modalidades in cerrados.values_list(
            "territorio_id", "resultado__temas", "resultado__modalidades"
        )
    }
    de_cada_tema = {slug: ficha.datos.get("ods_propuesta") or () for slug, ficha in catalogo().temas.items()}
    lazos = _lazos([codigo for codigo in codigos if codigo in dados])
    return [(fila, _componer(fila, dados[fila.pk], de_cada_tema, lazos)) for fila in filas if fila.pk in dados]


class Lazos(NamedTuple):
    """What ties some territories to others, by code: neighbours, networks, twinned cities of each country."""

    vecinos: Mapping[str, set[str]]
    redes: Mapping[str, set[str]]
    hermanas: Mapping[str, Mapping[str, list[str]]]


def _lazos(codigos: list[str]) -> Lazos:
    """Read the ties of some territories. Three queries."""
    vecinos, redes, hermanas = defaultdict(set), defaultdict(set), defaultdict(lambda: defaultdict(list))
    for a, b in Vecindad.objects.filter(Q(a__in=codigos) | Q(b__in=codigos)).values_list("a_id", "b_id"):
        vecinos[a].add(b)
        vecinos[b].add(a)
    propias = Membresia.objects.filter(territorio__in=codigos, retirado_en=None, devuelto="")
    for codigo, entrada in propias.values_list("territorio_id", "entrada_id"):
        redes[codigo].add(entrada)
    acuerdos = Hermanamiento.objects.filter(territorio__in=codigos, retirado_en=None, devuelto="")
    for codigo, pais, ciudad in acuerdos.order_by("anio", "ciudad").values_list("territorio_id", "pais", "ciudad"):
        hermanas[codigo][pais].append(ciudad)
    return Lazos(vecinos, redes, hermanas)


def _componer(territorio: Territorio, dado: dict | None, de_cada_tema: dict, lazos: Lazos) -> Perfil:
    """Put together what is known of one territory."""
    codigo = territorio.pk
    temas = frozenset(tema["slug"] for tema in (dado or {}).get("temas", ()))
    departamento = territorio.departamento if territorio.departamento_id else None
    return Perfil(
        temas=temas,
        modalidades=frozenset(
            m["slug"] for m in (dado or {}).get("modalidades", ()) if m["nivel"] and not m["transversal"]
        ),
        ods=frozenset(numero for tema in temas for numero in de_cada_tema.get(tema, ())),
        categoria=territorio.categoria_actual,
        poblacion=territorio.poblacion,
        frontera=frozenset(territorio.limita_pais),
        frontera_departamento=frozenset(lugares().fronteras.get(territorio.departamento_id, ())),
        es_asociacion=territorio.es_asociacion,
        ya_tiene=frozenset(lazos.redes.get(codigo, ())),
        codigo=codigo,
        nombre=territorio.nombre,
        departamento=territorio.departamento_id or "",
        departamento_nombre=departamento.nombre if departamento else "",
        region=(departamento.region_natural if departamento else "") or territorio.region_natural,
        es_capital=_es_capital(territorio),
        es_area_metropolitana="metropolitana" in territorio.clase_asociacion,
        pdet=territorio.pdet,
        vecinos=frozenset(lazos.vecinos.get(codigo, ())),
        hermanados={pais: tuple(ciudades) for pais, ciudades in lazos.hermanas.get(codigo, {}).items()},
    )


def _es_capital(territorio: Territorio) -> bool:
    """Say whether it is the capital of its department: DANE numbers it 001 (Cundinamarca's is Bogotá)."""
    departamento = territorio.departamento_id
    return (
        territorio.pk == f"{departamento}001"
        and departamento != CUNDINAMARCA
        or departamento == (DEPARTAMENTO_DE_BOGOTA)
    )
