"""One link is tried: HEAD and then the first bytes of a GET on every hop, until somebody answers or time is over."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from http.client import HTTPException
from urllib.parse import urljoin, urlsplit, urlunsplit

import urllib3
from django.utils.translation import gettext_noop as _
from urllib3.exceptions import HTTPError, LocationParseError, NameResolutionError, NewConnectionError, SSLError

from redes.enlaces.conexion import Agotado, DireccionProhibida, Plazo, Puerta
from redes.enlaces.sospechas import es_la_misma, legible, sospecha_de_destino, sospecha_de_pagina
from redes.models import EstadoEnlace

SALTOS = 8
PRIMEROS = 16 * 1024  # bytes of a page that are read
REDIRIGEN, PERMANENTES = {301, 302, 303, 307, 308}, {301, 308}
PASAJEROS = {408, 425, 429, 500, 502, 503, 504}
CERRADOS = {401, 402, 403, 405, 407, 406, 451, 999}  # it is there, but not for programs
LARGO = 2000


@dataclass(frozen=True)
class Ritmo:
    """How patient one is. All in seconds: ``total`` for a link, ``pausa`` between two requests to one host.

    ``espera`` is the longest pause that a host may ask for (Retry-After) within a run; ``repeticiones`` how often a
    passing failure is tried again in it, each time after twice the pause.
    """

    conexion: float = 8
    lectura: float = 10
    total: float = 25
    pausa: float = 2
    espera: float = 60
    repeticiones: int = 1
    locales: bool = False
    agente: str = "DeCaraAlMundo"


@dataclass(frozen=True)
class Hallazgo:
    """What was found at an address. ``pasajero``: worth another try soon, after ``espera`` seconds if it said so.

    ``sin_red``: nobody was reached, which is also what a machine without network sees.
    """

    estado: str
    codigo: int | None = None
    destino: str = ""
    permanente: bool = False
    detalle: str = ""
    pasajero: bool = False
    espera: float | None = None
    sin_red: bool = False


@dataclass
class _Camino:
    """The hops of one try."""

    url: str
    vistas: set[str] = field(default_factory=set)
    saltos: int = 0
    permanente: bool = True
    salto_por_head: bool = False


def tantear(url: str, ritmo: Ritmo, turno: Callable[[str], AbstractContextManager]) -> Hallazgo:
    """Try one address and say what was found. Never raises for what a server does. ``turno``: whose turn a host is."""
    plazo = Plazo(ritmo.total)
    hallado, por_head = _recorrer(url, ritmo, plazo, turno, con_head=True)
    if por_head and hallado.estado == EstadoEnlace.ROTO and not plazo.vencido:
        hallado, _por_head = _recorrer(url, ritmo, plazo, turno, con_head=False)  # some lie to a HEAD
    return hallado


def normalizar(url: str) -> str:
    """Give an address ready to be asked for. Raises ``ValueError`` when it is none of the web."""
    url = url.strip()
    if not url.isprintable():  # a NUL or a mark of direction, which no page has and no table keeps
        raise ValueError(url)
    partes = urlsplit(url)
    if partes.scheme.lower() not in ("http", "https") or not partes.hostname or partes.username is not None:
        raise ValueError(url)
    host = partes.hostname
    host = host if host.isascii() else host.encode("idna").decode()
    host = f"[{host}]" if ":" in host else host
    puerto = f":{partes.port}" if partes.port else ""
    return urlunsplit((partes.scheme.lower(), f"{host}{puerto}", partes.path or "/", partes.query, ""))


def _recorrer(url, ritmo: Ritmo, plazo: Plazo, turno, *, con_head: bool) -> tuple[Hallazgo, bool]:
    """Follow one address hop by hop; say also whether a HEAD made it jump."""
    try:
        camino = _Camino(normalizar(url))
    except (ValueError, UnicodeError):
        return Hallazgo(EstadoEnlace.ROTO, detalle=_("La dirección está mal escrita.")), False
    puerta = Puerta(plazo, conexion=ritmo.conexion, lectura=ritmo.lectura, locales=ritmo.locales)
    cliente = puerta.abrir()
    inicio = camino.url
    try:
        while True:
            if camino.url in camino.vistas:
                return _roto(camino, _("La dirección da vueltas: se redirige a sí misma.")), camino.salto_por_head
            camino.vistas.add(camino.url)
            hallado = _hacer_salto(cliente, camino, ritmo, plazo, turno, con_head)
            if hallado is None:
                if camino.saltos > SALTOS:
                    return _roto(camino, _("Se redirige demasiadas veces.")), camino.salto_por_head
                continue
            return _con_destino(hallado, camino, inicio), camino.salto_por_head
    finally:
        cliente.clear()


def _hacer_salto(cliente, camino, ritmo, plazo, turno, con_head) -> Hallazgo | None:
    """Ask one address; give what it means, or None when the way goes on."""
    for metodo in ("HEAD", "GET") if con_head else ("GET",):
        try:
            with turno(urlsplit(camino.url).netloc), plazo:
                respuesta = _pedir(cliente, metodo, camino.url, ritmo)
                try:
                    seguido = _seguir(respuesta, camino, metodo)
                    if seguido == "sigue":
                        return None
                    if seguido is not None:
                        return seguido
                    if metodo == "HEAD" and respuesta.status != 429:
                        continue
                    return _leer(respuesta, camino, plazo)
                finally:
                    respuesta.close()
        except (DireccionProhibida, Agotado, HTTPError, HTTPException, OSError, ValueError) as error:
            nadie = isinstance(error, DireccionProhibida | SSLError | NewConnectionError)
            if metodo == "HEAD" and not plazo.vencido and not nadie:
                continue
            return _de_error(error, camino, plazo)
    raise AssertionError("a GET always answers")


def _pedir(cliente: urllib3.PoolManager, metodo: str, url: str, ritmo: Ritmo):
    cabeceras = {
        "User-Agent": ritmo.agente,
        "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
        "Accept-Language": "es-CO,es;q=0.9,en;q=0.5",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    if metodo == "GET":
        cabeceras["Range"] = f"bytes=0-{PRIMEROS - 1}"
    return cliente.urlopen(
        metodo, url, headers=cabeceras, redirect=False, preload_content=False, decode_content=False,
        enforce_content_length=False,
    )  # fmt: skip


def _seguir(respuesta, camino: _Camino, metodo: str) -> str | Hallazgo | None:
    """Take a redirect: «sigue» when the way goes on, a finding when it goes nowhere, None when it is no redirect."""
    if respuesta.status not in REDIRIGEN:
        return None
    try:
        destino = normalizar(urljoin(camino.url, _texto(respuesta.headers.get("Location") or "")))
        if not respuesta.headers.get("Location"):
            raise ValueError("Location")
    except (ValueError, UnicodeError, LocationParseError):
        return None if metodo == "HEAD" else _roto(camino, _("Redirige a una dirección mal escrita."), respuesta.status)
    camino.permanente = camino.permanente and respuesta.status in PERMANENTES
    camino.salto_por_head = camino.salto_por_head or metodo == "HEAD"
    camino.saltos += 1
    camino.url = destino
    return "sigue"


def _leer(respuesta, camino: _Camino, plazo: Plazo) -> Hallazgo:
    """Say what the answer to a GET means, reading at most its first bytes."""
    codigo = respuesta.status
    if codigo in PASAJEROS:
        espera = _segundos(respuesta.headers.get("Retry-After", ""))
        if codigo == 429 or (codigo == 503 and espera is not None):
            frase = _("El sitio pide volver más tarde.")
            return Hallazgo(EstadoEnlace.DUDOSO, codigo, detalle=frase, pasajero=True, espera=espera)
        return replace(_roto(camino, _("El sitio tiene un error interno."), codigo), pasajero=True)
    if codigo in CERRADOS:
        frase = _("El sitio no deja entrar a programas: ábralo usted para comprobarlo.")
        return Hallazgo(EstadoEnlace.DUDOSO, codigo, detalle=frase)
    if codigo in (404, 410):
        return _roto(camino, _("La página no existe."), codigo)
    if codigo != 416 and not 200 <= codigo < 300:  # 416: an empty page, which has no first bytes
        return _roto(camino, _("El sitio respondió con un error."), codigo)
    cuerpo = b""
    try:
        while len(cuerpo) < PRIMEROS and (trozo := respuesta.read1(PRIMEROS - len(cuerpo))):
            cuerpo += trozo
    except (HTTPError, HTTPException, OSError, ValueError):
        if not cuerpo:
            frase = _("Respondió, pero la página no llegó.")
            return replace(_roto(camino, frase, codigo), pasajero=True)
    if plazo.vencido:
        frase = _("Responde, pero la página no termina de llegar.")
        estado = EstadoEnlace.DUDOSO if cuerpo else EstadoEnlace.ROTO
        return Hallazgo(estado, codigo, detalle=frase, pasajero=True)
    sospecha = sospecha_de_pagina(legible(cuerpo[:PRIMEROS], respuesta.headers.get("Content-Encoding", "").lower()))
    return Hallazgo(EstadoEnlace.DUDOSO if sospecha else EstadoEnlace.BIEN, codigo, detalle=sospecha)


def _con_destino(hallado: Hallazgo, camino: _Camino, inicio: str) -> Hallazgo:
    """Add where the way ended; what opened somewhere else redirects, or is doubtful when the place is another."""
    if not camino.saltos:
        return hallado
    hallado = replace(hallado, destino=camino.url[:LARGO], permanente=camino.permanente)
    if hallado.estado != EstadoEnlace.BIEN or es_la_misma(inicio, camino.url):
        return hallado
    sospecha = sospecha_de_destino(inicio, camino.url)
    return replace(hallado, estado=EstadoEnlace.DUDOSO if sospecha else EstadoEnlace.REDIRIGE, detalle=sospecha)


def _de_error(error: Exception, camino: _Camino, plazo: Plazo) -> Hallazgo:
    """Say in words what went wrong before any answer."""
    if isinstance(error, DireccionProhibida):
        return _roto(camino, _("Lleva a una dirección privada o reservada: no se abre."))
    if isinstance(error, SSLError):
        frase = _("Su certificado de seguridad no es válido: el navegador lo advierte.")
        return Hallazgo(EstadoEnlace.DUDOSO, detalle=frase, destino=camino.url[:LARGO] if camino.saltos else "")
    if isinstance(error, NameResolutionError):
        return replace(_roto(camino, _("El dominio no existe o no responde.")), sin_red=True)
    if isinstance(error, NewConnectionError):
        return replace(_roto(camino, _("El sitio no acepta la conexión.")), pasajero=True)
    if plazo.vencido or isinstance(error, Agotado | TimeoutError | urllib3.exceptions.TimeoutError):
        return replace(_roto(camino, _("Tardó demasiado en responder.")), pasajero=True)
    if isinstance(error, ValueError | LocationParseError) and not isinstance(error, HTTPError):
        return _roto(camino, _("La dirección está mal escrita."))
    return replace(_roto(camino, _("El sitio cortó la conexión o respondió algo que no se entiende.")), pasajero=True)


def _roto(camino: _Camino, detalle: str, codigo: int | None = None) -> Hallazgo:
    return Hallazgo(EstadoEnlace.ROTO, codigo, camino.url[:LARGO] if camino.saltos else "", detalle=detalle)


def _texto(cabecera: str) -> str:
    """Give a header whose bytes are UTF-8 as such: the library reads them one by one."""
    try:
        return cabecera.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return cabecera


def _segundos(cabecera: str) -> float | None:
    """Give the seconds of a Retry-After; a date or nothing gives None."""
    return float(cabecera.strip()) if re.fullmatch(r"\s*\d{1,6}\s*", cabecera) else None
