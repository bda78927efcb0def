"""Frozen documents that nobody would write and anybody could: 0 to 40 actions, empty parts, hostile words.

Each text of the town ends in a mark (``k0017x``) of its own and each amount of a row is used once, so that what comes
out can be counted. Made without the code under test: the shape is that of the published schema.
"""

from __future__ import annotations

import random
from functools import lru_cache

from hypothesis import strategies as st

from tests.documento.fabrica_base import hacer_resultado
from tests.salidas.inventar_plan import CARTAS, DIFICILES, ELECCIONES, ODS, Taller, hacer_contraparte, hacer_ejes, suma


def _totales(acciones: list[dict]) -> dict:
    partidas = [p for a in acciones for p in a["presupuesto"]]
    anios = sorted({p["anio"] for p in partidas})

    def por(campo: str) -> list[dict]:
        slugs = [slug for slug in ELECCIONES[campo] if any(p[campo]["slug"] == slug for p in partidas)]
        return [
            {"slug": slug, "texto": ELECCIONES[campo][slug], **suma([p for p in partidas if p[campo]["slug"] == slug])}
            for slug in slugs
        ]

    def de_anio(filas: list[dict]) -> list[dict]:
        return [{"anio": anio, **suma([p for p in filas if p["anio"] == anio])} for anio in anios]

    return {
        **suma(partidas), "anios": anios, "por_anio": de_anio(partidas),
        "por_fuente": [
            {**fila, "anios": de_anio([p for p in partidas if p["fuente"]["slug"] == fila["slug"]])}
            for fila in por("fuente")
        ],
        "por_certeza": por("certeza"),
    }  # fmt: skip


def _aportes(acciones: list[dict], campo: str) -> list[dict]:
    return [
        {"slug": slug, "texto": texto, "acciones": numeros}
        for slug, texto in CARTAS[campo].items()
        if (numeros := [a["numero"] for a in acciones if any(f["slug"] == slug for f in a[campo])])
    ]


@lru_cache(maxsize=1)
def _resultado() -> dict:
    return hacer_resultado()  # it reads the file of the guide


def _diagnostico(t: Taller) -> dict:
    """Give the result of the factory as it is frozen: nothing private, and sometimes the one before."""
    privadas = {"observacion", "nota_privada"}

    def limpia(valor):
        if isinstance(valor, dict):
            return {clave: limpia(dato) for clave, dato in valor.items() if clave not in privadas}
        return [limpia(dato) for dato in valor] if isinstance(valor, list) else valor

    resultado = limpia(_resultado())
    anterior = {
        "numero": 1, "cerrado_en": "2025-10-20", "profundidad": "completa", "total": 31, "comunes": 34,
        "mismas_preguntas": t.azar.random() < 0.5,
        "pasos": [
            {"clave": p["slug"], "verbo": p["verbo"], "puntaje": t.azar.randrange(101)} for p in resultado["pasos"]
        ],
    }  # fmt: skip
    return {**resultado, "anterior": t.azar.choice([None, anterior])}


