"""How a value is frozen: choices with their text, dates in ISO, decimals as text, never a float."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from django.db import models
from django.utils.timezone import localtime

PRIVADAS = frozenset({"nota_privada", "notas_privadas", "contacto_correo"})


def eleccion(fila: models.Model, campo: str) -> dict[str, str]:
    """Give the choice of a field: ``{"slug", "texto"}``; both empty when nothing was chosen."""
    valor = getattr(fila, campo)
    opciones = dict(fila._meta.get_field(campo).flatchoices)  # get_X_display would translate every choice
    return {"slug": str(valor), "texto": str(opciones.get(valor, valor)) if valor else ""}


def ficha(vocabulario: dict, slug: str) -> dict[str, str]:
    """Give a card of the catalogue: ``{"slug", "texto"}``. An unknown slug keeps itself as text."""
    encontrada = vocabulario.get(slug)
    return {"slug": slug, "texto": str(encontrada.nombre) if encontrada else slug}


def fichas(vocabulario: dict, slugs: list[str]) -> list[dict[str, str]]:
    """Give several cards in the order of the catalogue, since the stored order means nothing."""
    lugar = {slug: numero for numero, slug in enumerate(vocabulario)}
    return [ficha(vocabulario, slug) for slug in sorted(set(slugs), key=lambda s: (lugar.get(s, len(lugar)), s))]


def fecha(dia: dt.date | None) -> str | None:
    """Give a day in ISO."""
    return dia.isoformat() if dia else None


def momento(instante: dt.datetime | None) -> str | None:
    """Give a moment in ISO, in the time zone of the portal, to the second."""
    return localtime(instante).replace(microsecond=0).isoformat() if instante else None


def decimal(valor: Decimal | None) -> str | None:
    """Give a decimal as text without the zeros that end it: ``12.50`` → ``12.5``, ``1E+2`` → ``100``."""
    if valor is None:
        return None
    texto = f"{Decimal(valor):f}"
    texto = texto.rstrip("0").rstrip(".") if "." in texto else texto
    return "0" if texto in ("-0", "") else texto


def coordenada(grados: float | None) -> str | None:
    """Give a coordinate with four decimals (some ten metres)."""
    return None if grados is None else f"{grados:.4f}"


@lru_cache(maxsize=1)
def _paises() -> dict[str, str]:
    """Give the names of the countries in Spanish by their two letters."""
    return dict(Locale("es").territories)


def pais(codigo: str) -> str:
    """Give the name of a country; an unknown code keeps itself."""
    return _paises().get(codigo, codigo) if codigo else ""


def limpio(valor):
    """Give a JSON value fit to leave: floats as decimals in text, private notes dropped wherever they hide."""
    if isinstance(valor, dict):
        return {clave: limpio(dato) for clave, dato in valor.items() if clave not in PRIVADAS}
    if isinstance(valor, list | tuple):
        return [limpio(dato) for dato in valor]
    if isinstance(valor, float):
        return decimal(Decimal(repr(valor)))
    if isinstance(valor, Decimal):
        return decimal(valor)
    if isinstance(valor, dt.datetime):
        return momento(valor)
    return fecha(valor) if isinstance(valor, dt.date) else valor
