"""A portal as another process, on a clone of its own: what browser journeys drive."""

from __future__ import annotations

import fcntl
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from tests import bases, guiones


@dataclass
class Portal:
    """A living portal: its address, its database, and where its mails fall."""

    direccion: str
    base: str
    correo: Path
    proceso: subprocess.Popen

    def url(self, ruta: str) -> str:
        """Give the whole address of a path."""
        return f"{self.direccion}{ruta}"

    def manage(self, *orden: str) -> str:
        """Run a management command on its database; give what it printed."""
        return bases.manage(self.base, *orden)

    def python(self, guion: str) -> str:
        """Run Python with the models at hand on its database: the test process itself never touches the ORM."""
        return guiones.correr(self.base, guion)

    def sesion(self, correo: str) -> str:
        """Give the key of a session of one person."""
        return self.python(
            f"from django.core.management import call_command\ncall_command('sesion', {correo!r})"
        ).split()[-1]

    def correos(self) -> list[EmailMessage]:
        """Give the mails sent so far, oldest first."""
        mensajes = []
        for archivo in sorted(self.correo.glob("*.log")):
            for parte in re.split(rb"^-{79}$", archivo.read_bytes(), flags=re.MULTILINE):
                if parte.strip():
                    mensajes.append(message_from_bytes(parte.strip(), policy=policy.default))
        return mensajes


def puerto_libre() -> int:
    """Give a port nobody uses now."""
    with socket.socket() as enchufe:
        enchufe.bind(("127.0.0.1", 0))
        return enchufe.getsockname()[1]


def encender(nivel: str, correo: Path, **entorno: str) -> Portal:
    """Start a portal on a fresh clone and wait until it answers."""
    base, puerto = bases.clonar(nivel), puerto_libre()
    direccion = f"http://127.0.0.1:{puerto}"
    orden = [sys.executable, "-m", "gunicorn", "fcm_portal.wsgi:application", "--bind", f"127.0.0.1:{puerto}"]
    orden += ["--workers", "1", "--threads", "4", "--log-level", "warning", "--no-control-socket"]
    mas = {"EMAIL_URL": f"filemail:///{correo}", "PORTAL_DIRECCION": direccion} | entorno
    salida = open(correo / "servidor.txt", "wb")  # noqa: SIM115 - the process owns it
    proceso = subprocess.Popen(orden, cwd=bases.RAIZ, env=bases.entorno(base, **mas), stdout=salida, stderr=salida)
    salida.close()
    portal = Portal(direccion, base, correo, proceso)
    limite = time.monotonic() + 60
    while time.monotonic() < limite and proceso.poll() is None:
        try:
            with urllib.request.urlopen(f"{direccion}/salud/", timeout=5):
                return portal
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    apagar(portal)
    raise RuntimeError(f"The portal did not start: {(correo / 'servidor.txt').read_text()[-4000:]}")


def encender_con_huella(correo: Path) -> Portal:
    """Start a portal that serves its files as production does: hashed, compressed, immutable."""
    (bases.RAIZ / "var").mkdir(exist_ok=True)
    with open(bases.RAIZ / "var" / "estaticos.turno", "w") as turno:
        fcntl.flock(turno, fcntl.LOCK_EX)  # two processes of tests would write the same files
        orden = [sys.executable, "manage.py", "collectstatic", "--noinput", "-v", "0"]
        entorno = bases.entorno("postgres", PORTAL_MODO="demostracion")
        subprocess.run(orden, cwd=bases.RAIZ, env=entorno, check=True)
    portal = encender("demostracion", correo, PORTAL_MODO="demostracion")
    entorno = bases.entorno(portal.base, PORTAL_MODO="demostracion")  # the tests' own mode has no cache in the database
    subprocess.run([sys.executable, "manage.py", "createcachetable"], cwd=bases.RAIZ, env=entorno, check=True)
    return portal


def apagar(portal: Portal) -> None:
    """Stop it and drop its database."""
    portal.proceso.send_signal(signal.SIGQUIT)  # at once: nobody is being served, though a browser keeps its line open
    try:
        portal.proceso.wait(10)
    except subprocess.TimeoutExpired:
        portal.proceso.kill()
        portal.proceso.wait()
    bases.borrar(portal.base)
