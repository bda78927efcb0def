"""The robots.txt of a host (RFC 9309): read once a run, what is not said is allowed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from http.client import HTTPException
from urllib import robotparser
from urllib.parse import urljoin, urlsplit

from urllib3.exceptions import HTTPError

from redes.enlaces.conexion import Agotado, DireccionProhibida, Plazo, Puerta
from redes.enlaces.tanteo import REDIRIGEN, Ritmo, normalizar

LIMITE = 64 * 1024  # bytes
SALTOS = 3


class Robots:
    """What one host asks of programs of our name."""

    def __init__(self, texto: str, ritmo: Ritmo):
        self._reglas = robotparser.RobotFileParser()
        self._reglas.parse(texto.splitlines())
        self._nombre = ritmo.agente.partition("/")[0]

    def permite(self, url: str) -> bool:
        """Say whether a program of our name may ask for an address."""
        try:
            return self._reglas.can_fetch(self._nombre, urlsplit(url).path or "/")
        except ValueError:
            return True  # badly written: whoever tries it says so

    @property
    def pausa(self) -> float:
        """Give the seconds that it wants between two requests."""
        return float(self._reglas.crawl_delay(self._nombre) or 0)


def robots_de(url: str, ritmo: Ritmo, turno: Callable[[str], AbstractContextManager]) -> Robots:
    """Read the robots.txt of the host of an address; without one, or when it cannot be read, everything is allowed."""
    plazo = Plazo(ritmo.total / 4)
    puerta = Puerta(plazo, conexion=ritmo.conexion, lectura=ritmo.lectura / 2, locales=ritmo.locales)
    cliente = puerta.abrir()
    try:
        return Robots(_bajar(cliente, urljoin(normalizar(url), "/robots.txt"), ritmo, plazo, turno), ritmo)
    except (DireccionProhibida, Agotado, HTTPError, HTTPException, OSError, ValueError):
        return Robots("", ritmo)
    finally:
        cliente.clear()


def _bajar(cliente, url: str, ritmo: Ritmo, plazo: Plazo, turno) -> str:
    cabeceras = {"User-Agent": ritmo.agente, "Accept-Encoding": "identity", "Connection": "close"}
    for _salto in range(SALTOS):
        with turno(urlsplit(url).netloc), plazo:
            respuesta = cliente.urlopen(
                "GET", url, headers=cabeceras, redirect=False, preload_content=False, decode_content=False,
                enforce_content_length=False,
            )  # fmt: skip
            try:
                if respuesta.status in REDIRIGEN:
                    url = normalizar(urljoin(url, respuesta.headers.get("Location") or ""))
                    continue
                if respuesta.status != 200 or "html" in respuesta.headers.get("Content-Type", ""):
                    return ""
                texto = b""
                while len(texto) < LIMITE and (trozo := respuesta.read1(LIMITE - len(texto))):
                    texto += trozo
                return texto.decode("utf-8", "replace")
            finally:
                respuesta.close()
    return ""
