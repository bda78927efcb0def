"""The canonical form of a document, its digest, and the envelope in which it leaves. Pure."""

from __future__ import annotations

import hashlib
import json

from agenda.comparacion import Cambio, CampoCambiado, comparar

__all__ = ["Cambio", "CampoCambiado", "canonico", "comparar", "sha256", "sobre"]


def canonico(contenido: dict) -> bytes:
    """Give the canonical bytes: UTF-8, keys sorted, no blanks. ``TypeError`` for a float or a key that is not text."""
    _exigir_sin_flotantes(contenido)
    return json.dumps(contenido, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode(
        "utf-8"
    )


def _exigir_sin_flotantes(valor) -> None:
    """Refuse what two machines could write in two ways."""
    if isinstance(valor, float):
        raise TypeError(f"A frozen document holds no floats: {valor!r}")
    if isinstance(valor, dict):
        for clave, dato in valor.items():
            if not isinstance(clave, str):
                raise TypeError(f"A frozen document has text as keys: {clave!r}")
            _exigir_sin_flotantes(dato)
    elif isinstance(valor, list | tuple):
        for dato in valor:
            _exigir_sin_flotantes(dato)


def sha256(contenido: dict) -> str:
    """Give the digest of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonico(contenido)).hexdigest()


def sobre(version) -> dict:
    """Give what leaves the portal for a Version: the frozen document, its digest and its acta.

    ``esquema`` is that of the document: the envelope of an old version keeps its bytes when a newer scheme comes.
    """
    contenido = version.contenido
    return {"esquema": contenido["esquema"], "sha256": version.sha256, "contenido": contenido, "acta": version.acta}
