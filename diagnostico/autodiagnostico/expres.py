"""The express self-check: which questions, the code that carries the answers in an address, its score. Pure.

The published rule: the questions of the short route of the newest questionnaire, the same for every municipality, and
the same score as the diagnostic on that route. Four answers: «no aplica» is left out, since it wants a written reason.
A code is ``<version>.<letters>``: one letter a question in the order of the guide, «-» while it is unanswered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from diagnostico import puntaje, puntos
from diagnostico.cuestionario import CORTA, Alcance, Contenido, Paso, Pregunta
from diagnostico.models import Valor

SEGUNDOS_POR_PREGUNTA = 45
LETRAS = {"s": Valor.SI.value, "p": Valor.EN_PROCESO.value, "n": Valor.NO.value, "x": Valor.NO_SABE.value}
DE_VALOR = {valor: letra for letra, valor in LETRAS.items()}
SIN_RESPUESTA = "-"
MAXIMO = 200  # characters of a code: no questionnaire comes near
EN_GENERAL = Alcance()  # a municipality of which nothing is known


class CodigoRoto(ValueError):
    """A code that no page of ours made, or that was cut on its way."""


@dataclass(frozen=True)
class Tramo:
    """A step and the questions of it that are asked here."""

    paso: Paso
    preguntas: list[Pregunta]


def preguntas(contenido: Contenido) -> list[Pregunta]:
    """Give the questions of the self-check, in the order of the guide."""
    return contenido.aplicables(EN_GENERAL, CORTA)


def tramos(contenido: Contenido) -> list[Tramo]:
    """Give the steps that ask something, with their questions."""
    todos = [Tramo(paso, paso.aplicables(EN_GENERAL, CORTA)) for paso in contenido.pasos]
    return [tramo for tramo in todos if tramo.preguntas]


def minutos(contenido: Contenido) -> int:
    """Give how long it takes, in minutes, rounded up."""
    return ceil(len(preguntas(contenido)) * SEGUNDOS_POR_PREGUNTA / 60)


def codificar(contenido: Contenido, respuestas: Mapping[str, str]) -> str:
    """Give the code of some answers (key of the question → value)."""
    letras = (DE_VALOR.get(respuestas.get(pregunta.clave, ""), SIN_RESPUESTA) for pregunta in preguntas(contenido))
    return f"{contenido.version}.{''.join(letras)}"


def version_de(codigo: str) -> str:
    """Give the version of the questionnaire that a code answers. Raises ``CodigoRoto``."""
    version, punto, letras = codigo.rpartition(".")
    if not version or not letras or not version.isascii() or not version.isprintable() or len(codigo) > MAXIMO:
        raise CodigoRoto(codigo[:MAXIMO])
    return version


def descifrar(contenido: Contenido, codigo: str) -> dict[str, str]:
    """Give the answers of a code, unanswered ones left out. Raises ``CodigoRoto``."""
    version, letras = version_de(codigo), codigo.rpartition(".")[2]
    de_aqui = preguntas(contenido)
    if version != contenido.version or len(letras) != len(de_aqui) or set(letras) - {*LETRAS, SIN_RESPUESTA}:
        raise CodigoRoto(codigo)
    pares = zip(de_aqui, letras, strict=True)
    return {pregunta.clave: LETRAS[letra] for pregunta, letra in pares if letra in LETRAS}


def calcular(contenido: Contenido, alcance: Alcance, respuestas: Mapping[str, str]) -> puntaje.Puntaje:
    """Give the score: that of the diagnostic on its short route, for the territory that was said (or none)."""
    dadas = {clave: puntaje.Contestada(valor) for clave, valor in respuestas.items()}
    return puntaje.calcular(contenido, alcance, CORTA, dadas)


def fuertes(contenido: Contenido, alcance: Alcance, respuestas: Mapping[str, str]) -> list[str]:
    """Give the texts of up to three answers «sí», the heaviest first."""
    dadas = [
        {"clave": p.clave, "texto": p.texto, "paso": p.paso, "peso": p.peso, "valor": valor, "evidencias": []}
        for p in contenido.aplicables(alcance, CORTA)
        if (valor := respuestas.get(p.clave))
    ]
    return [punto["texto"] for punto in puntos.fuertes(dadas)]
