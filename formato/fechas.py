"""Dates and hours in Spanish, months in lower case; moments are shown in the time zone of the portal."""

from __future__ import annotations

import datetime as dt

from django.utils.timezone import is_aware, localtime

MESES = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)


def en_casa(momento: dt.date | dt.datetime) -> dt.date | dt.datetime:
    """Give a moment in the time zone of the portal; a plain date stays as it is."""
    if isinstance(momento, dt.datetime) and is_aware(momento):
        return localtime(momento)
    return momento


def fecha_larga(fecha: dt.date | dt.datetime | None) -> str:
    """Give ``22 de noviembre de 2026``. Nothing for None."""
    if not fecha:
        return ""
    dia = en_casa(fecha)
    return f"{dia.day} de {MESES[dia.month - 1]} de {dia.year}"


def fecha_corta(fecha: dt.date | dt.datetime | None) -> str:
    """Give ``22 nov 2026``. Nothing for None."""
    if not fecha:
        return ""
    dia = en_casa(fecha)
    return f"{dia.day} {MESES[dia.month - 1][:3]} {dia.year}"


def mes(fecha: dt.date | None) -> str:
    """Give ``noviembre de 2026``. Nothing for None."""
    return f"{MESES[fecha.month - 1]} de {fecha.year}" if fecha else ""


def periodo(nombre: str | None) -> str:
    """Give the name of a term of government as it is read: ``2024–2027``. Nothing for None."""
    return str(nombre or "").replace("-", "–")


def hora(momento: dt.datetime | dt.time | None) -> str:
    """Give ``10:42``, twenty-four hours. Nothing for None."""
    if momento is None or momento == "":
        return ""
    local = momento if isinstance(momento, dt.time) else en_casa(momento)
    return f"{local.hour}:{local.minute:02}"


def fecha_hora(momento: dt.datetime | None) -> str:
    """Give ``22 de noviembre de 2026, 10:42``. Nothing for None."""
    return f"{fecha_larga(momento)}, {hora(momento)}" if momento else ""
