"""What is written in a cell, from its letters in the file to a value: numbers as Excel shows them, dates, text."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Context, Decimal, InvalidOperation

from openpyxl.utils.datetime import from_excel

from informes.hojas.entrantes.celdas import Valor

ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
DE_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
DIGITOS = Context(prec=15)
ENTERO = re.compile(r"[+-]?\d{1,25}")
MAYOR_EXPONENTE = 30
LITERAL = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')  # what a format writes as it is
ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(T.*)?")


def limpiar(texto: str) -> str:
    """Give a text as typed: «_x000D_» is how the format writes a character; line ends are LF; no control characters."""
    if "_x" in texto:
        texto = ESCAPE.sub(_caracter, texto)
    if "\r" in texto:
        texto = texto.replace("\r\n", "\n").replace("\r", "\n")
    return DE_CONTROL.sub("", texto)


def es_porcentaje(formato: str) -> bool:
    """Say whether a number format shows a hundredth as 1 %: its sign is there, and not as a letter of its text."""
    return "%" in LITERAL.sub("", formato)


def _caracter(hallado: re.Match) -> str:
    codigo = int(hallado[1], 16)
    return hallado[0] if 0xD800 <= codigo <= 0xDFFF else chr(codigo)  # half a character is not text


class Conversor:
    """Turns what a cell holds into a value.

    ``fechas``, ``duraciones``, ``porcentajes``: the styles that show them.
    """

    def __init__(
        self, textos: list[str], fechas: set[int], duraciones: set[int], porcentajes: set[int], epoca: dt.datetime
    ):
        self._textos = textos
        self._fechas = fechas
        self._duraciones = duraciones
        self._porcentajes = porcentajes
        self._epoca = epoca

    def convertir(self, tipo: str, estilo: int, escrito: str) -> tuple[Valor, bool]:
        """Give the value and whether it is an error. Raises ``ValueError`` or ``LookupError`` for nonsense."""
        if tipo == "s":
            numero = int(escrito)
            if numero < 0:
                raise IndexError(numero)
            return self._textos[numero] or None, False
        if tipo in ("str", "inlineStr"):
            return limpiar(escrito) or None, False
        escrito = escrito.strip()
        if not escrito:
            return None, False
        if tipo == "b":
            return escrito in ("1", "true"), False
        if tipo == "e":
            return limpiar(escrito)[:40], True
        if tipo == "d":
            return self._de_iso(escrito)
        return self._numero(escrito, estilo)

    def _numero(self, escrito: str, estilo: int) -> tuple[Valor, bool]:
        if estilo in self._fechas:
            return self._fecha(escrito, duracion=estilo in self._duraciones)
        if ENTERO.fullmatch(escrito) and estilo not in self._porcentajes:
            return int(escrito), False
        try:
            numero = DIGITOS.create_decimal(escrito)
        except InvalidOperation as error:
            raise ValueError(escrito) from error
        if not numero.is_finite() or abs(numero.adjusted()) > MAYOR_EXPONENTE:
            return escrito[:40], True
        if estilo in self._porcentajes:  # the file says 0.25 where people read, and typed, 25 %
            return f"{format((numero * 100).normalize(DIGITOS), 'f').replace('.', ',')} %", False
        if numero == numero.to_integral_value():
            return int(numero), False
        return Decimal(format(numero.normalize(DIGITOS), "f")), False

    def _fecha(self, escrito: str, *, duracion: bool) -> tuple[Valor, bool]:
        """Give the day; an hour alone, or a length of time, as the text that people see. Raises ``ValueError``."""
        dias = float(escrito)
        if not 0 <= dias < 2_958_466:  # 31 December 9999
            return escrito[:40], True
        if duracion or dias < 1:
            minutos = round(dias * 24 * 60)
            return f"{minutos // 60}:{minutos % 60:02d}", False
        try:
            momento = from_excel(dias, self._epoca)
        except (ValueError, OverflowError):
            return escrito[:40], True
        return momento.date() if isinstance(momento, dt.datetime) else momento, False

    def _de_iso(self, escrito: str) -> tuple[Valor, bool]:
        hallado = ISO.fullmatch(escrito)
        try:
            return dt.date.fromisoformat(hallado[1]), False
        except (TypeError, ValueError):
            return escrito[:40], True
