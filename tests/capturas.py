"""``make capturas``: the pictures of the README, from a portal with fresh demonstration data."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

CARPETA = Path(__file__).resolve().parent.parent / "docs" / "capturas"
CAPTURAS = [
    ("portada", "/", ""),
    ("panel", "/panel/66001/", "enlace@pereira.demo"),
    ("resultado", "/panel/54518/diagnostico/resultado/2/", "enlace@pamplona.demo"),
    ("agenda", "/agendas/54518/2024-2027/", ""),
    ("revision", "/revision/", "asesora@fcm.demo"),
    ("tablero", "/tablero/", "coordinacion@fcm.demo"),
    ("autodiagnostico", "/autodiagnostico/", ""),
    ("territorio", "/territorios/54518/", ""),
    ("estilo", "/estilo/", ""),
]


def main() -> None:
    """Start a portal on a clone, take each picture at 1280 × 900, and stop it."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.ajustes"
    import django

    django.setup()
    from django.conf import settings

    from fcm_portal import base_de_datos
    from tests import portal as portales

    CARPETA.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as correo:
        portal = portales.encender("demostracion", Path(correo))
        try:
            for nombre, ruta, persona in CAPTURAS:
                retratar(portal, nombre, ruta, persona)
        finally:
            portales.apagar(portal)
            base_de_datos.apagar(settings.VAR / settings.MODO.carpeta_postgres)


def retratar(portal, nombre: str, ruta: str, persona: str) -> None:
    """Take one picture as one person."""
    llave = portal.sesion(persona) if persona else ""
    with sync_playwright() as playwright:
        programa = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        contexto = programa.new_context(viewport={"width": 1280, "height": 900}, locale="es-CO")
        if llave:
            contexto.add_cookies([{"name": "sessionid", "value": llave, "url": portal.direccion}])
        pagina = contexto.new_page()
        respuesta = pagina.goto(portal.url(ruta), wait_until="networkidle")
        if respuesta.status != 200:
            sys.exit(f"{ruta}: {respuesta.status}")
        pagina.screenshot(path=CARPETA / f"{nombre}.png")
        programa.close()
    print(f"docs/capturas/{nombre}.png")


if __name__ == "__main__":
    main()
