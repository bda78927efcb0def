"""The result of a diagnostic as one JSON: what *cerrar* freezes and every page, PDF and comparison reads.

It goes inside a hashed document, so it holds only text, integers, booleans, lists and dicts (no floats, no dates).
Private notes are never in it. Shape (``esquema`` 1)::

    {"esquema": 1,
     "cuestionario": "2026-11-22",            # version of the questionnaire
     "numero": 2,                             # number of the diagnostic in its territory
     "periodo": "2024-2027",
     "territorio": {"codigo": "54518", "nombre": "Pamplona, Norte de Santander", "categoria": "6",
                    "es_asociacion": false},
     "abierto_en": "2026-11-02", "cerrado_en": "2026-11-20",      # ISO days in Bogotá; cerrado_en "" while open
     "ruta": {"slug": "corta", "nombre": "ruta corta", "preguntas": 20},   # preguntas: those that apply here
     "provisional": false, "faltan": 0,       # faltan: unanswered; always 0 once closed
     "total": 47,                             # integer 0–100, or null when nothing counts
     "total_exacto": "331/7",                 # fraction as text
     "nivel": {"slug": "rumbo-definido", "nombre": "Rumbo definido", "desde": 40, "hasta": 59, "texto": "…"},
     "respaldo": {"con_evidencia": 14, "de": 20, "porcentaje": 70, "texto": "14 de 20, 70 %"},  # (null if de = 0)
     "pasos": [{"slug": "construya", "orden": 1, "verbo": "Construya", "nombre": "La memoria …",
                "titulo": "Construya la memoria …", "puntaje": 50, "puntaje_exacto": "50", # null: nothing counts
                "aplican": 3, "contestadas": 3, "no_aplican": 0,
                "preguntas": [{"clave": "p1-1", "orden": 1, "texto": "…", "peso": 3,
                               "valor": "si",           # si | en_proceso | no | no_sabe | no_aplica | "" (open only)
                               "valor_nombre": "Sí", "sin_contestar": false, "por_confirmar": false,
                               "razon_no_aplica": "", "observacion": "…",
                               "evidencias": [{"titulo": "Acta 4", "tipo": "archivo" | "enlace", "enlace": "",
                                               "fecha": "2024-05-31" | ""}]}]}],
     "modalidades": [{"slug": "integracion", "nombre": "Integración", "transversal": false,
                      "nivel": 2, "nivel_nombre": "Formulada", "nivel_texto": "…",      # nivel null: not stated
                      "escala": [{"nivel": 0, "nombre": "Sin iniciar", "texto": "…"}, …],
                      "instrumentos": [{"slug": "…", "nombre": "…"}], "ventajas": "…", "observacion": "…"}],  # 4 + 1
     "condiciones": {"cumplidas": 5, "de": 8, "texto": "5 de 8",
                     "lista": [{"clave": "c1", "nombre": "Estrategia", "texto": "…", "valor": "si",
                                "valor_nombre": "Sí", "sin_contestar": false, "observacion": "…"}]},
     "motivaciones": [{"slug": "cultural", "nombre": "Cultural", "lugar": 1}],   # only ranked ones, in their order
     "temas": [{"slug": "educacion", "nombre": "Educación"}],                    # chosen ones, in the guide's order
     "no_aplica": [{"clave": "p7-2", "texto": "…", "razon": "…"}],
     "sin_contestar": [{"clave": "p1-3", "texto": "…"}],       # closed: those that counted as «no sabe»
     "fuertes": [{"clave": "p1-1", "texto": "…", "paso": "construya"}],          # up to three
     "debiles": [{"clave": "p4-2", "texto": "…", "paso": "piense"}],             # up to three
     "paso_mas_alto": "construya", "paso_mas_bajo": "piense",                    # slugs; "" when all alike
     "regla": ["Cada «sí» vale 1; …", …],     # how it is computed, in sentences
     "es_demostracion": false}
"""

from __future__ import annotations

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from diagnostico import partes
from diagnostico.cuestionario import Alcance, contenido_de
from diagnostico.models import Diagnostico, Ruta
from diagnostico.puntaje import NO_APLICA, calcular
from diagnostico.puntos import debiles, extremos, fuertes

ESQUEMA = 1


def resultado(diagnostico: Diagnostico) -> dict:
    """Give the frozen result of a closed diagnostic, or that of an open one as it stands (provisional)."""
    if diagnostico.resultado is not None:
        return diagnostico.resultado
    return componer(diagnostico)


