"""Closed for a while: a switch that every worker reads, and one answer, 503, that keeps what was typed.

The switch is a file (``PORTAL_MANTENIMIENTO``): it works while the database is away, and no worker restarts. The same
answer is given when the database does not answer (``errores.error_interno``).
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.timezone import is_naive, make_aware, now
from django.utils.translation import gettext as _

from guardado.reenvio import direccion_propia, reenvio_de

ESPERA_SIN_BASE = 30  # seconds a browser or a robot is asked to wait
ESPERA_SIN_HORA = 300
SIEMPRE = ("/salud/",)  # what answers in any case; static files are served before


@dataclass(frozen=True)
class Aviso:
    """What the operator says: a sentence (until when), and the hour, when known, that ``Retry-After`` is made from."""

    mensaje: str = ""
    hasta: datetime | None = None

    @property
    def espera(self) -> int:
        """Seconds to wait before asking again, 30 at least."""
        if self.hasta is None:
            return ESPERA_SIN_HORA
        return max(ESPERA_SIN_BASE, int((self.hasta - now()).total_seconds()))


def leer() -> Aviso | None:
    """Give the notice while the portal is closed, None while it is open. A file nobody can read closes too."""
    archivo = Path(settings.PORTAL_MANTENIMIENTO)
    try:
        datos = json.loads(archivo.read_text(encoding="utf-8") or "{}")
        hasta = datetime.fromisoformat(datos["hasta"]) if datos.get("hasta") else None
        if hasta and is_naive(hasta):  # written by hand, without a zone: that of the country
            hasta = make_aware(hasta)
        return Aviso(str(datos.get("mensaje", ""))[:300], hasta)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, AttributeError, TypeError):
        return Aviso()


def encender(mensaje: str, minutos: int | None = None) -> None:
    """Close the portal for all workers at once; ``minutos`` from now make ``Retry-After``."""
    archivo = Path(settings.PORTAL_MANTENIMIENTO)
    archivo.parent.mkdir(parents=True, exist_ok=True)
    hasta = (now() + timedelta(minutes=minutos)).isoformat() if minutos else None
    propio = archivo.with_name(f"{archivo.name}.{os.getpid()}")
    propio.write_text(json.dumps({"mensaje": mensaje, "hasta": hasta}, ensure_ascii=False), encoding="utf-8")
    propio.replace(archivo)  # a worker reads the old one or the new one, never half of it


def apagar() -> bool:
    """Open the portal; say whether it was closed."""
    with contextlib.suppress(FileNotFoundError):
        Path(settings.PORTAL_MANTENIMIENTO).unlink()
        return True
    return False


class Mantenimiento:
    """Middleware: while the switch is on nothing else runs. Outside of all that asks the database."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        aviso = leer()
        if aviso is None or request.path_info in SIEMPRE:
            return self.get_response(request)
        return no_disponible(request, aviso)


def no_disponible(request: HttpRequest, aviso: Aviso | None = None) -> HttpResponse:
    """Answer 503: a page with what was typed, JSON to who asks for it, nothing to a field that saves itself.

    Without ``aviso`` the reason is the database. Neither it nor the session is asked for anything.
    """
    espera = aviso.espera if aviso else ESPERA_SIN_BASE
    if request.headers.get("HX-Request"):
        respuesta = HttpResponse(status=503, content_type="text/plain; charset=utf-8")
    elif _quiere_json(request):
        frase = _("El portal está en mantenimiento.") if aviso else _("El portal no puede leer ni guardar por ahora.")
        respuesta = JsonResponse({"estado": "no disponible", "mensaje": (aviso and aviso.mensaje) or frase}, status=503)
    else:
        pagina = {
            "aviso": aviso,
            "minutos": max(1, round(espera / 60)),
            "envio": request.method == "POST",
            "reenvio": reenvio_de(request),
            "volver": direccion_propia(request),
            **de_la_casa(),
        }
        respuesta = HttpResponse(render_to_string("503.html", pagina), status=503)
    respuesta["Retry-After"] = str(espera)
    respuesta["Cache-Control"] = "no-store"  # also: nobody asks who the person is, to decide it
    return respuesta


def de_la_casa() -> dict:
    """Give what a page drawn without a request needs to know of the portal."""
    return {"portal_contacto": settings.PORTAL_CONTACTO, "portal_demostracion": settings.PORTAL_DEMOSTRACION}


def _quiere_json(request: HttpRequest) -> bool:
    acepta = request.headers.get("Accept", "")
    return request.path_info.endswith(".json") or ("application/json" in acepta and "text/html" not in acepta)
