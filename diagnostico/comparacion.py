"""Two results of one territory held side by side: by key of the question, and only on the same route. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from diagnostico.puntaje import entero, promedio, puntuar
from diagnostico.resultado import por_clave

ESCALA = {"no": 0, "no_sabe": 0, "en_proceso": 1, "si": 2}


@dataclass(frozen=True)
class CambioPaso:
    """A step before and now (integers as shown, None when nothing counted)."""

    slug: str
    titulo: str
    antes: int | None
    ahora: int | None

    @property
    def diferencia(self) -> int | None:
        """Give how much it moved."""
        return None if self.antes is None or self.ahora is None else self.ahora - self.antes


@dataclass(frozen=True)
class CambioPregunta:
    """A question whose answer changed."""

    clave: str
    texto: str
    antes: str
    ahora: str


@dataclass(frozen=True)
class Comparacion:
    """What moved between two results of the same route. ``comunes``: how many questions both have."""

    numero_anterior: int
    cerrado_anterior: str
    antes: int | None
    ahora: int | None
    pasos: tuple[CambioPaso, ...]
    mejoraron: tuple[CambioPregunta, ...]
    bajaron: tuple[CambioPregunta, ...]
    otras: tuple[CambioPregunta, ...]
    comunes: int
    iguales_las_preguntas: bool

    @property
    def diferencia(self) -> int | None:
        """Give how much the total moved."""
        return None if self.antes is None or self.ahora is None else self.ahora - self.antes


def comparar(antes: dict, ahora: dict, valores: dict[str, Fraction | None]) -> Comparacion | None:
    """Compare two results (``diagnostico.resultado``); None when their routes differ: such scores do not compare.

    When the questionnaire changed in between, both are scored over the questions they share, with today's weights.
    """
    if antes["ruta"]["slug"] != ahora["ruta"]["slug"]:
        return None
    de_antes, de_ahora = por_clave(antes), por_clave(ahora)
    comunes = [clave for clave in de_ahora if clave in de_antes]
    pesos = {clave: de_ahora[clave]["peso"] for clave in comunes}
    pasos, exactos_antes, exactos_ahora = [], [], []
    for paso in ahora["pasos"]:
        claves = [p["clave"] for p in paso["preguntas"] if p["clave"] in de_antes]
        exacto_antes = puntuar([(pesos[c], de_antes[c]["valor"]) for c in claves], valores)
        exacto_ahora = puntuar([(pesos[c], de_ahora[c]["valor"]) for c in claves], valores)
        exactos_antes.append(exacto_antes)
        exactos_ahora.append(exacto_ahora)
        pasos.append(CambioPaso(paso["slug"], paso["titulo"], _entero(exacto_antes), _entero(exacto_ahora)))
    cambios = [(clave, _movimiento(de_antes[clave]["valor"], de_ahora[clave]["valor"])) for clave in comunes]

    def con(signo: int | None) -> tuple[CambioPregunta, ...]:
        return tuple(
            CambioPregunta(
                clave, de_ahora[clave]["texto"], de_antes[clave]["valor_nombre"], de_ahora[clave]["valor_nombre"]
            )
            for clave, movimiento in cambios
            if movimiento == signo and de_antes[clave]["valor"] != de_ahora[clave]["valor"]
        )

    return Comparacion(
        numero_anterior=antes["numero"],
        cerrado_anterior=antes["cerrado_en"],
        antes=_entero(promedio(exactos_antes)),
        ahora=_entero(promedio(exactos_ahora)),
        pasos=tuple(pasos),
        mejoraron=con(1),
        bajaron=con(-1),
        otras=con(0) + con(None),
        comunes=len(comunes),
        iguales_las_preguntas=set(de_antes) == set(de_ahora),
    )


def _entero(exacto: Fraction | None) -> int | None:
    """Give the integer shown, or None."""
    return None if exacto is None else entero(exacto)


def _movimiento(antes: str, ahora: str) -> int | None:
    """Say whether an answer went up (1), down (-1), neither (0); None when one of them is outside the scale."""
    if antes not in ESCALA or ahora not in ESCALA:
        return None
    return (ESCALA[ahora] > ESCALA[antes]) - (ESCALA[ahora] < ESCALA[antes])
