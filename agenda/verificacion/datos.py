"""The data of an agenda (its ``.json``) held against the frozen version."""

from __future__ import annotations

import hashlib
import json

from agenda.models import Version
from agenda.publicado.publicacion import aprobadas
from agenda.versiones import canonico, sha256, sobre

MAXIMO_BYTES = 3 * 1024 * 1024  # in memory it takes about twenty times as much; the longest agenda weighs a quarter

ANTES, DESPUES = b'"contenido":', b',"esquema":'


def parece_json(datos: bytes) -> bool:
    """Say whether the bytes begin as a JSON object."""
    return datos[:64].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def cotejar(datos: bytes) -> tuple[Version | None, bool]:
    """Give the approved version whose content is in these data, and whether all the rest is its own too.

    The content is held by its canonical digest; each key of the envelope must say what ours says. Order of keys, blanks
    and line ends do not count: they say nothing. Data that cannot be read are held by the bytes of their content.
    """
    if len(datos) > MAXIMO_BYTES:
        return None, False
    try:
        leido = json.loads(datos.decode("utf-8-sig"), object_pairs_hook=_sin_repetir)
        huella = sha256(leido["contenido"])
    except (ValueError, TypeError, KeyError, RecursionError):
        leido, huella = None, _en_crudo(datos)
    version = aprobadas().filter(sha256=huella).first() if huella else None
    if version is None or leido is None:
        return version, False
    nuestro = json.loads(canonico(sobre(version)))
    try:
        return version, all(
            clave in nuestro and canonico({clave: valor}) == canonico({clave: nuestro[clave]})
            for clave, valor in leido.items()
        )
    except TypeError:
        return version, False


def _en_crudo(datos: bytes) -> str:
    """Give the digest of the content as it stands in what the portal serves, whose keys come in order."""
    inicio, fin = datos.find(ANTES), datos.rfind(DESPUES)
    return hashlib.sha256(datos[inicio + len(ANTES) : fin]).hexdigest() if 0 <= inicio < fin else ""


def _sin_repetir(pares: list[tuple]) -> dict:
    """Refuse a key written twice: two programs would read two different agendas."""
    hecho = dict(pares)
    if len(hecho) != len(pares):
        raise ValueError("a key is written twice")
    return hecho
