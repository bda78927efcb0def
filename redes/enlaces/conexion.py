"""The only door from the portal to the network: addresses are looked at after resolving, and connected to as looked at.

So a name that resolves to this machine or to the office's network is refused on every hop, and a name that changes its
address between the look and the connection (DNS rebinding) gains nothing: there is one resolution per connection.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Iterable

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

PUERTOS = {80, 443, 8080, 8443}
NAT64 = ipaddress.ip_network("64:ff9b::/96")


class DireccionProhibida(Exception):
    """The address is inside (this machine, a private or reserved network) or not one of the web."""


class Agotado(Exception):
    """The time for one link is over."""


def es_publica(direccion: str) -> bool:
    """Say whether an IP address is of the public Internet, also when an IPv6 one carries an IPv4 one inside."""
    ip = ipaddress.ip_address(direccion.partition("%")[0])
    if ip.version == 6:
        dentro = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if ip in NAT64:
            dentro = ipaddress.ip_address(int(ip) & 0xFFFFFFFF)
        if dentro:
            return es_publica(str(dentro))
        if ip.is_site_local:  # fec0::/10, retired but still routed inside some offices
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback)


class Plazo:
    """The seconds that one link may take in all. At the end every open socket is shut, however slowly it drips."""

    def __init__(self, segundos: float):
        self.segundos = segundos
        self.vencido = False
        self._gastados = 0.0
        self._desde: float | None = None
        self._abiertos: list[socket.socket] = []
        self._cerrojo = threading.Lock()

    @property
    def quedan(self) -> float:
        """Give the seconds left, those of the request in course already taken away."""
        en_curso = 0 if self._desde is None else time.monotonic() - self._desde
        return self.segundos - self._gastados - en_curso

    def __enter__(self):
        quedan = self.quedan
        if quedan <= 0:
            self.vencido = True
            raise Agotado
        self._desde = time.monotonic()
        self._alarma = threading.Timer(quedan, self._vencer)
        self._alarma.daemon = True
        self._alarma.start()
        return self

    def __exit__(self, *_error):
        self._alarma.cancel()
        self._gastados += time.monotonic() - self._desde
        self._desde = None
        with self._cerrojo:
            for enchufe in self._abiertos:
                enchufe.close()
            self._abiertos.clear()

    def vigilar(self, enchufe: socket.socket) -> None:
        """Watch a socket: a twin of it is kept, because TLS takes the original away. Raises ``Agotado`` when late."""
        with self._cerrojo:
            if self.vencido:  # it opened after the alarm rang: nobody would shut it
                enchufe.close()
                raise Agotado
            self._abiertos.append(enchufe.dup())

    def _vencer(self) -> None:
        with self._cerrojo:
            self.vencido = True
            for enchufe in self._abiertos:
                try:
                    enchufe.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue


def resolver(nombre: str, puerto: int, segundos: float) -> list[tuple]:
    """Resolve a name in at most some seconds; give what ``getaddrinfo`` gives. Raises ``OSError``, ``Agotado``."""
    caja: dict[str, object] = {}

    def preguntar() -> None:
        try:
            caja["direcciones"] = socket.getaddrinfo(nombre, puerto, type=socket.SOCK_STREAM)
        except OSError as error:
            caja["error"] = error
        except UnicodeError as error:
            caja["error"] = socket.gaierror(str(error))

    hilo = threading.Thread(target=preguntar, daemon=True)
    hilo.start()
    hilo.join(max(segundos, 0.1))
    if "error" in caja:
        raise caja["error"]
    if "direcciones" not in caja:
        raise Agotado
    return caja["direcciones"]


def permitidas(direcciones: Iterable[tuple], *, locales: bool) -> list[tuple]:
    """Keep the public addresses; with ``locales`` (tests) also those of this machine. None left: refused."""
    buenas = [
        una
        for una in direcciones
        if es_publica(una[4][0]) or (locales and ipaddress.ip_address(una[4][0].partition("%")[0]).is_loopback)
    ]
    if not buenas:
        raise DireccionProhibida
    return buenas


class _Propia:
    """How both kinds of connection open their socket. ``puerta`` is set on the class by ``abrir``."""

    puerta: Puerta

    def _new_conn(self) -> socket.socket:
        """Resolve, refuse what is inside, connect to exactly what was looked at."""
        puerta, plazo = self.puerta, self.puerta.plazo
        if not puerta.locales and self.port not in PUERTOS:
            raise DireccionProhibida
        try:
            direcciones = resolver(self._dns_host, self.port, min(plazo.quedan, puerta.conexion))
        except OSError as error:
            raise NameResolutionError(self.host, self, error) from error
        ultimo: OSError | None = None
        for familia, tipo, protocolo, _nombre, destino in permitidas(direcciones, locales=puerta.locales)[:3]:
            enchufe = socket.socket(familia, tipo, protocolo)
            enchufe.settimeout(max(0.05, min(plazo.quedan, puerta.conexion)))
            try:
                enchufe.connect(destino)
            except OSError as error:
                enchufe.close()
                ultimo = error
                continue
            plazo.vigilar(enchufe)
            enchufe.settimeout(puerta.lectura)
            return enchufe
        if isinstance(ultimo, TimeoutError):
            raise ConnectTimeoutError(self, str(ultimo))
        raise NewConnectionError(self, str(ultimo))


class Puerta:
    """What opens connections for one link. ``conexion`` and ``lectura`` in seconds; ``locales`` only in tests."""

    def __init__(self, plazo: Plazo, *, conexion: float, lectura: float, locales: bool):
        self.plazo, self.conexion, self.lectura, self.locales = plazo, conexion, lectura, locales

    def abrir(self) -> urllib3.PoolManager:
        """Give an HTTP client that reaches the network only through this door: no proxies, no retries, no cookies."""
        suya = {"puerta": self}
        clara = type("Clara", (_Propia, HTTPConnection), suya)
        segura = type("Segura", (_Propia, HTTPSConnection), suya)
        cliente = urllib3.PoolManager(
            num_pools=4, retries=False, timeout=urllib3.Timeout(connect=self.conexion, read=self.lectura)
        )
        cliente.pool_classes_by_scheme = {
            "http": type("GrupoClaro", (HTTPConnectionPool,), {"ConnectionCls": clara}),
            "https": type("GrupoSeguro", (HTTPSConnectionPool,), {"ConnectionCls": segura}),
        }
        return cliente
