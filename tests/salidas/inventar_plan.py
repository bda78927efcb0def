"""The invented plan: ejes, objetivos and actions with what hangs from them, each text with its mark."""

from __future__ import annotations

import datetime as dt
import random
import uuid
from dataclasses import dataclass, field

DIFICILES = (
    "<script>alert(1)</script>",
    "{{ 7*7 }} {% now 'Y' %}",
    "A" * 120,
    "مرحبا بالعالم",
    "🌎🎉 ¡fiesta!",
    "=SUM(A1:A9)",
    "-cmd|' /C calc'!A0",
    "@x \"comillas\" & 'apóstrofos' <b>",
    "%(x)s %s 100 %",
    "_x0041_ ]]> </w:t> &amp; &#65;",
    "Ñandú, pingüino y corazón – «así»",
    "plan",
)
ELECCIONES = {
    "rol": {"par": "par", "financia": "financia", "asiste": "asiste"},
    "etapa": {"identificada": "identificada", "en-tramite": "en trámite", "firmada": "firmada"},
    "tramite": {"pendiente": "pendiente", "hecho": "hecho"},
    "estado": {"por-iniciar": "por iniciar", "en-ejecucion": "en ejecución", "terminada": "terminada"},
    "direccion": {"": "", "recibe": "el territorio recibe", "doble": "doble vía"},
    "vinculo": {"": "", "en-plan": "responde a una meta del plan de desarrollo", "propuesta": "propuesta, sin meta"},
    "fuente": {"propios": "recursos propios", "cooperacion": "cooperación no reembolsable", "otra": "otra"},
    "certeza": {"por-gestionar": "por gestionar", "en-gestion": "en gestión", "comprometido": "comprometido"},
    "sentido": {"aumenta": "debe aumentar", "disminuye": "debe disminuir"},
    "acumulacion": {"anual": "de cada año", "existencia": "lo que hay en esa fecha"},
    "tipo": {"gobierno-local": "gobierno local", "academia": "universidad o centro de investigación"},
    "antecedente": {"hermanamiento": "hermanamiento", "proyecto": "proyecto"},
    "hoy": {"vigente": "vigente", "terminado": "terminado"},
}
CARTAS = {
    "modalidad": {"integracion": "Integración", "marketing-territorial": "Marketing territorial"},
    "instrumento": {"hermanamientos": "Hermanamientos", "ferias": "Ferias"},
    "temas": {"educacion": "Educación", "patrimonio-cultural": "Patrimonio cultural", "turismo": "Turismo"},
    "resultados": {"redes": "Redes internacionales propias", "visibilidad": "Visibilidad internacional"},
    "impactos": {"calidad-vida": "Mejor calidad de vida", "empleo": "Más y mejor empleo"},
    "grupo": {"gobierno-municipal": "Gobierno municipal", "academia": "Academia"},
}
PAISES = {"ES": "España", "JP": "Japón", "CO": "Colombia", "": ""}
ODS = {4: "Educación de calidad", 11: "Ciudades y comunidades sostenibles", 17: "Alianzas para lograr los objetivos"}
SUMAS = ("efectivo", "asegurado", "por_conseguir", "especie", "especie_asegurada", "especie_por_conseguir", "ejecutado")


