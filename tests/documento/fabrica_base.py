"""What an agenda stands on: the cards of the guide, a town, the term and a closed diagnostic."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import yaml

from diagnostico.models import Cuestionario, Diagnostico
from guia import catalogo as guia
from guia.models import Ficha, MetaOds, Ods
from territorio.models import Categoria, Periodo, Territorio, Vecindad

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
NOCHE = dt.datetime(2026, 11, 22, 21, 5, tzinfo=dt.UTC)
BLOQUES = (
    "temas",
    "modalidades",
    "gobernanza",
    "actores-locales",
    "motivaciones",
    "resultados",
    "impactos",
    "consejos",
    "pasos",
)


def sembrar_guia() -> None:
    """Make the cards, goals and targets of the guide that a document names, unless they are there."""
    if not Ods.objects.exists():
        with (FIXTURES / "ods.csv").open(encoding="utf-8") as archivo:
            for fila in csv.DictReader(archivo):
                Ods.objects.create(
                    numero=fila["numero"],
                    slug=fila["slug"],
                    nombre=fila["nombre_corto"],
                    nombre_en=fila["nombre_en"],
                    titulo=fila["titulo_oficial"],
                    color=fila["color_hex"],
                    texto_mayor_contraste=fila["texto_mayor_contraste"],
                )
        MetaOds.objects.create(
            codigo="11.4",
            ods_id=11,
            orden=1,
            tipo="resultado",
            etiqueta="Proteger el patrimonio",
            etiqueta_en="Heritage",
        )
    if not Ficha.objects.exists():
        bloques = yaml.safe_load((FIXTURES / "guia.yaml").read_text(encoding="utf-8"))["bloques"]
        for bloque in bloques:
            if bloque["slug"] in BLOQUES:
                padre = _ficha(bloque, None)
                for item in bloque["items"]:
                    _ficha(item, padre)
    guia.olvidar()


def _ficha(datos: dict, bloque: Ficha | None) -> Ficha:
    propios = {"slug", "orden", "nombre", "titulo", "texto", "lugar", "hoy", "hoy_verificado", "items"}
    return Ficha.objects.create(
        bloque=bloque,
        slug=datos["slug"],
        orden=datos["orden"],
        nombre=datos.get("nombre") or datos["titulo"],
        texto=datos.get("texto") or "",
        datos={clave: valor for clave, valor in datos.items() if clave not in propios},
    )


def hacer_territorio(codigo: str = "54518", nombre: str = "Pamplona") -> Territorio:
    """Give a town with its department, category and one neighbour."""
    departamento, _ = Territorio.objects.get_or_create(
        codigo="54", defaults={"nombre": "Norte de Santander", "tipo": "departamento"}
    )
    territorio, nuevo = Territorio.objects.get_or_create(
        codigo=codigo,
        defaults={
            "nombre": nombre,
            "tipo": "municipio",
            "departamento": departamento,
            "latitud": 7.37563,
            "longitud": -72.64785,
            "poblacion": 56983,
            "poblacion_cabecera": 53007,
            "poblacion_rural": 3976,
            "poblacion_anio": 2026,
            "pdet": False,
            "region_natural": "Andina",
            "limita_pais": ["VE"],
        },
    )
    if nuevo:
        Categoria.objects.create(territorio=territorio, vigencia=2025, categoria="6")
        otro, _ = Territorio.objects.get_or_create(
            codigo="54520", defaults={"nombre": "Pamplonita", "tipo": "municipio", "departamento": departamento}
        )
        Vecindad.objects.create(a=territorio, b=otro, metodo="prueba")
    return territorio


def hacer_periodo() -> Periodo:
    """Give the term 2024–2027."""
    periodo, _ = Periodo.objects.get_or_create(
        nombre="2024-2027", defaults={"desde": dt.date(2024, 1, 1), "hasta": dt.date(2027, 12, 31)}
    )
    return periodo


def hacer_resultado() -> dict:
    """Give a result of a diagnostic in the shape of ``diagnostico/resultado.py``, read from the guide's file."""
    bloques = {b["slug"]: b for b in yaml.safe_load((FIXTURES / "guia.yaml").read_text(encoding="utf-8"))["bloques"]}
    puntajes = [75, 50, 33, 100, 0, 67, None]
    valores = [
        ("si", "Sí"),
        ("en_proceso", "En proceso"),
        ("no", "No"),
        ("no_sabe", "No sabe"),
        ("no_aplica", "No aplica"),
    ]
    escala = lambda m: [{c: n[c] for c in ("nivel", "nombre", "texto")} for n in m["niveles"]]  # noqa: E731
    modalidades = [*bloques["modalidades"]["items"], *bloques["gobernanza"]["items"]]
    condiciones = [a for item in bloques["condiciones"]["items"] for a in item["afirmaciones"]]
    return {
        "esquema": 1,
        "cuestionario": "2026-11-22",
        "numero": 2,
        "periodo": "2024-2027",
        "territorio": {
            "codigo": "54518",
            "nombre": "Pamplona, Norte de Santander",
            "categoria": "6",
            "es_asociacion": False,
        },
        "abierto_en": "2026-10-02",
        "cerrado_en": "2026-10-20",
        "ruta": {"slug": "completa", "nombre": "ruta completa", "preguntas": 34},
        "provisional": False,
        "faltan": 0,
        "total": 54,
        "total_exacto": "325/6",
        "nivel": {
            "slug": "rumbo-definido",
            "nombre": "Rumbo definido",
            "desde": 40,
            "hasta": 59,
            "texto": "Hay prioridades y trabajo conjunto.",
        },
        "respaldo": {"con_evidencia": 9, "de": 17, "porcentaje": 53, "texto": "9 de 17, 53 %"},
        "pasos": [
            {
                "slug": p["slug"],
                "orden": p["orden"],
                "verbo": p["verbo"],
                "nombre": p["nombre"],
                "titulo": f"{p['verbo']} {p['nombre'][0].lower()}{p['nombre'][1:]}",
                "puntaje": puntajes[i],
                "puntaje_exacto": "",
                "aplican": 5,
                "contestadas": 5,
                "no_aplican": 0,
                "preguntas": [
                    {
                        "clave": q["clave"],
                        "orden": q["orden"],
                        "texto": q["texto"],
                        "peso": q["peso"],
                        "valor": valores[(i + j) % 5][0],
                        "valor_nombre": valores[(i + j) % 5][1],
                        "sin_contestar": False,
                        "por_confirmar": False,
                        "razon_no_aplica": "",
                        "observacion": "solo para la asesora",
                        "nota_privada": "secreto",
                        "evidencias": [],
                    }
                    for j, q in enumerate(p["preguntas"])
                ],
            }
            for i, p in enumerate(bloques["pasos"]["items"])
        ],
        "modalidades": [
            {
                "slug": m["slug"],
                "nombre": m["nombre"],
                "transversal": i == 4,
                "nivel": [2, 1, 4, None, 0][i],
                "nivel_nombre": "",
                "nivel_texto": "",
                "escala": escala(m),
                "instrumentos": [{"slug": x["slug"], "nombre": x["nombre"]} for x in m["instrumentos"][:2]],
                "ventajas": "",
                "observacion": "",
            }
            for i, m in enumerate(modalidades)
        ],
        "condiciones": {
            "cumplidas": 5,
            "de": 8,
            "texto": "5 de 8",
            "lista": [
                {
                    "clave": c["clave"],
                    "nombre": c["nombre"],
                    "texto": c["texto"],
                    "valor": "si" if i < 5 else "no",
                    "valor_nombre": "Sí" if i < 5 else "No",
                    "sin_contestar": False,
                    "observacion": "",
                }
                for i, c in enumerate(condiciones)
            ],
        },
        "motivaciones": [
            {"slug": m["slug"], "nombre": m["nombre"], "lugar": i}
            for i, m in enumerate(bloques["motivaciones"]["items"][:3], 1)
        ],
        "temas": [{"slug": t["slug"], "nombre": t["nombre"]} for t in bloques["temas"]["items"][2:5]],
        "no_aplica": [],
        "sin_contestar": [],
        "fuertes": [],
        "debiles": [],
        "paso_mas_alto": "",
        "paso_mas_bajo": "",
        "regla": [
            "Cada respuesta vale: sí, 1; en proceso, 0,5; no y no sabe, 0.",
            "El total es el promedio de los pasos.",
        ],
        "es_demostracion": False,
    }


def hacer_diagnostico(territorio: Territorio, periodo: Periodo) -> Diagnostico:
    """Give a closed diagnostic."""
    cuestionario, _ = Cuestionario.objects.get_or_create(
        version="2026-11-22", defaults={"contenido": {}, "huella": "x"}
    )
    return Diagnostico.objects.create(
        territorio=territorio,
        periodo=periodo,
        numero=(territorio.diagnosticos.count() + 1),
        cuestionario=cuestionario,
        cerrado_en=NOCHE,
        resultado=hacer_resultado(),
    )
