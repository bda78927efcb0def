"""What a page weighs in Chromium: requests and bytes as they travel, headers included."""

from __future__ import annotations

import re


class Balanza:
    """Counts what a tab asks for and how many bytes come, headers included."""

    def __init__(self, contexto):
        self.pagina = contexto.new_page()
        self.linea = contexto.new_cdp_session(self.pagina)
        self.linea.send("Network.enable")
        self.linea.on("Network.requestWillBeSent", self._pedido)
        self.linea.on("Network.loadingFinished", self._llegado)
        self.vaciar()

    def vaciar(self) -> None:
        """Begin to count again."""
        self.direcciones: dict[str, str] = {}
        self.bytes: dict[str, int] = {}

    def _pedido(self, suceso) -> None:
        if suceso["request"]["url"].startswith("http"):
            self.direcciones[suceso["requestId"]] = suceso["request"]["url"]

    def _llegado(self, suceso) -> None:
        self.bytes[suceso["requestId"]] = int(suceso["encodedDataLength"])

    def ir(self, ruta: str, desde: str = "") -> None:
        """Open a page and wait until all of it came."""
        respuesta = self.pagina.goto(ruta, wait_until="load", **({"referer": desde} if desde else {}))
        assert respuesta.status < 500, ruta

    @property
    def total(self) -> int:
        """Give the bytes of all that was asked for."""
        return sum(n for pedido, n in self.bytes.items() if pedido in self.direcciones)

    def suma(self, cuales) -> int:
        """Give the bytes of the addresses that ``cuales`` takes."""
        return sum(self.bytes.get(pedido, 0) for pedido, url in self.direcciones.items() if cuales(url))

    def cuenta(self) -> str:
        """Give the list, for who reads a failure."""
        return "\n".join(f"{self.bytes.get(pedido, 0):7} {url}" for pedido, url in self.direcciones.items())


def de_todas(url: str) -> bool:
    """Say whether a file comes once, with the second page of a visit, whichever it is."""
    return bool(re.search(r"/static/js/conexion\.|webmanifest$", url))


def propia(url: str) -> bool:
    """Say whether a file is of some pages only (a picture), so that it may come with any page of a visit."""
    return "/static/" in url and not url.endswith((".css", ".js"))


def otra(ruta: str) -> str:
    """Give an address the browser has not kept: a page just seen may come back as a 304, which weighs nothing."""
    return f"{ruta}{'&' if '?' in ruta else '?'}vez=2"