@dataclass
class Taller:
    """Where a document is made: a source of chance, the difficult words to use, and what was used already."""

    azar: random.Random
    palabras: list[str]
    marcas: int = 0
    montos: set[int] = field(default_factory=set)

    def texto(self, tope: int = 300, vacio: float = 0.0) -> str:
        """Give a text with its mark; sometimes nothing."""
        if self.azar.random() < vacio:
            return ""
        self.marcas += 1
        return f"{self.azar.choice(self.palabras)[: tope - 7]} k{self.marcas:04}x"

    def parrafos(self, vacio: float = 0.3) -> str:
        """Give a long text: sometimes two paragraphs."""
        uno, otro = self.texto(vacio=vacio), self.texto(vacio=0.5)
        return f"{uno}\n\n{otro}" if uno and otro else uno

    def clave(self) -> str:
        return str(uuid.UUID(int=self.azar.getrandbits(128), version=4))

    def fecha(self, vacia: float = 0.2) -> str | None:
        if self.azar.random() < vacia:
            return None
        return (dt.date(2023, 1, 1) + dt.timedelta(days=self.azar.randrange(2200))).isoformat()

    def pesos(self) -> int:
        """Give up to thirteen digits, never twice the same but zero."""
        while (monto := self.azar.choice([0, self.azar.randrange(1, 10**13), self.azar.randrange(10**12, 10**13)])) in (
            self.montos - {0}
        ):
            pass
        self.montos.add(monto)
        return monto

    def decimal(self) -> str:
        entero = str(self.azar.randrange(10_000))
        return f"{entero}.{self.azar.randrange(1, 100)}5" if self.azar.random() < 0.3 else entero

    def eleccion(self, nombre: str) -> dict:
        slug = self.azar.choice(list(ELECCIONES[nombre]))
        return {"slug": slug, "texto": ELECCIONES[nombre][slug]}

    def carta(self, nombre: str) -> dict:
        slug = self.azar.choice(list(CARTAS[nombre]))
        return {"slug": slug, "texto": CARTAS[nombre][slug]}

    def cartas(self, nombre: str) -> list[dict]:
        cuantas = self.azar.randrange(3)
        return [{"slug": s, "texto": t} for s, t in list(CARTAS[nombre].items())[:cuantas]]

    def pais(self) -> dict:
        slug = self.azar.choice(list(PAISES))
        return {"slug": slug, "texto": PAISES[slug]}

    def lista(self, hacer, tope: int) -> list:
        return [hacer() for _n in range(self.azar.randrange(tope + 1))]


def suma(partidas: list[dict]) -> dict[str, int]:
    """Add rows up as the budget of an agenda is read: in kind apart."""
    t = dict.fromkeys(SUMAS, 0)
    for p in partidas:
        seguro = p["certeza"]["slug"] == "comprometido"
        if p["en_especie"]:
            t["especie"] += p["valor"]
            t["especie_asegurada" if seguro else "especie_por_conseguir"] += p["valor"]
        else:
            t["efectivo"] += p["valor"]
            t["asegurado" if seguro else "por_conseguir"] += p["valor"]
            t["ejecutado"] += p["ejecutado"]
    return t


def hacer_contraparte(t: Taller) -> dict:
    verificada = t.fecha(0.5)
    return {
        "clave": t.clave(), "nombre": t.texto(), "tipo": t.eleccion("tipo"), "ciudad": t.texto(60, 0.3),
        "pais": t.pais(), "directorio": "", "verificada": verificada is not None, "verificada_en": verificada,
        "verificada_como": t.texto(100, 0.5),
    }  # fmt: skip


def _partida(t: Taller) -> dict:
    ajena = t.azar.random() < 0.2
    return {
        "clave": t.clave(), "anio": t.azar.randrange(2024, 2031), "fuente": t.eleccion("fuente"),
        "aportante": t.texto(200, 0.5), "en_especie": t.azar.random() < 0.2, "certeza": t.eleccion("certeza"),
        "moneda": "EUR" if ajena else "COP", "valor_moneda": t.decimal() if ajena else None,
        "tasa": "4650.25" if ajena else None, "fecha_tasa": t.fecha(0) if ajena else None,
        "valor": t.pesos(), "ejecutado": t.azar.choice([0, 0, 1_250_000]),
    }  # fmt: skip


def _indicador(t: Taller) -> dict:
    sin_base = t.azar.random() < 0.4
    return {
        "clave": t.clave(), "nombre": t.texto(), "unidad": t.texto(80, 0.2), "formula": t.texto(vacio=0.4),
        "sin_linea_base": sin_base, "linea_base": None if sin_base else t.decimal(),
        "linea_base_fecha": None if sin_base else t.fecha(), "linea_base_fuente": "" if sin_base else t.texto(250, 0.4),
        "sentido": t.eleccion("sentido"), "acumulacion": t.eleccion("acumulacion"),
        "medio_verificacion": t.texto(250, 0.4), "sugerido": "",
        "metas": [{"anio": a, "valor": t.decimal()} for a in range(2024, 2024 + t.azar.randrange(9))],
        "mediciones": t.lista(
            lambda: {"clave": t.clave(), "fecha": t.fecha(0), "valor": t.decimal(), "evidencia": t.texto(vacio=0.4)}, 2
        ),
    }  # fmt: skip


