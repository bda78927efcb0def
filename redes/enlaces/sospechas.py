"""What an answer 200 may hide: pages that say «not found», domains for sale, a redirect that lands somewhere else."""

from __future__ import annotations

import html
import re
import zlib
from urllib.parse import urlsplit

from django.utils.translation import gettext_noop as _

from formato.texto import sin_acentos

LARGO_TITULO = 500  # characters
NO_ESTA = re.compile(
    r"\b(404|not found|page (does not|doesn.?t) exist|no encontrad[oa]|no existe|pagina no disponible|no se encontro|"
    r"page introuvable|seite nicht gefunden|nao encontrad[oa]|pagina non trovata|error 410)\b"
)
EN_VENTA = re.compile(
    r"(domain (name )?(is|may be) for sale|buy this domain|this domain is parked|domain parking|"
    r"dominio (esta )?en venta|compre este dominio|sedoparking|parkingcrew|domain has expired|"
    r"dominio (ha )?caducado|dominio vencido)"
)
SEGUNDOS = {"com", "org", "net", "gov", "gob", "edu", "mil", "co", "ac", "go", "or", "gouv", "govt", "int"}
LIMITE_DESCOMPRIMIDO = 64 * 1024  # bytes


def legible(cuerpo: bytes, codificacion: str) -> str:
    """Give the first text of a page, never more than 64 KB however much is hidden in the compressed bytes."""
    if codificacion in ("gzip", "x-gzip", "deflate") and cuerpo:
        descompresor = zlib.decompressobj(zlib.MAX_WBITS | 32)
        try:
            cuerpo = descompresor.decompress(cuerpo, LIMITE_DESCOMPRIMIDO)
        except zlib.error:
            return ""
    return cuerpo[:LIMITE_DESCOMPRIMIDO].decode("utf-8", "replace")


def sospecha_de_pagina(texto: str) -> str:
    """Give why a page that answered 200 is not to be trusted, or an empty text."""
    if NO_ESTA.search(sin_acentos(html.unescape(_titulo(texto)))):
        return _("Responde, pero el título de la página dice que no existe.")
    if EN_VENTA.search(sin_acentos(texto)):
        return _("Responde, pero el dominio parece estar en venta o vencido.")
    return ""


def _titulo(texto: str) -> str:
    """Give the first title of a page. Each mark is looked for once: a page of a thousand titles takes no longer."""
    texto = texto.lower()
    desde = texto.find(">", texto.find("<title")) + 1 if "<title" in texto else 0
    hasta = texto.find("</title", desde) if desde else -1
    return texto[desde:hasta][:LARGO_TITULO] if hasta > 0 else ""


def sospecha_de_destino(origen: str, destino: str) -> str:
    """Give why the place where a redirect ended is not to be trusted, or an empty text."""
    desde, hasta = urlsplit(origen), urlsplit(destino)
    if dominio(desde.hostname or "") != dominio(hasta.hostname or ""):
        return _("Lleva a otro sitio: compruebe que sea el mismo.")
    if desde.path.strip("/") and not hasta.path.strip("/") and not hasta.query:
        return _("Lleva a la página de inicio: lo que se buscaba ya no está ahí.")
    return ""


def es_la_misma(origen: str, destino: str) -> bool:
    """Say whether two addresses are one for a person: with or without «www», the padlock or the last slash."""
    formas = []
    for url in (origen, destino):
        partes = urlsplit(url)
        puerto = partes.port if partes.port not in (None, 80, 443) else None
        formas.append(((partes.hostname or "").removeprefix("www."), puerto, partes.path.rstrip("/"), partes.query))
    return formas[0] == formas[1]


def dominio(host: str) -> str:
    """Give the part of a host that somebody registered: «uclg.org» of «www.uclg.org», «pereira.gov.co»."""
    partes = host.lower().rstrip(".").split(".")
    if all(parte.isdigit() for parte in partes):
        return host
    cuantas = 3 if len(partes) > 2 and len(partes[-1]) == 2 and partes[-2] in SEGUNDOS else 2
    return ".".join(partes[-cuantas:])
