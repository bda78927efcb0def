"""A form that could not be received is shown again with what was typed: to who sent it and to nobody else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, QueryDict
from django.http.multipartparser import MultiPartParserError
from django.http.request import RawPostDataException, UnreadablePostError
from django.middleware.csrf import CsrfViewMiddleware, get_token
from django.utils.http import escape_leading_slashes

MAXIMO_CUERPO = 12 * 1024 * 1024  # a file we would accept is read, so that the text beside it is not lost
MAXIMO_TEXTO = 200 * 1024  # characters shown again, in all
MAXIMO_CAMPOS = 500
LARGO_DE_TEXTO = 40  # a value with blanks or longer than this was typed: shown in a box of its own
SECRETOS = re.compile(r"password|^code$|^otp$|secret", re.IGNORECASE)
DE_MAQUINA = re.compile(r"^(visto-|unido-|_|autor$|desencuentro$|next$)")
CLAVE = re.compile(r"^[0-9a-f]{8}-?[0-9a-f-]{20,}$", re.IGNORECASE)
TOKEN = "csrfmiddlewaretoken"


@dataclass
class Reenvio:
    """What a page shows of a form: address, what was typed (name, value), the rest, and files to choose again."""

    direccion: str
    token: str = ""
    textos: list[tuple[str, str]] = field(default_factory=list)
    demas: list[tuple[str, str]] = field(default_factory=list)
    ocultos: list[tuple[str, str]] = field(default_factory=list)
    archivos: list[str] = field(default_factory=list)


def direccion_propia(request: HttpRequest) -> str:
    """Give path and query of a request, quoted, never read by a browser as another host."""
    return escape_leading_slashes(request.get_full_path())


def reenvio_de(request: HttpRequest) -> Reenvio | None:
    """Give what a POST brought, or None when it must not or cannot be shown again.

    Not shown: what comes from another site (or it would be resent with a good token), anything with a password or a
    code in it, and more than ``MAXIMO_TEXTO`` characters. Asks nothing of the database.
    """
    if request.method != "POST" or request.headers.get("HX-Request"):
        return None
    datos = _leer(request)
    if not datos or not de_esta_pagina(request):
        return None
    return _repartir(request, datos)


def reenvio_de_origen(request: HttpRequest) -> Reenvio | None:
    """Give what a POST with a stale token brought, when the browser swears it comes from a page of ours.

    A form that says whose it is (``autor``) is not for this: ``sesion_vencida`` keeps it for that person only.
    """
    propio = f"{request.scheme}://{request.get_host()}"
    if request.method != "POST" or request.headers.get("Origin") != propio:
        return None
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return None
    datos = _leer(request)
    if not datos or "autor" in datos:
        return None
    return _repartir(request, datos)


def de_esta_pagina(request: HttpRequest) -> bool:
    """Say whether a POST carries the token of its own browser. Only cookies and headers are read."""
    revisor = _Revisor(lambda peticion: None)
    revisor.process_request(request)
    return revisor.process_view(request, lambda peticion: None, (), {}) is None


class _Revisor(CsrfViewMiddleware):
    """The check of the token that answers the reason instead of a page."""

    def _reject(self, request: HttpRequest, reason: str) -> str:
        return reason


def _leer(request: HttpRequest) -> QueryDict | None:
    largo = request.META.get("CONTENT_LENGTH") or "0"
    if not (largo.isascii() and largo.isdigit() and int(largo) <= MAXIMO_CUERPO):
        return None
    try:
        return request.POST
    except (SuspiciousOperation, MultiPartParserError, RawPostDataException, UnreadablePostError):
        return None


def _repartir(request: HttpRequest, datos: QueryDict) -> Reenvio | None:
    pares = [(nombre, valor) for nombre, valores in datos.lists() if nombre != TOKEN for valor in valores]
    archivos = list(request.FILES)
    if len(pares) > MAXIMO_CAMPOS or sum(len(nombre) + len(valor) for nombre, valor in pares) > MAXIMO_TEXTO:
        return None
    if any(SECRETOS.search(nombre) for nombre in (*datos, *archivos)):
        return None
    reenvio = Reenvio(direccion_propia(request), get_token(request), archivos=archivos)
    for nombre, valor in pares:
        valor = valor.replace("\0", "")
        if DE_MAQUINA.match(nombre) or CLAVE.match(valor) or not valor.strip():
            reenvio.ocultos.append((nombre, valor))
        elif re.search(r"\s", valor.strip()) or len(valor) > LARGO_DE_TEXTO:
            reenvio.textos.append((nombre, valor))
        else:
            reenvio.demas.append((nombre, valor))
    return reenvio if reenvio.textos or reenvio.demas or archivos else None
