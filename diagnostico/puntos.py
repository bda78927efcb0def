"""Which points of a result are the strongest and the weakest: what a town reads first. Pure."""

from __future__ import annotations

CUANTOS = 3
DEBIL = {"no": 0, "no_sabe": 1, "en_proceso": 2}


def fuertes(preguntas: list[dict]) -> list[dict]:
    """Give up to three answers «sí»: the heaviest first, and among equals those with evidence."""
    con_si = [pregunta for pregunta in preguntas if pregunta["valor"] == "si"]
    con_si.sort(key=lambda pregunta: (-pregunta["peso"], not pregunta["evidencias"]))
    return [_corta(pregunta) for pregunta in con_si[:CUANTOS]]


def debiles(preguntas: list[dict]) -> list[dict]:
    """Give up to three answers that are not «sí»: the heaviest first, and among equals «no» before «no sabe»."""
    sin_si = [pregunta for pregunta in preguntas if pregunta["valor"] in DEBIL]
    sin_si.sort(key=lambda pregunta: (-pregunta["peso"], DEBIL[pregunta["valor"]]))
    return [_corta(pregunta) for pregunta in sin_si[:CUANTOS]]


def extremos(pasos: list[dict]) -> tuple[str, str]:
    """Give the slugs of the highest and lowest steps; both empty when all are alike."""
    con_puntaje = [paso for paso in pasos if paso["puntaje"] is not None]
    if len({paso["puntaje"] for paso in con_puntaje}) < 2:
        return "", ""
    alto = max(con_puntaje, key=lambda paso: paso["puntaje"])
    bajo = min(con_puntaje, key=lambda paso: paso["puntaje"])
    return alto["slug"], bajo["slug"]


def _corta(pregunta: dict) -> dict:
    """Give what a list of points shows."""
    return {"clave": pregunta["clave"], "texto": pregunta["texto"], "paso": pregunta["paso"]}
