"""Databases of the tests: a template per level of data, kept between runs, and clones of it (0.1 s each).

Levels: ``nada`` (tables only), ``referencia`` (territories, guide, directory), ``demostracion`` (the accounts and
agendas of the contract too). A template is named by a digest of what makes it, so a change makes another.
"""

from __future__ import annotations

import fcntl
import hashlib
import itertools
import os
import re
import subprocess
import sys
from pathlib import Path

import psutil

from fcm_portal.base_de_datos import administrar, sustituir_base

RAIZ = Path(__file__).resolve().parent.parent
NIVELES = ("nada", "referencia", "demostracion")
PASOS = {
    "nada": ["migrate", "createcachetable"],
    "referencia": ["cargar_referencia"],
    "demostracion": ["cargar_demostracion"],
}
SIN_DATOS = re.compile(r"(views|urls|forms|admin)(/|\.py)|/(capturas|servir|sesion)\.py")
_cuenta = itertools.count()
_fallo: list[RuntimeError] = []


def servidor() -> str:
    """Give the address of the server's own database, from which others are made and dropped."""
    return sustituir_base(os.environ["DATABASE_URL"], "postgres")


def direccion(base: str) -> str:
    """Give the address of one database."""
    return sustituir_base(os.environ["DATABASE_URL"], base)


def _paquetes() -> list[Path]:
    return sorted(carpeta.parent for carpeta in RAIZ.glob("*/apps.py"))


def _ingredientes(nivel: str) -> list[Path]:
    """Give the files that decide what a template of this level holds."""
    if nivel == "nada":  # the triggers live in the models, not in the migrations (docs/decisiones/0003)
        patrones = ("migrations/*.py", "models.py", "models/*.py")
        return [archivo for paquete in _paquetes() for patron in patrones for archivo in paquete.glob(patron)]
    if nivel == "referencia":
        loader = [*RAIZ.glob("fcm_portal/**/carga*/**/*.py"), *RAIZ.glob("*/management/commands/cargar_referencia.py")]
        return [*(ruta for ruta in RAIZ.glob("fixtures/**/*") if ruta.is_file()), *loader]
    codigo = (archivo for paquete in _paquetes() for archivo in paquete.rglob("*.py"))
    return [archivo for archivo in codigo if not SIN_DATOS.search(archivo.relative_to(RAIZ).as_posix())]


def huella(nivel: str) -> str:
    """Give the digest that names the template of a level; it contains the levels below."""
    suma = hashlib.sha256()
    for cada in NIVELES[: NIVELES.index(nivel) + 1]:
        for archivo in sorted(set(_ingredientes(cada))):
            suma.update(archivo.relative_to(RAIZ).as_posix().encode() + archivo.read_bytes())
    return suma.hexdigest()[:12]


def plantilla(nivel: str) -> str:
    """Give the name of the template of a level, building it when it is missing. One process builds at a time."""
    if _fallo:  # what could not be built once is not tried again for each test
        raise RuntimeError(str(_fallo[0]))
    nombre = f"plantilla_{nivel}_{huella(nivel)}"
    (RAIZ / "var").mkdir(exist_ok=True)
    with open(RAIZ / "var" / f"plantilla-{nivel}.turno", "w") as turno:
        fcntl.flock(turno, fcntl.LOCK_EX)
        with administrar(servidor()) as cursor:
            cursor.execute("select 1 from pg_database where datname = %s", [nombre])
            if cursor.fetchone():
                return nombre
        obra = f"{nombre}_obra"
        borrar(obra)
        anterior = NIVELES.index(nivel) - 1
        _copiar(plantilla(NIVELES[anterior]) if anterior >= 0 else "template0", obra)
        for paso in PASOS[nivel]:
            if existe_orden(paso):
                try:
                    manage(obra, paso)
                except RuntimeError as fallo:
                    _fallo.append(fallo)
                    raise
        with administrar(servidor()) as cursor:
            cursor.execute(f'alter database "{obra}" rename to "{nombre}"')
            cursor.execute(
                "select datname from pg_database where datname like %s and datname <> %s",
                [f"plantilla\\_{nivel}\\_%", nombre],
            )
            for (vieja,) in cursor.fetchall():
                cursor.execute(f'drop database if exists "{vieja}" with (force)')
        return nombre


def existe_orden(orden: str) -> bool:
    """Say whether a management command exists."""
    from django.core.management import get_commands

    return orden in get_commands()


def clonar(nivel: str) -> str:
    """Make a database of this process's own from the template of a level; give its name."""
    nombre = f"prueba_{os.getpid()}_{next(_cuenta)}"
    _copiar(plantilla(nivel), nombre)
    return nombre


def _copiar(origen: str, destino: str) -> None:
    with administrar(servidor()) as cursor:
        cursor.execute(f'create database "{destino}" encoding \'UTF8\' template "{origen}"')


def borrar(nombre: str) -> None:
    """Drop a database, whoever is connected."""
    with administrar(servidor()) as cursor:
        cursor.execute(f'drop database if exists "{nombre}" with (force)')


def barrer() -> None:
    """Drop the clones of runs that died."""
    with administrar(servidor()) as cursor:
        cursor.execute("select datname from pg_database where datname like 'prueba\\_%'")
        for (nombre,) in cursor.fetchall():
            if not psutil.pid_exists(int(nombre.split("_")[1])):
                cursor.execute(f'drop database if exists "{nombre}" with (force)')


def entorno(base: str, **mas: str) -> dict[str, str]:
    """Give the environment of a process of the portal that works on one database."""
    propio = {clave: valor for clave, valor in os.environ.items() if clave != "DJANGO_SETTINGS_MODULE"}
    return propio | {"PORTAL_MODO": "pruebas", "DATABASE_URL": direccion(base)} | mas


def manage(base: str, *orden: str) -> str:
    """Run a management command on one database in a process of its own; give what it printed."""
    proceso = subprocess.run(
        [sys.executable, "manage.py", *orden], cwd=RAIZ, env=entorno(base), capture_output=True, text=True, check=False
    )
    if proceso.returncode:
        raise RuntimeError(f"manage.py {' '.join(orden)}: {proceso.stdout[-2000:]}{proceso.stderr[-4000:]}")
    return proceso.stdout
