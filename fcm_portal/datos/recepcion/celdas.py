"""One cell back into its value, by the type of its column: as it was written, or as a spreadsheet left it."""

from __future__ import annotations

import datetime as dt
import math
import re
from decimal import Decimal, InvalidOperation

from fcm_portal.datos.columna import DECIMAL, DIRECCION, ENTERO, FECHA, LISTA, LISTA_DE_ENTEROS, SI_NO, TEXTO
from fcm_portal.datos.valores import canonico, separar, sin_apostrofo

VERDADES = {
    "si": True, "sí": True, "s": True, "true": True, "verdadero": True, "1": True,
    "no": False, "n": False, "false": False, "falso": False, "0": False,
}  # fmt: skip
MILES = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+")
ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[ T]00:00(?::00)?)?")
DE_HOJA = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})(?: 0?0:00(?::00)?)?")


def leer(tipo: str, celda, de_hoja: bool = True) -> object:
    """Read a cell of a CSV (text), whose apostrophe is undone, or a value of a JSON. ``ValueError``: the sentence."""
    if isinstance(celda, str):
        if "\x00" in celda:
            raise ValueError("tiene un carácter que no se puede guardar.")
        celda = sin_apostrofo(canonico(celda)) if de_hoja else canonico(celda)
    return LECTORES[tipo](celda)


def texto(celda) -> str:
    """Read a text; a number of a JSON is read as it is written."""
    if celda is None:
        return ""
    if isinstance(celda, int) and not isinstance(celda, bool):
        return str(celda)
    if not isinstance(celda, str):
        raise ValueError("debe ser un texto.")
    return celda


def entero(celda) -> int | None:
    """Read a whole number: ``2004``, ``1.250.000``, ``2004,0``."""
    if celda is None or celda == "":
        return None
    if isinstance(celda, bool) or not isinstance(celda, int | float | str):
        raise ValueError("debe ser un número entero.")
    if isinstance(celda, float):
        celda = str(int(celda)) if math.isfinite(celda) and celda == int(celda) else str(celda)
    limpio = re.sub(r"[,.]0{1,2}$", "", str(celda).replace(" ", "").replace("\u00a0", ""))
    limpio = limpio.replace(".", "") if MILES.fullmatch(limpio) else limpio
    if not re.fullmatch(r"[0-9]{1,18}", limpio):
        raise ValueError(f"«{_corto(celda)}» no es un número entero.")
    return int(limpio)


def decimal(celda) -> Decimal | None:
    """Read a number with point or comma: ``1250.5``, ``1250,5``, ``1.250,5``."""
    if celda is None or celda == "":
        return None
    limpio = str(celda).replace(" ", "")
    limpio = limpio.replace(".", "").replace(",", ".") if "," in limpio else limpio
    try:
        valor = Decimal(limpio)
    except InvalidOperation:
        valor = Decimal("NaN")
    if isinstance(celda, bool) or not valor.is_finite():
        raise ValueError(f"«{_corto(celda)}» no es un número.")
    return valor


def fecha(celda) -> dt.date | None:
    """Read a day: ``2026-11-22``, or ``22/11/2026`` as a spreadsheet in Spanish leaves it."""
    if celda is None or celda == "":
        return None
    escrita = str(celda)
    if iso := ISO.fullmatch(escrita):
        partes = [int(parte) for parte in iso.groups()]
    elif hoja := DE_HOJA.fullmatch(escrita):
        partes = [int(parte) for parte in reversed(hoja.groups())]
    else:
        raise ValueError(f"«{_corto(celda)}» no es una fecha: escríbala como 2026-11-22.")
    try:
        return dt.date(*partes)
    except ValueError:
        raise ValueError(f"«{_corto(celda)}» no es un día del calendario.") from None


def si_no(celda) -> bool:
    """Read a yes or no."""
    if isinstance(celda, bool):
        return celda
    leido = VERDADES.get(str(celda).lower())
    if leido is None:
        raise ValueError(f"«{_corto(celda)}» no es «si» ni «no»." if celda else "está vacía: escriba «si» o «no».")
    return leido


def lista(celda) -> list[str]:
    """Read texts between semicolons, or a list."""
    if isinstance(celda, list):
        return canonico([texto(uno) for uno in celda])
    return separar(texto(celda))


def lista_de_enteros(celda) -> list[int]:
    """Read whole numbers between semicolons, or a list."""
    return [valor for uno in (celda if isinstance(celda, list) else lista(celda)) if (valor := entero(uno)) is not None]


def _corto(celda) -> str:
    return f"{str(celda)[:60]}…" if len(str(celda)) > 60 else str(celda)


LECTORES = {
    TEXTO: texto,
    DIRECCION: texto,
    ENTERO: entero,
    DECIMAL: decimal,
    FECHA: fecha,
    SI_NO: si_no,
    LISTA: lista,
    LISTA_DE_ENTEROS: lista_de_enteros,
}
