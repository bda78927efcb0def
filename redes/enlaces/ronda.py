"""A run over many links: a few hosts in parallel, one request at a time for each, passing failures tried again."""

from __future__ import annotations

import logging
import queue
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext_noop as _

from redes.enlaces.robots import robots_de
from redes.enlaces.tanteo import Hallazgo, Ritmo, tantear
from redes.enlaces.turnos import Turnos
from redes.models import EstadoEnlace

HILOS = 4
registro = logging.getLogger(__name__)


def agente() -> str:
    """Give who we are and where to write, as every request says it."""
    return f"DeCaraAlMundo/1.0 (+{settings.PORTAL_DIRECCION.rstrip('/')}/redes/; {settings.PORTAL_CONTACTO})"


def recorrer(urls: Iterable[str], ritmo: Ritmo, *, hilos: int = HILOS) -> Iterator[tuple[str, Hallazgo]]:
    """Give each address with what was found, as they come. Only this function's caller touches the database."""
    por_host = defaultdict(list)
    for url in dict.fromkeys(urls):
        por_host[_host(url)].append(url)
    if not por_host:
        return
    turnos = Turnos(ritmo.pausa)
    salida: queue.SimpleQueue = queue.SimpleQueue()
    with ThreadPoolExecutor(max_workers=hilos, thread_name_prefix="enlaces") as equipo:
        tareas = [equipo.submit(_un_host, host, suyas, ritmo, turnos, salida) for host, suyas in por_host.items()]
        try:
            for _una in range(sum(map(len, por_host.values()))):
                yield salida.get()
        finally:
            for tarea in tareas:
                tarea.cancel()


def _un_host(host: str, urls: list[str], ritmo: Ritmo, turnos: Turnos, salida) -> None:
    """Try the addresses of one host in turn; what failed in passing goes to the end, with a longer pause each time."""
    reglas = robots_de(urls[0], ritmo, turnos.turno)
    turnos.ajustar(host, reglas.pausa)
    pendientes = deque((url, 0) for url in urls)
    while pendientes:
        url, vez = pendientes.popleft()
        try:
            if not reglas.permite(url):
                frase = _("El sitio pide que los programas no entren: ábralo usted para comprobarlo.")
                salida.put((url, Hallazgo(EstadoEnlace.DUDOSO, detalle=frase)))
                continue
            hallado = tantear(url, ritmo, turnos.turno)
        except Exception:  # what we did not foresee is one doubtful link, never the end of the run
            registro.exception("enlace %s", url)
            hallado = Hallazgo(EstadoEnlace.DUDOSO, detalle=_("No se pudo probar: ábralo usted para comprobarlo."))
        pausa = ritmo.pausa * 2 ** (vez + 1) if hallado.espera is None else hallado.espera
        if hallado.pasajero and vez < ritmo.repeticiones and pausa <= ritmo.espera:
            turnos.frenar(host, pausa)
            pendientes.append((url, vez + 1))
        else:
            salida.put((url, hallado))


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""
