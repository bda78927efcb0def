"""First paint on a slow line: each page of the portal beside one plain page of its same text, in the same run.

Chromium as a browser that never came before (no cache, no worker), on Slow 3G: 400 kbps down and up, 400 ms for each
answer. The plain page is what nobody can beat by much: the text of that page, one small style inside, gzip, no links.
"""

from __future__ import annotations

import gzip
import html
import os
import shutil
import statistics
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.medidas.balanza import Balanza, de_todas, otra, propia
from tests.medidas.renglon import renglon, titulo

TOPE = 1.6  # times the plain page
VUELTAS = int(os.environ.get("VUELTAS", "5"))
LENTA = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}  # ms, bytes/s
TELEFONO = {"width": 375, "height": 812}
PAGINAS = {
    "portada": ("/", ""),
    "agenda publicada": ("/agendas/54518/2024-2027/", ""),
    "la guía, siete pasos": ("/guia/pasos/", ""),
    "directorio": ("/redes/", ""),
    "un paso del diagnóstico": ("/panel/19137/diagnostico/paso/construya/", "responsable@19137.demo"),
}
PLANA = """<!doctype html><html lang="es"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{titulo}</title><style>body{{font:17px/1.55 system-ui,sans-serif;max-width:70ch;margin:auto;padding:1rem;\
color:#17212b;background:#fbf8f3}}h1{{font-size:2rem;line-height:1.15}}</style><h1>{titulo}</h1>{cuerpo}"""
PINTADA = "performance.getEntriesByName('first-contentful-paint').map(e => e.startTime)[0]"


def contexto(programa: Browser, direccion: str, llave: str = "") -> BrowserContext:
    """Give a browser that never came before, logged in when a session is given."""
    nuevo = programa.new_context(base_url=direccion, viewport=TELEFONO, locale="es-CO", service_workers="block")
    if llave:
        nuevo.add_cookies([{"name": "sessionid", "value": llave, "url": direccion}])
    return nuevo


def primera_pintura(programa: Browser, direccion: str, ruta: str, llave: str = "") -> float:
    """Give the milliseconds from asking for a page to its first text on the screen, on the slow line."""
    abierto = contexto(programa, direccion, llave)
    pagina = abierto.new_page()
    linea = abierto.new_cdp_session(pagina)
    linea.send("Network.enable")
    linea.send("Network.setCacheDisabled", {"cacheDisabled": True})
    linea.send("Network.setBypassServiceWorker", {"bypass": True})
    linea.send("Network.emulateNetworkConditions", LENTA)
    pagina.goto(ruta, wait_until="load")
    pagina.wait_for_function(PINTADA)
    milisegundos = pagina.evaluate(PINTADA)
    abierto.close()
    return milisegundos


def plana(programa: Browser, direccion: str, ruta: str, llave: str = "") -> bytes:
    """Give the plain page with the text of a page of the portal, compressed."""
    abierto = contexto(programa, direccion, llave)
    pagina = abierto.new_page()
    pagina.goto(ruta)
    lineas = [html.escape(linea) for linea in pagina.inner_text("body").splitlines() if linea.strip()]
    encabezado = html.escape(pagina.inner_text("h1"))
    abierto.close()
    return gzip.compress(
        PLANA.format(titulo=encabezado, cuerpo="".join(f"<p>{linea}</p>" for linea in lineas)).encode()
    )


@contextmanager
def servir_planas(cuerpos: dict[str, bytes]) -> Iterator[str]:
    """Serve the plain pages on a port of their own while the block runs; give their address."""

    class Plana(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            cuerpo = cuerpos.get(self.path, b"")
            self.send_response(200 if cuerpo else 404)
            for nombre, valor in (("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(cuerpo)))):
                self.send_header(nombre, valor)
            if cuerpo:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(cuerpo)

        def log_message(self, *partes):
            pass

    servidor = ThreadingHTTPServer(("127.0.0.1", 0), Plana)
    threading.Thread(target=servidor.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{servidor.server_port}"
    finally:
        servidor.shutdown()


def comparar(direccion: str, llaves: dict[str, str]) -> bool:
    """Print both first paints of each page and their ratio, taken in turns; say whether all are within the limit."""
    titulo(f"First paint on Slow 3G, 400 kbps and 400 ms (median of {VUELTAS} visits in turns)", "plain page", "portal")
    bien = True
    with sync_playwright() as playwright:
        programa = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
        )
        cuerpos = {ruta: plana(programa, direccion, ruta, llaves.get(correo, "")) for ruta, correo in PAGINAS.values()}
        with servir_planas(cuerpos) as planas:
            for nombre, (ruta, correo) in PAGINAS.items():
                tiempos: dict[str, list[float]] = {planas: [], direccion: []}
                for _vuelta in range(VUELTAS):
                    for sitio, lista in tiempos.items():
                        llave = llaves.get(correo, "") if sitio == direccion else ""
                        lista.append(primera_pintura(programa, sitio, ruta, llave))
                base, portal = (statistics.median(lista) for lista in tiempos.values())
                bien &= renglon(nombre, base, portal, TOPE, decimales=0)
        programa.close()
    return bien


def pesar(direccion: str, llaves: dict[str, str]) -> bool:
    """Print what each page weighs as the first of a visit and after another; say whether all are within the limits."""
    print("\nWeight as it travels, headers included (limits: first visit 40 KiB in 5 requests, next page 15 KiB)")
    print(f"  {'':32} {'first visit':>14} {'requests':>10} {'next page':>14}   verdict")
    todas = True
    with sync_playwright() as playwright:
        programa = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for nombre, (ruta, correo) in PAGINAS.items():
            abierto = contexto(programa, direccion, llaves.get(correo, ""))
            pesa = Balanza(abierto)
            pesa.ir(ruta)
            primera, pedidos, suyas = pesa.total / 1024, len(pesa.direcciones), pesa.suma(propia)
            pesa.vaciar()
            pesa.ir(otra(ruta), f"{direccion}/terminos/")
            siguiente = (pesa.suma(lambda url: not de_todas(url)) + suyas) / 1024
            abierto.close()
            bien = primera <= 40 and pedidos <= 5 and siguiente <= 15
            todas &= bien
            veredicto = "holds" if bien else "OVER THE LIMIT"
            print(f"  {nombre:32} {primera:10.1f} KiB {pedidos:10} {siguiente:10.1f} KiB   {veredicto}")
        programa.close()
    return todas


def medir() -> bool:
    """Start a portal as in production on a clone, compare, and stop it."""
    from tests import portal as portales

    with tempfile.TemporaryDirectory() as correo:
        propio = portales.encender_con_huella(Path(correo))
        try:
            correos = {correo for _ruta, correo in PAGINAS.values() if correo}
            llaves = {correo: propio.sesion(correo) for correo in correos}
            return all([pesar(propio.direccion, llaves), comparar(propio.direccion, llaves)])
        finally:
            portales.apagar(propio)
