"""What the index knows of each thing of the directory: the words of its names, its text and its facets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from sys import intern
from typing import NamedTuple

from formato.paises import pais as nombre_pais
from formato.palabras import palabras, palabras_de_cada
from formato.texto import sin_acentos
from guia.catalogo import catalogo
from redes.cosas import CONVOCATORIA, ENTRADA, HERMANAMIENTO
from redes.models import Clase, Convocatoria, Entrada, Hermanamiento

TANDA = 2_000  # entries whose words are cut at once
SEPARADAS = re.compile(r"[/,;]")
PARENTESIS = re.compile(r"\(([^()]{2,15})\)")
CLASES = {
    Clase.RED: "red redes",
    Clase.AGENCIA: "agencia entidad cooperante",
    Clase.PROGRAMA: "programa nacional de la guia",
    CONVOCATORIA: "convocatoria llamado concurso",
    HERMANAMIENTO: "hermanamiento ciudades hermanas gemelas",
}
FIJOS = {
    "clase": CLASES,
    "cuota": {"no": "gratuita sin cuota", "si": "cobra cuota", "desconocido": ""},
    "tipo": {"ong": "ong organizacion no gubernamental"},
    "ambito": {},
    "estado": {},
    "verificado": {},
}
EN_IDIOMA = ":"  # in no word, so no beginning of a word finds it
VOCABULARIOS = {"tema": "temas", "modalidad": "modalidades_y_gobernanza", "ods": "ods"}


class Ficha(NamedTuple):
    """A thing as it is searched. ``clave`` is its primary key; ``orden`` its name; ``estado`` of a call is empty.

    ``nombres``: the words of each of its names; ``texto``: those of the rest. What stands around it (kind, country,
    themes…) are its ``facetas``.
    """

    grupo: str
    clave: str | int
    orden: str
    estado: str
    verificado: bool
    verificado_en: date | None
    abre: date | None
    cierra: date | None
    nombres: list[list[str]]
    texto: list[str]
    facetas: dict[str, tuple]


def siglas(sigla: str, *nombres: str) -> list[str]:
    """Give every acronym, also those in brackets: people know CGLU as UCLG too."""
    entre = [s for nombre in nombres if "(" in nombre for s in PARENTESIS.findall(nombre)]
    return [*SEPARADAS.split(sigla), *entre] if sigla else entre


def leer(grupo: str, claves: Iterable | None = None) -> Iterator[Ficha]:
    """Read the things of a group, all or those given. One query."""
    return LECTORES[grupo](claves)


def _entradas(claves: Iterable | None) -> Iterator[Ficha]:
    filas = Entrada.objects.order_by()
    filas = filas if claves is None else filas.filter(pk__in=claves)
    leidas = filas.values_list(
        "slug", "clase", "nombre", "sigla", "nombre_en", "otros_nombres", "tipo", "ambito", "sede_ciudad", "sede_pais",
        "descripcion", "requisitos", "convocatorias_nota", "nota_historica", "cuota", "cuota_nota",
        "miembros_colombia", "temas", "modalidades", "ods", "idiomas", "estado", "verificado", "verificado_en",
    ).iterator(chunk_size=TANDA)  # fmt: skip
    while tanda := list(islice(leidas, TANDA)):
        yield from _de_una_tanda(tanda)


def _de_una_tanda(filas: list[tuple]) -> Iterator[Ficha]:
    """Give some entries; their texts are cut into words all at once."""
    textos: list[str] = []
    cuantos = []
    for fila in filas:
        nombre, sigla, en = fila[2:5]
        suyos = [nombre, *filter(None, (en, *siglas(sigla, nombre, en), *fila[5])), sigla]
        textos += suyos
        textos.append(" ".join((fila[8], *fila[10:14], *fila[16], fila[15])))
        cuantos.append(len(suyos))
    cortados = iter(palabras_de_cada(textos))
    for fila, cuantas in zip(filas, cuantos, strict=True):
        *nombres, sigla = islice(cortados, cuantas)
        if sigla:
            nombres.append(nombres[0] + sigla)
        (slug, clase, _nombre, _sigla, _en, _otros, tipo, ambito, _ciudad, pais, _d, _r, _c, _h, cuota, _nota,
         _miembros, temas, modalidades, ods, idiomas, estado, verificado, verificado_en) = fila  # fmt: skip
        yield Ficha(
            ENTRADA, slug, " ".join(nombres[0]), intern(estado), verificado, verificado_en, None, None, nombres,
            next(cortados),
            {
                "clase": (clase,), "tipo": (tipo,), "ambito": (ambito,), "tema": temas, "modalidad": modalidades,
                "ods": ods, "idioma": idiomas, "cuota": (cuota,), "pais": (pais,),
            },
        )  # fmt: skip


def _convocatorias(claves: Iterable | None) -> Iterator[Ficha]:
    filas = Convocatoria.objects.order_by()
    filas = filas if claves is None else filas.filter(pk__in=claves)
    for fila in filas.values_list(
        "pk", "titulo", "convoca", "entrada__nombre", "entrada__sigla", "entrada__sede_pais", "descripcion", "quienes",
        "requisitos", "monto_nota", "temas", "modalidades", "ods", "idiomas", "abre", "cierra", "verificado",
        "verificado_en",
    ):  # fmt: skip
        (pk, titulo, convoca, nombre, sigla, pais, descripcion, quienes, requisitos, monto, temas, modalidades, ods,
         idiomas, abre, cierra, verificado, verificado_en) = fila  # fmt: skip
        yield Ficha(
            CONVOCATORIA, pk, sin_acentos(titulo), "", verificado, verificado_en, abre, cierra, [palabras(titulo)],
            palabras(" ".join((convoca, nombre or "", sigla or "", descripcion, quienes, requisitos, monto))),
            {
                "clase": (CONVOCATORIA,), "tema": temas, "modalidad": modalidades, "ods": ods, "idioma": idiomas,
                "pais": (pais,),
            },
        )  # fmt: skip


def _hermanamientos(claves: Iterable | None) -> Iterator[Ficha]:
    filas = Hermanamiento.objects.publicos().order_by()
    filas = filas if claves is None else filas.filter(pk__in=claves)
    for fila in filas.values_list(
        "slug", "ciudad", "pais", "tipo_acuerdo", "temas", "territorio__nombre", "territorio__departamento__nombre",
        "nota", "vigente_hasta", "verificado", "verificado_en",
    ):  # fmt: skip
        slug, ciudad, pais, tipo, temas, municipio, departamento, nota, hasta, verificado, verificado_en = fila
        yield Ficha(
            HERMANAMIENTO, slug, sin_acentos(f"{municipio} {ciudad}"), "", verificado, verificado_en, None, hasta,
            [palabras(f"{municipio} {ciudad}"), palabras(ciudad)], palabras(" ".join((tipo, departamento or "", nota))),
            {"clase": (HERMANAMIENTO,), "tema": temas, "pais": (pais,)},
        )  # fmt: skip


LECTORES = {ENTRADA: _entradas, CONVOCATORIA: _convocatorias, HERMANAMIENTO: _hermanamientos}


def rotulos(faceta: str, valor) -> set[str]:
    """Give the words by which people ask for a value of a facet: «japon», «educacion», «gratuita».

    A language is asked for by a mark that nobody types (``consulta.en_idioma``): «inglés» alone asks for a course.
    """
    if faceta == "idioma":
        return {f"{EN_IDIOMA}{valor}"}
    if faceta in FIJOS:
        return set(palabras(FIJOS[faceta].get(valor, str(valor))))
    if faceta == "pais":
        return set(palabras(nombre_pais(valor)))
    nombre = catalogo().nombre(VOCABULARIOS[faceta], valor)
    return set(palabras(f"ODS {nombre}" if faceta == "ods" else nombre))