def _accion(t: Taller, numero: str, plan: list[dict], memoria: list[dict]) -> dict:
    partidas = t.lista(lambda: _partida(t), 4)
    eje, antes = t.azar.choice([None, *plan]), t.azar.choice([None, *memoria])
    return {
        "clave": t.clave(), "numero": numero, "nombre": t.texto(), "descripcion": t.parrafos(),
        "modalidad": t.azar.choice([None, t.carta("modalidad")]), "gobernanza": t.azar.random() < 0.2,
        "instrumento": t.azar.choice([None, t.carta("instrumento")]), "responsable": t.texto(200, 0.2),
        "inicio": t.fecha(), "fin": t.fecha(), "direccion": t.eleccion("direccion"), "poblaciones": t.texto(vacio=0.3),
        "temas": t.cartas("temas"), "ods": [{"numero": n, "texto": ODS[n]} for n in t.azar.sample([4, 11, 17], 1)],
        "metas_ods": [{"codigo": "11.4", "texto": "Proteger el patrimonio"}] if t.azar.random() < 0.3 else [],
        "plan": {
            "vinculo": t.eleccion("vinculo"), "eje": eje and {"clave": eje["clave"], "texto": eje["eje"]},
            "programa": t.texto(200, 0.4), "meta": t.texto(vacio=0.4), "indicador": t.texto(200, 0.6),
            "bpin": t.azar.choice(["", "2024545180012"]),
        },
        "antecedente": antes and {"clave": antes["clave"], "texto": antes["titulo"]},
        "convocatoria": t.azar.choice(
            [None, {"texto": t.texto(), "entidad": t.texto(), "cierra": t.fecha(), "enlace": "https://example.org/x"}]
        ),
        "depende_de": t.parrafos(0.5), "resultados": t.cartas("resultados"), "impactos": t.cartas("impactos"),
        "estado": t.eleccion("estado"), "avance": t.parrafos(0.6), "sugerida": "",
        "hitos": t.lista(
            lambda: {"clave": t.clave(), "nombre": t.texto(), "fecha": t.fecha(), "cumplido_en": t.fecha(0.7)}, 3
        ),
        "tramites": t.lista(
            lambda: {
                "clave": t.clave(), "nombre": t.texto(), "entidad": t.texto(200, 0.3), "estado": t.eleccion("tramite"),
                "documento": t.texto(200, 0.6),
            }, 2,
        ),
        "aliados": t.lista(
            lambda: {
                "clave": t.clave(), "rol": t.eleccion("rol"), "etapa": t.eleccion("etapa"),
                "contraparte": hacer_contraparte(t),
            }, 2,
        ),
        "municipios": t.lista(lambda: {"codigo": "54520", "nombre": t.texto(100)}, 2),
        "presupuesto": partidas, "totales": suma(partidas), "indicadores": t.lista(lambda: _indicador(t), 2),
    }  # fmt: skip


def hacer_ejes(t: Taller, cuantas: int, plan: list[dict], memoria: list[dict]) -> list[dict]:
    """Share the actions out among up to four ejes; one of them may hold none."""
    ejes, quedan = [], cuantas
    total = t.azar.randrange(1, 5) if cuantas else t.azar.randrange(3)
    for i in range(1, total + 1):
        suyas = quedan if i == total else t.azar.randrange(quedan + 1)
        quedan -= suyas
        acciones = [_accion(t, f"{i}.{n}", plan, memoria) for n in range(1, suyas + 1)]
        corte = t.azar.randrange(suyas + 1)
        objetivos = [
            {"clave": t.clave(), "numero": f"{i}{letra}", "nombre": t.texto(), "situacion": t.texto(vacio=0.4),
             "acciones": trozo}
            for letra, trozo in (("A", acciones[:corte]), ("B", acciones[corte:]))
        ]  # fmt: skip
        partidas = [p for a in acciones for p in a["presupuesto"]]
        ejes.append(
            {"clave": t.clave(), "numero": str(i), "nombre": t.texto(), "descripcion": t.texto(vacio=0.4),
             "objetivos": objetivos, "totales": suma(partidas)}
        )  # fmt: skip
    return ejes
