"""The guide in memory: every vocabulary by slug, read in five queries and kept for a minute.

Whoever needs the name of a theme, the four modalities or the goals of the Agenda 2030 asks ``catalogo()``.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Subquery

from guia.models import Ficha, IndicadorSugerido, MetaOds, Ods, Termino
from guia.terminos import Buscador, Definicion

DURA = 60  # seconds
_guardado: tuple[float, Catalogo] | None = None
_edicion: tuple | None = None  # the last event of the audit when al_dia() last looked


@dataclass(frozen=True)
class Instrumento:
    """An instrument of a modality. Its slug is unique in the whole guide."""

    slug: str
    orden: int
    nombre: str
    texto: str
    modalidad: str
    de_la_guia: bool
    lugar: str


@dataclass(frozen=True)
class Condicion:
    """One of the eight conditions of the process (``c1`` … ``c8``); ``slug`` is its clave."""

    slug: str
    orden: int
    nombre: str
    texto: str
    ayuda: str
    evidencia: str
    aplica_a: str
    si_no: str
    condicion: str


class Catalogo:
    """The vocabularies of the guide. Every attribute is a dict in the order of the guide."""

    def __init__(self):
        """Read everything: five queries."""
        fichas = list(Ficha.objects.order_by("orden", "pk"))
        self.bloques = {ficha.slug: ficha for ficha in fichas if ficha.bloque_id is None}
        por_bloque: dict[int, list[Ficha]] = {bloque.pk: [] for bloque in self.bloques.values()}
        por_numero = {bloque.pk: bloque for bloque in self.bloques.values()}
        for ficha in fichas:
            if ficha.bloque_id is not None:
                ficha.bloque = por_numero[ficha.bloque_id]
                por_bloque[ficha.bloque_id].append(ficha)
        for bloque in self.bloques.values():
            bloque.fichas = por_bloque[bloque.pk]

        self.temas = self._vocabulario("temas")
        self.modalidades = self._vocabulario("modalidades")
        self.gobernanza = next(iter(self._vocabulario("gobernanza").values()), None)
        self.modalidades_y_gobernanza = {**self.modalidades, **self._vocabulario("gobernanza")}
        self.pasos = self._vocabulario("pasos")
        self.grupos_actores = self._vocabulario("actores-locales")
        self.motivaciones = self._vocabulario("motivaciones")
        self.resultados = self._vocabulario("resultados")
        self.impactos = self._vocabulario("impactos")
        self.consejos = self._vocabulario("consejos")
        self.instrumentos = self._instrumentos()
        self.condiciones = self._condiciones()
        self.ods = {ods.numero: ods for ods in Ods.objects.order_by("numero")}
        self.metas_ods = {meta.codigo: meta for meta in MetaOds.objects.order_by("orden")}
        for meta in self.metas_ods.values():
            meta.ods = self.ods[meta.ods_id]
        self.indicadores = {fila.codigo: fila for fila in IndicadorSugerido.objects.order_by("codigo")}
        self.terminos = Buscador(
            Definicion(*fila) for fila in Termino.objects.values_list("slug", "termino", "sigla", "definicion")
        )

    def bloque(self, slug: str) -> Ficha | None:
        """Give a block; its items, in order, are in ``.fichas``."""
        return self.bloques.get(slug)

    def nombre(self, vocabulario: str, slug) -> str:
        """Give the name of a value, or the value itself when it is not known (any more)."""
        valor = getattr(self, vocabulario).get(slug)
        return nombre_de(valor) if valor is not None else str(slug)

    def nombres(self, vocabulario: str, slugs) -> list[str]:
        """Give the names of some values, in the order of the guide; unknown ones at the end."""
        orden = {clave: lugar for lugar, clave in enumerate(getattr(self, vocabulario))}
        ordenados = sorted(slugs, key=lambda slug: (orden.get(slug, len(orden)), str(slug)))
        return [self.nombre(vocabulario, slug) for slug in ordenados]

    def opciones(self, vocabulario: str) -> list[tuple]:
        """Give the choices of a form: value and name."""
        return [(clave, nombre_de(valor)) for clave, valor in getattr(self, vocabulario).items()]

    def _vocabulario(self, bloque: str) -> dict[str, Ficha]:
        encontrado = self.bloques.get(bloque)
        return {ficha.slug: ficha for ficha in encontrado.fichas} if encontrado else {}

    def _instrumentos(self) -> dict[str, Instrumento]:
        return {
            datos["slug"]: Instrumento(
                modalidad=modalidad.slug,
                **{campo: datos[campo] for campo in ("slug", "orden", "nombre", "texto", "de_la_guia", "lugar")},
            )
            for modalidad in self.modalidades_y_gobernanza.values()
            for datos in modalidad.datos.get("instrumentos", [])
        }

    def _condiciones(self) -> dict[str, Condicion]:
        campos = ("orden", "nombre", "texto", "ayuda", "evidencia", "aplica_a", "si_no")
        return {
            datos["clave"]: Condicion(
                slug=datos["clave"], condicion=ficha.slug, **{campo: datos.get(campo, "") for campo in campos}
            )
            for ficha in self._vocabulario("condiciones").values()
            for datos in ficha.datos.get("afirmaciones", [])
        }


def nombre_de(valor) -> str:
    """Give the name that a person reads: of a card, an ODS («ODS 11. …») or a target («11.6 …»)."""
    return str(valor) if isinstance(valor, Ods | MetaOds) else valor.nombre


def catalogo() -> Catalogo:
    """Give the guide, at most a minute old. An empty one (nothing loaded yet) is not kept."""
    global _guardado
    ahora = time.monotonic()
    if _guardado is None or _guardado[0] < ahora:
        leido = Catalogo()
        if not leido.bloques:
            return leido
        _guardado = (ahora + DURA, leido)
    return _guardado[1]


def al_dia() -> Catalogo:
    """Give the guide as it is now: one query tells whether somebody wrote in it since. For the pages that show it."""
    global _edicion
    terminos = apps.get_model("guia", "TerminoEvent").objects.order_by("-pgh_id").values("pgh_id")[:1]
    fichas = apps.get_model("guia", "FichaEvent").objects.order_by("-pgh_id")
    actual = fichas.values_list("pgh_id", Subquery(terminos)).first()
    if actual != _edicion:
        olvidar()
        _edicion = actual
    return catalogo()


def olvidar() -> None:
    """Read the guide again the next time."""
    global _guardado
    _guardado = None
