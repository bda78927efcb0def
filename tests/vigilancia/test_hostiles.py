"""The link checker against hosts that were written to hold it, to fool it, or to look inside through it."""

from __future__ import annotations

import gzip
import socket
import threading
import time

import pytest

from redes.enlaces import conexion
from redes.enlaces.registro import anotar
from redes.enlaces.ronda import recorrer
from redes.enlaces.tanteo import Ritmo, tantear
from redes.enlaces.turnos import Turnos

RAPIDO = Ritmo(conexion=0.8, lectura=0.8, total=0.9, pausa=0, espera=0.1, repeticiones=0, locales=True)
CERRADO = Ritmo(conexion=0.8, lectura=0.8, total=0.9, pausa=0, espera=0.1, repeticiones=0)
BIEN = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"
VA = b"HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: "
NO = b"HTTP/1.1 404 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
TITULOS = gzip.compress(b"<title>" * 9500)
RESPUESTAS = {  # path: what is sent, again and again when it is a list
    "/cabeceras": [b"X-A: b\r\n"],
    "/renglon": [b"x" * 1000],
    "/cien": [b"HTTP/1.1 100 Continue\r\n\r\n"],
    "/nul": VA + b"/a\x00b\r\n\r\n",
    "/giro": VA + "http://ejem\u202eplo.co/".encode() + b"\r\n\r\n",
    "/puerto": VA + b"http://127.0.0.1:99999/\r\n\r\n",
    "/usuario": VA + b"http://bueno@127.0.0.1/\r\n\r\n",
    "/corchete": VA + b"http://[::1\r\n\r\n",
    "/estado": b"HTTP/1.1 999999 X\r\n\r\n",
    "/trozos": BIEN + b"Transfer-Encoding: chunked\r\n\r\n-5\r\n",
    "/titulos": BIEN + b"Content-Encoding: gzip\r\n\r\n" + TITULOS,
}
ESTADOS = {"/titulos": "bien"}  # all the others are broken


class Hostil:
    """A server of raw bytes on two names of this machine."""

    def __init__(self):
        self.enchufe = socket.create_server(("127.0.0.1", 0))
        self.puerto = self.enchufe.getsockname()[1]
        threading.Thread(target=self._oir, daemon=True).start()

    def _oir(self):
        while True:
            try:
                visita = self.enchufe.accept()[0]
            except OSError:
                return
            threading.Thread(target=self._atender, args=(visita,), daemon=True).start()

    def _atender(self, visita):
        with visita:
            try:
                metodo, camino = visita.recv(4096).decode("latin-1").split(" ")[:2]
                self._responder(visita, metodo, camino)
            except (OSError, ValueError):
                return

    def _responder(self, visita, metodo, camino):
        if camino in ("/ida", "/vuelta"):
            otra = ("localhost", "vuelta") if camino == "/ida" else ("127.0.0.1", "ida")
            return visita.sendall(VA + f"http://{otra[0]}:{self.puerto}/{otra[1]}\r\n\r\n".encode())
        if camino == "/solo-head":
            return visita.sendall(BIEN + b"\r\n" if metodo == "HEAD" else NO)
        if camino == "/gota":
            for letra in BIEN * 9:
                visita.sendall(bytes([letra]))
                time.sleep(0.1)
        respuesta = RESPUESTAS.get(camino, NO)
        if isinstance(respuesta, bytes):
            return visita.sendall(respuesta)
        visita.sendall(b"" if camino == "/cien" else BIEN)
        while True:
            visita.sendall(respuesta[0])


@pytest.fixture
def hostil():
    uno = Hostil()
    yield uno
    uno.enchufe.close()


@pytest.mark.datos("nada")
def test_cada_trampa_termina_a_tiempo_y_dice_algo(hostil):
    for camino in (*RESPUESTAS, "/ida", "/solo-head", "/gota"):
        desde = time.monotonic()
        hallado = tantear(f"http://127.0.0.1:{hostil.puerto}{camino}", RAPIDO, Turnos(0).turno)
        assert time.monotonic() - desde < 3, camino
        assert (camino, hallado.estado) == (camino, ESTADOS.get(camino, "roto"))
        assert hallado.estado == "bien" or hallado.detalle, camino
        assert hallado.destino.isprintable(), camino


@pytest.mark.django_db
@pytest.mark.datos("nada")
def test_lo_que_un_servidor_manda_siempre_se_puede_guardar(hostil):
    [(url, hallado)] = recorrer([f"http://127.0.0.1:{hostil.puerto}/nul"], RAPIDO)
    assert (anotar(url, hallado).estado, anotar(url, hallado).fallos) == ("roto", 2)


@pytest.mark.datos("nada")
def test_lo_que_se_abre_despues_de_la_hora_tambien_se_cierra(hostil, monkeypatch):
    """A slow name and a slow drip together: the alarm rang before there was a socket to shut."""
    de_verdad = conexion.resolver
    monkeypatch.setattr(conexion, "resolver", lambda *pedido: time.sleep(1) or de_verdad(*pedido))
    desde = time.monotonic()
    hallado = tantear(f"http://127.0.0.1:{hostil.puerto}/gota", RAPIDO, Turnos(0).turno)
    assert (hallado.estado, time.monotonic() - desde < 3) == ("roto", True)


@pytest.mark.datos("nada")
def test_ninguna_escritura_de_una_direccion_interna_pasa(monkeypatch):
    conectados = []
    monkeypatch.setattr(socket.socket, "connect", lambda _enchufe, destino: conectados.append(destino))
    de_verdad = socket.getaddrinfo
    dentro = {"metadatos.example": "169.254.169.254", "interno.example": "::ffff:127.0.0.1"}
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda nombre, puerto, **k: de_verdad(dentro.get(nombre, nombre), puerto, **k)
    )
    for host in (
        "metadatos.example", "interno.example", "2130706433", "0x7f.1", "0177.0.0.1", "0", "127.1",
        "[::ffff:127.0.0.1]",
        "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[fec0::1]", "[fe80::1%25lo]",
        "bueno@127.0.0.1", "@127.0.0.1", "\u24dbocalhost", "127.0.0.1:5432", "8.8.8.8:22", "8.8.8.8:5432",
    ):  # fmt: skip
        hallado = tantear(f"http://{host}/", CERRADO, Turnos(0).turno)
        assert (host, hallado.estado, conectados) == (host, "roto", [])
