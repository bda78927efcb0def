"""The hash of a version as people write it: printed in groups, copied with blanks, or inside an address. Pure."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

HUELLA = re.compile(r"[0-9a-f]{64}")
EN_UN_TEXTO = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
ADORNOS = re.compile(r"[\s:·.\-–—«»\"'<>()\u00ad\u200b-\u200d\u2060\ufeff]+")


def normalizar(texto: str) -> str:
    """Give a hash as stored: no blanks nor marks of printing, lower case; of a pasted address, its hash.

    What is no hash comes back as it was left: ``HUELLA.fullmatch`` tells.
    """
    dentro = EN_UN_TEXTO.search(unquote(texto).lower())
    if dentro:
        return dentro.group()
    limpio = ADORNOS.sub("", texto.strip().rstrip("/").rsplit("/", 1)[-1]).lower()
    return limpio.removeprefix("huella").removeprefix("sha256")


def sitio(texto: str) -> str:
    """Give the host of an address, or nothing when the text is no address."""
    try:
        partes = urlsplit(texto.strip())
    except ValueError:
        return ""
    return (partes.hostname or "") if partes.scheme in ("http", "https") else ""
