"""By what the directory may be narrowed: the values of each facet, how many things have each, and what was chosen.

Values of one facet are alternatives; facets narrow one another. How many a value has is counted without its own facet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from formato.idiomas import idioma
from formato.segun_idioma import pais
from formato.texto import sin_acentos
from guia.catalogo import catalogo
from redes.directorio.indice import Indice

CLASES = {
    "red": _("redes"),
    "agencia": _("agencias y entidades"),
    "programa": _("programas nacionales de la guía"),
    "convocatoria": _("convocatorias"),
    "hermanamiento": _("hermanamientos"),
}
TIPOS = {
    "nacional": _("entidad nacional"),
    "bilateral": _("cooperación de otro país"),
    "multilateral": _("organismo de varios países"),
    "ong": _("organización no gubernamental"),
    "gremio": _("asociación o gremio"),
}
AMBITOS = {
    "mundial": _("mundial"),
    "iberoamericano": _("iberoamericano"),
    "latinoamericano": _("latinoamericano"),
    "andino": _("andino"),
    "fronterizo": _("fronterizo"),
    "nacional": _("nacional"),
    "temático": _("temático"),
}
CUOTAS = {"no": _("sin cuota"), "si": _("cobra cuota"), "desconocido": _("no se sabe si cobra")}
ESTADOS = {
    "activa": _("en actividad"),
    "abierta": _("convocatoria abierta"),
    "por-abrir": _("convocatoria por abrir"),
    "desconocido": _("actividad sin confirmar"),
    "cerrada": _("convocatoria cerrada"),
    "inactiva": _("ya no funciona"),
}
VERIFICADOS = {
    "si": _("verificada en los últimos 12 meses"),
    "vencida": _("verificada hace más de 12 meses o sin fecha"),
    "no": _("sin verificar"),
}


def _lista(nombres: dict) -> Callable[[Iterable], list[tuple]]:
    """Give what orders values as a list does; those it does not name go at the end."""
    orden = {valor: lugar for lugar, valor in enumerate(nombres)}
    return lambda valores: [
        (valor, nombres.get(valor, valor))
        for valor in sorted(valores, key=lambda v: (orden.get(v, len(orden)), str(v)))
    ]


def _de_la_guia(vocabulario: str) -> Callable[[Iterable], list[tuple]]:
    def ordenar(valores: Iterable) -> list[tuple]:
        orden = {clave: lugar for lugar, clave in enumerate(getattr(catalogo(), vocabulario))}
        todos = sorted(valores, key=lambda valor: (orden.get(valor, len(orden)), str(valor)))
        return [(valor, catalogo().nombre(vocabulario, valor)) for valor in todos]

    return ordenar


def _alfabetica(nombre: Callable[[str], str]) -> Callable[[Iterable], list[tuple]]:
    return lambda valores: sorted(((valor, nombre(valor)) for valor in valores), key=lambda par: sin_acentos(par[1]))


@dataclass(frozen=True)
class Faceta:
    """A way of narrowing. ``nombre`` is its parameter in the address; ``rotular`` orders its values and names them."""

    nombre: str
    titulo: str | Promise
    rotular: Callable[[Iterable], list[tuple]]
    leer: Callable[[str], object] = str


FACETAS = (
    Faceta("clase", _("Qué es"), _lista(CLASES)),
    Faceta("tema", _("Tema"), _de_la_guia("temas")),
    Faceta("modalidad", _("Modalidad"), _de_la_guia("modalidades_y_gobernanza")),
    Faceta(
        "ods", "ODS", _de_la_guia("ods"), lambda texto: int(texto) if texto.isdecimal() and len(texto) < 3 else texto
    ),
    Faceta("pais", _("País"), _alfabetica(pais)),
    Faceta("cuota", _("Cuota"), _lista(CUOTAS)),
    Faceta("idioma", _("Idioma"), _alfabetica(idioma)),
    Faceta("ambito", _("Ámbito"), _lista(AMBITOS)),
    Faceta("tipo", _("Tipo de agencia"), _lista(TIPOS)),
    Faceta("estado", _("Estado"), _lista(ESTADOS)),
    Faceta("verificado", _("Verificación"), _lista(VERIFICADOS)),
)


@dataclass(frozen=True)
class Valor:
    """A value of a facet as it is drawn: how many things it has now, and whether it was chosen."""

    valor: object
    nombre: str
    cuantas: int
    elegido: bool


@dataclass(frozen=True)
class Cuadro:
    """A facet as it is drawn."""

    nombre: str
    titulo: str
    valores: list[Valor]

    @property
    def elegidos(self) -> list[Valor]:
        """Give the values that were chosen."""
        return [valor for valor in self.valores if valor.elegido]


Eleccion = dict[str, list]


def elegidas(pedido: QueryDict, indice: Indice) -> Eleccion:
    """Read what was chosen from the address; what the directory does not have is ignored."""
    dadas = {}
    for faceta in FACETAS:
        leidos = dict.fromkeys(faceta.leer(texto) for texto in pedido.getlist(faceta.nombre)[:100])
        if validos := [valor for valor in leidos if valor in indice.facetas.get(faceta.nombre, ())]:
            dadas[faceta.nombre] = validos
    return dadas


def estrechar(indice: Indice, eleccion: Eleccion, menos: str = "") -> int:
    """Give the places that every chosen facet admits, ``menos`` one."""
    bits = indice.vivos
    for nombre, valores in eleccion.items():
        if nombre != menos:
            bits &= reduce(or_, (indice.facetas[nombre].get(valor, 0) for valor in valores), 0)
    return bits


def cuadros(indice: Indice, eleccion: Eleccion, halladas: int) -> list[Cuadro]:
    """Count each value of each facet among what was found; those with none are left out unless chosen."""
    dados = []
    for faceta in FACETAS:
        base = halladas & estrechar(indice, eleccion, menos=faceta.nombre)
        cuentas = {valor: (base & bits).bit_count() for valor, bits in indice.facetas.get(faceta.nombre, {}).items()}
        propios = eleccion.get(faceta.nombre, [])
        visibles = [valor for valor, cuantas in cuentas.items() if cuantas or valor in propios]
        valores = [
            Valor(valor, str(nombre), cuentas[valor], valor in propios) for valor, nombre in faceta.rotular(visibles)
        ]
        if valores:
            dados.append(Cuadro(faceta.nombre, str(faceta.titulo), valores))
    return dados
