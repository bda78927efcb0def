"""The published scoring rule (head of ``guia.yaml``), pure and exact: fractions inside, integers half up outside.

1. sí = 1, en proceso = ½, no = no sabe = 0; «no aplica» and questions that are not for this territory are left out.
2. Step = 100 × Σ(value × weight) ÷ Σ(weight), over the questions asked on the route.
3. Total = plain mean of the steps that have a question that counts, from the steps **before** rounding.
4. Level, from the integer shown. 5. Respaldo («14 de 20, 70 %») stands beside the score and never moves it.
6. While answers are missing the score is provisional: what is missing neither adds nor subtracts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from diagnostico.cuestionario import Alcance, Contenido, NivelTotal, Pregunta

NO_APLICA = "no_aplica"
CON_RESPALDO = ("si", "en_proceso")


@dataclass(frozen=True)
class Contestada:
    """What the score needs of an answer: its value (empty while unanswered) and whether evidence backs it."""

    valor: str = ""
    con_evidencia: bool = False


@dataclass(frozen=True)
class PuntajePaso:
    """The score of a step; ``exacto`` None when nothing in it counts yet."""

    slug: str
    exacto: Fraction | None
    aplican: int
    contestadas: int
    no_aplican: int

    @property
    def mostrado(self) -> int | None:
        """Give the integer shown."""
        return None if self.exacto is None else entero(self.exacto)

    @property
    def completo(self) -> bool:
        """Say whether every question of the step is answered."""
        return self.contestadas == self.aplican


@dataclass(frozen=True)
class Respaldo:
    """How many of the answers «sí» or «en proceso» have evidence."""

    con_evidencia: int
    de: int

    @property
    def porcentaje(self) -> int | None:
        """Give the share as an integer, or None when there is nothing to back."""
        return entero(Fraction(100 * self.con_evidencia, self.de)) if self.de else None


@dataclass(frozen=True)
class Puntaje:
    """The score of a diagnostic: steps, total, level, backing, and how many answers are missing."""

    pasos: tuple[PuntajePaso, ...]
    exacto: Fraction | None
    nivel: NivelTotal | None
    respaldo: Respaldo
    aplican: int
    contestadas: int

    @property
    def total(self) -> int | None:
        """Give the integer shown."""
        return None if self.exacto is None else entero(self.exacto)

    @property
    def faltan(self) -> int:
        """Give how many answers are missing."""
        return self.aplican - self.contestadas

    @property
    def provisional(self) -> bool:
        """Say whether the score may still move for lack of answers."""
        return self.faltan > 0


def entero(cantidad: Fraction) -> int:
    """Round to an integer, the half upwards (67,5 → 68)."""
    return floor(cantidad + Fraction(1, 2))


def puntuar(preguntas: Iterable[tuple[int, str]], valores: Mapping[str, Fraction | None]) -> Fraction | None:
    """Give 100 × Σ(value × weight) ÷ Σ(weight) of pairs (weight, answer); None when none counts."""
    suma = pesos = Fraction(0)
    for peso, respuesta in preguntas:
        valor = valores.get(respuesta) if respuesta else None
        if valor is not None:
            suma += valor * peso
            pesos += peso
    return 100 * suma / pesos if pesos else None


def promedio(pasos: Iterable[Fraction | None]) -> Fraction | None:
    """Give the plain mean of the steps that have a score."""
    con_puntaje = [paso for paso in pasos if paso is not None]
    return sum(con_puntaje, Fraction(0)) / len(con_puntaje) if con_puntaje else None


def nivel_de(total: int | None, niveles: Iterable[NivelTotal]) -> NivelTotal | None:
    """Give the level of a shown total."""
    if total is None:
        return None
    return next((nivel for nivel in niveles if nivel.desde <= total <= nivel.hasta), None)


def calcular(contenido: Contenido, alcance: Alcance, ruta: str, respuestas: Mapping[str, Contestada]) -> Puntaje:
    """Score a diagnostic. ``respuestas`` by key of question; those that do not apply on the route are ignored."""
    pasos = []
    for paso in contenido.pasos:
        preguntas = paso.aplicables(alcance, ruta)
        pasos.append(_paso(paso.slug, preguntas, contenido.valores, respuestas))
    exacto = promedio(paso.exacto for paso in pasos)
    respaldadas = [
        _de(respuestas, pregunta).con_evidencia
        for pregunta in contenido.aplicables(alcance, ruta)
        if _de(respuestas, pregunta).valor in CON_RESPALDO
    ]
    return Puntaje(
        pasos=tuple(pasos),
        exacto=exacto,
        nivel=nivel_de(None if exacto is None else entero(exacto), contenido.niveles),
        respaldo=Respaldo(sum(respaldadas), len(respaldadas)),
        aplican=sum(paso.aplican for paso in pasos),
        contestadas=sum(paso.contestadas for paso in pasos),
    )


def _de(respuestas: Mapping[str, Contestada], pregunta: Pregunta) -> Contestada:
    """Give the answer to a question, or an empty one."""
    return respuestas.get(pregunta.clave) or Contestada()


def _paso(slug, preguntas: list[Pregunta], valores, respuestas: Mapping[str, Contestada]) -> PuntajePaso:
    """Score one step."""
    dadas = [(pregunta.peso, _de(respuestas, pregunta).valor) for pregunta in preguntas]
    return PuntajePaso(
        slug=slug,
        exacto=puntuar(dadas, valores),
        aplican=len(dadas),
        contestadas=sum(1 for _, valor in dadas if valor),
        no_aplican=sum(1 for _, valor in dadas if valor == NO_APLICA),
    )
