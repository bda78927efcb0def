"""A server on this machine that times out, loops and lies, for the tests of the link checker."""

from __future__ import annotations

import datetime as dt
import gzip
import ssl
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

PAGINA = b"<!doctype html><title>Red de ciudades</title><p>Hola</p>"
BOMBA = gzip.compress(b"<title>ok</title>" + b"0" * 30_000_000)
PENSAR = 0.005  # seconds before answering: who asks for two things at once is seen
SALTOS = {  # path: (status, where)
    "/mudada": (301, "/bien"),
    "/mudada-un-tiempo": (302, "/bien"),
    "/vuelta": (302, "/vuelta2"),
    "/vuelta2": (302, "/vuelta"),
    "/adentro": (302, "http://10.0.0.1/"),
    "/nube": (302, "http://169.254.169.254/latest/meta-data/"),
    "/adentro-v6": (301, "http://[::ffff:10.0.0.1]/"),
    "/archivo-local": (302, "file:///etc/passwd"),
    "/sin-destino": (302, ""),
    "/lejos/pagina": (302, "/"),
}


class Mentiroso(BaseHTTPRequestHandler):
    """Answers by path. ``server.pedidos`` keeps (method, path, user agent); ``server.a_la_vez`` the most at once."""

    protocol_version = "HTTP/1.1"

    def do_HEAD(self):
        self._contar(self._head)

    def do_GET(self):
        self._contar(self._get)

    def _contar(self, hacer):
        servidor = self.server
        with servidor.cerrojo:
            servidor.pedidos.append((self.command, self.path, self.headers["User-Agent"]))
            servidor.ahora += 1
            servidor.a_la_vez = max(servidor.a_la_vez, servidor.ahora)
        time.sleep(PENSAR)
        with servidor.cerrojo:  # before the first byte: who waits for an answer cannot have asked again
            servidor.ahora -= 1
        try:
            hacer()
        except OSError:
            self.close_connection = True

    def _head(self):
        if self.path in ("/head-404", "/head-405", "/head-403", "/head-501"):
            return self._responder(int(self.path[-3:]), b"")
        if self.path == "/head-vuelta":
            return self._responder(302, b"", Location="/head-vuelta")
        if self.path == "/get-404":
            return self._responder(200, b"")
        if self.path == "/head-calla":
            self.connection.close()
            raise OSError
        return self._comun()

    def _get(self):
        if self.path in ("/head-404", "/head-405", "/head-403", "/head-501", "/head-vuelta", "/head-calla"):
            return self._responder(200, PAGINA)
        if self.path == "/get-404":
            return self._responder(404, b"no")
        if self.path == "/sin-fin":
            self._cabeza(200)
            while True:
                self.wfile.write(b"x" * 4096)
        if self.path == "/largo-falso":
            return self._responder(200, PAGINA, largo=len(PAGINA) + 5000)
        if self.path == "/gotea":
            self._cabeza(200)
            for _n in range(400):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.02)
            return None
        if self.path == "/bomba":
            return self._responder(200, BOMBA, Content_Encoding="gzip")
        if self.path == "/a-la-segunda":
            veces = sum(metodo == "GET" and camino == self.path for metodo, camino, _a in self.server.pedidos)
            return self._responder(200 if veces > 1 else 503, PAGINA)
        return self._comun()

    def _comun(self):
        if self.path == "/otra-vez" and sum(camino == self.path for _m, camino, _a in self.server.pedidos) > 2:
            return self._responder(200, PAGINA)
        if self.path in SALTOS:
            codigo, destino = SALTOS[self.path]
            cabeceras = {"Location": destino} if destino else {}
            return self._responder(codigo, b"", **cabeceras)
        if self.path == "/cadena/0":
            return self._responder(200, PAGINA)
        if self.path.startswith("/cadena/"):
            return self._responder(302, b"", Location=f"/cadena/{int(self.path[8:]) - 1}")
        if self.path == "/a-otro":
            return self._responder(302, b"", Location=f"http://localhost:{self.server.server_port}/bien")
        if self.path == "/calla":
            time.sleep(2)
            return None
        if self.path == "/corta":
            self.connection.close()
            raise OSError
        if self.path == "/basura":
            self.wfile.write(b"esto no es HTTP\r\n\r\n")
            self.close_connection = True
            return None
        if self.path in ("/otra-vez", "/despues"):
            return self._responder(429, b"", Retry_After="0" if self.path == "/otra-vez" else "3600")
        if self.path == "/robots.txt":
            texto = b"User-agent: *\nDisallow: /privado/\n"
            return self._responder(200, texto, Content_Type="text/plain")
        if self.path == "/no-esta":
            return self._responder(200, b"<title>404 - P&aacute;gina no encontrada</title>")
        if self.path == "/en-venta":
            return self._responder(200, b"<h1>This domain is for sale</h1>")
        codigo = {"/falta": 404, "/fue": 410, "/cerrado": 403, "/falla": 500}.get(self.path, 200)
        return self._responder(codigo, PAGINA)

    def _cabeza(self, codigo):
        self.send_response(codigo)
        self.send_header("Content-Type", "text/html")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True

    def _responder(self, codigo, cuerpo, largo=None, **cabeceras):
        self.send_response(codigo)
        self.send_header("Content-Length", str(len(cuerpo) if largo is None else largo))
        self.send_header("Connection", "close")
        for nombre, valor in {"Content_Type": "text/html", **cabeceras}.items():
            self.send_header(nombre.replace("_", "-"), valor)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(cuerpo)
        self.close_connection = True

    def log_message(self, *args):
        """Say nothing."""


class Servidor(ThreadingHTTPServer):
    """One such server in a thread; ``seguro`` with a certificate that nobody signed."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, carpeta=None):
        super().__init__(("127.0.0.1", 0), Mentiroso)
        self.pedidos, self.ahora, self.a_la_vez, self.cerrojo = [], 0, 0, threading.Lock()
        if carpeta is not None:
            contexto = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            contexto.load_cert_chain(_certificado(carpeta))
            self.socket = contexto.wrap_socket(self.socket, server_side=True)
        self.base = f"http{'s' if carpeta else ''}://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def handle_error(self, *args):
        """A client that left is what these tests are about."""

    def cerrar(self):
        """Stop."""
        self.shutdown()
        self.server_close()


def _certificado(carpeta):
    clave = ec.generate_private_key(ec.SECP256R1())
    nombre = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "nadie")])
    hoy = dt.datetime.now(dt.UTC)
    firmado = (
        x509.CertificateBuilder()
        .subject_name(nombre)
        .issuer_name(nombre)
        .public_key(clave.public_key())
        .serial_number(1)
        .not_valid_before(hoy - dt.timedelta(days=1))
        .not_valid_after(hoy + dt.timedelta(days=1))
        .sign(clave, hashes.SHA256())
    )
    archivo = carpeta / "cert.pem"
    archivo.write_bytes(
        clave.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + firmado.public_bytes(serialization.Encoding.PEM)
    )
    return archivo
