"""The previous closed diagnostic beside the last one: what the radar of a document draws behind today's."""

from __future__ import annotations

from diagnostico.comparacion import comparar
from diagnostico.cuestionario import contenido_de
from diagnostico.models import Diagnostico
from diagnostico.resultado import por_clave


def anterior_de(diagnostico: Diagnostico) -> dict | None:
    """Give the score of each step in the previous closed diagnostic of the same depth; None when there is none.

    Scores are whole numbers from 0 to 100 (None: nothing counted). ``mismas_preguntas``: False when the questionnaire
    changed in between; then both are scored over the ``comunes`` questions they share, with today's weights.
    """
    ahora = diagnostico.resultado
    if not ahora:
        return None
    antes = (
        Diagnostico.objects.filter(
            territorio=diagnostico.territorio_id,
            numero__lt=diagnostico.numero,
            resultado__ruta__slug=ahora["ruta"]["slug"],
        )
        .cerrados()
        .values_list("resultado", flat=True)
        .first()
    )
    if antes is None:
        return None
    puntajes, total, comunes = _puntajes(antes, ahora, diagnostico)
    return {
        "numero": antes["numero"],
        "cerrado_en": antes["cerrado_en"],
        "profundidad": antes["ruta"]["slug"],
        "total": total,
        "comunes": comunes,
        "mismas_preguntas": _pesos(antes) == _pesos(ahora),
        "pasos": [
            {"clave": paso["slug"], "verbo": paso["verbo"], "puntaje": puntajes.get(paso["slug"])}
            for paso in ahora["pasos"]
        ],
    }


def _pesos(resultado: dict) -> dict[str, int]:
    """Give what was asked and how much each question weighed."""
    return {clave: pregunta["peso"] for clave, pregunta in por_clave(resultado).items()}


def _puntajes(antes: dict, ahora: dict, diagnostico: Diagnostico) -> tuple[dict[str, int | None], int | None, int]:
    """Give the scores by step, the total and how many questions are shared: as frozen when the same was asked."""
    if _pesos(antes) == _pesos(ahora):
        return {paso["slug"]: paso["puntaje"] for paso in antes["pasos"]}, antes["total"], len(por_clave(antes))
    comparacion = comparar(antes, ahora, contenido_de(diagnostico).valores)
    return {paso.slug: paso.antes for paso in comparacion.pasos}, comparacion.antes, comparacion.comunes
