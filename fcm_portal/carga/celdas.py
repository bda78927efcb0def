"""Readers of one cell: text in, value out; ``ValueError`` with a sentence when it is not what it should be."""

from __future__ import annotations

import datetime as dt
import re

from formato.paises import paises as paises_conocidos

VERDADES = {"si": True, "sí": True, "true": True, "no": False, "false": False}


def texto(celda: str) -> str:
    """Give the text, possibly empty."""
    return celda


def obligatorio(celda: str) -> str:
    """Give a text that may not be empty."""
    if not celda:
        raise ValueError("está vacía.")
    return celda


def entero(celda: str) -> int | None:
    """Give a whole number, or None when empty."""
    if not celda:
        return None
    if not re.fullmatch(r"[0-9]+", celda):
        raise ValueError(f"«{celda}» no es un número entero.")
    return int(celda)


def decimal(celda: str) -> float | None:
    """Give a number with decimal point, or None when empty."""
    if not celda:
        return None
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", celda):
        raise ValueError(f"«{celda}» no es un número.")
    return float(celda)


def grados(limite: int):
    """Give a reader of WGS84 degrees between ``-limite`` and ``limite``."""

    def leer(celda: str) -> float | None:
        valor = decimal(celda)
        if valor is not None and abs(valor) > limite:
            raise ValueError(f"«{celda}» no está entre -{limite} y {limite} grados.")
        return valor

    return leer


def dia_o_nada(celda: str) -> dt.date | None:
    """Give an ISO date, or None when empty."""
    return dia(celda) if celda else None


def dia(celda: str) -> dt.date:
    """Give an ISO date."""
    try:
        return dt.date.fromisoformat(celda)
    except ValueError:
        raise ValueError(f"«{celda}» no es una fecha como 2026-11-22.") from None


def si_no(celda: str) -> bool:
    """Give a yes or no, which may not be empty."""
    if celda.lower() not in VERDADES:
        raise ValueError(f"«{celda}» debe ser «si» o «no».")
    return VERDADES[celda.lower()]


def lista(celda: str) -> list[str]:
    """Give the values between semicolons."""
    if not celda:
        return []
    valores = [valor.strip() for valor in celda.split(";")]
    if "" in valores:
        raise ValueError("tiene un valor vacío entre puntos y comas.")
    repetidos = sorted({valor for valor in valores if valores.count(valor) > 1})
    if repetidos:
        raise ValueError(f"repite {', '.join(repetidos)}.")
    return valores


def lista_de_enteros(celda: str) -> list[int]:
    """Give the whole numbers between semicolons."""
    return [entero(valor) for valor in lista(celda)]


def pais(celda: str) -> str:
    """Give an ISO 3166-1 alpha-2 country, or nothing."""
    if celda and celda not in paises_conocidos():
        raise ValueError(f"«{celda}» no es un código de país ISO de dos letras.")
    return celda


def paises(celda: str) -> list[str]:
    """Give the countries between semicolons."""
    return [pais(valor) for valor in lista(celda)]


def uno_de(*permitidos: str):
    """Give a reader that takes only these values (the empty one too, when listed)."""

    def leer(celda: str) -> str:
        if celda not in permitidos:
            raise ValueError(f"«{celda}» no es ninguno de: {', '.join(valor or 'vacío' for valor in permitidos)}.")
        return celda

    return leer


def codigo(patron: str, que_es: str):
    """Give a reader of codes of one shape."""
    forma = re.compile(patron)

    def leer(celda: str) -> str:
        if not forma.fullmatch(celda):
            raise ValueError(f"«{celda}» no es {que_es}.")
        return celda

    return leer


departamento = codigo(r"[0-9]{2}", "un código de departamento de dos cifras")
municipio = codigo(r"[0-9]{5}", "un código DANE de cinco cifras")
slug = codigo(r"[a-z0-9]+(-[a-z0-9]+)*", "un identificador en minúsculas, sin tildes y con guiones")
color = codigo(r"#[0-9A-F]{6}", "un color como #0B4F6C")
