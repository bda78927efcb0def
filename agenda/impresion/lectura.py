"""How frozen values are read on paper, in the language being drawn: dates, terms, numbers, plurals. Pure."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from formato import segun_idioma
from formato.segun_idioma import en_ingles, fecha_corta, fecha_larga, miles, numero, pais, pesos, porcentaje

__all__ = [
    "VACIO",
    "cifra",
    "con_hora",
    "corta",
    "coordenada",
    "cuantas",
    "cumplidas",
    "de_la_regla",
    "dia",
    "en_ingles",
    "en_millones",
    "larga",
    "linea_base",
    "lugar_completo",
    "mayuscula",
    "mes",
    "miles",
    "nivel",
    "numero",
    "pais",
    "pesos",
    "plazo",
    "plural",
    "porcentaje",
    "respaldo",
    "termino",
    "unidad",
]

VACIO = "–"
MILLON = 1_000_000
NIVELES = {"Eje": "Axis", "Objetivo": "Objective", "Acción": "Action"}  # the names that a town did not change
TRAMO = re.compile(r"de (\d+) a (\d+), ([^;]+?)(?=; |\.$)")  # as ``diagnostico/resultado.py`` freezes the levels
PREPOSICIONES = {"a", "con", "de", "del", "en", "para", "por", "sobre"}
PLURALES = {"Axis": "Axes", "Objective": "Objectives", "Action": "Actions"}


def termino(texto: str) -> str:
    """Give a text of the catalogue in the language being drawn. Never for what the town wrote."""
    return _(texto) if texto and en_ingles() else texto


def nivel(nombre: str) -> str:
    """Give the name of a level of the plan: in English the default ones; what the town chose stays as it chose it."""
    return NIVELES.get(nombre, nombre) if en_ingles() else nombre


def de_la_regla(frase: str) -> str:
    """Give a frozen sentence of how the score is computed; the one that lists the levels is put together again."""
    tramos = TRAMO.findall(frase) if en_ingles() else []
    if not tramos:
        return termino(frase)
    niveles = "; ".join(
        _("de %(desde)d a %(hasta)d, %(nombre)s")
        % {"desde": int(desde), "hasta": int(hasta), "nombre": termino(nombre)}
        for desde, hasta, nombre in tramos
    )
    return _("Nivel: %(niveles)s.") % {"niveles": niveles}


def respaldo(hecho: dict) -> str:
    """Give how many answers have evidence: as it was frozen, and in English put together again."""
    if not en_ingles() or not hecho["de"]:
        return termino(hecho["texto"])
    return _("%(con)d de %(de)d, %(porcentaje)d %%") % {**hecho, "con": hecho["con_evidencia"]}


def cumplidas(condiciones: dict) -> str:
    """Give «5 de 8» conditions: as it was frozen, and in English put together again."""
    return _("%(cumplidas)d de %(de)d") % condiciones if en_ingles() else condiciones["texto"]


def unidad(texto: str) -> str:
    """Give a unit of measure: those of the guide have their English; any other stays as the town wrote it."""
    dicha = pgettext("unidad de medida", texto.lower()) if texto and en_ingles() else texto
    return texto if dicha == texto.lower() else dicha


def lugar_completo(territorio: dict) -> str:
    """Give the name of a place with its department; abroad, also its country."""
    nombre = territorio["nombre_completo"]
    return f"{nombre}, Colombia" if en_ingles() else nombre


def dia(iso: str | None) -> dt.date | None:
    """Give the day of an ISO text; of a moment (an acta has it in UTC), its day in the time zone of the portal."""
    if not iso:
        return None
    return _aqui(iso).date() if "T" in iso else dt.date.fromisoformat(iso[:10])


def _aqui(iso: str) -> dt.datetime:
    """Give a moment in ISO in the time zone of the portal."""
    momento = dt.datetime.fromisoformat(iso)
    return localtime(momento) if is_aware(momento) else momento


def larga(iso: str | None) -> str:
    """Give ``22 de noviembre de 2026``; in English, ``22 November 2026``."""
    return fecha_larga(dia(iso))


def corta(iso: str | None) -> str:
    """Give ``22 nov 2026``; in English, ``22 Nov 2026``."""
    return fecha_corta(dia(iso))


def mes(iso: str | None) -> str:
    """Give ``noviembre de 2026``; in English, ``November 2026``."""
    return segun_idioma.mes(dia(iso))


def con_hora(iso: str) -> str:
    """Give ``22 de noviembre de 2026, 16:05`` from a moment in ISO, in the time zone of the portal."""
    momento = _aqui(iso)
    return f"{larga(iso)}, {momento.hour}:{momento.minute:02}"


def plazo(inicio: str | None, fin: str | None, periodo: dict) -> str:
    """Give a term, and say so when it leaves the Periodo."""
    if not inicio and not fin:
        return ""
    if inicio and fin:
        texto = f"{mes(inicio)} – {mes(fin)}" if mes(inicio) != mes(fin) else mes(inicio)
    else:
        texto = _("desde %(mes)s") % {"mes": mes(inicio)} if inicio else _("hasta %(mes)s") % {"mes": mes(fin)}
    fuera = []
    if inicio and inicio < periodo["desde"]:
        fuera.append(_("empieza antes del período"))
    if fin and fin > periodo["hasta"]:
        fuera.append(_("termina después del período"))
    return f"{texto} ({', '.join(fuera)})" if fuera else texto


def cifra(texto: str | None) -> str:
    """Give a decimal in text as it is read; a dash for nothing."""
    return VACIO if texto is None else numero(Decimal(texto))


def coordenada(texto: str) -> str:
    """Give degrees with their four decimals: ``7,3756``; in English, ``7.3756``."""
    return numero(Decimal(texto), 4)


def linea_base(indicador: dict) -> str:
    """Give a baseline: its value with its date, «sin línea base», or a dash."""
    if indicador["sin_linea_base"]:
        return _("sin línea base")
    if indicador["linea_base"] is None:
        return VACIO
    return cifra(indicador["linea_base"])


def en_millones(monto: int) -> str:
    """Give pesos short enough for a chart: ``$ 350 M``, ``$ 13 mil M``; in English ``COP 350m``, ``COP 13bn``."""
    millones, mil_millones, signo = ("m", "bn", "COP") if en_ingles() else (" M", " mil M", "$")
    if monto >= 10_000 * MILLON:
        return f"{signo} {miles((monto + 500 * MILLON) // (1000 * MILLON))}{mil_millones}"
    if monto >= MILLON:
        decimas = (monto + MILLON // 20) // (MILLON // 10)
        return f"{signo} {numero(Decimal(decimas) / 10)}{millones}"
    return f"{signo} {miles(monto)}"


def plural(nombre: str) -> str:
    """Give the plural of a name of level: Eje → Ejes, Línea estratégica → Líneas estratégicas, Axis → Axes.

    What hangs from a preposition stays: Línea de acción → Líneas de acción.
    """
    if nombre in PLURALES and en_ingles():
        return PLURALES[nombre]
    palabras = nombre.split(" ")
    cabeza = next((lugar for lugar, palabra in enumerate(palabras) if palabra.lower() in PREPOSICIONES), len(palabras))
    return " ".join([*map(_en_plural, palabras[:cabeza]), *palabras[cabeza:]])


def _en_plural(palabra: str) -> str:
    if not palabra or palabra.lower() in ("y", "o") or palabra[-1] in "sxSX":
        return palabra
    if palabra.endswith("ón"):
        return f"{palabra[:-2]}ones"
    if palabra[-1] in "zZ":
        return f"{palabra[:-1]}ces"
    return f"{palabra}s" if palabra[-1].lower() in "aeiouáéó" else f"{palabra}es"


def cuantas(n: int, nombre: str) -> str:
    """Give the right form of a name for a count."""
    return nombre if n == 1 else plural(nombre)


def mayuscula(texto: str) -> str:
    """Give a text with its first letter in upper case."""
    return texto[:1].upper() + texto[1:]
