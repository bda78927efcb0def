"""Pesos and numbers as they are read and written in Colombia: point for thousands, comma for decimals."""

from __future__ import annotations

import re
from decimal import Decimal

from django.utils.translation import gettext as _

CIFRAS_MAXIMAS = 13
PLANO = re.compile(r"[0-9]+")
CON_PUNTOS = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+")
PUNTO_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")


def miles(entero: int) -> str:
    """Give a whole number with points for thousands: ``1.250.000``."""
    return f"{entero:,}".replace(",", ".")


def pesos(valor: int | None) -> str:
    """Give an amount in pesos: ``$ 1.250.000``, the sign on the line of its number. Nothing for None."""
    if valor is None or valor == "":
        return ""
    entero = int(valor)
    return f"{'-' if entero < 0 else ''}$\N{NO-BREAK SPACE}{miles(abs(entero))}"


def numero(valor: Decimal | int | float | None, decimales: int | None = None) -> str:
    """Give a number: ``1.250,5``. Zeros that end the decimals are dropped, unless ``decimales`` fixes how many."""
    if valor is None or valor == "":
        return ""
    exacto = Decimal(str(valor))
    texto = f"{abs(exacto):f}" if decimales is None else f"{abs(exacto):.{decimales}f}"
    entera, _punto, fraccion = texto.partition(".")
    if decimales is None:
        fraccion = fraccion.rstrip("0")
    cifras = miles(int(entera)) + (f",{fraccion}" if fraccion else "")
    negativo = exacto < 0 and cifras.strip("0,.") != ""
    return f"-{cifras}" if negativo else cifras


def porcentaje(valor: Decimal | int | float | None) -> str:
    """Give ``70 %``, the sign on the line of its number. Nothing for None."""
    texto = numero(valor)
    return texto and f"{texto}\N{NO-BREAK SPACE}%"


def leer_pesos(texto: str) -> int:
    """Read whole pesos: ``1.250.000``, ``1250000``, ``1 250 000`` and ``$ 1.250.000``. ``ValueError`` says why not."""
    limpio = sin_blancos(texto).removeprefix("$").removesuffix("COP")
    if limpio.startswith("-"):
        raise ValueError(_("Escriba un valor de cero o más, sin signo menos."))
    if "," in limpio:
        raise ValueError(_("Los pesos van sin decimales: escriba solo el valor entero, por ejemplo 1.250.000."))
    return leer_entero(limpio, _("El punto separa los miles de tres en tres: escriba 1.250.000 o 1250000."))


def leer_decimal(texto: str) -> Decimal:
    """Read a number with comma decimals: ``1.250,5``, ``1250,5``, ``-3``. ``ValueError`` says why not."""
    limpio = sin_blancos(texto)
    signo, limpio = (-1, limpio[1:]) if limpio.startswith("-") else (1, limpio)
    entera, coma, fraccion = limpio.partition(",")
    if coma and not PLANO.fullmatch(fraccion):
        raise ValueError(_("Escriba una sola coma y después los decimales, por ejemplo 1.250,5."))
    entero = leer_entero(entera, sugerencia_decimal(limpio))
    return signo * Decimal(f"{entero}.{fraccion}" if coma else entero)


def sugerencia_decimal(texto: str) -> str:
    """Give the sentence for a point where a comma was meant: «1.25»."""
    if PUNTO_DECIMAL.fullmatch(texto):
        return _("Use la coma para los decimales: escriba %(bien)s. El punto separa los miles.") % {
            "bien": texto.replace(".", ",")
        }
    return _("El punto separa los miles de tres en tres y la coma los decimales: escriba, por ejemplo, 1.250,5.")


def leer_entero(texto: str, mal_separado: str) -> int:
    """Read a whole number, plain or with points every three digits. ``mal_separado`` is the sentence for bad points."""
    if not texto or not re.fullmatch(r"[0-9.]+", texto):
        raise ValueError(_("Escriba un número, por ejemplo 1.250.000."))
    if not (PLANO.fullmatch(texto) or CON_PUNTOS.fullmatch(texto)):
        raise ValueError(mal_separado)
    cifras = texto.replace(".", "").lstrip("0") or "0"
    if len(cifras) > CIFRAS_MAXIMAS:
        raise ValueError(_("El número tiene más de %(cifras)s cifras: revíselo.") % {"cifras": CIFRAS_MAXIMAS})
    return int(cifras)


def sin_blancos(texto: str) -> str:
    """Drop every kind of blank: people group digits with them."""
    return "".join(texto.split())
