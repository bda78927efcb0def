"""The digests by which a cell that comes back is known to be as it went."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from guardado.huella import huella, normal
from guardado.planilla.celdas import celda_de, crudo_de, texto_de
from guardado.planilla.descripcion import Actual, Clase, Columna, Tabla


def visto_fijo(escrita) -> str:
    """Give the digest of a cell that is only to be read: of what it shows."""
    return huella("" if escrita is None else texto_de(escrita))


def visto_de(tabla: Tabla, fila: Actual, columna: Columna) -> str:
    """Give the digest of a value as it comes back untouched: a cell cannot hold a control character."""
    valor = fila.valores.get(columna.campo)
    escrita = celda_de(columna, valor)
    if not isinstance(escrita, str) or columna.clase != Clase.TEXTO or escrita.strip() == normal(valor):
        return huella(valor)
    try:
        return huella(tabla.limpiar(fila.clave, columna.campo, crudo_de(columna, escrita)))
    except (ValueError, ValidationError):
        return huella(valor)
