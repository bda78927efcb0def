"""From a cell to what a form would post, and from a stored value to a cell. Pure."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from formato.fechas import MESES, fecha_larga
from formato.numeros import miles, numero
from formato.texto import sin_acentos
from guardado.huella import normal
from guardado.planilla.descripcion import Clase, Columna, Crudo, Tabla
from guardado.planilla.opciones import escrita, una, varias

SI = {"si", "s", "x", "1", "verdadero", "true", "yes", "v", "marcado"}
NO = {"no", "n", "0", "falso", "false", "f", "-"}
LARGO_MAXIMO = 32_000
CIFRAS = 15  # digits that a spreadsheet keeps of a number
ORIGEN = dt.date(1899, 12, 30)  # day 0 of spreadsheets
SERIE = range(18_264, 73_051)  # 1950 to 2099, as days since then
EN_LETRAS = re.compile(r"(\d{1,2})\s*(?:de\s+)?([a-z]+)\.?\s*(?:de(?:l)?\s+)?(\d{4})")
CORTA = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})")
PORCENTAJE = re.compile(r"\s*%\s*$")
CONTROLES = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def vacia(valor) -> bool:
    """Say whether a cell holds nothing but blanks."""
    return valor is None or (isinstance(valor, str) and not valor.strip())


def crudo_de(columna: Columna, valor) -> Crudo:
    """Give what a form would post for the value of a cell. Raises ``ValueError`` with a sentence."""
    if vacia(valor):
        return [] if columna.clase == Clase.VARIAS else "false" if columna.clase == Clase.SI_NO else ""
    if isinstance(valor, str) and len(valor) > LARGO_MAXIMO:
        raise ValueError(
            _("El texto tiene %(n)s caracteres: es demasiado para una celda. Acórtelo.") % {"n": miles(len(valor))}
        )
    match columna.clase:
        case Clase.SI_NO:
            return _si_no(valor)
        case Clase.FECHA:
            return _fecha(valor)
        case Clase.PESOS | Clase.ENTERO | Clase.NUMERO:
            return _cifra(columna.clase, valor)
        case Clase.OPCION:
            return una(texto_de(valor).strip(), columna.opciones)
        case Clase.VARIAS:
            return varias(texto_de(valor), columna.opciones)
    return texto_de(valor)


def revisar_porcentaje(tabla: Tabla, clave: str | None, columna: Columna, valor, celdas: dict[str, list[str]]) -> None:
    """Raise ``ValueError`` with a sentence for a percentage where the row counts something else."""
    if columna.clase == Clase.NUMERO and isinstance(valor, str) and PORCENTAJE.search(valor):
        razon = tabla.porcentaje(clave, columna.campo, celdas)
        if razon:
            raise ValueError(razon)


def texto_de(valor) -> str:
    """Give the text that a person would see in a cell of text, were a number or a date typed there."""
    if isinstance(valor, bool):
        return _("Sí") if valor else _("No")
    if isinstance(valor, dt.date):
        return fecha_larga(valor)
    if isinstance(valor, int):
        return str(valor)
    if isinstance(valor, Decimal):
        return f"{valor:f}" if valor == valor.to_integral_value() else f"{valor.normalize():f}".replace(".", ",")
    return CONTROLES.sub("", str(valor).replace("\r\n", "\n").replace("\r", "\n"))


def _si_no(valor) -> str:
    if isinstance(valor, bool):
        return "true" if valor else "false"
    texto = sin_acentos(texto_de(valor))
    if texto in SI:
        return "true"
    if texto in NO:
        return "false"
    raise ValueError(_("Escriba «Sí» o «No»."))


def _cifra(clase: Clase, valor) -> str:
    if isinstance(valor, bool | dt.date):
        raise ValueError(_("Aquí va un número; la celda tiene otra cosa: %(valor)s.") % {"valor": texto_de(valor)})
    if isinstance(valor, int):
        return str(valor)
    if isinstance(valor, Decimal):
        entero = valor == valor.to_integral_value()
        if entero:
            return str(int(valor))
        if clase == Clase.ENTERO:
            raise ValueError(_("Escriba un número entero, sin decimales."))
        return f"{valor:f}".replace(".", ",")
    texto = " ".join(str(valor).split())
    if clase == Clase.NUMERO:
        texto = PORCENTAJE.sub("", texto)
    if clase == Clase.ENTERO:
        texto = texto.replace(".", "") if re.fullmatch(r"[1-9]\d{0,2}(\.\d{3})+", texto) else texto
    return texto


def _fecha(valor) -> str:
    if isinstance(valor, dt.date):
        return valor.isoformat()
    if isinstance(valor, int | Decimal) and not isinstance(valor, bool):
        if valor == int(valor) and int(valor) in SERIE:
            return (ORIGEN + dt.timedelta(days=int(valor))).isoformat()
        raise ValueError(_("Escriba la fecha completa, por ejemplo 22/11/2026."))
    texto = sin_acentos(texto_de(valor)).strip(" .")
    corta = CORTA.fullmatch(texto)
    if corta:
        dia, mes, anio = (int(parte) for parte in corta.groups())
        return _dia(dia, mes, anio + 2000 if anio < 100 else anio)
    letras = EN_LETRAS.fullmatch(texto)
    if letras:
        meses = [n for n, mes in enumerate(MESES, start=1) if len(letras[2]) >= 3 and mes.startswith(letras[2])]
        if letras[2] == "setiembre":
            meses = [9]
        if len(meses) == 1:
            return _dia(int(letras[1]), meses[0], int(letras[3]))
    return texto_de(valor).strip()


def _dia(dia: int, mes: int, anio: int) -> str:
    """Give the ISO form; a day that does not exist is refused (the form would only say that it is not valid)."""
    try:
        return dt.date(anio, mes, dia).isoformat()
    except ValueError:
        raise ValueError(_("Esa fecha no existe: escriba día, mes y año, por ejemplo 22/11/2026.")) from None


def celda_de(columna: Columna, valor) -> Any:
    """Give what is written in a cell for a stored value: text, number, date or None."""
    if valor is None or valor == "" or valor == []:
        return None
    match columna.clase:
        case Clase.SI_NO:
            return _("Sí") if valor else _("No")
        case Clase.OPCION:
            return escrita([valor], columna.opciones)
        case Clase.VARIAS:
            return escrita(valor, columna.opciones)
        case Clase.NUMERO:
            return _numero(valor)
    if isinstance(valor, str):
        return CONTROLES.sub("", valor.replace("\r\n", "\n").replace("\r", "\n"))[:LARGO_MAXIMO]
    return valor


def _numero(valor: Decimal):
    """Give a number that a spreadsheet keeps whole: beyond 15 digits it travels as text."""
    if len(valor.normalize().as_tuple().digits) > CIFRAS:
        return numero(valor)
    return int(valor) if valor == int(valor) else valor.normalize()


def legible(columna: Columna, valor) -> str:
    """Give a stored or clean value as a person reads it in the preview."""
    if valor is None or valor == "" or valor == []:
        return ""
    if isinstance(valor, bool):
        return _("Sí") if valor else _("No")
    if columna.clase in (Clase.OPCION, Clase.VARIAS):
        claves = [normal(uno) for uno in valor] if isinstance(valor, list | tuple) else [normal(valor)]
        return escrita(claves, columna.opciones)
    if columna.clase == Clase.PESOS:
        return f"$\N{NO-BREAK SPACE}{miles(int(valor))}"
    if isinstance(valor, dt.date):
        return fecha_larga(valor)
    if columna.clase == Clase.NUMERO:
        return numero(valor)
    return str(valor)
