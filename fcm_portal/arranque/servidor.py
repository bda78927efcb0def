"""The processes of ``make run`` and ``make dev``: a web server and a background worker that live and die together."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable

from django.conf import settings

HIJO_MUERE_CON_PADRE = 1  # prctl(PR_SET_PDEATHSIG)
FONDO = "trabajador de fondo"
CORTESIA = 10  # of nice(1)


class Fin(Exception):
    """Somebody asked us to end (SIGTERM, SIGINT, or the parent is gone)."""


def ordenes(puerto: int) -> dict[str, list[str]]:
    """Give the command of each process, by its name for people."""
    if settings.DEBUG:
        web = ["manage.py", "runserver", f"127.0.0.1:{puerto}"]
    else:
        web = ["-m", "gunicorn", "fcm_portal.wsgi:application", "--bind", f"127.0.0.1:{puerto}"]
        web += ["--workers", "2", "--threads", "4", "--timeout", "120", "--graceful-timeout", "10"]
        web += ["--log-level", "warning", "--no-control-socket"]
    return {"servidor web": web, FONDO: ["manage.py", "db_worker", "--interval", "1", "--no-reload"]}


def atender_senales() -> None:
    """Turn SIGTERM and SIGINT into ``Fin``."""

    def terminar(numero, marco):
        raise Fin

    signal.signal(signal.SIGTERM, terminar)
    signal.signal(signal.SIGINT, terminar)


def exigir_puerto(puerto: int) -> None:
    """Exit with one sentence when the port is taken."""
    with socket.socket() as enchufe:
        enchufe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            enchufe.bind(("127.0.0.1", puerto))
        except OSError:
            sys.exit(f"El puerto {puerto} está ocupado: use otro, por ejemplo PORT={puerto + 1} make run.")


def _morir_con_el_padre() -> None:
    ctypes.CDLL(None).prctl(HIJO_MUERE_CON_PADRE, signal.SIGTERM)


def _al_fondo() -> None:
    """Let whoever waits for a page go before the background work: drawing a document keeps a processor busy."""
    _morir_con_el_padre()
    os.nice(CORTESIA)


def servir(puerto: int, al_estar_listo: Callable[[], None], *, con_padre: bool) -> int:
    """Start the processes and stay until one dies (1) or somebody asks to end (0); nothing is left running."""
    padre = os.getppid()
    hijos: dict[str, subprocess.Popen] = {}
    try:
        for nombre, orden in ordenes(puerto).items():
            antes = _al_fondo if nombre == FONDO else _morir_con_el_padre
            hijos[nombre] = subprocess.Popen(
                [sys.executable, *orden], cwd=settings.BASE_DIR, start_new_session=True, preexec_fn=antes
            )
        anunciado = False
        while True:
            muerto = next((nombre for nombre, hijo in hijos.items() if hijo.poll() is not None), None)
            if muerto:
                print(f"Terminó el {muerto} (código {hijos[muerto].returncode}): se detiene todo.", file=sys.stderr)
                return 1
            if con_padre and os.getppid() != padre:
                return 0
            if not anunciado and _responde(puerto):
                anunciado = True
                al_estar_listo()
            time.sleep(0.3)
    except Fin:
        return 0
    finally:
        _ignorar_senales()
        _terminar(hijos)


def _ignorar_senales() -> None:
    for numero in (signal.SIGTERM, signal.SIGINT):
        signal.signal(numero, signal.SIG_IGN)


def _terminar(hijos: dict[str, subprocess.Popen]) -> None:
    """Ask the children to end; after fifteen seconds, end their whole groups."""
    for hijo in hijos.values():
        if hijo.poll() is None:
            hijo.terminate()
    limite = time.monotonic() + 15
    for hijo in hijos.values():
        with contextlib.suppress(subprocess.TimeoutExpired):
            hijo.wait(max(0.1, limite - time.monotonic()))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(hijo.pid, signal.SIGKILL)


def _responde(puerto: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{puerto}/salud/", timeout=2) as respuesta:
            return respuesta.status == 200
    except (urllib.error.URLError, OSError):
        return False
