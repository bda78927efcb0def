"""Who the territory is: what a reader abroad needs to place it."""

from __future__ import annotations

from agenda.documento.valores import coordenada, eleccion, fecha, pais
from territorio.models import Periodo, Territorio, vecinos


def componer_territorio(territorio: Territorio) -> dict:
    """Give the profile of the territory, with neighbours, associations, networks and twinnings."""
    categorias = sorted(territorio.categorias.all(), key=lambda fila: fila.vigencia)
    departamento = territorio.departamento
    return {
        "codigo": territorio.codigo,
        "nombre": territorio.nombre,
        "nombre_completo": territorio.nombre_completo,
        "sigla": territorio.sigla,
        "tipo": eleccion(territorio, "tipo"),
        "clase_asociacion": territorio.clase_asociacion,
        "departamento": {"codigo": departamento.codigo, "nombre": departamento.nombre} if departamento else None,
        "region_natural": territorio.region_natural,
        "poblacion": territorio.poblacion,
        "poblacion_cabecera": territorio.poblacion_cabecera,
        "poblacion_rural": territorio.poblacion_rural,
        "poblacion_anio": territorio.poblacion_anio,
        "categoria": categorias[-1].categoria if categorias else "",
        "categoria_vigencia": categorias[-1].vigencia if categorias else None,
        "pdet": territorio.pdet,
        "subregion_pdet": territorio.subregion_pdet,
        "limita_con": [{"slug": codigo, "texto": pais(codigo)} for codigo in sorted(territorio.limita_pais)],
        "latitud": coordenada(territorio.latitud),
        "longitud": coordenada(territorio.longitud),
        "vecinos": [_breve(otro) for otro in vecinos(territorio)],
        "asociaciones": [_breve(otro) for otro in territorio.asociaciones.select_related("departamento")],
        "integrantes": [_breve(otro) for otro in territorio.integrantes.select_related("departamento")],
        "membresias": _membresias(territorio),
        "hermanamientos": _hermanamientos(territorio),
    }


def _breve(territorio: Territorio) -> dict[str, str]:
    return {"codigo": territorio.codigo, "nombre": territorio.nombre_completo}


def _membresias(territorio: Territorio) -> list[dict]:
    """Give the networks it belongs to."""
    return [
        {
            "clave": str(fila.clave),
            "red": str(fila.entrada),
            "slug": fila.entrada_id,
            "desde": fecha(fila.desde),
            "pagada_hasta": fecha(fila.pagada_hasta),
            "acto": fila.acto,
        }
        for fila in territorio.membresias.publicos().select_related("entrada").order_by("entrada__clave_busqueda")
    ]


def _hermanamientos(territorio: Territorio) -> list[dict]:
    """Give the twinnings of the public register, each saying whether somebody read a source."""
    return [
        {
            "ciudad": fila.ciudad,
            "pais": {"slug": fila.pais, "texto": pais(fila.pais)},
            "anio": fila.anio,
            "tipo_acuerdo": fila.tipo_acuerdo,
            "verificado": fila.verificado,
        }
        for fila in territorio.hermanamientos.publicos().order_by("anio", "ciudad")
    ]


def componer_periodo(periodo: Periodo) -> dict:
    """Give the term."""
    return {
        "nombre": periodo.nombre,
        "texto": str(periodo),
        "desde": fecha(periodo.desde),
        "hasta": fecha(periodo.hasta),
        "anios": periodo.anios,
    }
