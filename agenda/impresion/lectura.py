"""How frozen values are read on paper: dates, terms, numbers, plurals. Pure."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.utils.translation import gettext as _

from formato.fechas import MESES, fecha_corta, fecha_larga
from formato.numeros import numero

VACIO = "–"


def dia(iso: str | None) -> dt.date | None:
    """Give the day of an ISO text (a moment gives its day)."""
    return dt.date.fromisoformat(iso[:10]) if iso else None


def larga(iso: str | None) -> str:
    """Give ``22 de noviembre de 2026``."""
    return fecha_larga(dia(iso))


def corta(iso: str | None) -> str:
    """Give ``22 nov 2026``."""
    return fecha_corta(dia(iso))


def mes(iso: str | None) -> str:
    """Give ``noviembre de 2026``."""
    fecha = dia(iso)
    return f"{MESES[fecha.month - 1]} de {fecha.year}" if fecha else ""


def con_hora(iso: str) -> str:
    """Give ``22 de noviembre de 2026, 16:05`` from a moment in ISO, in its own time zone."""
    momento = dt.datetime.fromisoformat(iso)
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


def linea_base(indicador: dict) -> str:
    """Give a baseline: its value with its date, «sin línea base», or a dash."""
    if indicador["sin_linea_base"]:
        return _("sin línea base")
    if indicador["linea_base"] is None:
        return VACIO
    return cifra(indicador["linea_base"])


def plural(nombre: str) -> str:
    """Give the plural of a name of level: Eje → Ejes, Acción → Acciones, Red → Redes."""
    if not nombre or nombre[-1] in "sxSX":
        return nombre
    if nombre.endswith("ón"):
        return f"{nombre[:-2]}ones"
    if nombre[-1] in "zZ":
        return f"{nombre[:-1]}ces"
    return f"{nombre}s" if nombre[-1].lower() in "aeiouáéó" else f"{nombre}es"


def cuantas(n: int, nombre: str) -> str:
    """Give the right form of a name for a count."""
    return nombre if n == 1 else plural(nombre)


def mayuscula(texto: str) -> str:
    """Give a text with its first letter in upper case."""
    return texto[:1].upper() + texto[1:]
