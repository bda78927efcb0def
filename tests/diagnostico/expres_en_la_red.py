"""What the tests of the self-check's pages share: codes, and reading a page without JavaScript."""

from __future__ import annotations

import html
import re

VERSION = "2026-11-22"
CUANTAS = 20  # questions of the short route of that version
SI, NO = f"{VERSION}.{'s' * CUANTAS}", f"{VERSION}.{'n' * CUANTAS}"
A = "/autodiagnostico/"


def resultado(codigo: str, territorio: str = "") -> str:
    return f"{A}resultado/?r={codigo}" + (f"&t={territorio}" if territorio else "")


def texto(respuesta) -> str:
    """Give what a person reads of a page, in one line."""
    cuerpo = re.search(r"<main.*?</main>", respuesta.content.decode(), re.S).group()
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", cuerpo)))


def responder(client, direccion: str, valor: str) -> str:
    """Answer every question of a page with one value, as its form would; give where it leads."""
    pagina = client.get(direccion).content.decode()
    ocultos = dict(re.findall(r'<input type="hidden" name="([rt])" value="([^"]*)"', pagina))
    claves = set(re.findall(r'name="(p\d-\d)"', pagina))
    respuesta = client.get(direccion.split("?")[0], ocultos | dict.fromkeys(claves, valor) | {"seguir": "1"})
    assert respuesta.status_code == 302
    return respuesta["Location"]