def documento(semilla: int, cuantas: int, palabras: list[str], partes: set[str]) -> dict:
    """Give a frozen document of scheme 2. ``partes``: which of the parts that may be empty are not."""
    t = Taller(random.Random(semilla), palabras)
    v = 0.2 if "textos" in partes else 1.0

    def lista(nombre: str, hacer, tope: int = 3) -> list:
        return [hacer() for _n in range(t.azar.randrange(1, tope + 1))] if nombre in partes else []

    plan = lista("plan", lambda: {
        "clave": t.clave(), "eje": t.texto(), "programa": t.texto(vacio=0.3), "meta": t.texto(vacio=0.3),
        "modalidades": [t.carta("modalidad")],
    })  # fmt: skip
    memoria = lista("memoria", lambda: {
        "clave": t.clave(), "tipo": t.eleccion("antecedente"), "titulo": t.texto(),
        "contraparte": t.azar.choice([None, hacer_contraparte(t)]), "etapa": t.eleccion("hoy"),
        "suscrito_por": t.texto(200, 0.4), "fecha": t.fecha(), "vigente_hasta": t.fecha(0.6),
        "resultado": t.texto(vacio=0.4),
    })  # fmt: skip
    ejes = hacer_ejes(t, cuantas, plan, memoria)
    acciones = [a for eje in ejes for objetivo in eje["objetivos"] for a in objetivo["acciones"]]
    return {
        "esquema": 2, "version": 3, "compuesta_en": "2026-11-22T16:05:00-05:00", "demostracion": False,
        "territorio": {
            "codigo": "54518", "nombre": "Pamplona", "nombre_completo": "Pamplona, Norte de Santander", "sigla": "",
            "tipo": {"slug": "municipio", "texto": "municipio"}, "clase_asociacion": "",
            "departamento": {"codigo": "54", "nombre": "Norte de Santander"}, "region_natural": "Andina",
            "poblacion": 56983, "poblacion_cabecera": 53007, "poblacion_rural": 3976, "poblacion_anio": 2026,
            "categoria": "6", "categoria_vigencia": 2025, "pdet": False, "subregion_pdet": "",
            "limita_con": [{"slug": "VE", "texto": "Venezuela"}], "latitud": "7.3756", "longitud": "-72.6479",
            "vecinos": [{"codigo": "54520", "nombre": "Pamplonita, Norte de Santander"}], "asociaciones": [],
            "integrantes": [], "membresias": [],
            "hermanamientos": [{"ciudad": "Pamplona", "pais": {"slug": "ES", "texto": "España"}, "anio": 2001,
                                "tipo_acuerdo": "hermanamiento", "verificado": True}] if "memoria" in partes else [],
        },
        "periodo": {"nombre": "2024-2027", "texto": "2024–2027", "desde": "2024-01-01", "hasta": "2027-12-31",
                    "anios": [2024, 2025, 2026, 2027]},
        "niveles": {"eje": "Eje", "objetivo": "Objetivo", "accion": "Acción"},
        "textos": {
            "titulo": t.texto(120, v), "objetivo_general": t.parrafos(v), "resumen": t.parrafos(v),
            "vision": t.parrafos(v), "alcance": t.parrafos(v), "anio_horizonte": t.azar.choice([None, 2035]),
            "ofrecemos": t.parrafos(v), "buscamos": t.parrafos(v),
        },
        "ingles": {campo: t.texto(vacio=max(v, 0.5)) for campo in ("titulo", "resumen", "ofrecemos", "buscamos")},
        "gobernanza": {
            **{campo: t.texto(200, v) for campo in ("preside", "secretaria_tecnica", "integrantes", "frecuencia",
                                                    "equipo_oficina", "equipo_cargo")},
            "equipo_horas": t.azar.choice([None, 20]), "equipo_idiomas": t.texto(200, v),
        },
        "seguimiento": {"responsable": t.texto(200, v), "frecuencia": t.texto(200, v), "rendicion_fecha": t.fecha(v)},
        "firmas": {campo: t.texto(200, v) for campo in ("proyecto", "reviso", "aprobo")},
        "ejes": ejes, "totales": _totales(acciones),
        "ods": [{"numero": n, "texto": ODS.get(n, f"Objetivo {n}"), "color": "#C5192D", "sobre": "#ffffff"}
                for n in range(1, 18)],
        "resultados": _aportes(acciones, "resultados"), "impactos": _aportes(acciones, "impactos"),
        "socios": [
            {**aliado["contraparte"], "acciones": [a["numero"]], "roles": [aliado["rol"]], "etapa": aliado["etapa"]}
            for a in acciones for aliado in a["aliados"]
        ],
        "actores": lista("actores", lambda: {
            "clave": t.clave(), "grupo": t.carta("grupo"), "organizacion": t.texto(), "cargo": t.texto(200, 0.3),
            "rol": t.texto(200, 0.3), "compromiso": t.texto(vacio=0.3), "contacto": t.texto(100, 0.6),
        }),
        "memoria": memoria,
        "reuniones": lista("reuniones", lambda: {
            "clave": t.clave(), "fecha": t.fecha(), "tema": t.texto(), "asistentes": t.azar.choice([None, 23]),
            "memoria": t.parrafos(),
        }),
        "plan_de_desarrollo": plan,
        "consejos": [{"slug": "foco", "texto": "Escoja pocas cosas", "revisado": t.azar.random() < 0.5}],
        "diagnostico": _diagnostico(t) if "diagnostico" in partes else None,
    }  # fmt: skip


PARTES = ("textos", "plan", "memoria", "actores", "reuniones", "diagnostico")
# What a form lets through: any letter but the marks of a line, the lone halves of a pair and what nobody assigned.
LETRAS = st.characters(exclude_categories=("Cs", "Cn", "Co", "Zl", "Zp"), exclude_characters="\0\r\x85")
RAROS = st.text(LETRAS, min_size=1, max_size=80).map(lambda t: " ".join(t.split()) or "x")


CUANTAS = st.integers(0, 40)
PALABRAS = st.one_of(st.sampled_from(DIFICILES), RAROS)


def documentos(acciones=CUANTAS, palabras=PALABRAS):
    """Give frozen documents."""
    return st.builds(
        documento,
        semilla=st.integers(0, 2**32),
        cuantas=acciones,
        palabras=st.lists(palabras, min_size=1, max_size=8),
        partes=st.sets(st.sampled_from(PARTES)),
    )