def componer(diagnostico: Diagnostico, *, cerrado_en=None) -> dict:
    """Compose the JSON from the rows, in a constant number of queries. With ``cerrado_en`` nothing is provisional:
    what was not answered counts as «no sabe» and is listed.
    """
    contenido = contenido_de(diagnostico)
    alcance = Alcance.de(diagnostico.territorio)
    filas = {fila.clave: fila for fila in diagnostico.respuestas.prefetch_related("evidencias")}
    cerrando = cerrado_en is not None
    dadas = partes.contestadas_al_cerrar(contenido, filas) if cerrando else partes.contestadas(filas)
    puntaje = calcular(contenido, alcance, diagnostico.ruta, dadas)
    pasos = partes.pasos(contenido, alcance, diagnostico.ruta, filas, puntaje, cerrando)
    preguntas = [pregunta | {"paso": paso["slug"]} for paso in pasos for pregunta in paso["preguntas"]]
    alto, bajo = extremos(pasos)
    return {
        "esquema": ESQUEMA,
        "cuestionario": contenido.version,
        "numero": diagnostico.numero,
        "periodo": diagnostico.periodo_id,
        "territorio": {
            "codigo": diagnostico.territorio_id,
            "nombre": diagnostico.territorio.nombre_completo,
            "categoria": alcance.categoria,
            "es_asociacion": alcance.es_asociacion,
        },
        "abierto_en": localdate(diagnostico.abierto_en).isoformat(),
        "cerrado_en": localdate(cerrado_en).isoformat() if cerrando else "",
        "ruta": {
            "slug": diagnostico.ruta,
            "nombre": str(Ruta(diagnostico.ruta).label),
            "preguntas": puntaje.aplican,
        },
        "provisional": puntaje.provisional,
        "faltan": puntaje.faltan,
        "total": puntaje.total,
        "total_exacto": "" if puntaje.exacto is None else str(puntaje.exacto),
        "nivel": puntaje.nivel and {campo: getattr(puntaje.nivel, campo) for campo in _NIVEL},
        "respaldo": partes.respaldo(puntaje),
        "pasos": pasos,
        "modalidades": partes.modalidades(contenido, diagnostico),
        "condiciones": partes.condiciones(contenido, alcance, diagnostico, cerrando),
        "motivaciones": partes.motivaciones(contenido, diagnostico),
        "temas": [{"slug": t.slug, "nombre": t.nombre} for t in contenido.temas if t.slug in set(diagnostico.temas)],
        "no_aplica": [
            {"clave": p["clave"], "texto": p["texto"], "razon": p["razon_no_aplica"]}
            for p in preguntas
            if p["valor"] == NO_APLICA
        ],
        "sin_contestar": [{"clave": p["clave"], "texto": p["texto"]} for p in preguntas if p["sin_contestar"]],
        "fuertes": fuertes(preguntas),
        "debiles": debiles(preguntas),
        "paso_mas_alto": alto,
        "paso_mas_bajo": bajo,
        "regla": regla(contenido.niveles),
        "es_demostracion": diagnostico.es_demostracion,
    }


_NIVEL = ("slug", "nombre", "desde", "hasta", "texto")


def regla(niveles) -> list[str]:
    """Give the published rule in sentences, for the page and for the annex of the document."""
    escala = "; ".join(
        _("de %(desde)d a %(hasta)d, %(nombre)s") % {"desde": n.desde, "hasta": n.hasta, "nombre": n.nombre}
        for n in niveles
    )
    return [
        _("Cada respuesta vale: sí, 1; en proceso, 0,5; no y no sabe, 0. «No aplica» no cuenta."),
        _(
            "Cada pregunta pesa de 1 a 3. En cada paso se suma el valor de cada respuesta por su peso. Esa suma se "
            "divide entre la de los pesos que cuentan y se multiplica por 100."
        ),
        _(
            "El total es el promedio simple de los pasos. Se calcula sin redondear y se muestra en enteros, la mitad "
            "hacia arriba."
        ),
        _("Nivel: %(niveles)s.") % {"niveles": escala},
        _("El respaldo dice cuántas respuestas «sí» o «en proceso» tienen evidencia. No cambia el puntaje."),
        _(
            "Mientras faltan respuestas el puntaje es provisional. Al cerrar, una pregunta sin contestar cuenta como "
            "«no sabe»."
        ),
        _(
            "Las modalidades, la gobernanza y las condiciones se informan aparte y no entran en el puntaje. No se "
            "comparan puntajes de rutas distintas."
        ),
    ]


def por_clave(resultado: dict) -> dict[str, dict]:
    """Give the questions of a result by key, each with the slug of its step."""
    return {
        pregunta["clave"]: pregunta | {"paso": paso["slug"]}
        for paso in resultado["pasos"]
        for pregunta in paso["preguntas"]
    }
