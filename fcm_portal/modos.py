"""``PORTAL_MODO`` translated once into plain facts; no other code asks which mode it is."""

from __future__ import annotations

import contextlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True)
class Modo:
    """What one mode allows. ``local`` means plain HTTP on this machine; the rest is said by its name."""

    nombre: str
    depuracion: bool = False
    local: bool = True
    demostracion: bool = True
    pruebas: bool = False
    base_embebida: bool = True
    estaticos_con_huella: bool = True
    varios_procesos: bool = True
    exige_mfa: bool = False

    @property
    def carpeta_postgres(self) -> str:
        """Folder of the embedded server, inside ``var/``."""
        return "postgres-pruebas" if self.pruebas else "postgres"


MODOS = {
    modo.nombre: modo
    for modo in (
        Modo("demostracion"),
        Modo("desarrollo", depuracion=True, estaticos_con_huella=False, varios_procesos=False),
        Modo("pruebas", pruebas=True, estaticos_con_huella=False, varios_procesos=False),
        Modo("produccion", local=False, demostracion=False, base_embebida=False, exige_mfa=True),
    )
}


def leer(env) -> Modo:
    """Give the mode of ``PORTAL_MODO`` (``produccion`` when unset). Raises ``ImproperlyConfigured``."""
    nombre = env.str("PORTAL_MODO", default="produccion")
    if nombre not in MODOS:
        raise ImproperlyConfigured(f"PORTAL_MODO vale «{nombre}»; puede ser: {', '.join(MODOS)}.")
    if nombre == "produccion" and env.bool("DEBUG", default=False):
        raise ImproperlyConfigured("El modo produccion no arranca con DEBUG: quite esa variable.")
    return MODOS[nombre]


def exigir(env, variable: str, que_es: str) -> str:
    """Give an environment variable or refuse to start with one sentence that says what is missing."""
    valor = env.str(variable, default="")
    if not valor:
        raise ImproperlyConfigured(f"Falta {variable}: escriba {que_es}.")
    return valor


def clave_secreta(env, modo: Modo, carpeta: Path) -> str:
    """Give the secret key: from the environment in production; made once into ``var/`` elsewhere."""
    if not modo.local:
        clave = exigir(env, "SECRET_KEY", "una clave larga y secreta de 50 caracteres o más")
        if len(clave) < 50 or clave.startswith("django-insecure") or len(set(clave)) < 10:
            raise ImproperlyConfigured("SECRET_KEY es débil o de ejemplo: use 50 caracteres al azar o más.")
        return clave
    archivo = carpeta / "clave-secreta"
    if not archivo.exists():
        carpeta.mkdir(parents=True, exist_ok=True)
        propio = carpeta / f"clave-secreta-{os.getpid()}"
        propio.touch(mode=0o600)
        propio.write_text(secrets.token_urlsafe(64))
        with contextlib.suppress(FileExistsError):
            os.link(propio, archivo)  # of two processes that start together, one wins and both read the same key
        propio.unlink()
    return archivo.read_text().strip()
